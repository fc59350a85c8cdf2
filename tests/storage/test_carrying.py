"""The use log and the receipts of one file in another one."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers.golden import PASSWORD
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.carrying import Known, carry, known_of
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.keyfile import unlock_with_password
from tvm_desktop.storage.restoring import restore
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

OLD = Path(__file__).parents[1] / "fixtures" / "v1.1"
AT = "2026-03-20T09:05:07.000000+00:00"
LINE = (AT, "eva", "shown", "0123456789abcdef")
RECEIPT = (AT, "eva", "0123456789abcdef", 1, 2, None)


@pytest.fixture
def connection(store: Store, key: bytes) -> Iterator[sqlite3.Connection]:
    """Open the file of a closed store."""
    store.close()
    with closing(open_connection(store.folder.database, key)) as opened:
        yield opened


def test_what_is_not_there_comes_and_what_is_there_does_not_come_twice(
    connection: sqlite3.Connection,
) -> None:
    known = Known((LINE,), (RECEIPT,))
    for _ in range(2):
        carry(known, connection)
        assert known_of(connection) == known


def test_a_line_is_the_same_when_its_course_was_deleted_meanwhile(connection: sqlite3.Connection) -> None:
    carry(Known((LINE,)), connection)
    carry(Known(((*LINE[:3], "another id"),)), connection)
    assert known_of(connection) == Known((LINE,))


def test_when_something_does_not_fit_nothing_comes(connection: sqlite3.Connection) -> None:
    with pytest.raises(Exception, match="NOT NULL"):
        carry(Known((LINE,), ((None, *RECEIPT[1:]),)), connection)
    assert known_of(connection) == Known()


def test_a_backup_from_before_the_file_was_brought_up_to_date_takes_the_lines_too(tmp_path: Path) -> None:
    folder = DataFolder(shutil.copytree(OLD, tmp_path / "data"))
    backup = DataFolder(shutil.copytree(OLD, tmp_path / "backup"))
    key = unlock_with_password(folder, PASSWORD)
    store = Store.open(folder, key)
    receipt = store.delete_course(store.courses()[0].id)
    store.log_use(UseAct.SHOWN)
    store.close()
    restore(folder, backup, key, present_key=key, at=datetime.now(UTC))
    store = Store.open(folder, key)
    assert store.use_log()[0].act is UseAct.SHOWN
    assert store.receipts() == [receipt]
    assert len(store.courses()) == 1
    store.close()
