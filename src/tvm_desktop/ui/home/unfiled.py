"""Which meetings were held and are not filed: one quiet line, which opens to the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.dates import local
from tvm_desktop.ui.days import near_date
from tvm_desktop.ui.home.words import DOT, meeting_title
from tvm_desktop.ui.widgets.buttons import Button, KeyButton
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.storage.rows import MeetingRow
    from tvm_desktop.ui.context import UiContext

_MOST, _FIRST = 100, 6


class Unfiled(Panel):
    """Counts them, and lists the newest when it is opened. Signal: ``picked(str)`` with a meeting's id."""

    picked = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__("card", margins=(18, 8, 10, 8), spacing=4)
        self._context = context
        self.open = False
        self.rows: list[MeetingRow] = []
        self.lines: list[KeyButton] = []
        self.count, self.fold = PlainLabel(role="muted", wrap=True), Button(role="quiet")
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.fold)
        self.box.addLayout(line)
        self.more = PlainLabel(role="small")
        self.box.addWidget(self.more)
        self.fold.clicked.connect(self._turn)
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, number = self._context.words, len(self.rows)
        said = msgs("{count} meeting is not filed.", "{count} meetings are not filed.", number)
        if number == _MOST:
            said = msg("At least {count} meetings are not filed.", count=number)
        self.count.setText(words(said))
        self.fold.setText(words(msg("Fold up") if self.open else msg("Show which")))
        self._show_lines(self.rows[:_FIRST] if self.open else [])

    def refresh(self, *, shown: bool) -> None:
        """Read the list afresh; it is not ``shown`` where the room may see the page."""
        store = self._context.store
        self.rows = store.unfiled(_MOST) if shown and store is not None else []
        self.open = self.open and bool(self.rows)
        self.setVisible(bool(self.rows))
        self.retranslate()

    def _show_lines(self, rows: list[MeetingRow]) -> None:
        for line in self.lines:
            line.hide()
            self.box.removeWidget(line)
            line.deleteLater()
        self.lines = [KeyButton(row.id, self._say(row), "quiet-link") for row in rows]
        for place, line in enumerate(self.lines, start=1):
            self.box.insertWidget(place, line, 0, Qt.AlignmentFlag.AlignLeft)
            line.picked.connect(self.picked)
        more = len(self.rows) - len(rows)
        self.more.setText(
            self._context.words(
                msgs("{count} more in the list of meetings.", "{count} more in the list of meetings.", more)
            )
        )
        self.more.setVisible(bool(rows and more))

    def _say(self, row: MeetingRow) -> str:
        words, zone = self._context.words, row.zone
        title = words(meeting_title(row.kind, row.course_name))
        today = local(self._context.clock(), zone).date()
        day = near_date(local(row.starts, zone).date(), today, words.language) if row.starts else ""
        return DOT.join(part for part in (title, day) if part)

    def _turn(self) -> None:
        self.open = not self.open
        self.retranslate()
        (self.lines[0] if self.lines else self.fold).setFocus()
