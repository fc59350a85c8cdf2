"""The columns of a board or a grid: which come first, and which the meeting does without."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.formats.agenda import column_key, in_order, moved_column
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.ui.widgets.basic import Button, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.formats.model import Column, Step
    from tvm_desktop.ui.prepare.desk import Desk


class ColumnLine(QWidget):
    """One column. Signals: ``earlier()`` to stand before the one above, ``taken(bool)`` when it is ticked."""

    earlier = Signal()
    taken = Signal(bool)

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.check = QCheckBox() if column.optional else None
        self.name = PlainLabel(role="muted", wrap=True)
        self.up = Button("↑", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 0, 0)
        row.setSpacing(8)
        if self.check is not None:
            row.addWidget(self.check)
            self.check.clicked.connect(self.taken)
        row.addWidget(self.name, 1)
        row.addWidget(self.up)
        self.up.clicked.connect(self.earlier)

    def say(self, title: str, earlier: str) -> None:
        """Show the title, and say what the small button does."""
        self.name.setText(title)
        if self.check is not None:
            self.check.setAccessibleName(title)
        self.up.setAccessibleName(earlier)


class StepColumns(QWidget):
    """The columns of one step, folded until they are asked for."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__()
        self.desk, self.step = desk, step
        self.fold = Button("", "quiet-link")
        self.fold.setCheckable(True)
        self.lines = [ColumnLine(column) for column in step.columns]
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 4)
        self.box.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.fold)
        top.addStretch(1)
        self.box.addLayout(top)
        for line in self.lines:
            self.box.addWidget(line)
            line.hide()
            line.earlier.connect(self._earlier)
            line.taken.connect(self._taken)
        self.fold.clicked.connect(self._unfold)

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        for line in self.lines:
            title = self.desk.phrase(line.column.title)
            line.say(title, self.desk.say(msg("Move “{column}” up", column=title)))
        self._say_fold()

    def _say_fold(self) -> None:
        words = self.desk.say(msg("Columns"))
        self.fold.setText(f"{words} {'▾' if self.fold.isChecked() else '▸'}")

    def _unfold(self) -> None:
        for line in self.lines:
            line.setVisible(self.fold.isChecked())
        self._say_fold()

    def fill(self) -> None:
        """Show the columns in the order that the meeting wishes."""
        meeting, locked = self.desk.record.meeting, self.desk.locked
        order = [column.kind for column in self._now().columns]
        self.lines.sort(key=lambda line: order.index(line.column.kind))
        for place, line in enumerate(self.lines):
            self.box.removeWidget(line)
            self.box.insertWidget(place + 1, line)
            line.up.setEnabled(place > 0 and not locked)
            if line.check is not None:
                line.check.setChecked(column_key(self.step, line.column) not in meeting.left_out)
                line.check.setEnabled(not locked)

    def _now(self) -> Step:
        columns = in_order(self.desk.record.meeting, self.step, self.step.columns)
        return replace(self.step, columns=columns)

    def _earlier(self) -> None:
        line = self.sender()
        if isinstance(line, ColumnLine):
            order = moved_column(self.desk.record.meeting, self._now(), line.column.kind, -1)
            if order is not None:
                self._edit(column_order=order)

    def _taken(self, on: bool) -> None:
        line = self.sender()
        if isinstance(line, ColumnLine):
            key = column_key(self.step, line.column)
            out = [other for other in self.desk.record.meeting.left_out if other != key]
            self._edit(left_out=tuple(out if on else [*out, key]))

    def _edit(self, **values: object) -> None:
        self.desk.do(EditMeeting(self.desk.record.meeting_id, values))
