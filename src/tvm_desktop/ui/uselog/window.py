"""The window of the use log, and of the receipts beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QWidget

from tvm_desktop.dates import local
from tvm_desktop.documents.spreadsheet import csv_file
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.ui.uselog import words as say_it
from tvm_desktop.ui.uselog.model import LinesModel, LogModel, ReceiptsModel
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import ChoiceField
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_LEAD = msg(
    "Who did what with which course, and when; never what was said. It is kept when a course is deleted."
)
_ROW, _LEAST = 38, 240


class LinesTable(QTableView):
    """A list to read and to scroll in, by keys too."""

    def __init__(self, context: UiContext, lines: LinesModel, widths: tuple[int, ...], stretch: int) -> None:
        super().__init__()
        self._context, self.lines, self._widths = context, lines, widths
        self.setModel(lines)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def retranslate(self) -> None:
        """Say the list in the program's language, at the present text size."""
        px = self._context.px
        self.lines.refresh()
        self.setMinimumHeight(px(_LEAST))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        for column, width in enumerate(self._widths):
            if width:
                self.setColumnWidth(column, px(width))
        if self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))


class UseLogWindow(SideWindow):
    """Reads; changes nothing. What is saved is what is shown."""

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (980, 680))
        self.lead = PlainLabel(role="muted", wrap=True)
        self.show_log, self.show_receipts = Button(role="step-on"), Button(role="step")
        self.course, self.kind = ChoiceField(), ChoiceField()
        self.filters = QWidget()
        self.log = LinesTable(context, LogModel(context), (220, 140, 330, 0), 3)
        self.receipts = LinesTable(context, ReceiptsModel(context), (220, 120, 0, 80, 70, 220), 2)
        self.pages = QStackedWidget()
        self.none = PlainLabel(role="muted", wrap=True)
        self.save = Button()
        self.said = PlainLabel(role="small", wrap=True)
        self._lay_out()
        self.show_log.clicked.connect(self._choose_log)
        self.show_receipts.clicked.connect(self._choose_receipts)
        self.course.chosen.connect(self._filter)
        self.kind.chosen.connect(self._filter)
        self.save.clicked.connect(self.ask_where)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Use log")))
        self.lead.setText(words(_LEAD))
        self.show_log.setText(words(msg("What was done")))
        self.show_receipts.setText(words(msg("Receipts of what was deleted")))
        self.course.set_label(words(msg("Course")))
        self.course.fill(self._courses(), self.course.key())
        self.kind.set_label(words(msg("What")))
        self.kind.fill([(key, words(name)) for key, (name, _acts) in say_it.KINDS.items()], self.kind.key())
        self.save.setText(words(msg("Save for a spreadsheet …")))
        for table, name in (
            (self.log, msg("What was done")),
            (self.receipts, msg("Receipts of what was deleted")),
        ):
            table.setAccessibleName(words(name))
            table.retranslate()
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the hands on the list."""
        super().showEvent(event)
        self.table.setFocus()

    @property
    def table(self) -> LinesTable:
        """The list in view."""
        return self.receipts if self.pages.currentWidget() is self.receipts else self.log

    def ask_where(self) -> None:
        """Ask where, and save what is shown; the name proposed names nobody."""
        words, day = self.context.words, local(self.context.clock()).date()
        name = words(msg("use-log-{day}.csv", day=day.isoformat()))
        path = ask_save(self, words, msg("Save for a spreadsheet"), name, "CSV (*.csv)", encrypted=False)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write what is shown; say whether it could be written. That it was is noted in the log."""
        data = csv_file(self.table.lines.whole(), self.context.language)
        done = write_whole(path, data)
        if done:
            self.context.open_store.log_use(UseAct.LOG_EXPORTED)
            self.log.retranslate()
            self._say(msg("The list is saved. The file is not encrypted."))
        else:
            self._say(msg("The list could not be saved there. Choose another folder."))
        return done

    def _courses(self) -> list[tuple[str, str]]:
        words, store = self.context.words, self.context.open_store
        here = [(row.id, row.name or words(msg("A course without a name"))) for row in store.courses()]
        gone = [(one.course_id, words(say_it.deleted_course(one.course_id))) for one in store.receipts()]
        return [("", words(msg("All courses"))), *here, *gone]

    def _filter(self, _key: str) -> None:
        lines = self.log.lines
        if isinstance(lines, LogModel):
            lines.course_id, lines.acts = self.course.key(), say_it.KINDS[self.kind.key()][1]
        self.log.retranslate()
        self._show_state()

    def _choose_log(self) -> None:
        self._choose(self.log)

    def _choose_receipts(self) -> None:
        self._choose(self.receipts)

    def _choose(self, table: LinesTable) -> None:
        self.pages.setCurrentWidget(table)
        self._show_state()
        table.setFocus()

    def _show_state(self) -> None:
        in_log = self.table is self.log
        self.show_log.set_role("step-on" if in_log else "step")
        self.show_receipts.set_role("step" if in_log else "step-on")
        self.filters.setVisible(in_log)
        empty = self.table.lines.rowCount() == 0
        nothing = msg("Nothing was done that fits.") if in_log else msg("Nothing has been deleted.")
        self.none.setText(self.context.words(nothing))
        self.none.setVisible(empty)
        self.save.setEnabled(not empty)

    def _say(self, text: Message) -> None:
        self.said.setText(self.context.words(text))
        self.said.show()

    def _lay_out(self) -> None:
        tabs, acts, filters = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(self.filters)
        for tab in (self.show_log, self.show_receipts):
            tabs.addWidget(tab)
        tabs.addStretch(1)
        filters.setContentsMargins(0, 0, 0, 0)
        filters.setSpacing(16)
        filters.addWidget(self.course, 1)
        filters.addWidget(self.kind, 1)
        for table in (self.log, self.receipts):
            self.pages.addWidget(table)
        acts.addWidget(self.save)
        acts.addWidget(self.said)
        acts.addStretch(1)
        self.column.addWidget(self.lead)
        self.column.addLayout(tabs)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.none)
        self.column.addWidget(self.pages, 1)
        self.column.addLayout(acts)
        self.said.hide()
