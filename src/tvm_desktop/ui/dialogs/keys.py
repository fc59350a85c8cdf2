"""F1: every key, in groups, as the system writes them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tvm_desktop.ui.actions import ActionInfo, all_actions
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.widgets.labels import Chip, PlainLabel, SectionLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext

_MANY = 3


class KeysWindow(SideWindow):
    """The list behind F1."""

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (620, 680))
        self._heads: list[tuple[SectionLabel, Message]] = []
        self._lines: list[tuple[PlainLabel, Message]] = []
        for scope, infos in groupby(all_actions(), key=lambda info: info.scope):
            self._group(scope, list(infos))
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Keys")))
        for head, scope in self._heads:
            head.setText(words(scope))
        for line, text in self._lines:
            line.setText(words(text))

    def _group(self, scope: Message, infos: list[ActionInfo]) -> None:
        head = SectionLabel()
        self._heads.append((head, scope))
        self.column.addSpacing(6)
        self.column.addWidget(head)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, info in enumerate(infos):
            line = PlainLabel(wrap=True)
            self._lines.append((line, info.words))
            grid.addWidget(line, row, 0)
            grid.addLayout(_keys(info.keys), row, 1)
        self.column.addLayout(grid)


def _keys(keys: tuple[str, ...]) -> QHBoxLayout:
    """Show each key; a long row of numbers as first … last."""
    shown = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    if len(shown) > _MANY:
        shown = [f"{shown[0]} … {shown[-1]}"]
    box = QHBoxLayout()
    box.addStretch(1)
    for key in shown:
        chip = Chip(key)
        chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(chip)
    return box
