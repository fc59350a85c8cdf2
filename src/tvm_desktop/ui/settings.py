"""What is needed before unlocking, in ``settings.ini``: no content, no names of people."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication

from tvm_desktop.ui.theme import SCALES, THEMES
from tvm_desktop.words import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.paths import DataFolder

_USUAL = QSize(1440, 900)


class PreSettings:
    """The few settings that stand unencrypted. Unreadable or foreign values fall back to the usual."""

    def __init__(self, folder: DataFolder) -> None:
        self._ini = QSettings(str(folder.settings), QSettings.Format.IniFormat)
        self._scale: float | None = None  # asked for at every length that is painted

    @property
    def language(self) -> str:
        """The program's language; a meeting has its own."""
        return self._one_of("language", LANGUAGES)

    @language.setter
    def language(self, value: str) -> None:
        self._ini.setValue("language", value)

    @property
    def theme(self) -> str:
        """The name of the theme."""
        return self._one_of("theme", THEMES)

    @theme.setter
    def theme(self, value: str) -> None:
        self._ini.setValue("theme", value)

    @property
    def scale(self) -> float:
        """The text size, 1.0 is 100 per cent; always one of ``SCALES``."""
        if self._scale is None:
            self._scale = self._read_scale()
        return self._scale

    @scale.setter
    def scale(self, value: float) -> None:
        self._ini.setValue("scale", str(value))
        self._scale = None

    @property
    def wished_screen(self) -> str:
        """The key of the screen that the projector wants; a fallback never overwrites it."""
        return str(self._ini.value("screen", ""))

    @wished_screen.setter
    def wished_screen(self, value: str) -> None:
        self._ini.setValue("screen", value)

    def larger(self, steps: int) -> float:
        """Choose a text size some steps up or down, and return it; 0 goes back to 100 per cent."""
        if steps == 0:
            self.scale = 1.0
        else:
            index = SCALES.index(self.scale) + steps
            self.scale = SCALES[max(0, min(index, len(SCALES) - 1))]
        return self.scale

    def keep_window(self, window: QWidget) -> None:
        """Remember where a window stands."""
        self._ini.setValue("window", window.saveGeometry())

    def place_window(self, window: QWidget) -> None:
        """Put a window where it stood; one that would be off every screen comes back on the first."""
        window.setMinimumSize(640, 480)
        window.resize(_fitting(_USUAL))
        remembered = self._ini.value("window")
        if isinstance(remembered, QByteArray) and not remembered.isEmpty():
            window.restoreGeometry(remembered)
        if not _visible(window.frameGeometry()):
            home = QGuiApplication.primaryScreen().availableGeometry()
            window.resize(_fitting(_USUAL))
            window.move(home.center() - window.rect().center())

    def sync(self) -> None:
        """Write to disk now."""
        self._ini.sync()

    def _read_scale(self) -> float:
        try:
            wished = float(str(self._ini.value("scale", "1.0")))
        except ValueError:
            return 1.0
        if not math.isfinite(wished):
            return 1.0
        return min(SCALES, key=lambda step: abs(step - wished))

    def _one_of(self, key: str, known: tuple[str, ...]) -> str:
        value = str(self._ini.value(key, known[0]))
        return value if value in known else known[0]


_FRAME = QSize(8, 44)


def _fitting(size: QSize) -> QSize:
    """Leave room for the frame: its size is not known before the window is shown."""
    return size.boundedTo(QGuiApplication.primaryScreen().availableSize() - _FRAME)


def _visible(frame: QRect) -> bool:
    """Say whether enough of the title bar lies on some screen to grab it."""
    grip = QRect(frame.left(), frame.top(), frame.width(), 40)
    shown = (screen.availableGeometry().intersected(grip) for screen in QGuiApplication.screens())
    return any(part.width() >= 120 and part.height() >= 20 for part in shown)
