"""A leader's window, its context, and a desk whose screens a test can unplug."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.paths import DataFolder
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.projector.control import Desk, ProjectorControl
from tvm_desktop.ui.screens import ScreenInfo, info_of, read_screens, screen_for
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import Theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme; fonts need the application."""
    assert qapp is not None
    return load_theme("light")


@pytest.fixture
def context(tmp_path: Path, theme: Theme) -> UiContext:
    folder = DataFolder(tmp_path)
    return UiContext(folder, PreSettings(folder), theme, Words("da"))


@dataclass
class CountingAwake:
    """Counts how the machine is held awake."""

    held: bool = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


@dataclass
class Room:
    """A leader's window and the control of the wall, with plugs that can be pulled."""

    app: QApplication
    context: UiContext
    leader: QWidget
    awake: CountingAwake = field(default_factory=CountingAwake)
    gone: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        desk = Desk(self.plugged, self.awake, settle_ms=10, identify_ms=30)
        self.control = ProjectorControl(self.context, self.leader, desk)

    def plugged(self) -> tuple[ScreenInfo, ...]:
        return tuple(screen for screen in read_screens() if screen.name not in self.gone)

    def screen(self, name: str) -> ScreenInfo:
        return next(screen for screen in read_screens() if screen.name == name)

    def unplug(self, name: str = "1-projector") -> None:
        self.gone.add(name)
        screen = screen_for(self.screen(name).key)
        assert screen is not None
        self.app.screenRemoved.emit(screen)

    def plug_in(self, name: str = "1-projector") -> None:
        self.gone.discard(name)
        screen = screen_for(self.screen(name).key)
        assert screen is not None
        self.app.screenAdded.emit(screen)

    def wall(self) -> str:
        """Say on which screen the window is; "" while it is hidden."""
        window = self.control.window
        return info_of(window.screen()).name if window.isVisible() else ""


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot, context: UiContext) -> Iterator[Room]:
    leader = QWidget()
    leader.resize(800, 600)
    leader.show()
    qtbot.waitExposed(leader)
    made = Room(qapp, context, leader)
    yield made
    made.control.end()
    leader.close()
    leader.deleteLater()
