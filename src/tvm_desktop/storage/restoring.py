"""What is in a backup, proven by opening it; and a backup in the place of the present file."""

from __future__ import annotations

import os
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import ballast
from tvm_desktop.storage.backup import back_up, free_name, lay_file, unfinished
from tvm_desktop.storage.backups import BEFORE_RESTORE, PUT_ASIDE, head_of
from tvm_desktop.storage.carrying import Known, carry, known_of, pending
from tvm_desktop.storage.deletion import lay_mark
from tvm_desktop.storage.engine import look_into, open_connection
from tvm_desktop.storage.faults import Fault, told
from tvm_desktop.storage.files import make_private_file, make_private_folder, settle, wal_of
from tvm_desktop.storage.keyfile import belongs, key_content
from tvm_desktop.storage.migrate import APPLICATION_ID, CheckError, number, version_of
from tvm_desktop.storage.migrations import STEPS
from tvm_desktop.storage.moving import forget_move
from tvm_desktop.storage.swap import coming, decide, finish
from tvm_desktop.words import msg

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

_HEAD = 16
_SPARE_BYTES = 16 * 1024 * 1024
_DAMAGED = msg("This backup is damaged and cannot be used. Choose another one.")
_NO_ROOM = msg(
    "There is too little room on the disk to restore the backup safely. Nothing has been changed. "
    "Make room on the disk and try again."
)
_SENTENCES = {
    Fault.FULL: _NO_ROOM,
    Fault.READ_ONLY: msg(
        "The program may not read the backup, or may not write in its data folder. Nothing has been changed."
    ),
    Fault.BUSY: msg("Another program has the backup open. Close it there, wait a moment and try again."),
    Fault.DAMAGED: _DAMAGED,
}
_DISK = msg(
    "The disk with the backup did not answer as it should. Nothing has been changed. "
    "Check that it is connected, then try again."
)
_NOT_OURS = msg("This is no backup of this program. Choose another one.")
_NEWER = msg("This backup was made by a newer version of the program. Install the newest version to use it.")
_OTHER_KEY = msg(
    "The key file of this backup is missing or does not fit it, so it cannot be opened. Choose another one."
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a file: its courses by name, its meetings by id, and when the newest of them is held."""

    courses: tuple[str, ...]
    meetings: frozenset[str]
    newest: datetime | None


def same_database(folder: DataFolder, backup: DataFolder, key: bytes) -> bool:
    """Say whether a backup is of the file that a key opens here, so that the same key opens it."""
    try:
        return belongs(folder, key, head_of(backup))
    except OSError:
        return False


def preview(backup: DataFolder, key: bytes) -> Contents:
    """Open a backup, prove it whole, and say what is in it. Raises UserError when it is not whole, or not ours."""
    with _told(backup):
        if _journal_waits(backup):
            connection = open_connection(backup.database, key)
        else:
            connection = look_into(backup.database, key)
        with closing(connection):
            _prove(connection, backup)
            return contents(connection)


def contents_of(folder: DataFolder, key: bytes) -> Contents:
    """Say what is in the file in use."""
    with _told(folder), closing(open_connection(folder.database, key)) as connection:
        return contents(connection)


def contents(connection: sqlite3.Connection) -> Contents:
    """Read what is in a file."""
    courses = connection.execute("SELECT name FROM course ORDER BY name").fetchall()
    meetings = connection.execute("SELECT id, starts FROM meeting").fetchall()
    held = [datetime.fromisoformat(starts) for _id, starts in meetings if starts]
    return Contents(
        tuple(name for (name,) in courses),
        frozenset(id_ for id_, _starts in meetings),
        max(held, default=None),
    )


def restore(
    folder: DataFolder,
    backup: DataFolder,
    key: bytes,
    *,
    present_key: bytes | None = None,
    at: datetime | None = None,
) -> None:
    """Put a backup in the place of the present file, which must be closed; wherever it stops, one of the two is whole.

    ``present_key`` opens the present file, which then becomes a backup of its own; without it, or when it is damaged,
    the file is put aside as it is. Raises UserError, and then nothing has changed.
    """
    try:
        with _told(folder):
            for _ in restoring(folder, backup, key, present_key=present_key, at=at):
                pass
    finally:
        shutil.rmtree(coming(folder).root, ignore_errors=True)


def restoring(
    folder: DataFolder,
    backup: DataFolder,
    key: bytes,
    *,
    present_key: bytes | None = None,
    at: datetime | None = None,
) -> Iterator[str]:
    """Do it step by step; a step's name follows when it is done."""
    moment = at or datetime.now(UTC)
    finish(folder)
    _need_room(folder, backup)
    _bring(folder, backup, key)
    yield "brought"
    _carry(folder, key)
    yield "carried"
    _keep_present(folder, present_key, moment)
    yield "kept"
    forget_move(folder)
    decide(folder)
    yield "decided"
    finish(folder)
    yield "done"


def _need_room(folder: DataFolder, backup: DataFolder) -> None:
    make_private_folder(folder.root)
    needed = sum(
        file.stat().st_size
        for one in (folder, backup)
        for file in (one.database, wal_of(one))
        if file.is_file()
    )
    if shutil.disk_usage(folder.root).free < needed + _SPARE_BYTES:
        ballast.free(folder)
    if shutil.disk_usage(folder.root).free < needed + _SPARE_BYTES // 4:
        raise UserError(_NO_ROOM)


def _bring(folder: DataFolder, backup: DataFolder, key: bytes) -> None:
    """Make a proven copy of the backup beside the present file, with the keys that belong to it."""
    new = coming(folder)
    shutil.rmtree(new.root, ignore_errors=True)
    make_private_folder(new.root)
    _copy(backup.database, new.database)
    if _journal_waits(backup):
        _copy(wal_of(backup), wal_of(new))
    with closing(open_connection(new.database, key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        _prove(connection, new)
    settle(new.database)
    if not belongs(folder, key, head_of(new)):
        _bring_keys(backup, new, key)


def _carry(folder: DataFolder, key: bytes) -> None:
    """Let what comes know who did what with the present file, when it is the same one and can be read."""
    new, known = coming(folder), _known_here(folder, key)
    with closing(open_connection(new.database, key)) as connection:
        # What was deleted elsewhere, after this folder was left, still lies in the backups here.
        elsewhere = pending(known, connection) if belongs(folder, key, head_of(new)) else []
        with suppress(CheckError):
            carry(known, connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    settle(new.database)
    if elsewhere:
        lay_mark(folder, head_of(new), elsewhere)


def _known_here(folder: DataFolder, key: bytes) -> Known:
    """Read the log in a copy of the present file, which may be put aside as it is."""
    present = DataFolder(coming(folder).root / "present")
    try:
        if head_of(folder) != head_of(coming(folder)):
            return Known()
        make_private_folder(present.root)
        _copy(folder.database, present.database)
        if _journal_waits(folder):
            _copy(wal_of(folder), wal_of(present))
        with closing(open_connection(present.database, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            _prove(connection, present)
            return known_of(connection)
    except Exception:  # whatever is wrong with it, it keeps nobody from restoring
        return Known()
    finally:
        shutil.rmtree(present.root, ignore_errors=True)


def _copy(original: Path, copy: Path) -> None:
    make_private_file(copy)
    shutil.copyfile(original, copy)
    settle(copy)


def _bring_keys(backup: DataFolder, new: DataFolder, key: bytes) -> None:
    content = key_content(backup)
    if content is None or not belongs(backup, key, head_of(new)):
        raise UserError(_OTHER_KEY)
    lay_file(new.key, content)
    lay_file(new.key_copy, content)


def _keep_present(folder: DataFolder, key: bytes | None, at: datetime) -> None:
    make_private_folder(folder.backups)
    if not any(path.exists() for path in (folder.database, wal_of(folder), folder.key, folder.key_copy)):
        return
    if key is not None:
        try:
            _refuse_stub(folder)
            back_up(folder, key, BEFORE_RESTORE, at)
        except UserError:
            pass  # it cannot be read whole: it is kept as it is
        else:
            return
    _put_aside(folder, at)


def _refuse_stub(folder: DataFolder) -> None:
    # SQLite would make a new file of an empty one, so an empty one is never opened.
    if not folder.database.is_file() or folder.database.stat().st_size < _HEAD:
        raise UserError(_DAMAGED)


def _put_aside(folder: DataFolder, at: datetime) -> None:
    """Keep the present files as they are under a name of their own; where they lie they stay until all is decided."""
    with unfinished(free_name(folder.backups, PUT_ASIDE, at)) as aside:
        pairs = (
            (folder.database, aside.database),
            (wal_of(folder), wal_of(aside)),
            (folder.key, aside.key),
            (folder.key_copy, aside.key_copy),
        )
        for present, kept in pairs:
            with suppress(FileNotFoundError):
                _keep(present, kept)


def _keep(present: Path, kept: Path) -> None:
    """Give a file a second name, which reads nothing of it; copy it where a disk knows no second names."""
    try:
        os.link(present, kept)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(present, kept)
        settle(kept)


def _prove(connection: sqlite3.Connection, folder: DataFolder) -> None:
    if number(connection, "application_id") != APPLICATION_ID:
        raise UserError(_NOT_OURS)
    if version_of(connection) // 1000 > STEPS[-1].version // 1000:
        raise UserError(_NEWER)
    pages = number(connection, "page_count") * number(connection, "page_size")
    if not _journal_waits(folder) and folder.database.stat().st_size < pages:
        raise UserError(_DAMAGED)
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise UserError(_DAMAGED)
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise UserError(_DAMAGED)


def _journal_waits(folder: DataFolder) -> bool:
    journal = wal_of(folder)
    return journal.is_file() and journal.stat().st_size > 0


def _told(folder: DataFolder) -> AbstractContextManager[None]:
    return told(folder, _refusal)


def _refusal(fault: Fault) -> UserError:
    return UserError(_SENTENCES.get(fault, _DISK))
