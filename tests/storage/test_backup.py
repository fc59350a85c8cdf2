from __future__ import annotations

import errno
import threading
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from helpers.golden import fill
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import backup
from tvm_desktop.storage.backup import back_up, row_counts
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.ballast import ballast_path
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.keyfile import create_key_file, unlock_with_recovery_code
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 3, 20, 9, 5, 7, tzinfo=UTC)


def test_a_backup_of_an_open_file_is_whole_and_opens_with_the_recovery_code_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    key, code = create_key_file(folder, "sol og regn", cost=FAST)
    store = Store.create(folder, key)
    fill(store)
    kept = store.load("course")
    saved = DataFolder(back_up(folder, key, "test", AT))
    assert saved.root.name == "2026-03-20T09-05-07-test"
    store.close()
    restored = Store.open(saved, unlock_with_recovery_code(saved, code))
    assert restored.load("course") == kept
    restored.close()


def test_a_backup_is_for_the_owner_only(store: Store, key: bytes) -> None:
    saved = back_up(store.folder, key, "test")
    assert [path.stat().st_mode & 0o777 for path in (saved, *saved.glob("*.db"))] == [0o700, 0o600]


def test_a_backup_leaves_nothing_but_itself(store: Store, key: bytes) -> None:
    saved = back_up(store.folder, key, "test")
    assert [path.name for path in saved.iterdir()] == ["meetings.db"]


def test_a_copy_that_is_not_equal_is_damage(store: Store, key: bytes) -> None:
    saved = DataFolder(back_up(store.folder, key, "test"))
    store.set_setting("later", "x")
    with closing(open_connection(store.folder.database, key)) as source, pytest.raises(UserError):
        backup.compare(source, saved, key)


def test_a_backup_that_fails_leaves_nothing(store: Store, key: bytes) -> None:
    store.folder.key.mkdir()
    with pytest.raises(UserError):
        back_up(store.folder, key, "test")
    assert list(store.folder.backups.iterdir()) == []


def test_a_second_backup_in_the_same_second_leaves_the_first_alone(store: Store, key: bytes) -> None:
    first, second = (back_up(store.folder, key, "test", AT) for _ in range(2))
    assert [path.name for path in (first, second)] == ["2026-03-20T09-05-07-test", "2026-03-20T09-05-08-test"]


def test_a_copy_that_broke_off_never_has_a_backups_name(store: Store) -> None:
    folder = store.folder
    broken = backup.unfinished(folder.backups / "2026-03-20T09-05-07-test")
    part = broken.__enter__()
    part.database.write_bytes(b"half a file")
    assert list_backups(folder) == ()
    assert broken.__exit__(None, None, None) is not True
    assert len(list_backups(folder)) == 1


def test_a_backup_beside_somebody_who_writes_is_one_moment_whole(store: Store, key: bytes) -> None:
    stop = threading.Event()

    def write() -> None:
        for n in count():
            if stop.wait(0.001):
                return
            store.set_setting(f"note {n}", "x" * 500)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        saved = [DataFolder(back_up(store.folder, key, "test")) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    for one in saved:
        with closing(open_connection(one.database, key)) as copy:
            notes = [int(key.split()[1]) for (key,) in copy.execute("SELECT key FROM setting")]
        assert sorted(notes) == list(range(len(notes)))


def test_no_room_for_a_backup_is_said_and_the_ballast_stays(store: Store, key: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught, backup.told_of_backup(tmp_path):
        raise OSError(errno.ENOSPC, "full")
    assert "too little room for the backup" in caught.value.message.text
    assert ballast_path(store.folder).exists()
    with pytest.raises(ZeroDivisionError), backup.told_of_backup(tmp_path):
        raise ZeroDivisionError


def test_a_file_that_cannot_be_read_whole_gives_no_backup(store: Store, key: bytes) -> None:
    fill(store)
    store.close()
    content = store.folder.database.read_bytes()
    store.folder.database.write_bytes(content[:9000] + bytes(200) + content[9200:])
    with pytest.raises(UserError):
        back_up(store.folder, key, "test")
    assert list(store.folder.backups.iterdir()) == []


def test_every_table_that_keeps_something_is_counted(store: Store, key: bytes) -> None:
    fill(store)
    with closing(open_connection(store.folder.database, key)) as connection:
        counts = row_counts(connection)
    assert counts["card"] == counts["journal"] == counts["draft"] == counts["use_log"] == 1
    assert counts["search_item"] == 14
