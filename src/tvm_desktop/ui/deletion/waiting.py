"""What is to be deleted, and when: each can be taken back, or deleted at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.dates import long_date
from tvm_desktop.domain.record import Record
from tvm_desktop.errors import UserError
from tvm_desktop.session.keeping import Leaving, leaving, set_day, trust_clock
from tvm_desktop.ui.deletion import words as say_it
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.widgets.buttons import Button, KeyButton
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.storage.rows import CourseRow
    from tvm_desktop.ui.context import UiContext

_LEAD = msg(
    "These courses are filed. Each is deleted on its day, when the program is open; until then it can be kept."
)
_NOTHING = Leaving((), (), (), clock_fits=True)


class LeavingRow(Panel):
    """One course that goes. Signals: ``kept(str)`` and ``delete_wanted(str)`` with its id."""

    kept = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, context: UiContext, row: CourseRow, *, come: bool) -> None:
        super().__init__("card-late" if come else "card", margins=(16, 10, 12, 10), spacing=4)
        words = context.words
        name, day = words(say_it.course_name(row)), say_it.today_of(context.clock())
        self.title = PlainLabel(name, "strong", wrap=True)
        line = words(say_it.day_line(row.delete_on, day, words.language))
        record = Record.of("", context.open_store.load(row.id))
        against = say_it.warning(record, day, words.language) if come else None
        self.line = PlainLabel(line, "muted", wrap=True)
        self.warning = PlainLabel(words(against) if against else "", "small", wrap=True)
        self.warning.setVisible(against is not None)
        self.keep = KeyButton(row.id, words(msg("Keep it")))
        self.now = KeyButton(row.id, words(msg("Delete now …")), "quiet")
        self.keep.setAccessibleDescription(name)
        self.now.setAccessibleDescription(name)
        self.keep.picked.connect(self.kept)
        self.now.picked.connect(self.delete_wanted)
        said = QVBoxLayout()
        said.setSpacing(2)
        for label in (self.title, self.line, self.warning):
            said.addWidget(label)
        across = QHBoxLayout()
        across.addLayout(said, 1)
        across.addWidget(self.now)
        across.addWidget(self.keep)
        self.box.addLayout(across)


class ToDeleteWindow(SideWindow):
    """The list. Signal: ``delete_wanted(str)`` with a course's id."""

    delete_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (680, 560))
        self.found = _NOTHING
        self.lead = PlainLabel(role="muted", wrap=True)
        self.doubt = Panel("note", margins=(14, 10, 12, 10), spacing=8)
        self.doubt_words = PlainLabel(wrap=True)
        self.right = Button()
        self.way_back = PlainLabel(role="hint", wrap=True)
        self.unfinished = PlainLabel(role="hint", wrap=True)
        self.again = Button()
        self.problem = PlainLabel(role="error", wrap=True)
        self.rows: list[LeavingRow] = []
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.doubt.box.addWidget(self.doubt_words)
        self.doubt.box.addLayout(_left(self.right))
        for widget in (self.lead, self.doubt, self.way_back):
            self.column.addWidget(widget)
        self.column.addLayout(self.list)
        self.column.addWidget(self.unfinished)
        self.column.addLayout(_left(self.again))
        self.column.addWidget(self.problem)
        self.column.addStretch(1)
        self.problem.hide()
        self.right.clicked.connect(self._trust)
        self.again.clicked.connect(self._finish)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("To be deleted")))
        self.again.setText(words(msg("Try again")))
        self.right.setText(words(msg("The date is right")))
        self.way_back.setText(words(say_it.WAY_BACK))
        self.unfinished.setText(words(say_it.WAITS))
        self.refresh()

    def refresh(self) -> None:
        """Read afresh what goes."""
        store, words = self.context.store, self.context.words
        if store is None:
            return
        self.found = leaving(store, self.context.clock())
        self._show_rows()
        self.lead.setText(words(_LEAD if self.rows else msg("Nothing is to be deleted.")))
        doubt = msg(
            "This computer says that today is {day}. That is before the last time the program was used, "
            "or more than a week after it, so nothing is deleted by itself.",
            day=long_date(say_it.today_of(self.context.clock()), words.language),
        )
        self.doubt_words.setText(words(doubt))
        self.doubt.setVisible(bool(self.found.asked) and not self.found.clock_fits)
        self.way_back.setVisible(self.found.way_back)
        for widget in (self.unfinished, self.again):
            widget.setVisible(store.deletion_waits())

    def _show_rows(self) -> None:
        come = (*self.found.asked, *self.found.due)
        for old in self.rows:
            self.list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [LeavingRow(self.context, row, come=row in come) for row in self.found.every]
        for row in self.rows:
            row.kept.connect(self._keep)
            row.delete_wanted.connect(self.delete_wanted)
            self.list.addWidget(row)

    def event(self, event: QEvent) -> bool:
        """Read afresh when one comes back from deleting something."""
        if event.type() == QEvent.Type.WindowActivate and self._is_old():
            self.refresh()
        return super().event(event)

    def _is_old(self) -> bool:
        store = self.context.store
        return store is not None and leaving(store, self.context.clock()) != self.found

    def _keep(self, course_id: str) -> None:
        self._do(partial(set_day, self.context.open_store, course_id, None))

    def _trust(self) -> None:
        self._do(partial(trust_clock, self.context.open_store, self.context.clock()))

    def _finish(self) -> None:
        self._do(self.context.open_store.finish_deletions)

    def _do(self, act: Callable[[], None]) -> None:
        said = ""
        try:
            act()
        except UserError as problem:
            said = self.context.words(problem.message)
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self.refresh()
        (self.rows[0].keep if self.rows else self.away).setFocus()
        self.changed.emit()


def _left(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(widget)
    line.addStretch(1)
    return line
