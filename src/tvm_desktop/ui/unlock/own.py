"""The leader's own name and phone, which stand on the family's plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tvm_desktop.ui.context import UiContext

OWN_NAME = "own.name"
OWN_PHONE = "own.phone"


class OwnSheet(Sheet):
    """Asks who leads the meetings. Signal: ``done()`` after both are kept in the file."""

    done = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.name = LineField()
        self.phone = LineField()
        self.go = Button(role="primary-big")
        for widget in (self.name, self.phone, self.go):
            self.box.addWidget(widget)
        self.name.done.connect(self.phone.setFocus)
        self.phone.done.connect(self.keep)
        self.go.clicked.connect(self.keep)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(
            words(msg("Who are you?")),
            words(msg("The plan says whom the family can call. It is you when nobody else is chosen.")),
        )
        self.name.set_label(words(msg("Your name")))
        self.phone.set_label(words(msg("Your phone at work")))
        self.go.setText(words(msg("Begin")))

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        self.name.setFocus()

    def keep(self) -> None:
        """Keep what was written; both may be empty and come later, in Settings."""
        store = self.context.open_store
        store.set_setting(OWN_NAME, self.name.text())
        store.set_setting(OWN_PHONE, self.phone.text())
        self.done.emit()
