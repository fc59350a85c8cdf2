"""The date, the beginning and the end of the meeting."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.ui.prepare.kept import KeptLine, RefusedError
from tvm_desktop.ui.prepare.moments import When, put_together, when_of
from tvm_desktop.ui.prepare.reading import typed_clock, typed_date
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.prepare.desk import Desk


class WhenFields(QWidget):
    """Three fields that are read together: what is typed in one is kept once the others fit it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.day = self._field("day")
        self.starts = self._field("starts")
        self.ends = self._field("ends")
        self.fields = (self.day, self.starts, self.ends)
        times = QHBoxLayout()
        times.setSpacing(10)
        times.addWidget(self.starts, 1)
        times.addWidget(self.ends, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.day)
        box.addLayout(times)

    def _field(self, name: str) -> KeptLine:
        return KeptLine(self.desk, f"meeting/{name}", read=partial(self._read, name), make=self._make)

    def retranslate(self) -> None:
        """Say the labels, with the weekday beside the date."""
        self.fill()
        self.starts.set_words(msg("Begins"), msg("14:30"))
        self.ends.set_words(msg("Ends"), msg("15:45"))

    def fill(self) -> None:
        """Show what is kept."""
        day = when_of(self.desk.record.meeting).day
        label = msg("Date ({weekday})", weekday=dates.WEEKDAYS[day.weekday()]) if day else msg("Date")
        self.day.set_words(label, msg("13 January 2026"))
        for field in self.fields:
            field.fill()

    def _read(self, name: str) -> str:
        value: date | time | None = getattr(when_of(self.desk.record.meeting), name)
        if value is None:
            return ""
        language = self.desk.context.language
        if isinstance(value, date):
            return dates.plain_date(value, language)
        return dates.clock(value, language)

    def _make(self, _text: str) -> Command | None:
        meeting = self.desk.record.meeting
        new = put_together(meeting, self._typed())
        if isinstance(new, Message):
            raise RefusedError(new)
        for field in self.fields:
            field.settle()
        return EditMeeting(meeting.id, new)

    def _typed(self) -> When:
        today = self.desk.context.clock().date()
        return When(
            typed_date(self.day.field.words(), today),
            typed_clock(self.starts.field.words()),
            typed_clock(self.ends.field.words()),
        )
