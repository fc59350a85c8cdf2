"""From a folder and a key to a file that may be used: made new, or examined and brought up to date."""

from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.faults import Fault, fault_of, refusal
from tvm_desktop.storage.files import close_to_others, make_private_file, make_private_folder, settle, wal_of
from tvm_desktop.storage.keyfile import database_id, mark_used
from tvm_desktop.storage.migrate import APPLICATION_ID, CheckError, migrate, number, version_of
from tvm_desktop.storage.migrations import STEPS, Step
from tvm_desktop.storage.swap import finish

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tvm_desktop.paths import DataFolder

_PLAIN_SQLITE = b"SQLite format 3\x00"
_PAGE = 4096
_VALUES_OF_CHANCE = 240
_WHOLE_CHECK_BYTES = 32 * 1024 * 1024
_SPARE_BYTES = 16 * 1024 * 1024


def make_new(folder: DataFolder, key: bytes) -> None:
    """Make an empty file with the newest schema. It gets its name only when it is whole.

    Raises UserError when there is, or was, a file already.
    """
    if folder.database.exists() or wal_of(folder).exists():
        raise refusal(Fault.THERE_ALREADY)
    make_private_folder(folder.root)
    fresh = folder.root / "meetings.db.new"
    for leftover in folder.root.glob("meetings.db.new*"):
        leftover.unlink()
    make_private_file(fresh)
    with closing(open_connection(fresh, key, database_id(folder) or b"")) as connection:
        migrate(connection, STEPS)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    settle(fresh)
    fresh.rename(folder.database)
    settle(folder.root)
    mark_used(folder)


def make_ready(folder: DataFolder, key: bytes, steps: Sequence[Step] = STEPS) -> None:
    """Examine the file and bring it to the newest schema. Raises UserError and changes nothing when it is not sound."""
    finish(folder)
    _refuse_from_outside(folder)
    close_to_others(folder.root)
    with closing(open_connection(folder.database, key)) as connection:
        if number(connection, "application_id") != APPLICATION_ID:
            raise refusal(Fault.NOT_OURS)
        version = version_of(connection)
        if version // 1000 > steps[-1].version // 1000:
            raise refusal(Fault.NEWER)
        _refuse_damage(folder, connection)
        if version < steps[-1].version:
            _migrate_safely(folder, key, connection, steps)


def _refuse_from_outside(folder: DataFolder) -> None:
    path = folder.database
    if not path.is_file():
        raise refusal(Fault.MISSING)
    with path.open("rb") as file:
        first = file.read(_PAGE)
    head = first[:16]
    # SQLite opens an empty file as an empty database, so damage must be seen here.
    if path.stat().st_size < _PAGE:
        raise refusal(Fault.DAMAGED)
    if head == _PLAIN_SQLITE:
        raise refusal(Fault.NOT_OURS)
    expected = database_id(folder)
    if expected is not None and head != expected:
        raise refusal(Fault.OTHER_KEY if _looks_encrypted(first) else Fault.NOT_OURS)


def _looks_encrypted(page: bytes) -> bool:
    """Say whether a page could be ours: encrypted bytes look like chance, which hardly leaves out any value."""
    return len(set(page)) > _VALUES_OF_CHANCE


def _refuse_damage(folder: DataFolder, connection: sqlite3.Connection) -> None:
    # A power cut may leave a torn page that the journal mends, so the journal is taken in before anything is judged.
    if not _journal_taken_in(connection):
        return
    size = folder.database.stat().st_size
    if size < number(connection, "page_count") * number(connection, "page_size"):
        raise refusal(Fault.DAMAGED)
    if size > _WHOLE_CHECK_BYTES:
        return  # every page is still checked by its HMAC when it is read
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise refusal(Fault.DAMAGED)
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise refusal(Fault.DAMAGED)


def _journal_taken_in(connection: sqlite3.Connection) -> bool:
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except Exception as error:
        if fault_of(error) is Fault.FULL:
            return False  # one may still read, and free room
        raise
    return not int(busy)


def _migrate_safely(
    folder: DataFolder, key: bytes, connection: sqlite3.Connection, steps: Sequence[Step]
) -> None:
    size = folder.database.stat().st_size
    if shutil.disk_usage(folder.root).free < 3 * size + _SPARE_BYTES:
        raise refusal(Fault.NO_ROOM)
    saved = back_up(folder, key, f"v{version_of(connection)}")
    try:
        migrate(connection, steps)
    except CheckError:
        raise refusal(Fault.NOT_MIGRATED) from None
    connection.execute(
        "INSERT INTO backup_info (at, name, reason) VALUES (strftime('%Y-%m-%dT%H:%M:%f+00:00'), ?, 'migration')",
        (saved.name,),
    )
