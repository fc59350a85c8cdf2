"""What is said of a folder before a copy is written there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tvm_desktop.ui.backups.folders import copy_warning


@pytest.mark.parametrize(
    "place", ["/home/x/OneDrive - Kommunen/kopi", "/home/x/Dropbox", "/run/user/1/gvfs/share"]
)
def test_a_copy_that_leaves_the_computer_is_warned_of(place: str) -> None:
    warning = copy_warning(Path(place))
    assert warning is not None
    assert "leaves this computer" in warning.text


@pytest.mark.parametrize("place", ["/home/x/kopi", "/media/x/STIK", "/run/media/x/STIK"])
def test_a_stick_is_what_a_copy_is_for(place: str) -> None:
    assert copy_warning(Path(place)) is None
