"""The password window. It loads nothing heavy before somebody has typed a password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.errors import UserError
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class UnlockPage(Sheet):
    """Asks for the password, or the recovery code.

    Signals: ``unlocked(bytes, bool)`` with the key, and whether the recovery code was used; ``demo_wanted()``;
    ``warming()`` once the worker has begun, for what can be loaded meanwhile.
    """

    unlocked = Signal(bytes, bool)
    demo_wanted = Signal()
    warming = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._by_code = False
        self._demo_key = b""
        self._message: Message | None = None
        self._worker: Worker | None = None
        self.field = LineField(secret=True, role="big")
        self.open = Button(role="primary-big")
        self.other_way = Button(role="quiet")
        self.demo = Button(role="quiet")
        self.box.addWidget(self.field)
        self.box.addWidget(self.open)
        links = QHBoxLayout()
        links.addWidget(self.other_way)
        links.addStretch(1)
        links.addWidget(self.demo)
        self.box.addLayout(links)
        self.field.done.connect(self.try_to_open)
        self.field.edited.connect(self._typing)
        self.open.clicked.connect(self.try_to_open)
        self.other_way.clicked.connect(self._switch)
        self.demo.clicked.connect(self.demo_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        demo = bool(self._demo_key)
        own = msg(
            "What families tell is kept encrypted on this computer. "
            "It opens only with your password or recovery code."
        )
        invented = msg("This is the demo with invented meetings. It opens without a password.")
        self.say(words(msg("Unlock")), words(invented if demo else own))
        for widget in (self.field, self.other_way, self.demo):
            widget.setVisible(not demo)
        field = msg("Recovery code") if self._by_code else msg("Password")
        self.field.set_label("", words(field))
        self.other_way.setText(
            words(msg("Use the password")) if self._by_code else words(msg("Use recovery code"))
        )
        self.demo.setText(words(msg("Try with invented meetings")))
        self._show_state()

    def try_to_open(self) -> None:
        """Derive the key in the worker; the demo needs none."""
        if self._demo_key:
            self.unlocked.emit(self._demo_key, False)
            return
        secret = self.field.secret()
        if self._worker is not None or not secret:
            return
        self._message = None
        self._worker = Worker(partial(_key, self.context.folder, secret, self._by_code), self)
        self._worker.came.connect(self._came)
        self._worker.failed.connect(self._failed)
        self._worker.start()
        self._show_state()
        QTimer.singleShot(0, self.warming.emit)

    def refuse(self, message: Message) -> None:
        """Say calmly why it did not open; the field is ready for another try."""
        self._message = message
        self._end_worker()
        self._show_state()
        self.field.edit.selectAll()
        self.field.setFocus()

    def stand_before_demo(self, key: bytes) -> None:
        """Let the demo be opened with one key press."""
        self._demo_key = key
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.set_text("")
        self._message = None
        self._by_code = False
        self._end_worker()
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        (self.open if self._demo_key else self.field).setFocus()

    def _switch(self) -> None:
        self._by_code = not self._by_code
        self.field.edit.setEchoMode(
            self.field.edit.EchoMode.Normal if self._by_code else self.field.edit.EchoMode.Password
        )
        self.field.set_text("")
        self._message = None
        self.retranslate()
        self.field.setFocus()

    def _typing(self) -> None:
        if self._message is not None:
            self._message = None
            self._show_state()

    def _came(self, key: object) -> None:
        self._end_worker()
        by_code = self._by_code
        if isinstance(key, bytes):
            self.unlocked.emit(key, by_code)

    def _failed(self, problem: object) -> None:
        if isinstance(problem, UserError):
            self.refuse(problem.message)
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
        self.open.setText(words(msg("Opening …")) if busy else words(msg("Open")))
        self.open.setEnabled(not busy)
        self.field.edit.setReadOnly(busy)
        self.field.set_problem(words(self._message) if self._message else "")


def _key(folder: DataFolder, secret: str, by_code: bool) -> bytes:
    from tvm_desktop.storage import keyfile

    if by_code:
        return keyfile.unlock_with_recovery_code(folder, secret)
    return keyfile.unlock_with_password(folder, secret)
