"""The first start: a password, the recovery code, one's own name. All by keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from tvm_desktop.errors import UserError
from tvm_desktop.ui.unlock.code import CodeSheet
from tvm_desktop.ui.unlock.own import OwnSheet
from tvm_desktop.ui.unlock.password import PasswordSheet
from tvm_desktop.ui.unlock.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.ui.context import UiContext


class PasswordFlow(QStackedWidget):
    """A stack of sheets that begins with a new password. Signal: ``language_chosen(str)``."""

    language_chosen = Signal(str)

    def __init__(self, context: UiContext, *, first: bool) -> None:
        super().__init__()
        self.context = context
        self._worker: Worker | None = None
        self.password = PasswordSheet(context, first=first)
        self.password.chosen.connect(self._chosen)
        self.password.language_chosen.connect(self.language_chosen)
        self.addWidget(self.password)

    @property
    def busy(self) -> bool:
        """Whether the worker makes or changes the key file."""
        return self._worker is not None

    def retranslate(self) -> None:
        """Say every sheet in the program's language."""
        self.password.retranslate()

    def work(self, password: str) -> Callable[[], object]:
        """Return what the worker does with the new password."""
        raise NotImplementedError

    def came(self, result: object) -> None:
        """Go on with what the worker made. Raises UserError when the file cannot be kept."""
        raise NotImplementedError

    def _chosen(self, password: str) -> None:
        self._worker = Worker(self.work(password), self)
        self._worker.came.connect(self._came)
        self._worker.failed.connect(self._failed)
        self._worker.start()

    def _came(self, result: object) -> None:
        self._end()
        try:
            self.came(result)
        except UserError as problem:
            self.password.refuse(problem.message)

    def _failed(self, problem: object) -> None:
        self._end()
        if isinstance(problem, UserError):
            self.password.refuse(problem.message)
        elif isinstance(problem, Exception):
            raise problem

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.wait()
            self._worker.deleteLater()
            self._worker = None


class FirstStart(PasswordFlow):
    """Makes the key file and the encrypted file.

    Signals: ``made()`` with the store open, ``finished()``, ``demo_wanted()``, ``backups_wanted()``.
    """

    made = Signal()
    finished = Signal()
    demo_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, first=True)
        self.code = CodeSheet(context)
        self.own = OwnSheet(context)
        for sheet in (self.code, self.own):
            sheet.language_chosen.connect(self.language_chosen)
            self.addWidget(sheet)
        self.password.demo_wanted.connect(self.demo_wanted)
        self.password.backups_wanted.connect(self.backups_wanted)
        self.code.kept.connect(self._code_kept)
        self.own.done.connect(self.finished)

    def retranslate(self) -> None:
        """Say every sheet in the program's language."""
        for sheet in (self.password, self.code, self.own):
            sheet.retranslate()

    def work(self, password: str) -> Callable[[], object]:
        """Wrap a new random key in two slots."""
        return partial(_new_key, self.context.folder, password)

    def came(self, result: object) -> None:
        """Make the encrypted file and show the recovery code."""
        if isinstance(result, tuple):
            from tvm_desktop.storage.store import Store

            key, code = result
            self.context.store = Store.create(self.context.folder, key)
            self.code.show_code(code)
            self.setCurrentWidget(self.code)
            self.made.emit()

    def _code_kept(self) -> None:
        self.setCurrentWidget(self.own)


class NewPassword(PasswordFlow):
    """After the recovery code: a new password for the same key. Signal: ``finished(bytes)`` with the key."""

    finished = Signal(bytes)

    def __init__(self, context: UiContext, key: bytes) -> None:
        super().__init__(context, first=False)
        self._key = key

    def work(self, password: str) -> Callable[[], object]:
        """Wrap the key anew."""
        return partial(_change, self.context.folder, self._key, password)

    def came(self, result: object) -> None:
        """Open with the key."""
        self.finished.emit(self._key)


def _new_key(folder: DataFolder, password: str) -> tuple[bytes, str]:
    from tvm_desktop.storage import keyfile

    return keyfile.create_key_file(folder, password)


def _change(folder: DataFolder, key: bytes, password: str) -> None:
    from tvm_desktop.storage import keyfile

    keyfile.change_password(folder, key, password)
