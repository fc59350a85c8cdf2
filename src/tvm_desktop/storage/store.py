"""The store: one encrypted file, one connection, one transaction per command. There is no other way in."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from tvm_desktop.errors import UserError
from tvm_desktop.storage import ballast, deletion, editing, journal, queries, uselog
from tvm_desktop.storage import search as finding
from tvm_desktop.storage.backup import back_up, told_of_backup
from tvm_desktop.storage.engine import READING, checkpoint, make_engine
from tvm_desktop.storage.faults import Fault, FaultError, fault_of, refusal, told_calmly
from tvm_desktop.storage.files import standing
from tvm_desktop.storage.keyfile import key_content
from tvm_desktop.storage.mapper import whole_text
from tvm_desktop.storage.moving import copy_open, point_to
from tvm_desktop.storage.opening import make_new, make_ready
from tvm_desktop.storage.rows import (
    ActionRow,
    CourseRow,
    Draft,
    Hit,
    JournalAct,
    JournalEntry,
    KnownPerson,
    MeetingRow,
    Receipt,
    UseAct,
    UseNote,
    UseRow,
)
from tvm_desktop.storage.tables import DRAFT, FORMAT, SETTING
from tvm_desktop.storage.unsaved import Unsaved, unseal
from tvm_desktop.storage.who import user

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.domain.record import Edit
    from tvm_desktop.paths import DataFolder

__all__ = ["CourseRow", "Draft", "JournalAct", "JournalEntry", "Store", "UseAct"]


class Store:
    """One open data file. Belongs to the GUI thread; every method raises UserError when the file cannot do it.

    ``last_used`` is when the last line of the use log had been written when the file was opened.
    """

    def __init__(self, folder: DataFolder, engine: Engine, key: bytes) -> None:
        self.folder = folder
        self._key = key
        self._key_file = key_content(folder)
        self._standing = standing(folder.database)
        self._writer = engine
        self._reader = engine.execution_options(**READING)
        self._closed = False
        self._unsaved = Unsaved()
        self._copying = Lock()
        self.last_used: datetime | None = None

    @classmethod
    def create(cls, folder: DataFolder, key: bytes) -> Store:
        """Make a new, empty file and open it. Raises UserError when there is one already."""
        with told_calmly(folder):
            make_new(folder, key)
        return cls.open(folder, key)

    @classmethod
    def open(cls, folder: DataFolder, key: bytes) -> Store:
        """Open the file, bringing it up to date first. Raises UserError, and never makes a new file."""
        try:
            return cls._opened(folder, key)
        except UserError as problem:
            if problem.message != refusal(Fault.FULL_BUT_EASED).message:
                raise
            return cls._opened(folder, key)  # in the room that the ballast has given

    @classmethod
    def _opened(cls, folder: DataFolder, key: bytes) -> Store:
        with told_calmly(folder, full=Fault.FULL_AT_START):
            make_ready(folder, key)
            engine = make_engine(folder.database, key)
            ballast.lay(folder)
        store = cls(folder, engine, key)
        with store._reading() as connection:
            store.last_used = uselog.latest(connection)
        with suppress(UserError):
            store.finish_deletions()
        return store

    def close(self) -> None:
        """Leave one file without a journal beside it, and let go of the key. A closed store cannot be used."""
        if self._closed:
            return
        self._closed = True
        try:
            with self._reader.connect() as connection:
                checkpoint(connection)
        except Exception as error:
            # A full disk leaves the journal beside the file: nothing is lost, and the next start takes it in.
            if fault_of(error) is None:
                raise
        finally:
            self._writer.dispose()
            self._key = b""

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if standing(self.folder.database) != self._standing:
            raise refusal(Fault.GONE)  # written all the same, it would be lost at closing
        with self._told(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._told(), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            with told_calmly(self.folder):
                yield
        except FaultError as problem:
            if problem.fault is Fault.DAMAGED:
                with suppress(Exception):  # the connection writes nothing more now; a new one still can
                    self._go_on_with(make_engine(self.folder.database, self._key))
            raise

    def _go_on_with(self, engine: Engine) -> None:
        old, self._writer, self._reader = self._writer, engine, engine.execution_options(**READING)
        old.dispose()

    def load(self, course_id: str) -> list[Entity]:
        """Read every entity of a course."""
        with self._reading() as connection:
            return editing.load(connection, course_id)

    def course_of(self, meeting_id: str) -> str:
        """Return the course of a meeting. Raises KeyError when there is no such meeting."""
        with self._reading() as connection:
            return queries.course_of(connection, meeting_id)

    def commit(
        self,
        course_id: str,
        edits: Sequence[Edit],
        entry: JournalEntry | None = None,
        *,
        amends: int = 0,
        done_draft: str = "",
        erased: str = "",
    ) -> int:
        """Write edits, their journal row and the end of a draft in one transaction; return the row's number, or 0.

        What was being typed in a thing that goes, goes with it.
        ``amends`` is the number of the journal row that the entry takes the place of; ``erased`` is a meeting whose
        journal and drafts go for good.
        """
        with self._writing() as connection:
            for edit in edits:
                editing.apply(connection, course_id, edit)
                if edit.after is None:
                    connection.execute(
                        delete(DRAFT).where(DRAFT.c.key.contains(f"/{edit.id}/", autoescape=True))
                    )
            if done_draft:
                connection.execute(delete(DRAFT).where(DRAFT.c.key == done_draft))
            if erased:
                journal.erase(connection, erased)
            seq = journal.write(connection, course_id, entry, amends) if entry else 0
        self._unsaved.drop(key=done_draft, meeting=erased)
        for edit in edits:
            if edit.after is None:
                self._unsaved.drop(thing=edit.id)
        return seq

    def commit_courses(
        self, edits: Mapping[str, Sequence[Edit]], formats: Mapping[str, str] | None = None
    ) -> None:
        """Write edits of several courses, by course, and formats by hash, in one transaction: all of them or none."""
        with self._writing() as connection:
            for hash_, source in (formats or {}).items():
                _keep_format(connection, hash_, source)
            for course_id, of_course in edits.items():
                for edit in of_course:
                    editing.apply(connection, course_id, edit)

    def journal(self, meeting_id: str) -> list[JournalEntry]:
        """List a meeting's acts, oldest first."""
        with self._reading() as connection:
            return journal.read(connection, meeting_id)

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being typed, in memory until the disk takes it; for a course that is gone nothing is kept."""
        values = {
            "key": draft.key,
            "course_id": draft.course_id,
            "text": whole_text(draft.text),
            "cursor": draft.cursor,
        }
        self._unsaved.keep(draft)
        with self._writing() as connection:
            if not draft.course_id or queries.has_course(connection, draft.course_id):
                connection.execute(upsert(DRAFT).values(values).on_conflict_do_update(["key"], set_=values))
        self._unsaved.drop(key=draft.key)

    def drafts(self) -> list[Draft]:
        """List what was being typed."""
        with self._reading() as connection:
            rows = connection.execute(select(DRAFT).order_by(DRAFT.c.key))
            saved = [Draft(key=r.key, course_id=r.course_id, text=r.text, cursor=r.cursor) for r in rows]
        return self._unsaved.over(saved)

    def has_unsaved(self) -> bool:
        """Say whether the disk has not taken something that was typed."""
        return bool(self._unsaved)

    def seal_unsaved(self) -> bytes:
        """Return what the disk has not taken, encrypted with the file's key: to be kept while the file is locked."""
        return self._unsaved.seal(self._key)

    def take_back(self, sealed: bytes) -> bool:
        """Take back what was sealed, and save it; False when another file's key sealed it.

        Raises UserError when the disk still does not take it.
        """
        drafts = unseal(sealed, self._key)
        for draft in drafts or ():
            self._unsaved.keep(draft)
        for draft in drafts or ():
            self.save_draft(draft)
        return drafts is not None

    def drop_draft(self, key: str) -> None:
        """Forget what was being typed in one field."""
        self._unsaved.drop(key=key)
        with self._writing() as connection:
            connection.execute(delete(DRAFT).where(DRAFT.c.key == key))

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting."""
        with self._reading() as connection:
            found = connection.execute(select(SETTING.c.value).where(SETTING.c.key == key)).scalar()
        return default if found is None else found

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        values = {"key": key, "value": whole_text(value)}
        with self._writing() as connection:
            connection.execute(upsert(SETTING).values(values).on_conflict_do_update(["key"], set_=values))

    def keep_format(self, hash_: str, source: str) -> None:
        """Keep a meeting format's full text, once."""
        with self._writing() as connection:
            _keep_format(connection, hash_, source)

    def format_source(self, hash_: str) -> str | None:
        """Return a kept format's text."""
        with self._reading() as connection:
            return connection.execute(select(FORMAT.c.source).where(FORMAT.c.hash == hash_)).scalar()

    def log_use(self, act: UseAct, course_id: str = "") -> None:
        """Note who did what with which course, and when; never what it held."""
        with self._writing() as connection:
            uselog.write(connection, UseNote(datetime.now(UTC), user(), act, course_id))

    def log_earlier(self, notes: Sequence[UseNote]) -> None:
        """Note what was done while the file was locked, all of it or nothing."""
        with self._writing() as connection:
            for note in notes:
                uselog.write(connection, note)

    def use_log(
        self, *, limit: int = 200, before: int = 0, course_id: str = "", acts: Sequence[UseAct] = ()
    ) -> list[UseRow]:
        """List what was done, newest first; ``before`` is the number of the last row of the page before."""
        with self._reading() as connection:
            return uselog.read(connection, limit=limit, before=before, course_id=course_id, acts=acts)

    def back_up(self, reason: str, at: datetime | None = None) -> Path:
        """Make a verified backup and return its folder. Has a connection of its own, so a worker may call it."""
        with self._copying:
            return back_up(self.folder, self._key, reason, at)

    def delete_course(self, course_id: str) -> Receipt:
        """Delete a course for good, and return the receipt. Raises LookupError when there is no such course."""
        return self.delete_courses([course_id])[0]

    def delete_courses(self, course_ids: Sequence[str]) -> list[Receipt]:
        """Delete courses in one transaction, then every trace and the backups that hold them; return the receipts.

        Once the courses are gone nothing is raised: what could not be finished waits for the next start.
        """
        note = UseNote(datetime.now(UTC), user(), UseAct.DELETED)
        try:
            with self._writing() as connection:
                deletion.erase(self.folder, connection, course_ids, note)
        finally:
            with suppress(UserError):
                self.finish_deletions()
        for course_id in course_ids:
            self._unsaved.drop(course=course_id)
        return self.receipts()[: len(course_ids)]

    def finish_deletions(self) -> None:
        """Finish what a deletion has left to do. Raises UserError, and then it still waits."""
        with self._copying, told_calmly(self.folder), self._writer.connect() as connection:
            deletion.finish(self.folder, self._key, connection, datetime.now(UTC))

    def deletion_waits(self) -> bool:
        """Say whether a deletion is not finished: old backups may still hold what was deleted."""
        with self._reading() as connection:
            return bool(deletion.waiting(self.folder, deletion.raw_of(connection)))

    def receipts(self) -> list[Receipt]:
        """List what was deleted, the latest first."""
        with self._reading() as connection:
            return deletion.receipts(connection)

    @property
    def key(self) -> bytes:
        """What opens this file and its backups; empty once the store is closed."""
        return self._key

    def move_to(self, folder: DataFolder) -> None:
        """Go on in a verified copy of what is committed, in a folder that is not there yet; the original is left alone.

        Raises UserError when the file cannot be read whole or the copy cannot be made; then nothing has changed.
        """
        with self._reader.connect() as connection, told_of_backup(folder.root.parent):
            copy_open(connection, self._key, key_content(self.folder) or self._key_file, self.folder, folder)
            engine = make_engine(folder.database, self._key)
        left, self.folder, self._standing = self.folder, folder, standing(folder.database)
        self._go_on_with(engine)
        ballast.lay(folder)
        point_to(left, folder)

    def courses(self, *, leaving: bool = False) -> list[CourseRow]:
        """List every course, the one that met last first; or only those that are to be deleted, the next first."""
        with self._reading() as connection:
            return queries.courses(connection, leaving=leaving)

    def meetings(
        self, *, limit: int = 200, before: MeetingRow | None = None, course_id: str = ""
    ) -> list[MeetingRow]:
        """List meetings newest first; ``before`` is the last row of the page before."""
        with self._reading() as connection:
            return queries.meetings(connection, limit=limit, before=before, course_id=course_id)

    def unfiled(self, limit: int = 50) -> list[MeetingRow]:
        """List meetings that were held and are not filed, the newest first."""
        with self._reading() as connection:
            return queries.unfiled(connection, limit)

    def next_meeting(self, now: datetime) -> MeetingRow | None:
        """Return the running meeting, else today's or the next; "today" is the day of ``now`` in its own zone."""
        with self._reading() as connection:
            return queries.next_meeting(connection, now)

    def open_actions(self, *, limit: int = 50, course_id: str = "") -> list[ActionRow]:
        """List agreements that wait, late ones first, then by date, then those without a date."""
        with self._reading() as connection:
            return queries.open_actions(connection, limit, course_id)

    def names(self) -> list[str]:
        """List what people and courses of the file are called, but for anonymous courses."""
        with self._reading() as connection:
            return queries.names(connection)

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Find names, titles and what was said; under three letters names and titles only."""
        with self._reading() as connection:
            return finding.search(connection, text, limit)

    def people(self, text: str, limit: int = 200) -> list[KnownPerson]:
        """Find people by name in every course."""
        with self._reading() as connection:
            return finding.people(connection, text, limit)


def _keep_format(connection: Connection, hash_: str, source: str) -> None:
    row = upsert(FORMAT).values(hash=hash_, source=whole_text(source))
    connection.execute(row.on_conflict_do_nothing())
