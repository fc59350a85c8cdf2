"""A backup: a whole copy made by SQLite itself, opened again and compared, with the key files beside it."""

from __future__ import annotations

import shutil
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.faults import Fault, told
from tvm_desktop.storage.files import make_private_file, make_private_folder, settle
from tvm_desktop.storage.migrate import number
from tvm_desktop.words import msg

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

UNFINISHED = ".part"
_SENTENCES = {
    Fault.FULL: msg(
        "There is too little room for the backup, so none was made. Make room, or choose another place."
    ),
    Fault.READ_ONLY: msg(
        "The program may not write the backup there, so none was made. Choose another place."
    ),
    Fault.BUSY: msg(
        "The meetings were being written all the time, so no backup was made. Try again in a moment."
    ),
    Fault.DAMAGED: msg(
        "The file with your meetings cannot be read whole, so no backup was made. "
        "Look for the newest backup that opens, or ask your IT support."
    ),
}
_DISK = msg(
    "The disk did not answer as it should, so no backup was made. Check that it is connected, then try again."
)


def back_up(folder: DataFolder, key: bytes, reason: str, at: datetime | None = None) -> Path:
    """Make a verified backup and return its folder: ``backups/<instant>-<reason>/meetings.db`` and the key files.

    Works on a connection of its own, so it may run in a worker. Raises UserError when the copy is not equal to the
    file; a copy that failed is removed, and one that broke off never gets a backup's name.
    """
    with told_of_backup(folder.root):
        if not folder.database.is_file():
            raise UserError(_DISK)  # before a folder is made where another has vanished
        make_private_folder(folder.backups)
        return make_backup(folder, key, free_name(folder.backups, reason, at or datetime.now(UTC)))


def make_backup(folder: DataFolder, key: bytes, target: Path) -> Path:
    """Make a verified backup under a name that is free, and return it."""
    with closing(open_connection(folder.database, key)) as source, unfinished(target) as part:
        seen = number(source, "data_version")
        try:
            copy_out(source, part, key)
        except UserError:
            if number(source, "data_version") == seen:
                raise
            # Somebody wrote between copying and counting: once more, while all others wait.
            with closing(open_connection(folder.database, key)) as others_wait:
                others_wait.execute("BEGIN IMMEDIATE")
                copy_out(source, part, key)
        for original, copy in ((folder.key, part.key), (folder.key_copy, part.key_copy)):
            with suppress(FileNotFoundError):
                lay_file(copy, original.read_bytes())
    return target


def save_copy(folder: DataFolder, key: bytes, place: Path, at: datetime | None = None) -> Path:
    """Make a verified copy in any folder, as encrypted as the file itself, and return it. Raises UserError."""
    with told_of_backup(place):
        return make_backup(folder, key, free_name(place, "copy", at or datetime.now(UTC), "TVM-"))


def free_name(place: Path, reason: str, at: datetime, before: str = "") -> Path:
    """Return where a backup of this instant can lie; when one has the instant already, the next second is taken."""
    while True:
        instant = f"{before}{at.astimezone(UTC):%Y-%m-%dT%H-%M-%S}"
        if not any(place.glob(f"{instant}-*")):
            return place / f"{instant}-{reason}"
        at += timedelta(seconds=1)


@contextmanager
def unfinished(target: Path) -> Iterator[DataFolder]:
    """Make a folder that gets its name when it is whole, and goes when it is not."""
    part = DataFolder(target.with_name(target.name + UNFINISHED))
    shutil.rmtree(part.root, ignore_errors=True)
    make_private_folder(part.root)
    try:
        yield part
        settle(part.root)
        part.root.rename(target)
    except BaseException:
        shutil.rmtree(part.root, ignore_errors=True)
        raise
    settle(target.parent)


def copy_out(source: sqlite3.Connection, target: DataFolder, key: bytes) -> None:
    """Copy what is committed into a new file and prove it. Raises UserError when the two are not equal."""
    target.database.unlink(missing_ok=True)
    make_private_file(target.database)
    # The target exists, empty and private: VACUUM INTO accepts that and leaves its rights alone.
    source.execute("VACUUM INTO ?", (str(target.database),))
    settle(target.database)
    compare(source, target, key)


def lay_file(path: Path, content: bytes) -> None:
    """Write a new file for the owner only, to the disk."""
    make_private_file(path)
    path.write_bytes(content)
    settle(path)


def compare(source: sqlite3.Connection, target: DataFolder, key: bytes) -> None:
    """Open a copy and see that it is sound and has every row. Raises UserError when it does not."""
    with closing(open_connection(target.database, key)) as copy:
        sound = copy.execute("PRAGMA cipher_integrity_check").fetchone() is None
        if not sound or row_counts(copy) != row_counts(source):
            raise UserError(_SENTENCES[Fault.DAMAGED])
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


def told_of_backup(place: Path) -> AbstractContextManager[None]:
    """Say calmly why no backup was made at a place. The ballast stays: it is for the meeting."""
    return told(DataFolder(place), _refusal)


def _refusal(fault: Fault) -> UserError:
    return UserError(_SENTENCES.get(fault, _DISK))
