"""The tour's list of stops; what comes of it is tried in e2e/test_tour.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.errors import UserError
from tvm_desktop.ui.tour.guide import write_tour
from tvm_desktop.ui.tour.stops import STOPS

if TYPE_CHECKING:
    from pathlib import Path


def test_every_stop_has_a_name_of_its_own() -> None:
    names = [stop.name for stop in STOPS]
    assert len(set(names)) == len(names)
    assert sum(stop.plan for stop in STOPS) == 1


def test_a_folder_that_cannot_be_made_is_said_before_anything_is_opened(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands here", "utf-8")
    with pytest.raises(UserError, match="cannot be written"):
        write_tour(tmp_path / "taken", language="da", size=(1440, 900))
