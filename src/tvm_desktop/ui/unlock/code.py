"""The recovery code: shown once, to be printed, saved or written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from tvm_desktop.ui.printing import can_print, print_with
from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.ui.unlock.words import NO_OTHER_WAY
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class CodeSheet(Sheet):
    """Shows the recovery code and goes on when it has been kept. Signal: ``kept()``."""

    kept = Signal()

    def __init__(self, context: UiContext, *, first: bool = True) -> None:
        super().__init__(context, languages=first)
        self._first = first
        self._code = ""
        self._said: Message | None = None
        self.code = PlainLabel(role="code", wrap=True)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.no_other = PlainLabel(wrap=True)
        self.print = Button()
        self.save = Button()
        self.said = PlainLabel(role="small", wrap=True)
        self.check = QCheckBox()
        self.go = Button(role="primary-big")
        ways = QHBoxLayout()
        ways.addWidget(self.print)
        ways.addWidget(self.save)
        ways.addStretch(1)
        self.box.addWidget(self.no_other)
        self.box.addWidget(self.code)
        self.box.addLayout(ways)
        for widget in (self.said, self.check, self.go):
            self.box.addWidget(widget)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.check.toggled.connect(self.go.setEnabled)
        self.go.clicked.connect(self.kept)
        self.go.setEnabled(False)
        self.retranslate()

    def show_code(self, code: str) -> None:
        """Show this code."""
        self._code = code
        self.code.setText(_in_lines(code))
        self.code.setAccessibleName(code)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        lead = msg(
            "If you forget the password, only this code opens the file. "
            "Keep it on paper in a locked place, not beside the computer."
        )
        self.say(
            words(msg("Your recovery code") if self._first else msg("Your new recovery code")), words(lead)
        )
        self.no_other.setText(words(NO_OTHER_WAY))
        self.print.setText(words(msg("Print")))
        self.save.setText(words(msg("Save as a file …")))
        self.check.setText(words(msg("I have kept the code")))
        self.go.setText(words(msg("Continue") if self._first else msg("Use the new code from now on")))
        self.said.setText(words(self._said) if self._said else "")
        self.said.setVisible(self._said is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Start where the hands are."""
        super().showEvent(event)
        self.print.setFocus()

    def save_to(self, path: Path) -> None:
        """Write the code to a text file, whole or not at all."""
        lines = (self.title.text(), "", self.code.text(), "", self.lead.text(), self.no_other.text(), "")
        if write_whole(path, "\n".join(lines).encode()):
            self._say(msg("Saved. Move the file to another place than this computer."))
        else:
            self._say(msg("The file could not be written there. Choose another place."))

    def _say(self, message: Message) -> None:
        self._said = message
        self.retranslate()

    def _save(self) -> None:
        name = self.context.words(msg("TVM recovery code.txt"))
        path = ask_save(self, self.context.words, msg("Save the recovery code"), name, encrypted=False)
        if path is not None:
            self.save_to(path)

    def _print(self) -> None:
        if not can_print():
            self._say(msg("No printer was found. Save the code as a file, or write it down."))
            return
        done = print_with(self, self.paint)
        if done is not None:
            self._say(msg("Sent to the printer.") if done else msg("The printer did not answer."))

    def paint(self, printer: QPrinter) -> bool:
        """Put the code on paper; False when the printer cannot begin."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        inner = QRectF(painter.viewport())
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
        for text, points, top in (
            (self.title.text(), 22, 0.05),
            (self.code.text(), 20, 0.14),
            (f"{self.lead.text()}\n\n{self.no_other.text()}", 13, 0.32),
        ):
            font = QFont(self.font())
            font.setPointSize(points)
            painter.setFont(font)
            painter.drawText(inner.adjusted(0, inner.height() * top, 0, 0), flags, text)
        return painter.end()


def _in_lines(code: str) -> str:
    """Break a long code in two lines of whole groups."""
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return "-".join(groups[:half]) + "-\n" + "-".join(groups[half:]) if len(groups) > 4 else code
