"""Buttons that show every text as it is; a card can be a button too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.labels import PlainLabel, set_role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class _EnterButton(QPushButton):
    """A button that Enter presses as Space does, in a window as in a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(_EnterButton):
    """A button by role: "primary", "plain", "quiet", "prompt", "prompt-on", "icon", "step", "step-on"."""

    def __init__(self, text: str = "", role: str = "plain") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; & is only a sign."""
        super().setText(escape_mnemonic(text))
        self.setAccessibleName(text)

    def set_role(self, role: str) -> None:
        """Change the look."""
        set_role(self, role)


def button(text: str = "", role: str = "plain") -> Button:
    """Make a button by role."""
    return Button(text, role)


class KeyButton(Button):
    """A button that stands for a thing. Signal: ``picked(str)`` with its key."""

    picked = Signal(str)

    def __init__(self, key: str, text: str = "", role: str = "plain") -> None:
        super().__init__(text, role)
        self.key = key
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.picked.emit(self.key)


class CardButton(_EnterButton):
    """A button with a title and a second line, both wrapped: a prompt, an agreement, a meeting form.

    Signal: ``picked(str)`` with its key.
    """

    picked = Signal(str)

    def __init__(self, title: str = "", sub: str = "", role: str = "prompt", *, key: str = "") -> None:
        super().__init__()
        self.key = key
        self.clicked.connect(self._clicked)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.title = PlainLabel(role="", wrap=True)
        self.sub = PlainLabel(role="small", wrap=True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(14, 10, 14, 10)
        self.box.setSpacing(2)
        for label in (self.title, self.sub):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.box.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(title, sub)

    def set_words(self, title: str, sub: str = "") -> None:
        """Show other words."""
        self.title.setText(title)
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sub)
        self.updateGeometry()

    def set_role(self, role: str) -> None:
        """Change the look."""
        set_role(self, role)

    def sizeHint(self) -> QSize:
        """Ask for the room that the words need."""
        return self.box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the words."""
        return self.box.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Grow taller when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        return self.box.heightForWidth(width)

    def _clicked(self) -> None:
        self.picked.emit(self.key)
