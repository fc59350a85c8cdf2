"""Bringing a file to the newest schema: all steps in one transaction, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from tvm_desktop.storage.migrations import Step

APPLICATION_ID = 0x54564D44  # "TVMD"


class CheckError(Exception):
    """A migrated file did not pass its checks; nothing was kept."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the file's version, major * 1000 + minor; 0 = empty."""
    return number(connection, "user_version")


def number(connection: sqlite3.Connection, pragma: str) -> int:
    """Return a pragma's value as a number."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Run the steps that the file has not seen.

    The undo journal of an older file is emptied, since its images have the old fields.
    Raises CheckError; on any error the file is as it was.
    """
    # Tables are rebuilt while others point to them; the check before COMMIT finds what no longer fits.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _run(connection, steps)
        _check(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    before = version_of(connection)
    for step in steps:
        if step.version > before:
            for statement in step.statements():
                connection.execute(statement)
    if before:
        connection.execute("DELETE FROM journal")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {steps[-1].version}")


def _check(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise CheckError("foreign_key_check")
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise CheckError("quick_check")
