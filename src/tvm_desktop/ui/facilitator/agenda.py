"""The left pane: the steps with their minutes, and the people with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import StepTime
from tvm_desktop.domain.wording import shortened
from tvm_desktop.ui.facilitator.panels.base import scrolling
from tvm_desktop.ui.facilitator.thing import chip_kind
from tvm_desktop.ui.widgets.basic import Button, Chip, Panel, PlainLabel, SectionLabel, set_tip
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Person
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk


_TIE = 18


_WIDTH, _AROUND = 264, 70


class StepButton(Button):
    """One step: mark, name, minutes. The filled one is in view; a dot marks the table’s when it is another."""

    def __init__(self, step_id: str) -> None:
        super().__init__("", "step")
        self.step_id = step_id
        self.mark = PlainLabel(role="step-mark")
        self.name = PlainLabel()
        self.minutes = PlainLabel(role="step-minutes")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 10, 7)
        row.setSpacing(4)
        row.addWidget(self.mark)
        row.addWidget(self.name, 1)
        row.addWidget(self.minutes)
        for label in (self.mark, self.name, self.minutes):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def light(self, *, on: bool, done: bool) -> None:
        """Be the step in view, or not."""
        self.set_role("step-on" if on else "step")
        self.mark.set_role("step-lit" if on else "step-mark-done" if done else "step-mark")
        self.name.set_role("step-lit" if on else "step-name")
        self.minutes.set_role("step-lit-small" if on else "step-minutes")

    def refit(self, mark: int) -> None:
        """Be as tall as the words; ``mark`` is the width of the sign before them."""
        self.mark.setFixedWidth(mark)
        self.setFixedHeight(self.name.sizeHint().height() + 14)


class PersonRow(QWidget):
    """One voice: number, name, tie to the child. Signal: ``chosen(person_id)``."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, person: Person, number: int) -> None:
        super().__init__()
        self.person_id = person.id
        self.button = Button("", "person")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._clicked)
        row = QHBoxLayout(self.button)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(6)
        label = PlainLabel(str(number), "step-mark")
        label.setFixedWidth(desk.context.px(20))
        name = PlainLabel(desk.record.called(person.id))
        words = desk.context.words
        tie = words(msg("child")) if person.is_child else person.relation or person.profession
        kind = chip_kind(person)
        short = shortened(tie, _TIE)
        side = Chip(short, kind) if kind else PlainLabel(short, "small")
        room = desk.context.px(_WIDTH) - label.width() - _AROUND
        shorten(side, max(room // 2, room - name.sizeHint().width()))
        shorten(name, room - (side.sizeHint().width() if tie else 0))
        set_tip(self.button, desk.record.voice(person.id))
        for widget in (label, name, side):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(label)
        row.addWidget(name, 1)
        row.addWidget(side)
        side.setVisible(bool(tie))
        self.button.setAccessibleName(desk.record.voice(person.id))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.button)

    def set_current(self, *, on: bool) -> None:
        """Be the voice whose words come next."""
        self.button.set_role("person-on" if on else "person")

    def _clicked(self) -> None:
        self.chosen.emit(self.person_id)


class AgendaPane(Panel):
    """Steps and people. Signals: ``add_participant()``."""

    add_participant = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("side", margins=(12, 18, 12, 12), spacing=2)
        self.desk = desk
        self.steps_title = SectionLabel()
        self.people_title = SectionLabel()
        self.steps: list[StepButton] = []
        self._steps_box = QVBoxLayout()
        self._steps_box.setSpacing(2)
        self.people = QWidget()
        self.people.setProperty("role", "flow")
        self._people_box = QVBoxLayout(self.people)
        self._people_box.setContentsMargins(0, 0, 0, 0)
        self._people_box.setSpacing(0)
        self._known: tuple[object, ...] = ()
        self.add = Button("", "quiet")
        self.add.clicked.connect(self.add_participant)
        holder = QWidget()
        holder.setProperty("role", "flow")
        flow = QVBoxLayout(holder)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(2)
        flow.addWidget(self.steps_title)
        flow.addSpacing(4)
        flow.addLayout(self._steps_box)
        flow.addSpacing(20)
        flow.addWidget(self.people_title)
        flow.addSpacing(4)
        flow.addWidget(self.people)
        flow.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        flow.addStretch(1)
        self.box.addWidget(scrolling(holder))
        desk.looked.connect(self.refresh)
        desk.chosen.connect(self._mark_voice)

    def retranslate(self) -> None:
        """Say everything."""
        words = self.desk.context.words
        self.setFixedWidth(self.desk.context.px(_WIDTH))
        self.steps_title.setText(words(msg("Agenda")))
        self.people_title.setText(words(msg("Participants")))
        self.add.setText(words(msg("+ Add a participant")))
        self._known = ()
        self.refresh()

    def refresh(self) -> None:
        """Show where the table is, what is in view, and how the time goes."""
        desk = self.desk
        live = desk.record.meeting.live_step
        ids = [step.id for step in desk.steps]
        if ids != [button.step_id for button in self.steps]:
            self._make_steps(ids)
        at = ids.index(live) if live in ids else -1
        for n, (button, step) in enumerate(zip(self.steps, desk.steps, strict=False)):
            self._show_step(button, step, done=n < at, live=step.id == live)
        self._show_people()

    def _make_steps(self, ids: list[str]) -> None:
        """Give each step its button: another kind of meeting has other steps."""
        for button in self.steps:
            self._steps_box.removeWidget(button)
            button.hide()
            QTimer.singleShot(0, button.deleteLater)
        self.steps = [StepButton(step_id) for step_id in ids]
        for button in self.steps:
            button.clicked.connect(self._clicked)
            self._steps_box.addWidget(button)

    def _show_step(self, button: StepButton, step: Step, *, done: bool, live: bool) -> None:
        desk, words = self.desk, self.desk.context.words
        name = step.short.say(words.language, desk.session.child)
        button.name.setText(name)
        elsewhere = live and step.id != desk.step_id
        button.mark.setText("●" if elsewhere else "✓" if done else str(step.number) if step.number else "·")
        button.minutes.setText(self._minutes(step, live=live))
        button.light(on=step.id == desk.step_id, done=done or live)
        state = words(msg("the table is here")) if live else words(msg("done")) if done else ""
        button.setAccessibleName(", ".join(t for t in (name, state) if t))
        button.refit(desk.context.px(20))

    def _minutes(self, step: Step, *, live: bool) -> str:
        record = self.desk.record
        planned = dict(record.meeting.minutes).get(step.id, step.minutes)
        spent = sum(t.seconds for t in record.all(StepTime) if t.step == step.id) // 60
        return f"{spent} / {planned}" if live else str(planned)

    def _show_people(self) -> None:
        desk = self.desk
        voices = turns.voices(desk.record)
        known = tuple(voices)
        if known != self._known:
            self._known = known
            while (item := self._people_box.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    QTimer.singleShot(0, widget.deleteLater)
            for number, person in enumerate(voices, 1):
                row = PersonRow(desk, person, number)
                row.chosen.connect(desk.choose_voice)
                self._people_box.addWidget(row)
        self._mark_voice()

    def _mark_voice(self) -> None:
        for row in self.people.findChildren(PersonRow):
            row.set_current(on=row.person_id == self.desk.voice)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.desk.look_at(button.step_id)


def shorten(label: PlainLabel, width: int) -> None:
    """Let words that are too long for their place end in three dots."""
    label.ensurePolished()
    around = label.sizeHint().width() - label.fontMetrics().horizontalAdvance(label.text())
    label.setText(label.fontMetrics().elidedText(label.text(), Qt.TextElideMode.ElideRight, width - around))
