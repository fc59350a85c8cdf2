from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from helpers.golden import fill
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import opening
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.faults import Fault, refusal
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.migrate import version_of
from tvm_desktop.storage.migrations import STEPS, Step
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = 4096
NEXT = Step(2000, "CREATE TABLE more (id TEXT);\n")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def key(folder: DataFolder) -> bytes:
    """Make a closed file with something in it and return its key."""
    made, _ = create_key_file(folder, "sol og regn", cost=FAST)
    store = Store.create(folder, made)
    fill(store)
    store.close()
    return made


def test_a_folder_that_others_could_look_into_is_closed_to_them(folder: DataFolder, key: bytes) -> None:
    folder.root.chmod(0o755)
    Store.open(folder, key).close()
    assert folder.root.stat().st_mode & 0o777 == 0o700


def refused(folder: DataFolder, key: bytes) -> Fault:
    """Return why a file is not opened, and see that nothing in the folder was touched."""
    before = contents(folder)
    with pytest.raises(UserError) as caught:
        Store.open(folder, key)
    assert contents(folder) == before
    return next(fault for fault in Fault if refusal(fault).message == caught.value.message)


def contents(folder: DataFolder) -> dict[str, bytes]:
    """Return every file of the folder but SQLite's own scratch files."""
    files = [path for path in folder.root.rglob("*") if path.is_file()]
    return {path.name: path.read_bytes() for path in files if not path.name.endswith(("-shm", "-wal"))}


def altered(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "nothing in it": lambda _: b"",
    "a few bytes": lambda content: content[:100],
    "half of it": lambda content: content[: len(content) // 2],
    "whole pages missing": lambda content: content[: -3 * PAGE],
    "not a whole page": lambda content: content[:-77],
    "only zeros after the head": lambda content: content[:16] + bytes(len(content) - 16),
    "first page": lambda content: altered(content, 900),
    "a page in the middle": lambda content: altered(content, len(content) // 2),
    "the last page": lambda content: altered(content, len(content) - 900),
    "two pages swapped": lambda content: (
        content[:PAGE] + content[2 * PAGE : 3 * PAGE] + content[PAGE : 2 * PAGE] + content[3 * PAGE :]
    ),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_refused_and_left_alone(
    folder: DataFolder, key: bytes, damage: Callable[[bytes], bytes]
) -> None:
    folder.database.write_bytes(damage(folder.database.read_bytes()))
    assert refused(folder, key) is Fault.DAMAGED


def test_every_kind_of_flipped_bit_is_found(folder: DataFolder, key: bytes) -> None:
    whole = folder.database.read_bytes()
    for at in range(16 + 7, len(whole), 5 * PAGE + 311):
        folder.database.write_bytes(altered(whole, at))
        assert refused(folder, key) is Fault.DAMAGED


def test_a_large_file_that_is_cut_short_is_found_without_reading_it_all(
    folder: DataFolder, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_WHOLE_CHECK_BYTES", 0)
    Store.open(folder, key).close()
    folder.database.write_bytes(folder.database.read_bytes()[: -2 * PAGE])
    assert refused(folder, key) is Fault.DAMAGED


def test_a_page_torn_by_a_power_cut_is_mended_from_the_journal(
    folder: DataFolder, key: bytes, tmp_path: Path
) -> None:
    store = Store.open(folder, key)
    store.set_setting("name", "Ida")
    cut = DataFolder(tmp_path / "cut")
    shutil.copytree(folder.root, cut.root)
    store.close()
    journal = cut.root.joinpath("meetings.db-wal").read_bytes()
    pages = {int.from_bytes(journal[at : at + 4], "big") for at in range(32, len(journal), 24 + PAGE)}
    content = cut.database.read_bytes()
    for page in pages - {1}:
        content = altered(content, (page - 1) * PAGE + 2000)
    cut.database.write_bytes(content)
    again = Store.open(cut, key)
    assert again.setting("name") == "Ida"
    again.close()


def test_a_missing_file_is_not_made_anew(folder: DataFolder, key: bytes) -> None:
    folder.database.unlink()
    assert refused(folder, key) is Fault.MISSING
    assert not folder.database.exists()


def test_an_empty_folder_is_not_filled_by_opening(folder: DataFolder) -> None:
    folder.root.mkdir()
    assert refused(folder, bytes(32)) is Fault.MISSING


def test_a_file_of_another_program_is_told_apart(folder: DataFolder, key: bytes) -> None:
    folder.database.unlink()
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("CREATE TABLE t (a)")
        other.commit()
    assert refused(folder, key) is Fault.NOT_OURS


def test_an_encrypted_file_of_another_program_is_told_apart(folder: DataFolder) -> None:
    folder.root.mkdir()
    folder.database.touch()
    with closing(open_connection(folder.database, bytes(32))) as other:
        other.execute("CREATE TABLE t (a)")
    assert refused(folder, bytes(32)) is Fault.NOT_OURS


def test_any_other_file_is_no_file_of_ours(folder: DataFolder, key: bytes) -> None:
    folder.key.unlink()
    folder.key_copy.unlink()
    folder.database.write_bytes(b"%PDF-1.7\n" + os.urandom(20_000))
    assert refused(folder, key) is Fault.DAMAGED


def test_another_key_opens_nothing(folder: DataFolder, key: bytes) -> None:
    assert refused(folder, bytes(32)) is Fault.DAMAGED


def test_the_key_file_of_another_database_is_named(folder: DataFolder, key: bytes, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "other")
    other_key, _ = create_key_file(other, "sne", cost=FAST)
    shutil.copy(other.key, folder.key)
    assert refused(folder, other_key) is Fault.OTHER_KEY


def test_a_newer_major_version_is_refused(folder: DataFolder, key: bytes) -> None:
    with closing(open_connection(folder.database, key)) as newer:
        newer.execute("PRAGMA user_version = 2000")
    assert refused(folder, key) is Fault.NEWER


def test_a_newer_minor_version_opens_and_keeps_its_version(folder: DataFolder, key: bytes) -> None:
    with closing(open_connection(folder.database, key)) as newer:
        newer.execute("ALTER TABLE card ADD COLUMN mood TEXT NOT NULL DEFAULT ''")
        newer.execute("PRAGMA user_version = 1007")
    store = Store.open(folder, key)
    assert len(store.load("course")) > 10
    store.close()
    with closing(open_connection(folder.database, key)) as newer:
        assert version_of(newer) == 1007


def test_a_new_file_is_made_only_where_there_is_none(folder: DataFolder, key: bytes) -> None:
    before = contents(folder)
    with pytest.raises(UserError):
        Store.create(folder, key)
    assert contents(folder) == before


def test_a_journal_without_its_file_is_no_empty_folder(folder: DataFolder) -> None:
    folder.root.mkdir()
    (folder.root / "meetings.db-wal").write_bytes(b"x")
    with pytest.raises(UserError):
        Store.create(folder, bytes(32))


def test_making_a_file_that_broke_off_leaves_no_trace(folder: DataFolder) -> None:
    folder.root.mkdir()
    (folder.root / "meetings.db.new").write_bytes(b"half a file")
    Store.create(folder, bytes(32)).close()
    assert sorted(path.name for path in folder.root.iterdir()) == ["meetings.db", "reserve"]


def test_only_the_owner_may_read_anything(folder: DataFolder, key: bytes) -> None:
    store = Store.open(folder, key)
    store.set_setting("a", "b")
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.root.iterdir()}
    store.close()
    assert set(modes) >= {"meetings.db", "meetings.db-wal", "meetings.key", "reserve"}
    assert set(modes.values()) == {0o600}


def test_an_older_file_is_backed_up_and_then_brought_up_to_date(folder: DataFolder, key: bytes) -> None:
    opening.make_ready(folder, key, (*STEPS, NEXT))
    with closing(open_connection(folder.database, key)) as migrated:
        assert version_of(migrated) == 2000
        (named,) = migrated.execute("SELECT name FROM backup_info").fetchone()
    (saved,) = folder.backups.iterdir()
    assert saved.name == named
    backup = Store.open(DataFolder(saved), key)
    assert len(backup.journal("course-Meeting")) == 1
    backup.close()


def test_without_room_for_a_backup_nothing_is_begun(
    folder: DataFolder, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SPARE_BYTES", 2**62)
    before = contents(folder)
    with pytest.raises(UserError) as caught:
        opening.make_ready(folder, key, (*STEPS, NEXT))
    assert caught.value.message == refusal(Fault.NO_ROOM).message
    assert contents(folder) == before


def test_a_migration_that_does_not_hold_is_said_and_undone(folder: DataFolder, key: bytes) -> None:
    orphan = Step(2000, "UPDATE card SET course_id = 'nowhere';\n")
    with pytest.raises(UserError) as caught:
        opening.make_ready(folder, key, (*STEPS, orphan))
    assert caught.value.message == refusal(Fault.NOT_MIGRATED).message
    store = Store.open(folder, key)
    assert len(store.load("course")) > 10
    store.close()
