"""What a file knows of its own use goes with it into the backup that takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.storage.migrate import migrate, version_of
from tvm_desktop.storage.migrations import STEPS

if TYPE_CHECKING:
    import sqlite3

_LOG = "at, who, act, course_id"
_RECEIPT = "at, who, course_id, meetings, things, backups_replaced"


@dataclass(frozen=True, slots=True)
class Known:
    """The rows of a use log and the receipts, oldest first, as they stand in the file."""

    log: tuple[tuple[object, ...], ...] = ()
    receipts: tuple[tuple[object, ...], ...] = ()


def known_of(connection: sqlite3.Connection) -> Known:
    """Read what a file knows; one that is older is brought up to date first, so it must be a copy."""
    _bring_up_to_date(connection)
    return Known(
        tuple(connection.execute(f"SELECT {_LOG} FROM use_log ORDER BY seq").fetchall()),
        tuple(connection.execute(f"SELECT {_RECEIPT} FROM receipt ORDER BY seq").fetchall()),
    )


def carry(known: Known, connection: sqlite3.Connection) -> None:
    """Add the lines and receipts that a file does not have, in one transaction."""
    if known == Known():
        return
    _bring_up_to_date(connection)
    there = set(connection.execute("SELECT at, who, act FROM use_log").fetchall())
    receipts = set(connection.execute("SELECT at, who, course_id FROM receipt").fetchall())
    # A course's id may have been replaced in the log when it was deleted, so a line is known without it.
    lines = [line for line in known.log if line[:3] not in there]
    added = [receipt for receipt in known.receipts if receipt[:3] not in receipts]
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(f"INSERT INTO use_log ({_LOG}) VALUES (?, ?, ?, ?)", lines)
        connection.executemany(f"INSERT INTO receipt ({_RECEIPT}) VALUES (?, ?, ?, ?, ?, ?)", added)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def pending(known: Known, connection: sqlite3.Connection) -> list[str]:
    """Return the instants of deletions that a file knows of, and this one not, whose backups were not replaced."""
    if version_of(connection) < STEPS[-1].version:
        return []
    here = {receipt[0] for receipt in known.receipts}
    rows = connection.execute("SELECT at FROM receipt WHERE backups_replaced IS NULL").fetchall()
    return sorted({at for (at,) in rows} - here)


def _bring_up_to_date(connection: sqlite3.Connection) -> None:
    if version_of(connection) < STEPS[-1].version:
        migrate(connection, STEPS)
