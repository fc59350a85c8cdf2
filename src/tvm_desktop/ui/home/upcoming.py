"""Today's or the next meeting, with the two things one wants of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from tvm_desktop.dates import local
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.ui.home.words import facts, meeting_title, when_and_where
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.storage.rows import MeetingRow
    from tvm_desktop.ui.context import UiContext


class Upcoming(Panel):
    """Shows one meeting. Signals: ``start(str)``, ``prepare(str)``, ``end(str)`` with its id."""

    start = Signal(str)
    prepare = Signal(str)
    end = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__("panel", across=True, margins=(26, 20, 26, 20), spacing=14)
        self._context = context
        self._row: MeetingRow | None = None
        self._since_last = 0
        self.when = PlainLabel(role="small", wrap=True)
        self.title = PlainLabel(role="title", wrap=True)
        self.about = PlainLabel(role="small", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (self.when, self.title, self.about):
            texts.addWidget(label)
        self.second = Button()
        self.first = Button(role="primary")
        self.box.addLayout(texts, 1)
        acts = QHBoxLayout()
        acts.setSpacing(14)
        acts.addWidget(self.second)
        acts.addWidget(self.first)
        self.box.addLayout(acts)
        self.first.clicked.connect(self._start)
        self.second.clicked.connect(self._second)

    def show_meeting(self, row: MeetingRow | None, since_last: int = 0) -> None:
        """Show this meeting, or nothing."""
        self._row = row
        self._since_last = since_last
        self.setVisible(row is not None)
        self.retranslate()

    def fit(self, *, narrow: bool) -> None:
        """Put the buttons below the words when there is little room."""
        ways = QBoxLayout.Direction
        self.box.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def retranslate(self) -> None:
        """Say it in the program's language."""
        row, words = self._row, self._context.words
        if row is None:
            return
        now = self._context.clock()
        self.when.setText(when_and_where(row, now, words))
        self.title.setText(words(meeting_title(row.kind, row.course_name)))
        today = local(now, row.zone).date()
        self.about.setText(facts(row, self._context.formats, today, self._since_last, words))
        running = row.status is MeetingStatus.RUNNING
        self.first.setText(words(msg("Go on →")) if running else words(msg("Start the meeting →")))
        self.second.setText(words(msg("End the meeting")) if running else words(msg("Prepare")))

    def _start(self) -> None:
        if self._row is not None:
            self.start.emit(self._row.id)

    def _second(self) -> None:
        if self._row is None:
            return
        if self._row.status is MeetingStatus.RUNNING:
            self.end.emit(self._row.id)
        else:
            self.prepare.emit(self._row.id)
