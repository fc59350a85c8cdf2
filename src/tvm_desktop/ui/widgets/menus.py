"""Menus that show every text as it is, and are freed when they close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from tvm_desktop.ui.text import escape_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QShowEvent


class PopMenu(QMenu):
    """A menu for one moment: made when it is wanted, freed when it has been used or left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer(self, text: str, key: str = "") -> QAction:
        """Add a line; & is only a sign, and the key stands at its right."""
        return self.addAction(escape_mnemonic(f"{text}\t{key}" if key else text))

    def showEvent(self, event: QShowEvent) -> None:
        """Stand on the first line, so that Enter alone takes it."""
        super().showEvent(event)
        if self.actions():
            self.setActiveAction(self.actions()[0])
