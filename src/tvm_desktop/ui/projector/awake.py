"""Keep the machine from sleeping while the wall is live. Every way fails quietly: a meeting goes on without it."""

from __future__ import annotations

import ctypes
import logging
import subprocess
import sys
from typing import Protocol

_log = logging.getLogger(__name__)

_ES_CONTINUOUS = 0x80000000
_ES_SYSTEM_REQUIRED = 0x00000001
_ES_DISPLAY_REQUIRED = 0x00000002


class Awake(Protocol):
    """Holds the machine awake between ``hold`` and ``release``; both may be called again and again."""

    def hold(self) -> None:
        """Stay awake from now on."""

    def release(self) -> None:
        """Let the machine sleep when it wants."""


def awake_here() -> Awake:
    """Return this system's way."""
    if sys.platform == "win32":
        return WindowsAwake()
    if sys.platform == "darwin":
        return MacAwake()
    return DesktopAwake()


class WindowsAwake:
    """Asks Windows to keep system and display on, for this thread."""

    def hold(self) -> None:
        """Stay awake from now on."""
        self._set(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED | _ES_DISPLAY_REQUIRED)

    def release(self) -> None:
        """Let the machine sleep when it wants."""
        self._set(_ES_CONTINUOUS)

    def _set(self, state: int) -> None:
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(state)


class MacAwake:
    """Runs ``caffeinate`` beside the program; it ends with it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Stay awake from now on."""
        if self._process is not None:
            return
        try:
            self._process = subprocess.Popen(["/usr/bin/caffeinate", "-di"])
        except OSError:
            _log.info("the system cannot be kept awake")

    def release(self) -> None:
        """Let the machine sleep when it wants."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=5)
            self._process = None


class DesktopAwake:
    """Asks a Linux desktop's screen saver service on the session bus."""

    _SERVICE = "org.freedesktop.ScreenSaver"
    _PATH = "/org/freedesktop/ScreenSaver"

    def __init__(self) -> None:
        self._cookie: int | None = None

    def hold(self) -> None:
        """Stay awake from now on."""
        if self._cookie is None:
            answer = self._call("Inhibit", "tvm_desktop", "presentation")
            self._cookie = answer if isinstance(answer, int) else None

    def release(self) -> None:
        """Let the machine sleep when it wants."""
        if self._cookie is not None:
            self._call("UnInhibit", self._cookie)
            self._cookie = None

    def _call(self, method: str, *arguments: str | int) -> object:
        """Call the service and return its first answer; None when there is no service."""
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage
        except ImportError:
            return None
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        message = QDBusMessage.createMethodCall(self._SERVICE, self._PATH, self._SERVICE, method)
        message.setArguments(list(arguments))
        answer = bus.call(message, timeout=500)
        values = answer.arguments()
        failed = answer.type() == QDBusMessage.MessageType.ErrorMessage
        return values[0] if values and not failed else None
