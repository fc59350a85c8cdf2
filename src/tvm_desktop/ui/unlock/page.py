"""The password window. It loads nothing heavy before somebody has typed a password."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.errors import UserError
from tvm_desktop.ui.unlock.tries import Wait
from tvm_desktop.ui.unlock.words import NO_OTHER_WAY
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.attempts import Doorkeeper
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class Way(Enum):
    """By what the file is opened."""

    PASSWORD = "password"
    CODE = "code"
    REMEMBERED = "remembered"
    DEMO = "demo"


_TITLES = {Way.CODE: msg("Forgotten the password?")}
_LEADS = {
    Way.PASSWORD: msg(
        "What families tell is kept encrypted on this computer. "
        "It opens only with your password or recovery code."
    ),
    Way.CODE: msg("The recovery code opens the file. Then you choose a new password."),
    Way.REMEMBERED: msg("The key is remembered on this computer. Press Enter to open."),
    Way.DEMO: msg("This is the demo with invented meetings. It opens without a password."),
}
_OTHER_WAYS = {
    Way.PASSWORD: (Way.CODE, msg("Use recovery code")),
    Way.CODE: (Way.PASSWORD, msg("Use the password")),
    Way.REMEMBERED: (Way.PASSWORD, msg("Use the password")),
}


class UnlockPage(Sheet):
    """Asks for the password, or the recovery code.

    Signals: ``unlocked(bytes, bool)`` with the key, and whether the recovery code was used; ``demo_wanted()``;
    ``warming()`` once the worker has begun, for what can be loaded meanwhile; ``backups_wanted()``.
    """

    unlocked = Signal(bytes, bool)
    backups_wanted = Signal()
    demo_wanted = Signal()
    warming = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.way = Way.PASSWORD
        self._demo_key = b""
        self._message: Message | None = None
        self._worker: Worker | None = None
        self._wait = Wait(context, self)
        self.field = LineField(secret=True, role="big")
        self.open = Button(role="primary-big")
        self.no_other = PlainLabel(role="muted", wrap=True)
        self.backups = Button()
        self.other_way = Button(role="quiet")
        self.demo = Button(role="quiet")
        for widget in (self.field, self.open, self.backups, self.no_other):
            self.box.addWidget(widget)
        self.backups.hide()
        links = QHBoxLayout()
        links.addWidget(self.other_way)
        links.addStretch(1)
        links.addWidget(self.demo)
        self.box.addLayout(links)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.field.done.connect(self.try_to_open)
        self.field.edited.connect(self._typing)
        self.open.clicked.connect(self.try_to_open)
        self.other_way.clicked.connect(self._switch)
        self.demo.clicked.connect(self.demo_wanted)
        self.backups.clicked.connect(self.backups_wanted)
        self._wait.ticked.connect(self._show_state)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, typed = self.context.words, self._is_typed()
        self.say(words(_TITLES.get(self.way, msg("Unlock"))), words(_LEADS[self.way]))
        self.field.setVisible(typed)
        self.field.set_label("", words(msg("Recovery code") if self.way is Way.CODE else msg("Password")))
        self.no_other.setText(words(NO_OTHER_WAY))
        self.no_other.setVisible(self.way is Way.CODE)
        other = _OTHER_WAYS.get(self.way)
        self.other_way.setText(words(other[1]) if other else "")
        self.other_way.setVisible(other is not None)
        self.backups.setText(words(msg("Restore a backup …")))
        self.demo.setText(words(msg("Try with invented meetings")))
        self.demo.setVisible(self.way is not Way.DEMO)
        self._show_state()

    def try_to_open(self) -> None:
        """Derive the key in the worker; the demo needs none."""
        if self.way is Way.DEMO:
            self.unlocked.emit(self._demo_key, False)
            return
        if self._worker is not None or (self._is_typed() and (not self.field.secret() or self._wait.left())):
            return
        self._message = None
        self._worker = Worker(self._work(), self)
        self._worker.came.connect(self._came)
        self._worker.failed.connect(self._failed)
        self._worker.start()
        self._show_state()
        QTimer.singleShot(0, self.warming.emit)

    def refuse(self, message: Message, *, mend: bool = False) -> None:
        """Say calmly why it did not open; the field is ready for another try. ``mend``: a backup would help."""
        self._end_worker()
        if self.way is Way.REMEMBERED:
            self._take(Way.PASSWORD)
        self._message = message
        self.backups.setVisible(mend)
        self._show_state()
        self.field.edit.selectAll()
        self.field.setFocus()

    def stand_before_demo(self, key: bytes) -> None:
        """Let the demo be opened with one key press."""
        self._demo_key = key
        self.clear()

    def offer_remembered(self) -> None:
        """Let the computer's keyring open the file with one key press, if its owner has chosen that."""
        from tvm_desktop.storage.remembered import is_possible, is_remembered

        if self.way is Way.PASSWORD and is_remembered(self.context.folder) and is_possible():
            self._take(Way.REMEMBERED)

    def clear(self) -> None:
        """Forget what was typed, and ask for the password."""
        self.backups.hide()
        self._end_worker()
        self._wait.look()
        self._take(Way.DEMO if self._demo_key else Way.PASSWORD)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        self._stand_ready()

    def _switch(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.let_go(self)
        self._take(_OTHER_WAYS[self.way][0])

    def _take(self, way: Way) -> None:
        self.way = way
        modes = self.field.edit.EchoMode
        self.field.edit.setEchoMode(modes.Normal if way is Way.CODE else modes.Password)
        self.field.set_text("")
        self._message = None
        self.retranslate()
        if self.isVisible():
            self._stand_ready()

    def _stand_ready(self) -> None:
        (self.field if self._is_typed() else self.open).setFocus()

    def _is_typed(self) -> bool:
        return self.way in (Way.PASSWORD, Way.CODE)

    def _work(self) -> Callable[[], object]:
        if self.way is Way.REMEMBERED:
            return partial(_recall, self.context.folder)
        return partial(_key, self._wait.door(), self.field.secret(), self.way is Way.CODE)

    def _typing(self) -> None:
        if self._message is not None:
            self._message = None
            self._show_state()

    def _came(self, key: object) -> None:
        if self._worker is None:
            return  # somebody would not wait for it
        self._end_worker()
        if isinstance(key, bytes):
            self.unlocked.emit(key, self.way is Way.CODE)
        else:
            self._take(Way.PASSWORD)  # the keyring did not answer, which is nobody's fault

    def _failed(self, problem: object) -> None:
        from tvm_desktop.storage.faults import can_be_mended

        if isinstance(problem, UserError):
            self.refuse(problem.message, mend=can_be_mended(problem))
        elif isinstance(problem, Exception):
            self._end_worker()
            self._show_state()
            raise problem

    def _end_worker(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker.deleteLater()
            self._worker = None

    def _show_state(self) -> None:
        words = self.context.words
        busy = self._worker is not None
        waits = self._is_typed() and not busy and self._wait.left() > 0
        rest = self._wait.words() if waits else msg("Open")
        self.open.setText(words(msg("Opening …") if busy else rest))
        self.open.setEnabled(not busy and not waits)
        self.field.edit.setReadOnly(busy)
        self.field.set_problem(words(self._message) if self._message else "")


def _key(door: Doorkeeper, secret: str, by_code: bool) -> bytes:
    from tvm_desktop.storage.attempts import CODE, PASSWORD

    return door.open(secret, CODE if by_code else PASSWORD)


def _recall(folder: DataFolder) -> bytes | None:
    from tvm_desktop.storage import remembered

    return remembered.recall(folder)
