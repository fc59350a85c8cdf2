"""The one question box, for acts that cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from tvm_desktop.ui.text import escape_mnemonic


def plain_box(parent: QWidget | None, title: str, text: str, *, more: str = "") -> QMessageBox:
    """Make a box that shows every text as it is; the caller adds buttons."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    if more:
        box.setInformativeText(more)
    return box


def ask(parent: QWidget | None, text: str, *, yes: str, no: str, more: str = "") -> bool:
    """Ask once, in words; Esc and Enter mean no."""
    box = plain_box(parent, "TVM", text, more=more)
    accept = box.addButton(escape_mnemonic(yes), QMessageBox.ButtonRole.AcceptRole)
    decline = box.addButton(escape_mnemonic(no), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(decline)
    box.setEscapeButton(decline)
    box.exec()
    return box.clickedButton() is accept
