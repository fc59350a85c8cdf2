"""The bar at the top: which meeting, the time, when the child goes, what the wall does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tvm_desktop import dates
from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.actions import BY_ID, key_text
from tvm_desktop.ui.home.words import ANONYMOUS
from tvm_desktop.ui.widgets.basic import Button, Chip, Panel, PlainLabel, set_tip
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk

_WALL = {
    Mode.LIVE: msg("● Shown on the projector"),
    Mode.FROZEN: msg("The picture is frozen"),
    Mode.PAUSE: msg("Pause screen is shown"),
    Mode.HIDDEN: msg("Show on the projector"),
}


class TopBar(Panel):
    """Signals: ``show_pressed()``, ``pause_pressed()``, ``child_pressed()``, ``home_pressed()``, ``more_pressed()``."""

    show_pressed = Signal()
    pause_pressed = Signal()
    child_pressed = Signal()
    home_pressed = Signal()
    more_pressed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("top", across=True, margins=(14, 8, 16, 8), spacing=12)
        self.desk = desk
        self._narrow = self._slim = self._minutes_only = False
        self.home = Button("", "icon")
        self.title = PlainLabel(role="bar-title")
        self.form, self.anonymous = Chip(), Chip()
        self.where = PlainLabel(role="muted")
        self.child = Button("", "child")
        self.clock = PlainLabel(role="clock")
        self.until = PlainLabel(role="muted")
        self.minutes = Chip()
        self.show_button = Button("", "plain")
        self.pause = Button("", "plain")
        self.more = Button("⋯", "icon")
        for widget in (self.home, self.title, self.form, self.anonymous):
            self.box.addWidget(widget)
        self.box.addWidget(self.where, 1)
        wall = (self.minutes, self.show_button, self.pause)
        for widget in (self.child, self.clock, self.until, *wall, self.more):
            self.box.addWidget(widget)
        self.home.clicked.connect(self.home_pressed)
        self.child.clicked.connect(self.child_pressed)
        self.show_button.clicked.connect(self.show_pressed)
        self.pause.clicked.connect(self.pause_pressed)
        self.more.clicked.connect(self.more_pressed)

    def retranslate(self) -> None:
        """Say everything."""
        words = self.desk.context.words
        self.home.setText("←")
        self.home.setAccessibleName(words(msg("Home")))
        set_tip(self.home, words(msg("Home")))
        self.more.setAccessibleName(words(msg("More")))
        self.pause.setText(f"{words(msg('Pause'))} {key_text('pause')}")
        self.minutes.setText(words(msg("Minutes only")))
        set_tip(self.minutes, f"{words(BY_ID['minutes_only'].words)} · {key_text('minutes_only')}")
        self.refresh()

    def refresh(self) -> None:
        """Show the meeting, the clock and the wall's state."""
        desk, words = self.desk, self.desk.context.words
        record, meeting = desk.record, desk.record.meeting
        name = record.course.name
        together = msg("Meeting with {child} and the family", child=name) if name else msg("Meeting")
        self.title.setText(name if name and record.course.anonymous else words(together))
        self.anonymous.setText(words(ANONYMOUS))
        self.anonymous.setVisible(record.course.anonymous)
        self.form.setText(desk.session.format.name.say(words.language))
        there = len(turns.present(record) & {a.person_id for a in record.all(Attendance)})
        start = dates.local(meeting.starts, meeting.zone).date() if meeting.starts else None
        day = dates.day_and_month(start, words.language) if start else ""
        count = words(msgs("{count} present", "{count} present", there))
        self.where.setText("" if self._narrow else " · ".join(t for t in (day, meeting.place, count) if t))
        self._show_child()
        self.tick()
        self.show_wall()

    def _show_child(self) -> None:
        record, words = self.desk.record, self.desk.context.words
        people = ((a, record.find(Person, a.person_id)) for a in record.all(Attendance))
        found = [
            (attendance, person) for attendance, person in people if person is not None and person.is_child
        ]
        self.child.setVisible(bool(found))
        if not found:
            return
        attendance, person = found[0]
        name = record.called(person.id)
        if not record.meeting.child_present:
            text = msg("{child} is out of the room", child=name)
        elif attendance.leaves:
            text = msg(
                "{child} goes at {time}", child=name, time=dates.clock(attendance.leaves, words.language)
            )
        else:
            text = msg("{child} is in the room", child=name)
        self.child.setText(words(text))
        self.child.set_role("child-in" if record.meeting.child_present else "child")
        set_tip(self.child, f"{words(msg('The child is in the room, or has gone'))} · {key_text('child')}")

    def tick(self) -> None:
        """Show the time, and the end that was agreed."""
        words, meeting = self.desk.context.words, self.desk.record.meeting
        self.clock.setText(dates.clock(dates.local(self.desk.session.clock(), meeting.zone), words.language))
        if meeting.ends:
            ends = dates.clock(dates.local(meeting.ends, meeting.zone), words.language)
            self.until.setText(words(msg("ends {clock}", clock=ends)))
        self.until.setVisible(meeting.ends is not None and not self._slim)

    def take_minutes(self, *, only: bool) -> None:
        """Say that only the minutes are taken, where the wall's buttons stand otherwise."""
        self._minutes_only = only
        self.show_wall()

    def show_wall(self) -> None:
        """Show what the wall does."""
        self.minutes.setVisible(self._minutes_only)
        self.show_button.setVisible(not self._minutes_only)
        self.pause.setVisible(not self._minutes_only)
        words, mode = self.desk.context.words, self.desk.session.projector.mode
        text: Message = _WALL[mode]
        self.show_button.setText(words(text))
        self.show_button.set_role("primary" if mode is Mode.LIVE else "plain")
        self.pause.set_role("pause-on" if mode is Mode.PAUSE else "plain")
        closed = self.desk.session.read_only
        self.show_button.setEnabled(not closed)
        self.pause.setEnabled(not closed)

    def compact(self, *, on: bool, slim: bool) -> None:
        """Leave out what can be spared in a narrow window, and more in a slim one."""
        self._narrow, self._slim = on, slim
        self.form.setVisible(not on)
        self.title.setVisible(not slim)
        self.refresh()
