"""A backup: a whole copy made by SQLite itself, opened again and compared, with the key files beside it."""

from __future__ import annotations

import shutil
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.faults import Fault, refusal
from tvm_desktop.storage.files import make_private_file, make_private_folder, settle

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def back_up(folder: DataFolder, key: bytes, reason: str, at: datetime | None = None) -> Path:
    """Make a verified backup and return its folder: ``backups/<instant>-<reason>/meetings.db`` and the key files.

    Works on a connection of its own. Raises UserError when the copy is not equal to the file; a copy that
    failed is removed.
    """
    moment = at or datetime.now(UTC)
    target = DataFolder(folder.backups / f"{moment:%Y-%m-%dT%H-%M-%S}-{reason}")
    make_private_folder(folder.backups)
    make_private_folder(target.root)
    try:
        _copy(folder, target, key)
    except BaseException:
        shutil.rmtree(target.root, ignore_errors=True)
        raise
    settle(target.root)
    return target.root


def _copy(folder: DataFolder, target: DataFolder, key: bytes) -> None:
    target.database.unlink(missing_ok=True)
    make_private_file(target.database)
    with closing(open_connection(folder.database, key)) as source:
        # The target exists, empty and private: VACUUM INTO accepts that and leaves its rights alone.
        source.execute("VACUUM INTO ?", (str(target.database),))
        settle(target.database)
        compare(source, target, key)
    for original, copy in ((folder.key, target.key), (folder.key_copy, target.key_copy)):
        with suppress(FileNotFoundError):
            content = original.read_bytes()
            make_private_file(copy)
            copy.write_bytes(content)
            settle(copy)


def compare(source: sqlite3.Connection, target: DataFolder, key: bytes) -> None:
    """Open a copy and see that it is sound and has every row. Raises UserError when it does not."""
    with closing(open_connection(target.database, key)) as copy:
        sound = copy.execute("PRAGMA cipher_integrity_check").fetchone() is None
        if not sound or row_counts(copy) != row_counts(source):
            raise refusal(Fault.DAMAGED)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of every table that keeps something."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT GLOB 'search_name*' AND name NOT GLOB 'search_said*' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names
    }
