"""Who comes: the list, the line to add somebody by, and those of the course who can be invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Attendance, Meeting, Person
from tvm_desktop.domain.wording import shortened
from tvm_desktop.session.commands.people import EditAttendance, Invite, Uninvite
from tvm_desktop.session.participant import newcomer
from tvm_desktop.ui.prepare.fields import ShortLabel
from tvm_desktop.ui.prepare.flow import Flow
from tvm_desktop.ui.prepare.missed import MissedOffer
from tvm_desktop.ui.prepare.reading import danish_order
from tvm_desktop.ui.prepare.reveal import reveal_soon
from tvm_desktop.ui.prepare.row import PersonRow
from tvm_desktop.ui.prepare.table import moved_rank, not_invited, seats
from tvm_desktop.ui.widgets.basic import Button, DraftLine, PlainLabel, SectionLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.session import Change
    from tvm_desktop.ui.prepare.desk import Desk

_ENTRY = "people/entry"


class InviteButton(Button):
    """One of the course's people who is not on the list. Signal: ``wanted(str)`` with the person's id."""

    wanted = Signal(str)

    def __init__(self, person_id: str, text: str) -> None:
        super().__init__(text, "toggle")
        self._person_id = person_id
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.wanted.emit(self._person_id)


class PeopleSection(QWidget):
    """Lays out the list; ``foot`` holds the entry line and stays in sight below it.

    Signal: ``told(Message)`` when somebody was taken off the list, which can be undone.
    """

    told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: dict[str, PersonRow] = {}
        self.heading = SectionLabel()
        self.lead = PlainLabel("", "muted", wrap=True)
        self.list = QVBoxLayout()
        self.list.setSpacing(6)
        self.keys = ShortLabel("", "small")
        self.foot = QWidget(self)  # never without a parent: shown, it would be a window of its own
        self.entry = DraftLine(_ENTRY, desk.draft, role="big")
        self.warning = PlainLabel("", "error", wrap=True)
        self.warning.hide()
        self.missed = MissedOffer(desk)
        self.also = PlainLabel("", "small")
        self.invites = Flow()
        self._lay_out()
        self.entry.accepted.connect(self._add)
        self.entry.textEdited.connect(self._typed)
        self.missed.invited.connect(self.entry.setFocus)
        self._bring_back()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignVCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.lead)
        box.addLayout(self.list)
        for widget in (self.missed, self.also, self.invites):
            box.addWidget(widget)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(20, 8, 20, 14)
        foot.addWidget(self.warning)
        foot.addWidget(self.entry)

    def _bring_back(self) -> None:
        draft = self.desk.drafted(_ENTRY)
        if draft:
            self.entry.restore(draft.text, draft.cursor)
        self._show_rows()
        waiting = {key.split("/")[0] for key in self.desk.drafted_under("person/")}
        for row in self.rows.values():
            if row.seat.person.id in waiting:
                row.open()

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        say = self.desk.say
        self.heading.setText(say(msg("Who comes")))
        self.keys.setText(say(msg("Enter opens · Alt+↑↓ moves · Del removes")))
        self._show_lead()
        self.entry.setPlaceholderText(say(msg("Name, mother – or name, teacher. Enter adds.")))
        self.entry.setAccessibleName(say(msg("Add a participant")))
        self.also.setText(say(msg("Also in this course:")))
        for row in self.rows.values():
            row.retranslate()
        self.missed.retranslate()
        self._show_invites()

    def changed(self, change: Change) -> None:
        """Follow a change of people."""
        if change.touches(Person, Attendance, Meeting):
            self.fill()

    def fill(self) -> None:
        """Show what is kept."""
        self._show_rows()
        self.missed.fill()
        self._show_invites()

    def close_open(self) -> bool:
        """Close the fields that are open; False when none were."""
        found = [row for row in self.rows.values() if row.is_open]
        for row in found:
            row.close_editor()
            row.line.setFocus()
        return bool(found)

    def _show_rows(self) -> None:
        order = seats(self.desk.record)
        there = {seat.attendance.id for seat in order}
        for gone in [key for key in self.rows if key not in there]:
            row = self.rows.pop(gone)
            row.forget()
            self.list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, seat in enumerate(order):
            row = self.rows.get(seat.attendance.id) or self._new_row(seat.attendance.id)
            row.fill(seat)
            if self.list.indexOf(row) != place:
                self.list.insertWidget(place, row)
        self.foot.setVisible(not self.desk.locked)
        self._show_lead()

    def _show_lead(self) -> None:
        if self.rows:
            lead = msg("The family stands first, and speaks first.")
        else:
            lead = msg(
                "Write the first one in the line below. More can be added while you all sit at the table."
            )
        self.lead.setText(self.desk.say(lead))
        self.keys.setVisible(bool(self.rows))

    def _new_row(self, attendance_id: str) -> PersonRow:
        seat = next(s for s in seats(self.desk.record) if s.attendance.id == attendance_id)
        row = PersonRow(self.desk, seat)
        row.wanted.connect(self._wanted)
        self.rows[attendance_id] = row
        return row

    def _show_invites(self) -> None:
        self.invites.clear()
        people = danish_order(not_invited(self.desk.record), key=_name)
        for person in people:
            tie = person.relation or person.profession
            button = InviteButton(person.id, "+ " + ", ".join(part for part in (person.name, tie) if part))
            button.wanted.connect(self._invite)
            self.invites.add(button)
        shown = bool(people) and not self.desk.locked
        self.also.setVisible(shown)
        self.invites.setVisible(shown)

    def _typed(self, text: str) -> None:
        self._warn(self.desk.watcher.of_person(text, whole=False))

    def _warn(self, found: Message | None) -> None:
        self.warning.setText(self.desk.say(found) if found else "")
        self.warning.setVisible(found is not None)

    def _add(self, line: str) -> None:
        command = newcomer(self.desk.record, line)
        if command is not None:
            warning = self.desk.watcher.of_person(line, whole=True)
            if self.desk.do(command, draft=_ENTRY):
                self.entry.set_text("")
                self._warn(warning)

    def _invite(self, person_id: str) -> None:
        self.desk.do(Invite(person_id))
        self.entry.setFocus()

    def _wanted(self, attendance_id: str, what: str) -> None:
        if what == "open":
            self._open(attendance_id)
        elif what in ("up", "down"):
            self._move(attendance_id, -1 if what == "up" else 1)
        elif what in ("previous", "next"):
            self._step(attendance_id, -1 if what == "previous" else 1)
        else:
            self._remove(attendance_id)

    def _open(self, attendance_id: str) -> None:
        row = self.rows[attendance_id]
        if row.is_open:
            row.close_editor()
            return
        for other in self.rows.values():
            other.close_editor()
        row.open()
        reveal_soon(row)

    def _move(self, attendance_id: str, by: int) -> None:
        rank = moved_rank(self.desk.record, attendance_id, by)
        if rank is not None:
            self.desk.do(EditAttendance(attendance_id, {"rank": rank}))
            self.rows[attendance_id].line.setFocus()

    def _step(self, attendance_id: str, by: int) -> None:
        ids = [seat.attendance.id for seat in seats(self.desk.record)]
        at = ids.index(attendance_id) + by
        if 0 <= at < len(ids):
            self.rows[ids[at]].line.setFocus()
        elif by > 0:
            self.entry.setFocus()

    def _remove(self, attendance_id: str) -> None:
        ids = [seat.attendance.id for seat in seats(self.desk.record)]
        name = self.rows[attendance_id].seat.person.name
        at = ids.index(attendance_id)
        if self.desk.do(Uninvite(attendance_id)):
            left = ids[:at] + ids[at + 1 :]
            (self.rows[left[min(at, len(left) - 1)]].line if left else self.entry).setFocus()
            self.told.emit(_taken_off(name))


def _taken_off(name: str) -> Message:
    return msg("{name} is taken off the list.", name=shortened(name))


def _name(person: Person) -> str:
    return person.name
