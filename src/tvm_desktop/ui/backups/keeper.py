"""Makes backups in a worker: one after unlocking when it is time, and one when it is wanted."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tvm_desktop.errors import UserError
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.backups.task import Task
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tvm_desktop.storage.store import Store
    from tvm_desktop.ui.context import UiContext

_AFTER_HOME_MS = 1500
DAYS = 7


class Keeper(QObject):
    """Signals: ``made()``; ``failed(Message)`` when the one that was wanted could not be made.

    ``worried(Message)`` tells of one that was to be made by itself, once in a run of the program.
    """

    made = Signal()
    failed = Signal(object)
    worried = Signal(object)

    def __init__(self, context: UiContext, parent: QObject, *, after_ms: int = _AFTER_HOME_MS) -> None:
        super().__init__(parent)
        self.context = context
        self._said = False
        self._task = Task(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(after_ms)
        self._soon.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether one is being made."""
        return self._task.busy

    def begin(self) -> None:
        """Make a backup soon, if it is time for one; home is there first. The demo is deleted, so it has none."""
        if not self.context.demo:
            self._soon.start()

    def stop(self) -> None:
        """Wait until a backup that is being made is whole: the file is about to be closed."""
        self._soon.stop()
        self._task.stop()

    def make(self) -> None:
        """Make one now."""
        from tvm_desktop.storage.backups import BY_HAND

        if not self.busy:
            self._run(BY_HAND, self._tell)

    def _look(self) -> None:
        from tvm_desktop.storage.backups import START, is_due, list_backups

        if self.context.store is None or self.busy:
            return
        if is_due(list_backups(self.context.folder), self.context.clock()):
            self._run(START, self._tell_once)

    def _run(self, reason: str, tell: Callable[[UserError], None]) -> None:
        work = partial(_back_up, self.context.open_store, reason, self.context.clock())
        self._task.run(work, self._came, tell)

    def _came(self, _made: object) -> None:
        store = self.context.store
        if store is not None:
            with suppress(UserError):  # the backup is made; a disk that is full says so at the next word
                store.log_use(UseAct.BACKED_UP)
        self.made.emit()

    def _tell(self, problem: UserError) -> None:
        self.failed.emit(problem.message)

    def _tell_once(self, problem: UserError) -> None:
        from tvm_desktop.storage.backups import is_overdue, list_backups

        if self._said:
            return
        self._said, message = True, problem.message
        backups = list_backups(self.context.folder)
        if backups and is_overdue(backups, self.context.clock(), DAYS):
            message = msg("There has been no backup for {days} days. {why}", days=DAYS, why=message)
        self.worried.emit(message)


def _back_up(store: Store, reason: str, at: datetime) -> None:
    from tvm_desktop.storage.backups import rotate

    rotate(store.folder, spare=store.back_up(reason, at))
