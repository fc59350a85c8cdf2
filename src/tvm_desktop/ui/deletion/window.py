"""Deleting a course: asked once, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.filing import unfiled
from tvm_desktop.domain.record import Record
from tvm_desktop.errors import UserError
from tvm_desktop.storage.deletion import backups_that_go, ways_back
from tvm_desktop.storage.moving import left_behind
from tvm_desktop.ui.backups.said import when
from tvm_desktop.ui.deletion import words as say_it
from tvm_desktop.ui.dialogs.base import SideWindow, close_about
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tvm_desktop.storage.rows import Receipt
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_SMALL = (600, 260)


class DeleteWindow(SideWindow):
    """Says what goes, what remains and what is out of reach, and deletes a course when that is what one wants."""

    def __init__(self, context: UiContext, parent: QWidget | None, course_id: str) -> None:
        super().__init__(context, parent, (600, 700))
        self.course_id = course_id
        self.record = Record.of("", context.open_store.load(course_id))
        self._goes = say_it.what_goes(self.record, len(backups_that_go(context.open_store.folder)))
        self._ways = ways_back(context.open_store.folder)
        self._outcome: tuple[Message, ...] = ()
        self.form = QWidget()
        self.heads = [SectionLabel() for _ in range(3)]
        self.goes = [PlainLabel(wrap=True) for _ in self._goes]
        self.ways = [PlainLabel(wrap=True) for _ in self._ways]
        self.remains, self.reach = PlainLabel(wrap=True), PlainLabel(wrap=True)
        self.warning = PlainLabel(role="hint", wrap=True)
        self.known = QCheckBox()
        self.problem = PlainLabel(role="error", wrap=True)
        self.said = PlainLabel(wrap=True)
        self.go = Button()
        self._lay_out()
        self.known.toggled.connect(self._show_state)
        self.go.clicked.connect(self.delete)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Delete a course")))
        if not self._outcome:
            self.title.setText(words(msg("Delete {name}’s course for good?", name=self._name())))
        heads = (msg("What is deleted"), msg("What remains"), msg("What the program cannot reach"))
        for head, text in zip(self.heads, heads, strict=True):
            head.setText(words(text))
        for label, line in zip(self.goes, self._goes, strict=True):
            label.setText(f"•  {words(line)}")
        for label, backup in zip(self.ways, self._ways, strict=True):
            label.setText(f"•  {words(say_it.way_back(when(backup.at, self.context)))}")
        self.remains.setText(words(say_it.REMAINS))
        self.reach.setText(words(say_it.OUT_OF_REACH))
        against = say_it.warning(self.record, say_it.today_of(self.context.clock()), words.language)
        self.warning.setText(words(against) if against else "")
        self.known.setText(words(say_it.KNOWN_UNFILED))
        self.go.setText(words(msg("Delete for good")))
        self.away.setText(words(msg("Close") if self._outcome else msg("Cancel")))
        self.said.setText("\n\n".join(words(line) for line in self._outcome))
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand on what changes nothing."""
        super().showEvent(event)
        self.away.setFocus()

    def delete(self) -> None:
        """Let go of all that shows the course, then delete it."""
        store = self.context.open_store
        self.course_gone.emit()
        close_about(self.shown_courses, self.parentWidget(), except_for=self)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            receipt = store.delete_course(self.course_id)
        except LookupError:
            self._end(say_it.GONE_ALREADY)
        except UserError as problem:
            self.problem.setText(self.context.words(problem.message))
            self.problem.show()
        else:
            self._end(say_it.DELETED, *self._left(receipt))
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.changed.emit()

    def _left(self, receipt: Receipt) -> tuple[Message, ...]:
        """Say what is not done yet."""
        if receipt.backups_replaced:
            return ()
        store = self.context.open_store
        left = left_behind(store.folder)
        return (say_it.WAITS if store.deletion_waits() or left is None else say_it.still_in(str(left)),)

    def _end(self, *outcome: Message) -> None:
        self._outcome, self._size = outcome, _SMALL
        self.record = Record("")
        self.form.hide()
        self.go.hide()
        self.said.show()
        self.retranslate()
        self.away.set_role("primary")
        self.away.setFocus()

    def _name(self) -> str:
        name = self.record.course.name
        return name or self.context.words(msg("the nameless child"))

    def _show_state(self) -> None:
        missing = bool(unfiled(self.record))
        self.warning.setVisible(bool(self.warning.text()))
        self.known.setVisible(missing)
        self.go.setEnabled(self.known.isChecked() or not missing)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self.form)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        groups: tuple[list[PlainLabel], ...] = ([*self.goes, *self.ways], [self.remains], [self.reach])
        box.addWidget(self.warning)
        box.addWidget(self.known)
        for head, group in zip(self.heads, groups, strict=True):
            box.addSpacing(8)
            for label in (head, *group):
                box.addWidget(label)
        box.addWidget(self.problem)
        self.column.addWidget(self.form)
        self.column.addWidget(self.said)
        line = QHBoxLayout()
        line.addWidget(self.go)
        line.addStretch(1)
        box.addSpacing(8)
        box.addLayout(line)
        self.column.addStretch(1)
        self.problem.hide()
        self.said.hide()
        self.away.set_role("plain")
