"""Deleting courses for good: their rows, then every trace in the file, then the backups that still hold them.

The rows go in one transaction. Before it, a mark beside the file says of which database, and at which instant; while it
lies there and the file has a receipt of that instant, what is left to do is taken up at the next start. So it waits too
while another file, or an older one, has been restored into the folder.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, text, update

from tvm_desktop.errors import UserError
from tvm_desktop.storage import uselog
from tvm_desktop.storage.backup import UNFINISHED, back_up
from tvm_desktop.storage.backups import (
    AFTER_DELETION,
    BEFORE_RESTORE,
    PUT_ASIDE,
    Backup,
    head_of,
    is_of,
    list_backups,
)
from tvm_desktop.storage.faults import Fault, refusal
from tvm_desktop.storage.files import settle, write_atomically
from tvm_desktop.storage.mapper import codec_of, instant
from tvm_desktop.storage.moving import left_behind
from tvm_desktop.storage.rows import Receipt, UseNote
from tvm_desktop.storage.swap import coming
from tvm_desktop.storage.tables import DRAFT, FORMAT, JOURNAL, RECEIPT, SETTING, TABLES, USE_LOG

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from tvm_desktop.paths import DataFolder

_AT = codec_of(datetime)
_STILL_USED = text(
    "SELECT EXISTS (SELECT 1 FROM meeting WHERE format_hash = :hash)"
    " OR EXISTS (SELECT 1 FROM journal WHERE instr(edits, :hash))"
)
_CHANCE = re.compile("[0-9a-f]{16,}")
_LINE = re.compile(r"([0-9a-f]{32}) (\S+)")
_OF_FILE = ("meetings.db*", "meetings.key*")


def mark_path(folder: DataFolder) -> Path:
    """Return where it says that a deletion is under way."""
    return folder.root / "deletion"


def erase(folder: DataFolder, connection: Connection, course_ids: Iterable[str], note: UseNote) -> None:
    """Delete courses within a transaction; each leaves a receipt and a line in the use log. Leaves the mark.

    Raises LookupError when there is no such course.
    """
    wanted = list(course_ids)
    for course_id in wanted:
        if not _ids(connection, "Course", course_id):
            raise LookupError(f"there is no course {course_id}")
    lay_mark(folder, head_of(folder), [instant(note.at)])
    for course_id in wanted:
        _erase(connection, course_id, note)


def lay_mark(folder: DataFolder, database: bytes, instants: Iterable[str]) -> None:
    """Say beside the file that deletions of these instants are under way, beside those that wait already."""
    lines = {*_lines(folder), *(f"{database.hex()} {at}" for at in instants)}
    write_atomically(mark_path(folder), "\n".join(sorted(lines)).encode())


def receipts(connection: Connection) -> list[Receipt]:
    """List what was deleted, the latest first."""
    return [
        Receipt(
            seq=row.seq,
            at=_AT.from_column(row.at),
            who=row.who,
            course_id=row.course_id,
            meetings=row.meetings,
            things=row.things,
            backups_replaced=row.backups_replaced and _AT.from_column(row.backups_replaced),
        )
        for row in connection.execute(select(RECEIPT).order_by(RECEIPT.c.seq.desc()))
    ]


def finish(folder: DataFolder, key: bytes, connection: Connection, at: datetime) -> None:
    """Finish what a deletion left to do; nothing when none waits. Raises UserError, and then it still waits."""
    for _ in finishing(folder, key, raw_of(connection), at):
        pass


def finishing(folder: DataFolder, key: bytes, connection: sqlite3.Connection, at: datetime) -> Iterator[str]:
    """Do it step by step; a step's name follows when it is done. Safe to do again after any stop."""
    gone = waiting(folder, connection)
    if not gone:
        return
    scrub(connection)
    yield "scrubbed"
    # The time is noted before the copy is made, so that the copy says it too. A folder that was left when its disk
    # failed still has backups, so nothing is noted until the meetings are back there.
    _note_backups(connection, gone, at if left_behind(folder) is None else None)
    yield "noted"
    try:
        fresh = back_up(folder, key, AFTER_DELETION, at)
    except UserError:
        _note_backups(connection, gone, None)
        raise
    yield "copied"
    database = head_of(folder)
    _remove_all_but(folder, fresh, database)
    yield "removed"
    _take_mark_away(folder, database)
    yield "done"


def backups_that_go(folder: DataFolder) -> tuple[Backup, ...]:
    """List the backups that a deletion replaces: those of the file that is here now."""
    backups = list_backups(folder)
    with suppress(OSError):
        database = head_of(folder)
        return tuple(backup for backup in backups if is_of(backup.root, database))
    return backups


def ways_back(folder: DataFolder) -> tuple[Backup, ...]:
    """List those of them that alone hold what was here before a backup was restored."""
    return tuple(one for one in backups_that_go(folder) if one.reason in (BEFORE_RESTORE, PUT_ASIDE))


def waiting(folder: DataFolder, connection: sqlite3.Connection) -> list[int]:
    """Return the numbers of the receipts whose backups are still to be replaced; mostly there are none.

    A deletion that this file does not know of waits for the file that does, and so does one whose course is back:
    somebody has restored a file from before it.
    """
    lines = _lines(folder)
    if not lines:
        return []
    read = [_LINE.fullmatch(line) for line in lines]
    own = {line[2] for line in read if line and line[1] == head_of(folder).hex()}
    rows = connection.execute("SELECT seq, at, course_id, backups_replaced FROM receipt").fetchall()
    if not all(read):
        own |= {
            at for _seq, at, _course, _replaced in rows
        }  # what cannot be read waits for every receipt there is
    there = {_nameless(id_) for (id_,) in connection.execute("SELECT id FROM course").fetchall()}
    own -= {at for _seq, at, course_id, _replaced in rows if course_id in there}
    gone = [seq for seq, at, _course, _replaced in rows if at in own]
    # No backup of before is left when one deletion is finished, so what waited longer is finished with it.
    longer = [
        seq for seq, _at, course_id, replaced in rows if gone and not replaced and course_id not in there
    ]
    return sorted({*gone, *longer})


def scrub(connection: sqlite3.Connection) -> None:
    """Leave nothing in the file of what is deleted: no word in the index, no free page, no journal beside it."""
    for index in ("search_name", "search_said"):
        # What was deleted is only crossed out in the index until all of it is written afresh.
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    connection.execute("DELETE FROM backup_info")
    connection.execute("VACUUM")
    busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if int(busy):
        raise refusal(Fault.BUSY)


def raw_of(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection, whose statements are transactions of their own."""
    raw: sqlite3.Connection | None = connection.connection.driver_connection
    if raw is None:
        raise RuntimeError("the file is closed")
    return raw


def _erase(connection: Connection, course_id: str, note: UseNote) -> None:
    ids = {kind: _ids(connection, kind, course_id) for kind in TABLES}
    everything = {id_ for of_kind in ids.values() for id_ in of_kind}
    hashes = _formats_of(connection, course_id)
    for table in (JOURNAL, DRAFT, *TABLES.values()):
        connection.execute(delete(table).where(table.c.course_id == course_id))
    _drop_keys(connection, everything)
    for hash_ in hashes:
        if not connection.execute(_STILL_USED, {"hash": hash_}).scalar():
            connection.execute(delete(FORMAT).where(FORMAT.c.hash == hash_))
    nameless = _nameless(course_id)
    connection.execute(update(USE_LOG).where(USE_LOG.c.course_id == course_id).values(course_id=nameless))
    values = {
        "at": instant(note.at),
        "who": note.who,
        "course_id": nameless,
        "meetings": len(ids["Meeting"]),
        "things": sum(len(of_kind) for of_kind in ids.values()) - len(ids["Meeting"]) - 1,
    }
    connection.execute(insert(RECEIPT).values(values))
    uselog.write(connection, replace(note, course_id=nameless))


def _nameless(course_id: str) -> str:
    """Return an id that tells nothing; one of a file that was brought in may be a name."""
    return (
        course_id if _CHANCE.fullmatch(course_id) else blake2b(course_id.encode(), digest_size=8).hexdigest()
    )


def _ids(connection: Connection, kind: str, course_id: str) -> set[str]:
    table = TABLES[kind]
    return set(connection.execute(select(table.c.id).where(table.c.course_id == course_id)).scalars())


def _formats_of(connection: Connection, course_id: str) -> list[str]:
    meetings = TABLES["Meeting"]
    used = select(meetings.c.format_hash).where(meetings.c.course_id == course_id)
    kept = connection.execute(select(FORMAT.c.hash)).scalars().all()
    now = set(connection.execute(used).scalars())
    edits = connection.execute(select(JOURNAL.c.edits).where(JOURNAL.c.course_id == course_id)).scalars()
    earlier = "\n".join(edits)
    return [hash_ for hash_ in kept if hash_ in now or hash_ in earlier]


def _drop_keys(connection: Connection, ids: set[str]) -> None:
    for table in (DRAFT, SETTING):
        for key in connection.execute(select(table.c.key)).scalars().all():
            if not ids.isdisjoint(key.split("/")):
                connection.execute(delete(table).where(table.c.key == key))


def _lines(folder: DataFolder) -> list[str]:
    try:
        return mark_path(folder).read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return []


def _take_mark_away(folder: DataFolder, database: bytes) -> None:
    """Leave only what is said of other databases."""
    others = [
        line for line in _lines(folder) if _LINE.fullmatch(line) and not line.startswith(database.hex())
    ]
    if others:
        write_atomically(mark_path(folder), "\n".join(others).encode())
    else:
        mark_path(folder).unlink()
        settle(folder.root)


def _note_backups(connection: sqlite3.Connection, receipts: Iterable[int], at: datetime | None) -> None:
    noted = None if at is None else instant(at)
    wanted = [(noted, seq) for seq in receipts]
    connection.executemany("UPDATE receipt SET backups_replaced = ? WHERE seq = ?", wanted)


def _remove_all_but(folder: DataFolder, fresh: Path, database: bytes) -> None:
    """Remove every other backup of this database, and what broke off on the way to one."""
    for path in folder.backups.iterdir():
        if path != fresh and _is_backup(path) and (path.name.endswith(UNFINISHED) or is_of(path, database)):
            _remove(path)
    if coming(folder).root.is_dir():
        shutil.rmtree(coming(folder).root)
    settle(folder.backups)


def _is_backup(path: Path) -> bool:
    if path.is_symlink() or not path.is_dir():
        return False
    return path.name.endswith(UNFINISHED) or any(True for name in _OF_FILE for _ in path.glob(name))


def _remove(path: Path) -> None:
    """Remove a folder, which another hand may be removing too. Raises OSError when something of it stays.

    It loses its name first, so that half of one is never taken for a backup.
    """
    going = path if path.name.endswith(UNFINISHED) else path.with_name(path.name + UNFINISHED)
    if going != path:
        with suppress(FileNotFoundError):
            path.rename(going)
    shutil.rmtree(going, ignore_errors=True)
    if going.exists() or path.exists():
        raise OSError("a backup could not be removed")
