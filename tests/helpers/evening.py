"""A program started in an empty folder, and the first hands on it: what every whole meeting begins with."""

from __future__ import annotations

import subprocess
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QWidget

from tvm_desktop.paths import DataFolder
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.projector.window import ProjectorWindow
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from helpers.keyboard import Keyboard
    from tvm_desktop.ui.facilitator.window import FacilitatorPage

PASSWORD = "en lang og god adgangskode"
NOW = datetime(2026, 1, 13, 13, 30, tzinfo=UTC)


class Strays(QObject):
    """Notes every part that is shown as a window of its own: for a moment it would take the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = isinstance(watched, QMainWindow | QDialog | QMenu | ProjectorWindow)
            if not meant and watched.windowType() not in {Qt.WindowType.Popup, Qt.WindowType.ToolTip}:
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@contextmanager
def opened(qtbot: QtBot, qapp: QApplication, folder: Path, now: datetime = NOW) -> Iterator[Shell]:
    """Start the program in an empty folder; at the end no part may have stood as a window of its own."""
    data = DataFolder(folder)
    context = UiContext(data, PreSettings(data), load_theme("light"), Words("da"))
    context.clock = lambda: now
    apply_theme(qapp, context.theme)
    shell = Shell(context)
    qtbot.addWidget(shell)
    shell.resize(1440, 860)
    strays = Strays()
    qapp.installEventFilter(strays)
    shell.begin()
    shell.activateWindow()
    yield shell
    shell.close()
    qapp.removeEventFilter(strays)
    assert strays.seen == []


def first_start(shell: Shell, keys: Keyboard, qtbot: QtBot, own: str = "Karin Damgaard") -> None:
    """Choose a password, keep the code, say who one is."""
    qtbot.waitUntil(lambda: keys.focus.inherits("QLineEdit"))
    keys.type(PASSWORD, "Tab")
    keys.type(PASSWORD, "Return")
    qtbot.waitUntil(
        lambda: shell.gate.first is not None and shell.gate.first.code.isVisible(), timeout=20_000
    )
    keys.tab_to("Jeg har gemt")
    keys.press("Space")
    keys.tab_to("Fortsæt")
    keys.press("Space")
    qtbot.waitUntil(lambda: shell.gate.first is not None and shell.gate.first.own.isVisible(), timeout=20_000)
    keys.type(own, "Return")
    keys.type("00 00 00 00", "Return")
    qtbot.waitUntil(lambda: shell.rooms is not None and shell.rooms.home.isVisible(), timeout=20_000)


def start(shell: Shell, keys: Keyboard) -> FacilitatorPage:
    """Begin the meeting and show it on the wall."""
    keys.press("Ctrl+Return")
    assert shell.rooms is not None
    page = shell.rooms.meeting
    assert page is not None
    assert mode_of(page) is Mode.HIDDEN
    keys.press("F5")
    assert mode_of(page) is Mode.LIVE
    assert page.control.window.isVisible()
    return page


def mode_of(page: FacilitatorPage) -> Mode:
    """Return what the wall does."""
    return page.session.projector.mode


def run(*command: str) -> str:
    """Run another program and return what it says."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
