"""The stage of the tour: real windows on invented screens, a clock that stands still, and hands that press keys."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.paths import DataFolder
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.screens import read_screens
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize

    from tvm_desktop.ui.facilitator.window import FacilitatorPage
    from tvm_desktop.ui.projector.control import ProjectorControl
    from tvm_desktop.ui.rooms import Rooms

NOW = datetime(2026, 3, 12, 9, 27, 4, tzinfo=UTC)
WALLS = {"1-projector": (1920, 1080), "2-small": (1280, 720), "3-large": (3840, 2160)}
T = TypeVar("T")
_PATIENCE_S, _FADE_S = 60.0, 0.5
_SCREENS = Path("screens.json")


def set_up_screens(size: tuple[int, int]) -> None:
    """Invent a laptop and three projectors. Call it in the folder of the tour, before Qt begins.

    Qt splits the option at a drive's colon, so the file is named without its folder.
    """
    left, screens = 0, []
    for name, (width, height) in {"0-laptop": size, **WALLS}.items():
        plain = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        screens.append({"name": name, "x": left, "y": 0, "width": width, "height": height, **plain})
        left += width
    _SCREENS.write_text(json.dumps({"screens": screens}), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREENS}"


class Stage:
    """The program's window and the projector's, in an empty data folder below the present one."""

    def __init__(self, size: QSize, language: str) -> None:
        app = QApplication.instance() or QApplication(["tvm-desktop"])
        if not isinstance(app, QApplication):
            raise TypeError("a window needs an application")
        self.app = app
        app.setCursorFlashTime(0)
        folder = DataFolder(Path("TVM"))
        folder.root.mkdir(mode=0o700)
        settings = PreSettings(folder)
        settings.wished_screen = screen_key("1-projector")
        self.context = UiContext(folder, settings, load_theme(settings.theme), Words(language))
        numbers = count(1)
        self.context.clock = lambda: NOW
        self.context.seconds = lambda: 0.0
        self.context.new_id = lambda: f"new-{next(numbers):04}"
        apply_theme(app, self.context.theme, settings.scale)
        self.shell = Shell(self.context)
        self.size, self.language = size, language
        self.resize(size)

    # -- what is there -------------------------------------------------------------------------------------------

    @property
    def rooms(self) -> Rooms:
        """The pages behind the password."""
        return _there(self.shell.rooms)

    @property
    def meeting(self) -> FacilitatorPage:
        """The leader's page."""
        return _there(self.rooms.meeting)

    @property
    def control(self) -> ProjectorControl:
        """The projector's window."""
        return _there(self.rooms.control)

    # -- hands ---------------------------------------------------------------------------------------------------

    def resize(self, size: QSize) -> None:
        """Give the leader's window a size."""
        self.shell.setGeometry(0, 0, size.width(), size.height())

    def press(self, keys: str) -> None:
        """Press a key, written as in Qt's portable form, in the leader's window."""
        QTest.keySequence(self.shell.windowHandle(), QKeySequence(keys))
        self.settle()

    def type(self, text: str) -> None:
        """Type words letter by letter into the field that has the focus."""
        for letter in text:
            field = _there(self.shell.focusWidget())
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        self.settle()

    def settle(self) -> None:
        """Let everything that is due happen."""
        for _ in range(6):
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something that takes its time."""
        end = monotonic() + _PATIENCE_S
        while not until():
            if monotonic() > end:
                raise TimeoutError("the tour waits for something that does not come")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        self.settle()

    def rest(self) -> None:
        """Let what Qt fades in come to rest."""
        end = monotonic() + _FADE_S
        self.wait(lambda: monotonic() > end)

    # -- pictures ------------------------------------------------------------------------------------------------

    def laptop(self) -> QImage:
        """Return what stands on the laptop: the window, and the small windows over it."""
        self.settle()
        picture = self.shell.grab().toImage()
        painter = QPainter(picture)
        for window in self._over():
            place = window.mapToGlobal(QPoint(0, 0)) - self.shell.mapToGlobal(QPoint(0, 0))
            painter.drawPixmap(place, window.grab())
            painter.setPen(window.palette().mid().color())
            painter.drawRect(window.rect().translated(place))
        painter.end()
        return picture

    def wall(self, name: str) -> QImage:
        """Return what stands on a projector, moving the real window there and back."""
        self.control.choose(screen_key(name))
        self.settle()
        picture = self.control.window.grab().toImage()
        self.control.choose(screen_key("1-projector"))
        self.shell.activateWindow()
        self.settle()
        return picture

    def _over(self) -> list[QWidget]:
        return [w for w in self.app.topLevelWidgets() if w.isVisible() and w.parentWidget() is not None]

    def end(self) -> None:
        """Close the windows; everything is kept, then forgotten with the folder."""
        self.shell.close()
        self.shell.deleteLater()
        self.settle()


def screen_key(name: str) -> str:
    """Return the key of one of the invented screens."""
    return next(screen.key for screen in read_screens() if screen.name == name)


def _there(what: T | None) -> T:
    if what is None:
        raise RuntimeError("the tour has taken a wrong turn")
    return what
