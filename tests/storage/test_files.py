from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.files import (
    make_private_file,
    make_private_folder,
    settle,
    wal_of,
    write_atomically,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "meetings.key"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_an_earlier_attempt_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "meetings.key.new").write_bytes(b"half")
    write_atomically(tmp_path / "meetings.key", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["meetings.key"]


def test_an_attempt_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "meetings.key"
    path.write_bytes(b"old")
    (tmp_path / "meetings.key.new").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_private_file_is_never_an_old_one(tmp_path: Path) -> None:
    make_private_file(tmp_path / "x")
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        make_private_file(tmp_path / "x")


def test_a_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    make_private_folder(folder)
    folder.chmod(0o755)
    make_private_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_files_and_folders_can_be_settled(tmp_path: Path) -> None:
    make_private_file(tmp_path / "x")
    settle(tmp_path / "x")
    settle(tmp_path)


def test_the_write_ahead_journal_lies_beside_the_file(tmp_path: Path) -> None:
    assert wal_of(DataFolder(tmp_path)) == tmp_path / "meetings.db-wal"
