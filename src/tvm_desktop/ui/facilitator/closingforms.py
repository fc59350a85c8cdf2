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
    from tvm_desktop.ui.facilitator.desk import Desk


class NextForm(QWidget):
    """When and where we meet again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.at = KeptLine(
            desk, "next/at", msg("Day and time, for instance 10 February at 14:30"), self._keep_at
        )
        self.place = KeptLine(desk, "next/place", msg("Place"), self._keep_place)
        self.note = KeptLine(
            desk, "next/note", msg("To remember: interpreter, whom to invite"), self._keep_note
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.first = self.at
        grid.addWidget(self.at, 0, 0)
        grid.addWidget(self.place, 0, 1)
        grid.addWidget(self.note, 1, 0, 1, 2)

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

    def _keep_at(self, text: str) -> Message | None:
        if not text:
            self.desk.bridge.do(MeetAgain({"starts": None}))
            return None
        found = read_moment(text, self.desk)
        if isinstance(found, Message):
            return found
        meeting, meet = self.desk.record.meeting, self._found(self.desk)
        values: dict[str, object] = {"starts": found, "zone": meeting.zone}
        if meet is None or not meet.place:
            values["place"] = meeting.place
        self.desk.bridge.do(MeetAgain(values))
        return None

    def _keep_place(self, text: str) -> Message | None:
        self.desk.bridge.do(MeetAgain({"place": text}))
        return None

    def _keep_note(self, text: str) -> Message | None:
        self.desk.bridge.do(MeetAgain({"note": text}))
        return None


class ChildForm(QWidget):
    """What the child is told, by whom, when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.who = KeptLine(desk, "child/who", msg("Who tells"), self._keep_who)
        self.at = KeptLine(desk, "child/when", msg("When"), self._keep_when)
        self.what = KeptLine(desk, "child/what", msg("What"), self._keep_what)
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

    def _keep_who(self, text: str) -> Message | None:
        found, problem = people_in(text, self.desk.record)
        if problem is None:
            self.desk.bridge.do(Settle({"child_told_by": found}))
        return problem

    def _keep_when(self, text: str) -> Message | None:
        self.desk.bridge.do(Settle({"child_told_when": text}))
        return None

    def _keep_what(self, text: str) -> Message | None:
        self.desk.bridge.do(Settle({"child_told_what": text}))
        return None


class CoordinatorLine(Panel):
    """Whom the family calls, as the paper says it; the hours can be written here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("card", margins=(14, 10, 14, 10), spacing=3)
        self.desk = desk
        self.title = PlainLabel(role="strong", wrap=True)
        self.hours = KeptLine(desk, "closing/hours", msg("When can they be called?"), self._keep_hours)
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

    def _keep_hours(self, text: str) -> Message | None:
        self.desk.bridge.do(Settle({"phone_hours": text}))
        return None
