from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.golden import fill
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import backup
from tvm_desktop.storage.backup import back_up, row_counts
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
    with pytest.raises(IsADirectoryError):
        back_up(store.folder, key, "test")
    assert list(store.folder.backups.iterdir()) == []


def test_every_table_that_keeps_something_is_counted(store: Store, key: bytes) -> None:
    fill(store)
    with closing(open_connection(store.folder.database, key)) as connection:
        counts = row_counts(connection)
    assert counts["card"] == counts["journal"] == counts["draft"] == counts["use_log"] == 1
    assert counts["search_item"] == 13
