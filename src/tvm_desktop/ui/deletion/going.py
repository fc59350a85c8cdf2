"""On a course's own page: the day on which it goes, with the way to keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from tvm_desktop.errors import UserError
from tvm_desktop.session.keeping import set_day
from tvm_desktop.ui.deletion import words as say_it
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.ui.context import UiContext


class GoingLine(Panel):
    """There is nothing to see while a course has no day. Signal: ``kept()`` when it stays after all."""

    kept = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__("note", across=True, margins=(16, 10, 12, 10), spacing=12)
        self.context = context
        self._course_id = ""
        self.line, self.against = PlainLabel(role="strong", wrap=True), PlainLabel(wrap=True)
        self.problem = PlainLabel(role="error", wrap=True)
        self.keep = Button()
        said = QVBoxLayout()
        said.setSpacing(2)
        for label in (self.line, self.against, self.problem):
            said.addWidget(label)
        self.box.addLayout(said, 1)
        self.box.addWidget(self.keep)
        self.problem.hide()
        self.keep.clicked.connect(self._keep)
        self.hide()

    def show_record(self, record: Record) -> None:
        """Say when a course goes, and what speaks against it."""
        day, words = record.course.delete_on, self.context.words
        self._course_id = record.course.id
        self.setVisible(day is not None)
        if day is None:
            return
        today = say_it.today_of(self.context.clock())
        against = say_it.warning(record, today, words.language)
        self.line.setText(words(msg("The course {goes}.", goes=say_it.day_line(day, today, words.language))))
        self.against.setText(words(against) if against else "")
        self.against.setVisible(against is not None)
        self.keep.setText(words(msg("Keep it")))

    def _keep(self) -> None:
        try:
            set_day(self.context.open_store, self._course_id, None)
        except UserError as problem:
            self.problem.setText(self.context.words(problem.message))
            self.problem.show()
            return
        self.problem.hide()
        self.kept.emit()
