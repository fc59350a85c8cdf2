"""How long each step takes, added up honestly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain import agenda as adding
from tvm_desktop.formats.agenda import choices
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.ui.prepare.columns import StepColumns
from tvm_desktop.ui.prepare.moments import end_after
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel, SectionLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.prepare.desk import Desk


class StepMinutes(QSpinBox):
    """One step's minutes; the wheel scrolls the page, not the number. Signal: ``kept(str, int)``."""

    kept = Signal(str, int)

    def __init__(self, step_id: str) -> None:
        super().__init__()
        self._step_id = step_id
        self.setRange(0, 240)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._changed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def show_value(self, value: int) -> None:
        """Show what is kept."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def _changed(self, value: int) -> None:
        self.kept.emit(self._step_id, value)


class OptionalStep(QCheckBox):
    """A step that can be left out. Signal: ``chosen(str, bool)``."""

    chosen = Signal(str, bool)

    def __init__(self, step_id: str) -> None:
        super().__init__()
        self._step_id = step_id
        self.clicked.connect(self._clicked)

    def _clicked(self, on: bool) -> None:
        self.chosen.emit(self._step_id, on)


class TimeSection(QWidget):
    """Lays out the steps with their minutes, the sum, and what to do when it does not fit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.heading = SectionLabel()
        self.spins: dict[str, StepMinutes] = {}
        self.checks: dict[str, OptionalStep] = {}
        self.names: dict[str, PlainLabel] = {}
        self.total = PlainLabel("", "heading")
        self.total_lead = PlainLabel("", "small", wrap=True)
        self.advice = PlainLabel("", "", wrap=True)
        self.longer = Button("", "plain")
        self.hint = Panel("note", spacing=8)
        self.hint.box.addWidget(self.advice)
        self.hint.box.addWidget(self.longer)
        self.grid = QGridLayout()
        self.grid.setVerticalSpacing(4)
        self.grid.setColumnStretch(0, 1)
        self.columns: dict[str, StepColumns] = {}
        for number, step in enumerate(desk.format.steps):
            self._add_step(2 * number, step)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.heading)
        box.addLayout(self.grid)
        box.addWidget(self.total)
        box.addWidget(self.total_lead)
        box.addWidget(self.hint)
        self.longer.clicked.connect(self._lengthen)

    def _add_step(self, row: int, step: Step) -> None:
        spin = StepMinutes(step.id)
        spin.kept.connect(self._keep)
        self.spins[step.id] = spin
        if step.optional:
            check = self.checks[step.id] = OptionalStep(step.id)
            check.chosen.connect(self._choose)
            self.grid.addWidget(check, row, 0)
        else:
            name = self.names[step.id] = PlainLabel(wrap=True)
            self.grid.addWidget(name, row, 0)
        self.grid.addWidget(spin, row, 1)
        if len(step.columns) > 1:
            columns = self.columns[step.id] = StepColumns(self.desk, step)
            self.grid.addWidget(columns, row + 1, 0, 1, 2)

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        say = self.desk.say
        self.heading.setText(say(msg("Time")))
        for step in self.desk.format.steps:
            words = self.desk.phrase(step.short)
            number = f"{step.number} · " if step.number else ""
            if step.id in self.checks:
                self.checks[step.id].setText(escape_mnemonic(words))
            else:
                self.names[step.id].setText(number + words)
            spin = self.spins[step.id]
            spin.setSuffix(say(msg(" min")))
            spin.setFixedWidth(self.desk.context.px(98))
            spin.lineEdit().setTextMargins(self.desk.context.px(8), 0, 0, 0)
            spin.setAccessibleName(say(msg("Minutes for {step}", step=words)))
        for columns in self.columns.values():
            columns.retranslate()
        self.fill()

    def fill(self) -> None:
        """Show what is kept, and add it up."""
        meeting, say = self.desk.record.meeting, self.desk.say
        own = dict(meeting.minutes)
        fitting = {step.id for step in choices(self.desk.record, self.desk.format)}
        for step in self.desk.format.steps:
            taken = step.id not in meeting.left_out
            spin = self.spins[step.id]
            for widget in (spin, self.checks.get(step.id), self.names.get(step.id)):
                if widget is not None:
                    widget.setVisible(step.id in fitting)
            if step.id in self.columns:
                self.columns[step.id].setVisible(taken and step.id in fitting)
                self.columns[step.id].fill()
            spin.show_value(own.get(step.id, step.minutes))
            spin.setEnabled(taken and not self.desk.locked)
            if step.id in self.checks:
                self.checks[step.id].setChecked(taken)
                self.checks[step.id].setEnabled(not self.desk.locked)
        plan = self._plan()
        self.total.setText(say(adding.total_line(plan)))
        advice = adding.advice(plan)
        self.advice.setText(say(advice) if advice else "")
        self.total_lead.setText(say(_lead(plan)))
        self.total_lead.setVisible(advice is None)
        self.hint.setVisible(advice is not None)
        end = end_after(meeting, _whole_fives(plan.needed))
        self.longer.setVisible(end is not None and not self.desk.locked)
        if end is not None:
            clock = dates.clock(dates.local(end, meeting.zone), self.desk.context.language)
            self.longer.setText(say(msg("End at {clock} instead", clock=clock)))

    def _plan(self) -> adding.Agenda:
        steps = [(step.id, step.minutes) for step in choices(self.desk.record, self.desk.format)]
        return adding.agenda(steps, self.desk.record)

    def _keep(self, step_id: str, value: int) -> None:
        usual = self.desk.format.step(step_id).minutes
        own = {**dict(self.desk.record.meeting.minutes), step_id: value}
        if value == usual:
            own.pop(step_id)
        self._edit(minutes=tuple(own.items()))

    def _choose(self, step_id: str, on: bool) -> None:
        out = [step for step in self.desk.record.meeting.left_out if step != step_id]
        self._edit(left_out=tuple(out if on else [*out, step_id]))

    def _lengthen(self) -> None:
        end = end_after(self.desk.record.meeting, _whole_fives(self._plan().needed))
        if end is not None:
            self._edit(ends=end)

    def _edit(self, **values: object) -> None:
        self.desk.do(EditMeeting(self.desk.record.meeting_id, values))


def _whole_fives(minutes: int) -> int:
    return -(-minutes // 5) * 5


def _lead(plan: adding.Agenda) -> Message:
    if plan.available is None:
        return msg("Write when the meeting begins and ends, and the time is added up here.")
    left = plan.available - plan.needed
    if left < 0:
        return msg("More than there is time for")
    return (
        msg("{left} min left for breaks and for what comes up", left=left) if left else msg("It fits exactly")
    )
