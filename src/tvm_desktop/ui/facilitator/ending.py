"""Ending is one visible act, with a list of what is missing; nothing in the list locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.guidance import still_open
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tvm_desktop.ui.facilitator.desk import Desk


class EndPage(QWidget):
    """Asks once. Signals: ``ended()``, ``back()``, ``print_wanted()``."""

    ended = Signal()
    back = Signal()
    print_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.desk = desk
        self.title = PlainLabel(role="title", wrap=True)
        self.lead = PlainLabel(role="lead", wrap=True)
        self.missing = Panel("card", margins=(16, 12, 16, 12), spacing=6)
        self.end = Button("", "primary")
        self.paper = Button()
        self.go_back = Button()
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.end, self.paper, self.go_back):
            row.addWidget(button)
        row.addStretch(1)
        inner = QWidget()
        inner.setMaximumWidth(desk.context.px(640))
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        for widget in (self.title, self.lead, self.missing):
            column.addWidget(widget)
        column.addLayout(row)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        self.end.clicked.connect(self.ended)
        self.paper.clicked.connect(self.print_wanted)
        self.go_back.clicked.connect(self.back)

    def retranslate(self) -> None:
        """Say what is missing."""
        words = self.desk.context.words
        open_things = still_open(self.desk.record)
        self.title.setText(words(msg("End the meeting?")))
        lead = (
            msg("This is still open. You may end all the same.")
            if open_things
            else msg("Nothing is missing.")
        )
        self.lead.setText(words(lead))
        while (item := self.missing.box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                QTimer.singleShot(0, widget.deleteLater)
        for message in open_things:
            self.missing.box.addWidget(PlainLabel(f"·  {words(message)}", wrap=True))
        self.missing.setVisible(bool(open_things))
        self.end.setText(words(msg("End the meeting")))
        self.paper.setText(words(msg("Print the plan first")))
        self.go_back.setText(words(msg("Back to the meeting")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends, Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            (button if isinstance(button, Button) else self.end).click()
        else:
            super().keyPressEvent(event)
