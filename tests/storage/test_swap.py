"""Another file takes the place of the present one: all of it or nothing, wherever the program stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import swap

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Make a folder with an old file, its journal and keys, and new ones on their way."""
    made = DataFolder(tmp_path)
    for name in ("meetings.db", "meetings.db-wal", "meetings.db-shm", "meetings.key", "meetings.key.copy"):
        (tmp_path / name).write_text("old")
    new = swap.coming(made).root
    new.mkdir()
    for name in ("meetings.db", "meetings.key", "meetings.key.copy"):
        (new / name).write_text("new")
    return made


def lying(folder: DataFolder) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.root.iterdir()) if path.is_file()}


NEW = {"meetings.db": "new", "meetings.key": "new", "meetings.key.copy": "new"}


def test_until_it_is_decided_the_old_stays(folder: DataFolder) -> None:
    before = lying(folder)
    swap.finish(folder)
    assert lying(folder) == before


def test_once_it_is_decided_the_new_comes_and_no_journal_of_the_old_is_left(folder: DataFolder) -> None:
    swap.decide(folder)
    swap.finish(folder)
    assert lying(folder) == NEW
    assert [path for path in folder.root.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("stop", range(8))
def test_wherever_it_stops_the_next_start_finishes_it(folder: DataFolder, stop: int) -> None:
    swap.decide(folder)
    steps = swap.finishing(folder)
    for _ in range(stop):
        next(steps, None)
    del steps
    if lying(folder)["meetings.db"] == "new":
        assert "meetings.db-wal" not in lying(folder)
    swap.finish(folder)
    assert lying(folder) == NEW


def test_a_journal_that_the_new_file_has_got_since_is_left_alone(folder: DataFolder) -> None:
    swap.decide(folder)
    for step in swap.finishing(folder):
        if step == "database":
            break
    (folder.root / "meetings.db-wal").write_text("of the new file")
    swap.finish(folder)
    assert lying(folder)["meetings.db-wal"] == "of the new file"


def test_without_new_keys_the_old_ones_stay(folder: DataFolder) -> None:
    swap.coming(folder).key.unlink()
    swap.coming(folder).key_copy.unlink()
    swap.decide(folder)
    swap.finish(folder)
    assert lying(folder) == NEW | {"meetings.key": "old", "meetings.key.copy": "old"}


def test_a_disk_that_does_not_let_it_be_finished_is_said(folder: DataFolder) -> None:
    swap.decide(folder)
    folder.database.unlink()
    folder.database.mkdir()
    (folder.database / "in the way").write_text("x")
    with pytest.raises(UserError):
        swap.finish(folder)
    (folder.database / "in the way").unlink()
    folder.database.rmdir()
    swap.finish(folder)
    assert lying(folder) == NEW
