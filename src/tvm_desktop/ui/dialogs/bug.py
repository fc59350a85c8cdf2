"""The window for a bug: calm words, and a report to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


class BugWindow(SideWindow):
    """Says that the program failed and the meeting is safe, and offers the report to copy."""

    def __init__(self, context: UiContext, parent: QWidget | None, report: str) -> None:
        super().__init__(context, parent, (620, 460))
        self.calm = PlainLabel(wrap=True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.copy = Button()
        for widget in (self.calm, self.report, self.copy):
            self.column.addWidget(widget)
        self.copy.clicked.connect(self._copy)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Something in the program failed")))
        self.calm.setText(
            words(
                msg(
                    "That is our mistake. What was written is kept, and you can go on. "
                    "Please send this report to those who look after the program. "
                    "It holds nothing of what was said at meetings."
                )
            )
        )
        self.report.setAccessibleName(words(msg("Report")))
        self.copy.setText(words(msg("Copy the report")))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
