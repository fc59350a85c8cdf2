"""A small labelled line that keeps itself: its draft while typed, its command when left or accepted."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain import when
from tvm_desktop.domain.entities import Person
from tvm_desktop.ui.widgets.basic import DraftLine, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.facilitator.desk import Desk

_BETWEEN = re.compile(r"\s*(?:,|;|&|\bog\b|\band\b)\s*")


class KeptLine(QWidget):
    """``read(text)`` makes a command of the words, or says what is wrong with them; then they stay as they are."""

    def __init__(
        self, desk: Desk, key: str, label: Message, read: Callable[[str], Command | Message]
    ) -> None:
        super().__init__()
        self.desk = desk
        self.key = key
        self._label = label
        self._read = read
        self._shown = ""
        self.label = PlainLabel(role="small", wrap=True)
        self.edit = DraftLine(key, desk.bridge.draft)
        self.problem = PlainLabel(role="error", wrap=True)
        self.problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for widget in (self.label, self.edit, self.problem):
            box.addWidget(widget)
        self.setFocusProxy(self.edit)
        self.edit.accepted.connect(self.take)
        self.edit.left.connect(self.take)
        draft = desk.session.drafted(key)
        if draft:
            self.edit.restore(draft.text, draft.cursor)

    def show_text(self, text: str) -> None:
        """Show what the record says, unless somebody is typing."""
        self.label.setText(self.desk.context.words(self._label))
        self.edit.setAccessibleName(self.label.text())
        self.edit.setReadOnly(self.desk.session.read_only)
        if text != self._shown:
            typing = self.edit.words() != self._shown
            self._shown = text
            if not typing:
                self.edit.set_text(text, 0)

    def take(self) -> None:
        """Hand the words on, once; what cannot be read or saved stays to be mended."""
        text, before = self.edit.words(), self._shown
        if self.desk.session.read_only:
            return
        if text == before:
            self._say(None)
            if self.edit.isModified():
                self._forget()
            return
        read = self._read(text)
        if isinstance(read, Message):
            self._say(read)
            return
        self._say(None)
        self._shown = text
        if self.desk.bridge.do(read, done_draft=self.key):
            self.edit.forget_draft()
        else:
            self._shown = before

    def _forget(self) -> None:
        self.edit.setModified(False)
        self.edit.forget_draft()
        self.desk.bridge.draft(self.key, "", 0)

    def _say(self, problem: Message | None) -> None:
        self.problem.setText(self.desk.context.words(problem) if problem else "")
        self.problem.setVisible(problem is not None)
        self.edit.setAccessibleDescription(self.problem.text())


def people_in(text: str, record: Record) -> tuple[tuple[str, ...], Message | None]:
    """Read names, "mor, Jonas og Mai", as person ids; the second value says which name nobody has."""
    known: dict[str, str] = {}
    for person in record.every(Person):
        for name in (person.relation, person.name, record.called(person.id)):
            if name:
                known[name.casefold()] = person.id
    found: list[str] = []
    for name in filter(None, _BETWEEN.split(text.strip())):
        if name.casefold() not in known:
            return (), msg("Nobody at the meeting is called “{name}”.", name=name)
        found.append(known[name.casefold()])
    return tuple(dict.fromkeys(found)), None


def today_at(desk: Desk) -> date:
    """Return the day where the meeting is."""
    return dates.local(desk.session.clock(), desk.record.meeting.zone).date()


def read_moment(text: str, desk: Desk) -> datetime | Message:
    """Read a day and a clock time; without a time it is the hour of this meeting."""
    meeting = desk.record.meeting
    found = when.read_when(text, today_at(desk))
    if found is not None and found.problem:
        return found.problem
    if found is None or found.due is None:
        return msg("Write the day and the time, for instance: 10 February at 14:30.")
    usual = dates.local(meeting.starts, meeting.zone).time() if meeting.starts else time(9)
    there = datetime.combine(found.due, found.at or usual, ZoneInfo(meeting.zone))
    return there.astimezone(UTC)
