"""The disk fails under the open file: the store goes on in another folder, and the old one says where."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.broken import failing
from helpers.golden import fill
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import moving
from tvm_desktop.storage.backups import AFTER_DELETION, MOVED, found_in, list_backups
from tvm_desktop.storage.engine import checkpoint
from tvm_desktop.storage.files import wal_of
from tvm_desktop.storage.keyfile import create_key_file, unlock_with_password
from tvm_desktop.storage.restoring import restore
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT = datetime(2026, 3, 20, 9, 5, 7, tzinfo=UTC)
PASSWORD = "sol og regn"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    """Open a file with something in it, its journal taken in."""
    folder = DataFolder(tmp_path / "data")
    key, _code = create_key_file(folder, PASSWORD, cost=FAST)
    store = Store.create(folder, key)
    fill(store)
    with store._reader.connect() as connection:
        checkpoint(connection)
    yield store
    store.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "TVM-2026-03-20T09-05-07-moved")


@pytest.mark.parametrize(("instead", "how"), [("/dev/full", os.O_RDWR), ("/dev/null", os.O_RDONLY)])
def test_when_nothing_can_be_written_the_store_goes_on_elsewhere(
    here: Store, elsewhere: DataFolder, instead: str, how: int
) -> None:
    left, kept = here.folder, here.load("course")
    before = left.database.read_bytes()
    with failing(wal_of(left), instead, how):
        with pytest.raises(UserError):
            here.set_setting("words", "not yet")
        here.move_to(elsewhere)
        here.set_setting("words", "said after the move")
        assert here.load("course") == kept
        assert here.folder == elsewhere
    assert left.database.read_bytes() == before
    here.close()
    again = Store.open(elsewhere, unlock_with_password(elsewhere, PASSWORD))
    assert again.setting("words") == "said after the move"
    again.close()
    back = Store.open(left, unlock_with_password(left, PASSWORD))
    assert back.setting("words") == ""
    assert back.load("course") == kept
    back.close()


def test_the_old_folder_says_where_until_the_meetings_are_back(here: Store, elsewhere: DataFolder) -> None:
    left = here.folder
    assert moving.moved_to(left) is None
    here.move_to(elsewhere)
    here.set_setting("words", "said after the move")
    key = here.key
    here.close()
    assert moving.moved_to(left) == elsewhere.root
    (found,) = found_in(elsewhere.root.parent)
    assert (found.reason, found.root) == (MOVED, elsewhere.root)
    assert abs(found.at.timestamp() - elsewhere.database.stat().st_mtime) < 2
    restore(left, found.folder, key, present_key=key)
    assert moving.moved_to(left) is None
    store = Store.open(left, key)
    assert store.setting("words") == "said after the move"
    store.close()


def test_a_folder_out_of_reach_gives_the_keys_it_had(here: Store, elsewhere: DataFolder) -> None:
    here.folder.root.rename(here.folder.root.with_name("unplugged"))
    here.move_to(elsewhere)
    here.set_setting("words", "said after the move")
    assert unlock_with_password(elsewhere, PASSWORD) == here.key


def test_what_is_deleted_after_a_move_leaves_the_old_folder_as_soon_as_the_meetings_are_back(
    here: Store, elsewhere: DataFolder
) -> None:
    left, key = here.folder, here.key
    old = here.back_up("now", AT)
    here.move_to(elsewhere)
    assert moving.left_behind(elsewhere) == left.root
    assert moving.left_behind(left) is None
    assert here.delete_course("course").backups_replaced is None
    here.close()
    assert old.exists()
    restore(left, elsewhere, key, present_key=key)
    store = Store.open(left, key)
    assert store.receipts()[0].backups_replaced is not None
    assert [one.reason for one in list_backups(left)] == [AFTER_DELETION]
    assert not store.deletion_waits()
    store.close()


def test_elsewhere_a_deletion_is_finished_once_and_its_receipt_still_says_not_yet(
    here: Store, elsewhere: DataFolder
) -> None:
    here.move_to(elsewhere)
    here.delete_course("course")
    later, key = here.back_up("now"), here.key
    assert not here.deletion_waits()
    here.close()
    again = Store.open(elsewhere, key)
    assert later.exists()
    assert again.receipts()[0].backups_replaced is None
    again.close()
    restore(elsewhere, DataFolder(later), key, present_key=key)
    again = Store.open(elsewhere, key)
    assert later.exists()
    again.close()


def test_where_the_file_cannot_be_read_either_nothing_is_moved(here: Store, elsewhere: DataFolder) -> None:
    with failing(here.folder.database, "/dev/null", os.O_WRONLY), pytest.raises(UserError) as caught:
        here.move_to(elsewhere)
    assert "no backup was made" in caught.value.message.text
    assert not elsewhere.root.exists()
    here.close()
    Store.open(here.folder, unlock_with_password(here.folder, PASSWORD)).close()
    assert moving.moved_to(here.folder) is None


def test_a_place_that_cannot_be_written_moves_nothing(here: Store, tmp_path: Path) -> None:
    (tmp_path / "full").write_text("a file where the folder should be")
    with pytest.raises(UserError):
        here.move_to(DataFolder(tmp_path / "full" / "TVM"))
    here.set_setting("words", "still here")


def test_a_sign_that_makes_no_sense_points_nowhere(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for nonsense in (b"", b"\xff\xfe", b"a\0b"):
        (tmp_path / "meetings.moved").write_bytes(nonsense)
        assert moving.moved_to(folder) is None
        (tmp_path / "meetings.left").write_bytes(nonsense)
        assert moving.left_behind(folder) is None
    moving.forget_move(folder)
    moving.forget_move(folder)
    moving.point_to(DataFolder(tmp_path / "nowhere" / "at all"), folder)
