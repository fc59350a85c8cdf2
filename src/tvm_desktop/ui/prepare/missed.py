"""Whom the last meeting missed, offered as participants of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.followup import missed_last_time
from tvm_desktop.domain.wording import shortened
from tvm_desktop.session.participant import newcomer, read_entry
from tvm_desktop.ui.prepare.flow import Flow
from tvm_desktop.ui.widgets.basic import Button, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Missed
    from tvm_desktop.domain.record import Record
    from tvm_desktop.ui.prepare.desk import Desk

_LONGEST = 60


class MissedButton(Button):
    """One who was missed. Signal: ``wanted(str)`` with the words that name them."""

    wanted = Signal(str)

    def __init__(self, text: str, words: str) -> None:
        super().__init__(words, "toggle")
        self._text = text
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.wanted.emit(self._text)


class MissedOffer(QWidget):
    """One button for each; whoever is on the list is offered no longer. Signal: ``invited()``."""

    invited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.title = PlainLabel("", "small")
        self.names = Flow()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addWidget(self.names)
        self.hide()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self.title.setText(self.desk.say(msg("Missed last time:")))
        self.fill()

    def fill(self) -> None:
        """Offer those who are not on the list yet."""
        self.names.clear()
        found = [] if self.desk.locked else still_missed(self.desk.record)
        for missed in found:
            name = shortened(missed.text, _LONGEST)
            button = MissedButton(missed.text, self.desk.say(msg("Invite {name}", name=name)))
            button.wanted.connect(self._invite)
            self.names.add(button)
        self.setVisible(bool(found))

    def _invite(self, text: str) -> None:
        command = newcomer(self.desk.record, text)
        if command is not None and self.desk.do(command):
            self.invited.emit()


def still_missed(record: Record) -> list[Missed]:
    """List whom the last meeting missed, but for those who are on the list now; nobody twice."""
    people = (record.find(Person, seat.person_id) for seat in record.all(Attendance))
    known = {person.name.casefold() for person in people if person is not None}
    found: list[Missed] = []
    for missed in missed_last_time(record):
        entry = read_entry(missed.text, record.course.name)
        if entry is not None and entry.name.casefold() not in known:
            known.add(entry.name.casefold())
            found.append(missed)
    return found
