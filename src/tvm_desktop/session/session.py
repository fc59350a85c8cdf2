"""One open meeting: the only way from what a person does to what is kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Meeting
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.record import Edit, Record, changing
from tvm_desktop.errors import UserError
from tvm_desktop.formats.agenda import agenda, kept_choices, left_out_at_first, step_like
from tvm_desktop.formats.library import FormatLibrary, read_source
from tvm_desktop.session.commands.base import Command, Stamp
from tvm_desktop.session.commands.meeting import ReopenMeeting, SwitchFormat
from tvm_desktop.session.history import History, merged, stands
from tvm_desktop.session.projector import Projector
from tvm_desktop.storage.store import Draft, JournalAct, JournalEntry, Store, UseAct
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.formats.model import MeetingFormat

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def random_id() -> str:
    """Return a new random id, so that two files can be joined."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Change:
    """What became different. ``edits`` is empty when only the picture on the wall did."""

    edits: tuple[Edit, ...] = ()
    label: Message | None = None
    act: JournalAct = JournalAct.DO

    def touches(self, *kinds: type) -> bool:
        """Say whether an entity of one of these kinds changed."""
        names = {kind.__name__ for kind in kinds}
        return any(edit.kind in names for edit in self.edits)


class MeetingSession:
    """One open meeting over its whole course.

    ``record`` is replaced, never changed. ``saved_at`` is the time of the last commit. Nobody else writes.
    """

    def __init__(
        self,
        store: Store,
        record: Record,
        fmt: MeetingFormat,
        *,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self.store = store
        self.record = record
        self.format = fmt
        self._forms = {record.meeting.format_hash: fmt}
        # (form, step of it, another form) -> the step there that the table was taken along from
        self._came_from: dict[tuple[str, str, str], str] = {}
        # form -> what the meeting did without when it left it
        self._left_out: dict[str, tuple[str, ...]] = {}
        self.clock = clock
        self.new_id = new_id
        self.saved_at: datetime | None = None
        self._history = History.of(store.journal(record.meeting_id))
        self._merging = False
        self._listeners: list[Callable[[Change], None]] = []
        self.projector = Projector(self._projector_changed, lambda: (self.record, self.format))

    @classmethod
    def open(
        cls,
        store: Store,
        library: FormatLibrary,
        meeting_id: str,
        *,
        clock: Clock = utc_now,
        new_id: Callable[[], str] = random_id,
    ) -> MeetingSession:
        """Open a meeting with the format text it was made with. Raises UserError when it is not there."""
        record = Record.of(meeting_id, store.load(store.course_of(meeting_id)))
        source = store.format_source(record.meeting.format_hash)
        known = library.by_id(record.meeting.format_id) or library.formats[0]
        fmt = read_source(source) if source else known
        return cls(store, record, fmt, clock=clock, new_id=new_id)

    @property
    def language(self) -> str:
        """The meeting's own language: wall and paper."""
        return self.record.meeting.language

    @property
    def child(self) -> str:
        """What the child is called in the meeting's texts."""
        return self.record.course.name

    @property
    def read_only(self) -> bool:
        """Whether the meeting is closed."""
        return self.record.meeting.status is MeetingStatus.CLOSED

    def was_shown(self, scale_id: str) -> bool:
        """Whether all have seen the numbers of a question; hidden again, they wait for the leader to show them."""
        return any(
            edit.id == scale_id and (edit.after or {}).get("revealed") is True
            for entry in self._history.done
            for edit in entry.edits
        )

    def listen(self, listener: Callable[[Change], None]) -> None:
        """Call this after every change."""
        self._listeners.append(listener)

    def unlisten(self, listener: Callable[[Change], None]) -> None:
        """Stop calling this."""
        self._listeners.remove(listener)

    # -- doing ---------------------------------------------------------------------------------------------------

    def do(self, command: Command, *, done_draft: str = "") -> Change:
        """Carry out a command in one transaction. Raises UserError, and then nothing has changed."""
        if self.read_only and not command.when_closed:
            raise UserError(msg("This meeting is closed. Reopen it to change anything."))
        edits = command.decide(self.record, Stamp(self.clock(), self.new_id))
        if not edits:
            if done_draft:
                self.store.drop_draft(done_draft)
            return Change()
        if isinstance(command, ReopenMeeting):
            # First: a reopening that is not in the log must not be; one too many does no harm.
            self.store.log_use(UseAct.REOPENED, self.record.course.id)
        if command.erases_steps:
            self._commit(edits, None, erases_steps=True)
            self._history = History.of([])
        elif command.undoable:
            self._write_undoable(command, edits, done_draft)
        else:
            self._commit(edits, None, done_draft=done_draft)
        return self._tell(Change(edits, command.label))

    def _write_undoable(self, command: Command, edits: tuple[Edit, ...], done_draft: str) -> None:
        last = self._history.done[-1] if self._history.done else None
        if last and self._merging and command.merge and command.merge == last.merge:
            fuller = replace(last, edits=merged(last.edits, edits), at=self.clock())
            self._commit(edits, fuller, amends=last.seq, done_draft=done_draft)
            self._history = self._history.amended(fuller)
            return
        entry = self._entry(JournalAct.DO, command.label, edits, command.merge)
        seq = self._commit(edits, entry, done_draft=done_draft)
        self._history = self._history.after(replace(entry, seq=seq))
        self._merging = True

    def _commit(
        self,
        edits: tuple[Edit, ...],
        entry: JournalEntry | None,
        *,
        amends: int = 0,
        done_draft: str = "",
        erases_steps: bool = False,
    ) -> int:
        fmt = self._format_after(edits)
        edits = (*edits, *self._table_taken_along(edits, fmt))
        after = self.record.apply(edits)
        erased = self.record.meeting_id if erases_steps else ""
        seq = self.store.commit(
            self.record.course.id, edits, entry, amends=amends, done_draft=done_draft, erased=erased
        )
        before, self.record, self.format = self.record, after, fmt
        self.saved_at = self.clock()
        self.projector.follow(before)
        return seq

    def _format_after(self, edits: tuple[Edit, ...]) -> MeetingFormat:
        """Return the form that the meeting has after the edits: undo may bring back another one."""
        for edit in edits:
            if edit.kind == Meeting.__name__ and edit.id == self.record.meeting_id and edit.after:
                return self._form_of(edit.after.get("format_hash", self.record.meeting.format_hash))
        return self.format

    def _form_of(self, hash_: str) -> MeetingFormat:
        if hash_ not in self._forms:
            source = self.store.format_source(hash_)
            self._forms[hash_] = read_source(source) if source else self.format
        return self._forms[hash_]

    def _table_taken_along(self, edits: tuple[Edit, ...], fmt: MeetingFormat) -> tuple[Edit, ...]:
        """Take the table to the like step of another form. Where the table is, is never undone, so it is no image."""
        if fmt is self.format or not self.record.meeting.live_step:
            return ()
        here, after = self.record.meeting.live_step, self.record.apply(edits)
        old, new = agenda(self.record, self.format), agenda(after, fmt)
        there = self._came_from.get((self.format.hash, here, fmt.hash), "")
        if there not in {step.id for step in new}:
            there = step_like(next((step for step in old if step.id == here), old[0]), new, old)
        self._came_from[fmt.hash, there, self.format.hash] = here
        return changing(after.meeting, live_step=there)

    def switch_to(self, fmt: MeetingFormat) -> Change:
        """Go on in another kind of meeting. Nothing that was said is touched, and it can be undone.

        What was chosen stands where both forms leave the choice, and what a form was left with waits for it.
        """
        self.store.keep_format(fmt.hash, fmt.source)
        old, left_out = self.format, self.record.meeting.left_out
        first = self._left_out.get(fmt.hash, left_out_at_first(fmt))
        done = self.do(SwitchFormat(fmt.id, fmt.hash, kept_choices(left_out, first, old, fmt)))
        if done.edits:
            self._left_out[old.hash] = left_out
        return done

    def _entry(
        self, act: JournalAct, label: Message, edits: tuple[Edit, ...], merge: str = "", target: int = 0
    ) -> JournalEntry:
        return JournalEntry(
            seq=0,
            meeting_id=self.record.meeting_id,
            at=self.clock(),
            act=act,
            label=label.text,
            merge=merge,
            target=target,
            edits=edits,
        )

    # -- undo and redo -------------------------------------------------------------------------------------------

    @property
    def undo_label(self) -> Message | None:
        """What undo would take back; None when there is nothing."""
        return Message(self._history.done[-1].label) if self._history.done else None

    @property
    def last_step(self) -> int:
        """The number of the step that undo would take back; 0 when there is none."""
        return self._history.done[-1].seq if self._history.done else 0

    @property
    def redo_label(self) -> Message | None:
        """What redo would bring back; None when there is nothing."""
        return Message(self._history.undone[-1].label) if self._history.undone else None

    def undo(self) -> Change:
        """Take the last step back. Raises UserError when something of it was changed later."""
        if not self._history.done:
            return Change()
        entry = self._history.done[-1]
        edits = tuple(edit.inverse() for edit in reversed(entry.edits))
        return self._turn(JournalAct.UNDO, entry, entry.edits, edits)

    def redo(self) -> Change:
        """Bring the last undone step back. Raises UserError when something of it was changed later."""
        if not self._history.undone:
            return Change()
        entry = self._history.undone[-1]
        before = tuple(edit.inverse() for edit in entry.edits)
        return self._turn(JournalAct.REDO, entry, before, entry.edits)

    def _turn(
        self, act: JournalAct, entry: JournalEntry, was: tuple[Edit, ...], edits: tuple[Edit, ...]
    ) -> Change:
        if self.read_only:
            raise UserError(msg("This meeting is closed. Reopen it to change anything."))
        if not stands(self.record, was):
            self._history = self._history.without(entry)
            raise UserError(msg("This was changed later, so it cannot be undone. Nothing has changed."))
        label = Message(entry.label)
        row = self._entry(act, label, edits, target=entry.seq)
        seq = self._commit(edits, row)
        self._history = self._history.after(replace(row, seq=seq))
        self._merging = False
        return self._tell(Change(edits, label, act))

    # -- what is being typed -------------------------------------------------------------------------------------

    def draft(self, key: str, text: str, cursor: int) -> None:
        """Keep what is being typed; an empty text is no draft."""
        if text:
            self.store.save_draft(Draft(self.draft_key(key), self.record.course.id, text, cursor))
        else:
            self.store.drop_draft(self.draft_key(key))
        self.saved_at = self.clock()

    def draft_key(self, key: str) -> str:
        """Return a field's key in the file: fields of the meeting itself carry its id."""
        return f"{self.record.meeting_id}/{key}"

    def drafted(self, key: str) -> Draft | None:
        """Return what was being typed in a field, or None."""
        wanted = self.draft_key(key)
        return next((d for d in self.store.drafts() if d.key == wanted), None)

    # -- telling -------------------------------------------------------------------------------------------------

    def _tell(self, change: Change) -> Change:
        for listener in tuple(self._listeners):
            listener(change)
        return change

    def _projector_changed(self) -> None:
        self._tell(Change())
