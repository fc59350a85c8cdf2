"""What ``tvm-desktop check`` finds: first what can be seen without the password, then everything behind it.

Nothing of what is there is written, but that a wrong password was tried. What must be opened is opened as a copy,
encrypted as the file is, which goes at the end. It lies among the backups as one that is not finished: were the check
killed, a deletion finds the copy there, as does whatever clears away what broke off.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tvm_desktop.dates import home_moment
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.attempts import Doorkeeper
from tvm_desktop.storage.backup import UNFINISHED
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.deletion import mark_path
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.exchange.reader import read_text
from tvm_desktop.storage.exchange.writer import export_course
from tvm_desktop.storage.faults import Fault, fault_of, refusal
from tvm_desktop.storage.files import make_private_folder, wal_of
from tvm_desktop.storage.keyfile import whole_key
from tvm_desktop.storage.migrate import number, version_of
from tvm_desktop.storage.migrations import STEPS
from tvm_desktop.storage.moving import moved_to
from tvm_desktop.storage.place import drive_of, place_warning
from tvm_desktop.storage.restoring import preview
from tvm_desktop.storage.store import Store
from tvm_desktop.storage.tables import TABLES
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Iterator

__all__ = ["Finding", "Weight", "from_outside", "is_held", "within"]

_PAGE = 4096
_HEAD = 16
_ALL = 100_000
_FILLING = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_found'"
_ASTRAY = """
SELECT (SELECT count(*) FROM "{table}" WHERE id NOT IN (SELECT id FROM search_item WHERE kind = '{kind}'))
    + (SELECT count(*) FROM search_item WHERE kind = '{kind}' AND id NOT IN (SELECT id FROM "{table}"))
"""
_NOT_INDEXED = """
SELECT count(*) FROM search_item
WHERE number NOT IN (SELECT id FROM search_name_docsize UNION SELECT id FROM search_said_docsize)
"""


class Weight(Enum):
    """How much a finding matters."""

    FINE = "fine"
    NOTE = "note"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``details`` are further sentences."""

    weight: Weight
    message: Message
    details: tuple[Message, ...] = ()


def _fine(message: Message) -> Finding:
    return Finding(Weight.FINE, message)


def _note(message: Message) -> Finding:
    return Finding(Weight.NOTE, message)


def _fault(message: Message, *details: Message) -> Finding:
    return Finding(Weight.FAULT, message, details)


# -- without the password ----------------------------------------------------------------------------------------------


def from_outside(folder: DataFolder) -> Iterator[Finding]:
    """Look at the folder without opening anything."""
    if not folder.root.is_dir():
        yield _fault(msg("There is no data folder at {path}", path=str(folder.root)))
        return
    yield _place(folder)
    yield _rights(folder)
    yield _lock(folder)
    yield _keys(folder)
    yield _head(folder)
    yield from _left_to_do(folder)


def is_held(folder: DataFolder) -> bool:
    """Say whether a program has the folder open, without taking it."""
    try:
        first = folder.lock.read_text("utf-8", "replace").partition("\n")[0].strip()
    except FileNotFoundError:
        return False
    except OSError:
        return True  # where nobody else may read it, somebody holds it
    if os.name != "posix" or not first.isdigit():
        return first != ""
    try:
        os.kill(int(first), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _place(folder: DataFolder) -> Finding:
    root = folder.root.resolve()
    warning = place_warning(root, drive_of(root))
    return _note(warning) if warning else _fine(msg("The folder lies on a disk of this computer."))


def _rights(folder: DataFolder) -> Finding:
    if os.name == "posix" and folder.root.stat().st_mode & 0o077:
        return _note(
            msg("Others who use this computer may look into the folder. What is in it is encrypted.")
        )
    return _fine(msg("Only you may look into the folder."))


def _lock(folder: DataFolder) -> Finding:
    if is_held(folder):
        return _fault(msg("TVM is open with this folder. Close it there, then check again."))
    if folder.lock.exists():
        return _note(
            msg("The program was stopped last time without closing. The next start puts that right.")
        )
    return _fine(msg("No program has the folder open."))


def _keys(folder: DataFolder) -> Finding:
    whole = _whole_keys(folder)
    if not whole:
        return _fault(msg("The key file and its copy cannot be read. Put meetings.key back from a backup."))
    if len(whole) == 1:
        return _note(msg("One of the two key files is missing or damaged. The next unlocking makes it good."))
    if len({content for content, _ in whole}) > 1:
        return _note(msg("The two key files differ. The next unlocking makes them the same."))
    return _fine(msg("The key file and its copy are whole and the same."))


def _whole_keys(folder: DataFolder) -> list[tuple[bytes, bytes]]:
    """Return the content of each key file that is whole, and what its database begins with."""
    return [found for path in (folder.key, folder.key_copy) if (found := whole_key(path)) is not None]


def _head(folder: DataFolder) -> Finding:
    try:
        with folder.database.open("rb") as file:
            head, size = file.read(_HEAD), folder.database.stat().st_size
    except FileNotFoundError:
        return _fault(refusal(Fault.MISSING).message)
    except OSError as error:
        return _fault(refusal(fault_of(error) or Fault.DISK).message)
    expected = {database for _, database in _whole_keys(folder)}
    if size < _PAGE or size % _PAGE:
        return _fault(msg("The file with your meetings is cut off: it does not end where a page ends."))
    if expected and head not in expected:
        return _fault(refusal(Fault.OTHER_KEY).message)
    return _fine(msg("The file with your meetings is there and belongs to the key file."))


def _left_to_do(folder: DataFolder) -> Iterator[Finding]:
    there = moved_to(folder)
    if there is not None:
        yield _note(msg("The meetings have gone on in another folder: {path}", path=str(there)))
    if folder.restoring.is_dir():
        yield _note(msg("A backup is on its way into its place. The next start finishes it."))
    if mark_path(folder).exists():
        yield _note(msg("A deletion is not finished: old backups may still hold what was deleted."))


# -- with the password -------------------------------------------------------------------------------------------------


def within(folder: DataFolder, password: str) -> Generator[Finding]:
    """Open a copy of everything and read all of it. Raises UserError when the password is another one."""
    with _copied(folder, folder) as copy:
        key = Doorkeeper(folder).open(password, of=copy)
        found = list(_pages(copy, key))
        yield from found
        if all(one.weight is not Weight.FAULT for one in found):
            yield from _contents(copy, key)
        yield from _backups(folder, key)


@contextmanager
def _copied(folder: DataFolder, checked: DataFolder) -> Iterator[DataFolder]:
    """Copy what opens a file, and the file, to a private place below the one that is checked. Raises UserError."""
    with ExitStack() as until_the_end:
        try:
            below = tempfile.TemporaryDirectory(prefix="check-", suffix=UNFINISHED, dir=_place_in(checked))
            copy = DataFolder(Path(until_the_end.enter_context(below)))
            for path in (folder.database, wal_of(folder), folder.key, folder.key_copy):
                with suppress(FileNotFoundError):
                    shutil.copyfile(path, copy.root / path.name)
        except OSError as error:
            raise refusal(fault_of(error) or Fault.DISK) from None
        yield copy


def _place_in(checked: DataFolder) -> Path | None:
    """Return where copies may lie; None, which is the system's place, where the folder cannot be written to."""
    if not os.access(checked.root, os.W_OK):
        return None
    make_private_folder(checked.backups)
    return checked.backups


def _pages(copy: DataFolder, key: bytes) -> Iterator[Finding]:
    """See that SQLCipher and SQLite find every page, index and reference in order."""
    damaged = _fault(refusal(Fault.DAMAGED).message)
    if not copy.database.is_file():
        return  # said already
    try:
        with closing(open_connection(copy.database, key)) as connection:
            yield _checked(connection)
            yield _version(connection)
    except Exception as error:
        if fault_of(error) is None:
            raise
        yield damaged


def _checked(connection: sqlite3.Connection) -> Finding:
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        return _fault(refusal(Fault.DAMAGED).message)
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        return _fault(refusal(Fault.DAMAGED).message)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return _fault(msg("Something in the file belongs to a meeting or a course that is not there."))
    count = number(connection, "page_count")
    return _fine(
        msgs(
            "The file is whole: its one page is neither damaged nor altered.",
            "The file is whole: none of its {count} pages is damaged or altered.",
            count,
        )
    )


def _version(connection: sqlite3.Connection) -> Finding:
    version, newest = version_of(connection), STEPS[-1].version
    written = f"{version // 1000}.{version % 1000}"
    if version // 1000 > newest // 1000:
        return _fault(refusal(Fault.NEWER).message)
    if version < newest:
        return _note(
            msg("The file has version {version}. The next start brings it up to date.", version=written)
        )
    return _fine(msg("The file has version {version}.", version=written))


def _contents(copy: DataFolder, key: bytes) -> Iterator[Finding]:
    """Read every course as the program and an exchange file do, what was being typed, and the search index."""
    try:
        store = Store.open(copy, key)
    except UserError as problem:
        yield _fault(problem.message, *problem.details)
        return
    with closing(store):
        ids = [row.id for row in store.courses()]
        problems = {id_: found for id_ in ids if (found := _problem_of(partial(_read_course, store, id_)))}
        for id_, found in problems.items():
            yield _fault(msg("A course cannot be read whole; its id is {id}", id=id_), *_places(found))
        if not problems:
            yield _fine(
                msgs("{count} course can be read whole.", "{count} courses can be read whole.", len(ids))
            )
        yield _drafts(store, {"", *ids})
    yield _search_index(copy, key)


def _read_course(store: Store, course_id: str) -> None:
    for meeting in store.meetings(limit=_ALL, course_id=course_id):
        store.journal(meeting.id)
    read_text(export_course(store, course_id))


def _problem_of(read: Callable[[], None]) -> UserError | None:
    """Read; what our own code cannot read is a fault of the file, for nothing of ours writes it so."""
    try:
        read()
    except UserError as problem:
        return problem
    except Exception:  # whatever stands there, it is said without its content
        return refusal(Fault.DAMAGED)
    return None


def _search_index(copy: DataFolder, key: bytes) -> Finding:
    """See that every row that can be found is in the index, and that nothing else is."""
    with closing(open_connection(copy.database, key)) as connection:
        found = {table for (table,) in connection.execute(_FILLING)}
        queries = [
            _ASTRAY.format(kind=kind, table=table.name)
            for kind, table in TABLES.items()
            if table.name in found
        ]
        astray = sum(connection.execute(query).fetchone()[0] for query in (*queries, _NOT_INDEXED))
    if astray:
        return _fault(msg("The search index is out of step, so a search may miss something."))
    return _fine(msg("The search index is in step."))


def _places(problem: UserError) -> list[Message]:
    """Say where something is wrong, never what stands there."""
    return [
        msg("Look at {place}", place=str(one.args["place"])) for one in problem.details if "place" in one.args
    ]


def _drafts(store: Store, courses: set[str]) -> Finding:
    drafts = store.drafts()
    if any(draft.course_id not in courses for draft in drafts):
        return _note(msg("Something that was being typed belongs to a course that is not there."))
    if not drafts:
        return _fine(msg("Nothing that was being typed waits to be finished."))
    kept = msgs(
        "{count} text that was being typed is kept, and waits where it was typed.",
        "{count} texts that were being typed are kept, and wait where they were typed.",
        len(drafts),
    )
    return _fine(kept)


def _backups(folder: DataFolder, key: bytes) -> Iterator[Finding]:
    backups = [backup for backup in list_backups(folder) if backup.usable]
    for backup in backups:
        when = home_moment(backup.at)
        with _copied(backup.folder, folder) as copy:
            try:
                held = preview(copy, key)
            except UserError as problem:
                told = msg(
                    "The backup from {when} cannot be used ({name}).", when=when, name=backup.root.name
                )
                yield _fault(told, problem.message)
            else:
                opens = msgs(
                    "The backup from {when} opens, with {count} meeting ({name}).",
                    "The backup from {when} opens, with {count} meetings ({name}).",
                    len(held.meetings),
                    when=when,
                    name=backup.root.name,
                )
                yield _fine(opens)
    if not backups:
        yield _note(msg("There is no backup yet. The program makes one at the next start."))
