"""Choosing a password: at the first start, after the recovery code was used, or in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

SHORTEST = 10


class TwiceField(QWidget):
    """A new password typed twice. Signals: ``edited()`` at each change, ``done()`` at Enter in the second."""

    edited = Signal()
    done = Signal()

    def __init__(self, context: UiContext, label: Message) -> None:
        super().__init__()
        self.context = context
        self._label = label
        self.one = LineField(secret=True)
        self.two = LineField(secret=True)
        self.shown = QCheckBox()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for widget in (self.one, self.two, self.shown):
            box.addWidget(widget)
        self.one.done.connect(self.two.setFocus)
        self.two.done.connect(self.done)
        self.one.edited.connect(self.edited)
        self.two.edited.connect(self.edited)
        self.shown.toggled.connect(self._show_letters)
        self.setFocusProxy(self.one)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.one.set_label(words(self._label), words(msg("Three or four words are easy to remember")))
        self.two.set_label(words(msg("The same password again")))
        self.shown.setText(words(msg("Show what I type")))

    def problem(self) -> Message | None:
        """Say what is wrong with what was typed."""
        return _problem(self.one.secret(), self.two.secret())

    def _show_letters(self) -> None:
        mode = self.one.edit.EchoMode.Normal if self.shown.isChecked() else self.one.edit.EchoMode.Password
        self.one.edit.setEchoMode(mode)
        self.two.edit.setEchoMode(mode)


class PasswordSheet(Sheet):
    """Asks twice for a new password. Signals: ``chosen(str)``, ``demo_wanted()``, ``backups_wanted()``."""

    chosen = Signal(str)
    demo_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, context: UiContext, *, first: bool) -> None:
        super().__init__(context)
        self._first = first
        self._problem: Message | None = None
        self._busy = False
        self.twice = TwiceField(context, msg("Password, at least {count} characters", count=SHORTEST))
        self.one, self.two, self.shown = self.twice.one, self.twice.two, self.twice.shown
        self.go = Button(role="primary-big")
        self.demo = Button(role="quiet")
        self.backups = Button(role="quiet")
        self.box.addWidget(self.twice)
        self.box.addWidget(self.go)
        links = QHBoxLayout()
        links.addWidget(self.demo)
        links.addStretch(1)
        links.addWidget(self.backups)
        self.box.addLayout(links)
        for widget in (self.demo, self.backups):
            widget.setVisible(first)
        self.twice.done.connect(self.choose)
        self.twice.edited.connect(self._typing)
        self.go.clicked.connect(self.choose)
        self.demo.clicked.connect(self.demo_wanted)
        self.backups.clicked.connect(self.backups_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        why = msg(
            "What families tell is kept encrypted on this computer. "
            "Without the password nobody can read it, not even whoever finds or steals the computer."
        )
        again = msg("The recovery code opened the file. Now choose a new password.")
        title = msg("Choose a password") if self._first else msg("Choose a new password")
        self.say(words(title), words(why) if self._first else words(again))
        self.twice.retranslate()
        self.backups.setText(words(msg("Restore a backup …")))
        self.demo.setText(words(msg("Try with invented meetings")))
        self._show_state()

    def choose(self) -> None:
        """Check the two fields, and hand the password on."""
        if self._busy:
            return
        self._problem = self.twice.problem()
        if self._problem is None:
            self._busy = True
            self.chosen.emit(self.one.secret())
        self._show_state()

    def refuse(self, message: Message) -> None:
        """Say why it could not be kept; try again."""
        self._busy = False
        self._problem = message
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        self.one.setFocus()

    def _typing(self) -> None:
        if self._problem is not None:
            self._problem = None
            self._show_state()

    def _show_state(self) -> None:
        words = self.context.words
        self.go.setText(words(msg("One moment …")) if self._busy else words(msg("Continue")))
        self.go.setEnabled(not self._busy)
        self.two.set_problem(words(self._problem) if self._problem else "")


def _problem(one: str, two: str) -> Message | None:
    if len(one) < SHORTEST:
        return msg(
            "That is {count} characters. Please use at least {least}: "
            "three or four words in a row are easy to remember and hard to guess.",
            count=len(one),
            least=SHORTEST,
        )
    if one != two:
        return msg("The two are not the same. Type the password once more.")
    return None
