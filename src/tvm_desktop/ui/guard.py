"""Keeps watch while a key is at hand: when it must be locked by itself, and what of the file lies on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from tvm_desktop.errors import UserError
from tvm_desktop.ui.clipboard import OwnCopies
from tvm_desktop.ui.idle import MINUTES, Clock, Idle, LockRule
from tvm_desktop.ui.sleep import SystemEar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext

_LISTEN_MS = 500  # after the first page is painted
_LEAST = 60 * min(filter(None, MINUTES))


class EndingSession(Protocol):
    """The computer's session as it ends: Qt's ``QSessionManager``."""

    def cancel(self) -> None:
        """Ask it to wait."""


class Guard(QObject):
    """From the first moment that something can open a file to its locking.

    Idle hands, and a screen that is locked, lock the file as the rule says: in a running meeting only where that was
    chosen. A computer that goes to sleep, or has slept, locks it always.

    Signals: ``lock_wanted()``; ``hide_wanted()`` when nobody looks at the screens any more; ``session_ends(object)``
    with the :class:`EndingSession`.
    """

    lock_wanted = Signal()
    hide_wanted = Signal()
    session_ends = Signal(object)

    def __init__(
        self,
        context: UiContext,
        window: QWidget,
        meeting_runs: Callable[[], bool],
        clock: Clock | None = None,
    ) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._meeting_runs = meeting_runs
        self.copies = OwnCopies(self)
        self.idle = Idle(clock or Clock(), self)
        self.ear = SystemEar(self)
        self.idle.quiet.connect(self._quiet)
        self.idle.slept.connect(self.lock_wanted)
        self.ear.sleeps.connect(self.lock_wanted)
        self.ear.screen_locked.connect(self._screen_locked)
        self._watch_the_end()
        QTimer.singleShot(_LISTEN_MS, self, self._listen)

    def stop(self) -> None:
        """Take away what was copied, and watch no more."""
        self.idle.stop()
        self.ear.stop()
        self.copies.stop()
        self.deleteLater()

    def _listen(self) -> None:
        self.ear.listen(self._window)

    def _watch_the_end(self) -> None:
        app = QCoreApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._session_ends, Qt.ConnectionType.DirectConnection)
            app.aboutToQuit.connect(self.lock_wanted)

    def _session_ends(self, session: EndingSession) -> None:
        self.session_ends.emit(session)

    def _quiet(self, seconds: float) -> None:
        if seconds < _LEAST or self._context.demo:
            return
        if self._rule().is_due(seconds, meeting_runs=self._meeting_runs()):
            self.lock_wanted.emit()

    def _screen_locked(self) -> None:
        self.hide_wanted.emit()
        if self._rule().allows(meeting_runs=self._meeting_runs()):
            self.lock_wanted.emit()

    def _rule(self) -> LockRule:
        store = self._context.store
        try:
            return LockRule.of(store) if store is not None else LockRule()
        except UserError:
            return LockRule()  # a file that cannot be read just now is locked all the same
