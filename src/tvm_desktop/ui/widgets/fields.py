"""One-line fields with their label above and a calm word below when something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from tvm_desktop.ui.text import clean
from tvm_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Line(QLineEdit):
    """A line that tells of the arrow keys up and down. Signal: ``stepped(int)`` with -1 or 1."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the arrows; the rest is typing."""
        step = _STEPS.get(event.key())
        if step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class LineField(QWidget):
    """A labelled line.

    Signals: ``edited(str)`` at each change by hand, ``done()`` at Enter, ``stepped(int)`` at the arrows up and down.
    """

    edited = Signal(str)
    done = Signal()
    stepped = Signal(int)

    def __init__(self, label: str = "", *, secret: bool = False, role: str = "") -> None:
        super().__init__()
        self.label = PlainLabel(label, "small", wrap=True)
        self.edit = _Line()
        self.problem = PlainLabel("", "error", wrap=True)
        self.problem.hide()
        self.label.setBuddy(self.edit)
        if role:
            self.edit.setProperty("role", role)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        for widget in (self.label, self.edit, self.problem):
            box.addWidget(widget)
        self.edit.textEdited.connect(self.edited)
        self.edit.returnPressed.connect(self.done)
        self.edit.stepped.connect(self.stepped)
        self.setFocusProxy(self.edit)
        self.set_label(label)

    def set_label(self, text: str, hint: str = "") -> None:
        """Say what belongs here; ``hint`` stands in the empty field."""
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self.edit.setAccessibleName(text or hint)
        self.edit.setPlaceholderText(hint)

    def set_problem(self, text: str) -> None:
        """Say what is wrong, "" when nothing is."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)

    def text(self) -> str:
        """Return the words without control characters and outer blanks."""
        return clean(self.edit.text(), one_line=True).strip()

    def secret(self) -> str:
        """Return a password exactly as typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Fill the field from the program."""
        if text != self.edit.text():
            self.edit.setText(text)


class ChoiceField(QWidget):
    """A labelled choice of a few. Signal: ``chosen(str)`` with the key, only by hand."""

    chosen = Signal(str)

    def __init__(self, label: str = "") -> None:
        super().__init__()
        self.label = PlainLabel(label, "small")
        self.box = QComboBox()
        self.label.setBuddy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._activated)

    def set_label(self, text: str) -> None:
        """Say what is chosen here."""
        self.label.setText(text)
        self.box.setAccessibleName(text)

    def fill(self, choices: list[tuple[str, str]], key: str) -> None:
        """Offer (key, words) and choose one."""
        self.box.clear()
        for value, text in choices:
            self.box.addItem(text, value)
        self.box.setCurrentIndex(max(0, self.box.findData(key)))

    def key(self) -> str:
        """Return what is chosen."""
        return str(self.box.currentData() or "")

    def _activated(self, _index: int) -> None:
        self.chosen.emit(self.key())
