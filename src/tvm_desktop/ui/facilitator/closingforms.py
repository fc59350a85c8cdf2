"""What the closing settles beside the agreements: the next meeting, who tells the child, whom the family calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import Closing, NextMeeting
from tvm_desktop.domain.enums import Role
from tvm_desktop.session.commands.meeting import MeetAgain, Settle
from tvm_desktop.session.frames.actions import names
from tvm_desktop.ui.facilitator.fields import KeptLine, people_in, read_moment
from tvm_desktop.ui.widgets.basic import Panel, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.facilitator.desk import Desk


class NextForm(QWidget):
    """When and where we meet again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.at = KeptLine(
            desk, "next/at", msg("Day and time, for instance 10 February at 14:30"), self._read_at
        )
        self.place = KeptLine(desk, "next/place", msg("Place"), self._read_place)
        self.note = KeptLine(
            desk, "next/note", msg("Stands on the plan too: interpreter, who comes along"), self._read_note
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.first = self.at
        grid.addWidget(self.at, 0, 0, 1, 2)
        grid.addWidget(self.place, 1, 0)
        grid.addWidget(self.note, 1, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)

    @staticmethod
    def _found(desk: Desk) -> NextMeeting | None:
        return next(iter(desk.record.all(NextMeeting)), None)

    @classmethod
    def summary(cls, desk: Desk) -> str:
        """Say what is agreed, in one line."""
        meet = cls._found(desk)
        if meet is None or meet.starts is None:
            return ""
        at = dates.long_moment(meet.starts, meet.zone, desk.session.language)
        return ", ".join(t for t in (at, meet.place, meet.note) if t)

    def refresh(self) -> None:
        """Show what is agreed."""
        meet = self._found(self.desk)
        language = self.desk.session.language
        at = dates.long_moment(meet.starts, meet.zone, language) if meet and meet.starts else ""
        self.at.show_text(at)
        self.place.show_text(meet.place if meet else "")
        self.note.show_text(meet.note if meet else "")

    def _read_at(self, text: str) -> Command | Message:
        if not text:
            return MeetAgain({"starts": None})
        found = read_moment(text, self.desk)
        if isinstance(found, Message):
            return found
        meeting, meet = self.desk.record.meeting, self._found(self.desk)
        values: dict[str, object] = {"starts": found, "zone": meeting.zone}
        if meet is None or not meet.place:
            values["place"] = meeting.place
        return MeetAgain(values)

    def _read_place(self, text: str) -> Command | Message:
        return MeetAgain({"place": text})

    def _read_note(self, text: str) -> Command | Message:
        return MeetAgain({"note": text})


class ChildForm(QWidget):
    """What the child is told, by whom, when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.who = KeptLine(desk, "child/who", msg("Who tells"), self._read_who)
        self.at = KeptLine(desk, "child/when", msg("When"), self._read_when)
        self.what = KeptLine(desk, "child/what", msg("What"), self._read_what)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.first = self.who
        grid.addWidget(self.who, 0, 0)
        grid.addWidget(self.at, 0, 1)
        grid.addWidget(self.what, 1, 0, 1, 2)

    @staticmethod
    def _found(desk: Desk) -> Closing | None:
        return next(iter(desk.record.all(Closing)), None)

    @classmethod
    def summary(cls, desk: Desk) -> str:
        """Say what is settled, in one line."""
        closing = cls._found(desk)
        if closing is None:
            return ""
        who = names(desk.record, closing.child_told_by)
        return ", ".join(t for t in (who, closing.child_told_when, closing.child_told_what) if t)

    def refresh(self) -> None:
        """Show what is settled."""
        closing = self._found(self.desk)
        self.who.show_text(names(self.desk.record, closing.child_told_by) if closing else "")
        self.at.show_text(closing.child_told_when if closing else "")
        self.what.show_text(closing.child_told_what if closing else "")

    def _read_who(self, text: str) -> Command | Message:
        found, problem = people_in(text, self.desk.record)
        return problem or Settle({"child_told_by": found})

    def _read_when(self, text: str) -> Command | Message:
        return Settle({"child_told_when": text})

    def _read_what(self, text: str) -> Command | Message:
        return Settle({"child_told_what": text})


class CoordinatorLine(Panel):
    """Whom the family calls, as the paper says it; the hours can be written here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("card", margins=(14, 10, 14, 10), spacing=3)
        self.desk = desk
        self.title = PlainLabel(role="strong", wrap=True)
        self.hours = KeptLine(desk, "closing/hours", msg("When can they be called?"), self._read_hours)
        self.box.addWidget(self.title)
        self.box.addWidget(self.hours)

    def refresh(self) -> None:
        """Show the coordinator."""
        words, record = self.desk.context.words, self.desk.record
        found = turns.with_role(record, Role.COORDINATOR)
        if found:
            title = msg(
                "Call {name} (coordinator) {phone}", name=record.called(found[0].id), phone=found[0].phone
            )
        else:
            title = msg("No coordinator yet: choose one under Prepare")
        self.title.setText(words(title).strip())
        closing = next(iter(record.all(Closing)), None)
        self.hours.show_text(closing.phone_hours if closing else "")

    def _read_hours(self, text: str) -> Command | Message:
        return Settle({"phone_hours": text})
