"""The plan of a meeting in an exchange file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.documents.from_file import plan_from_file
from tvm_desktop.documents.paper import PaperOptions
from tvm_desktop.errors import UserError
from tvm_desktop.resources import resource

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["minh", "amina", "elif", "oleksandr"])
def test_every_invented_meeting_has_a_plan(name: str) -> None:
    paper = plan_from_file(resource("demo", f"{name}.tvm.json"))
    assert paper.pdf.startswith(b"%PDF")
    assert paper.missing == ()


def test_large_print_is_another_paper() -> None:
    file = resource("demo", "minh.tvm.json")
    assert plan_from_file(file, PaperOptions(large=True)).pdf != plan_from_file(file).pdf


def test_a_file_without_a_meeting_has_no_plan(tmp_path: Path) -> None:
    (tmp_path / "x.tvm.json").write_text('{"version": 1, "courses": []}', "utf-8")
    with pytest.raises(UserError):
        plan_from_file(tmp_path / "x.tvm.json")
