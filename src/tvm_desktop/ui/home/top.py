"""The line at the top of home: search, how it is protected, lock, and the menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tvm_desktop.ui.home.search import SearchLine
from tvm_desktop.ui.menu import MAIN
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.icons import icon
from tvm_desktop.ui.widgets.labels import Chip, Panel, PlainLabel, set_tip
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


class TopBar(Panel):
    """Signals: ``lock_wanted()``, ``wanted(str)`` with the id of a line of the menu."""

    lock_wanted = Signal()
    wanted = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__("top", across=True, margins=(24, 10, 24, 10), spacing=14)
        self._context = context
        self.name = PlainLabel("TVM", "heading")
        self.search = SearchLine()
        self.demo = Chip(kind="child")
        self.state = PlainLabel(role="small")
        self.lock = Button()
        self.gear = Button(role="icon")
        self.box.addWidget(self.name)
        self.box.addWidget(self.search, 3)
        self.box.addStretch(2)
        for right in (self.demo, self.state, self.lock, self.gear):
            self.box.addWidget(right)
        self._menu = QMenu(self)
        self._actions = {entry.id: QAction(self._menu) for entry in MAIN}
        self._menu.addActions(list(self._actions.values()))
        for entry_id, action in self._actions.items():
            action.triggered.connect(partial(self.wanted.emit, entry_id))
        self.gear.clicked.connect(self._open_menu)
        self.lock.clicked.connect(self.lock_wanted)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, px = self._context.words, self._context.px
        self.search.setPlaceholderText(words(msg("Search courses, meetings and agreements  Ctrl+F")))
        self.search.setAccessibleName(words(msg("Search")))
        self.search.setMinimumWidth(px(220))
        self.search.setMaximumWidth(px(440))
        self.demo.setText(words(msg("Demo: invented meetings")))
        set_tip(self.demo, words(msg("Everything here is invented, and deleted when you close the program.")))
        self.demo.setVisible(self._context.demo)
        self.state.setText(words(msg("✓ Encrypted")))
        self.lock.setText(words(msg("Lock  Ctrl+L")))
        self.gear.setIcon(icon("gear", self._context.theme))
        self.gear.setIconSize(QSize(px(18), px(18)))
        self.gear.setAccessibleName(words(msg("Menu")))
        for entry in MAIN:
            self._actions[entry.id].setText(escape_mnemonic(words(entry.words)))

    def fit(self, *, narrow: bool) -> None:
        """Leave out what can be left out when there is little room."""
        self.state.setVisible(not narrow)

    def _open_menu(self) -> None:
        self._menu.popup(self.gear.mapToGlobal(self.gear.rect().bottomLeft()))
