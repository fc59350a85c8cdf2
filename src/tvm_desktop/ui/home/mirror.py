"""What home says when the wall shows the same picture as the laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tvm_desktop.ui.screens import MIRRORED
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


class MirrorNote(Panel):
    """Says so, and how to part the screens. Signal: ``show_wanted()`` when all shall be shown none the less."""

    show_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__("hint", across=True, margins=(14, 10, 10, 10), spacing=12)
        self._context = context
        self.words = PlainLabel(role="hint-text", wrap=True)
        self.show_all = Button()
        self.box.addWidget(self.words, 1)
        self.box.addWidget(self.show_all)
        self.show_all.clicked.connect(self.show_wanted)

    def retranslate(self) -> None:
        """Say it in the program's language."""
        self.words.setText(self._context.words(MIRRORED))
        self.show_all.setText(self._context.words(msg("Show")))
