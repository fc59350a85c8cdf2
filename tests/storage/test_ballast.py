from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import ballast

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_ballast_really_takes_up_room(tmp_path: Path) -> None:
    ballast.lay(DataFolder(tmp_path))
    stat = ballast.ballast_path(DataFolder(tmp_path)).stat()
    assert stat.st_size == ballast.SIZE
    assert stat.st_blocks * 512 >= ballast.SIZE
    assert stat.st_mode & 0o777 == 0o600


def test_ballast_that_lies_is_left_alone(tmp_path: Path) -> None:
    path = ballast.ballast_path(DataFolder(tmp_path))
    ballast.lay(DataFolder(tmp_path))
    before = path.stat().st_mtime_ns
    ballast.lay(DataFolder(tmp_path))
    assert path.stat().st_mtime_ns == before


def test_no_ballast_is_laid_where_there_is_little_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballast, "_SPARE", 2**62)
    ballast.lay(DataFolder(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_takes_no_ballast_is_no_fault(tmp_path: Path) -> None:
    ballast.lay(DataFolder(tmp_path / "not there"))


def test_ballast_is_freed_once(tmp_path: Path) -> None:
    ballast.lay(DataFolder(tmp_path))
    assert ballast.free(DataFolder(tmp_path))
    assert not ballast.free(DataFolder(tmp_path))
