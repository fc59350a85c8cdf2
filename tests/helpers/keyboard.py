"""Hands on a keyboard: everything goes to the widget that has the focus, as keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_NONE = Qt.KeyboardModifier.NoModifier


def key_combination(key: str) -> QKeyCombination:
    """Read a key written as in the list behind F1."""
    sequence: Any = QKeySequence(key)  # its stubs leave out that it can be indexed
    combination: QKeyCombination = sequence[0]
    return combination


class Keyboard:
    """Types and presses; looks for a field the way a person does, with Tab, by its name."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def focus(self) -> QWidget:
        """The widget that the next key goes to; an open menu takes all keys."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            return menu
        found = QApplication.focusWidget()
        return found if found is not None else self.window

    def press(self, *keys: str) -> None:
        """Press keys or combinations, written as in the list behind F1."""
        for key in keys:
            combination = key_combination(key)
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str, then: str = "") -> None:
        """Type a text letter by letter."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, _NONE, letter))
        QApplication.processEvents()
        if then:
            self.press(then)

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until a field or button of this name has the focus."""
        seen: list[str] = []
        for _ in range(150):
            label = self.name_of(self.focus)
            if name.casefold() in label.casefold():
                return
            seen.append(label)
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"no field called {name!r} with Tab; there are {sorted(set(seen))}")

    @staticmethod
    def name_of(widget: QWidget) -> str:
        """Return what a screen reader would say."""
        return widget.accessibleName() or str(getattr(widget, "text", str)())

    def fill(self, name: str, text: str) -> None:
        """Go to a field, replace what stands there, and accept."""
        self.tab_to(name)
        self.press("Ctrl+A")
        self.type(text)
