"""What the system says of itself: that it goes to sleep, and that its screen is locked.

Where nothing is said, or nothing can be heard, all is quiet; ``idle.py`` sees a computer that slept on its own.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusConnection
    from PySide6.QtWidgets import QWidget

_LOGIN = "org.freedesktop.login1"
_MANAGER = f"{_LOGIN}.Manager"
_SESSION = f"{_LOGIN}.Session"
_LOGIN_PATH = "/org/freedesktop/login1"
# Who says on a desktop that the screen was locked, and where.
_SCREEN_SAVERS = {
    "org.freedesktop.ScreenSaver": "/org/freedesktop/ScreenSaver",
    "org.gnome.ScreenSaver": "/org/gnome/ScreenSaver",
}
_ANSWER_MS = 500
_POWER, _SUSPENDS = 0x0218, 0x0004  # WM_POWERBROADCAST, PBT_APMSUSPEND
_SESSION_CHANGE, _LOCKED = 0x02B1, 0x0007  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK


class Said(Enum):
    """What was heard."""

    SLEEPS = "sleeps"
    SCREEN_LOCKED = "screen locked"


class SystemEar(QObject):
    """Listens from ``listen`` to ``stop``. Signals: ``sleeps()``, ``screen_locked()``."""

    sleeps = Signal()
    screen_locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._windows: WindowsEar | None = None

    def listen(self, window: QWidget) -> None:
        """Listen in this system's way; a window is what Windows speaks to."""
        if sys.platform == "win32":
            self._windows = WindowsEar(self.tell)
            self._windows.listen(int(window.winId()))
        elif sys.platform != "darwin":
            self._listen_on_buses()

    def stop(self) -> None:
        """Listen no more."""
        if self._windows is not None:
            self._windows.stop()
            self._windows = None

    def tell(self, said: Said) -> None:
        """Pass on what was heard."""
        (self.sleeps if said is Said.SLEEPS else self.screen_locked).emit()

    @Slot(bool)
    def about_to_sleep(self, begins: bool) -> None:
        """Hear logind: it says True before, False after."""
        if begins:
            self.sleeps.emit()

    @Slot()
    def session_locked(self) -> None:
        """Hear logind ask for the session's lock."""
        self.screen_locked.emit()

    @Slot(bool)
    def saver_changed(self, active: bool) -> None:
        """Hear the desktop say that the screen is locked, or no longer."""
        if active:
            self.screen_locked.emit()

    def _listen_on_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        system, desktop = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            self._hear(system, (_LOGIN, _LOGIN_PATH, _MANAGER, "PrepareForSleep"), "about_to_sleep(bool)")
            session = _own_session(system)
            if session:
                self._hear(system, (_LOGIN, session, _SESSION, "Lock"), "session_locked()")
        if desktop.isConnected():
            for name, path in _SCREEN_SAVERS.items():
                self._hear(desktop, (name, path, name, "ActiveChanged"), "saver_changed(bool)")

    def _hear(self, bus: QDBusConnection, what: tuple[str, str, str, str], slot: str) -> None:
        connect: Callable[..., bool] = bus.connect
        # It takes the text of SLOT, but its stub says bytes: some day it may.
        with suppress(TypeError, ValueError):
            connect(*what, self, SLOT(slot))


def _own_session(bus: QDBusConnection) -> str:
    """Return the path of the session that we run in, "" when logind does not know."""
    from PySide6.QtDBus import QDBusMessage, QDBusObjectPath

    question = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, _MANAGER, "GetSession")
    question.setArguments([os.environ.get("XDG_SESSION_ID") or "auto"])
    answer = bus.call(question, timeout=_ANSWER_MS).arguments()
    return answer[0].path() if answer and isinstance(answer[0], QDBusObjectPath) else ""


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
    )


class WindowsEar(QAbstractNativeEventFilter):
    """Hears what Windows says to our windows."""

    def __init__(self, tell: Callable[[Said], None]) -> None:
        super().__init__()
        self._tell = tell
        self._window = 0

    def listen(self, window: int) -> None:
        """Ask to be told of the session's lock; sleep is told to everybody."""
        self._window = window
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)

    def stop(self) -> None:
        """Ask no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window))

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview[int], address: int
    ) -> tuple[bool, int]:
        """Read a message, and let it go on."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name in {b"windows_generic_MSG", b"windows_dispatcher_MSG"}:
            message = _Message.from_address(int(address))
            if (message.message, message.wparam) == (_POWER, _SUSPENDS):
                self._tell(Said.SLEEPS)
            elif (message.message, message.wparam) == (_SESSION_CHANGE, _LOCKED):
                self._tell(Said.SCREEN_LOCKED)
        return False, 0
