"""Which screen the projector takes: a pure choice over plain values, and the one place that asks Qt for screens.

Nobody keeps a ``QScreen``: freeing a widget that has asked for its screen kills every Python reference to it.
Keep a key, and look the screen up when it is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QScreen

from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MIRRORED = msg(
    "If the wall shows this picture, everybody sees all of it. Extend the display first: Windows key + P."
)
_PARTS = 8


class Place(StrEnum):
    """Where the projector's window goes."""

    FULL_SCREEN = "full screen"
    WINDOW = "window"
    MIRRORED = "mirrored"
    WAITING = "waiting"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Placement:
    """The choice. ``screen`` is the key of the screen taken, or of the one to ask about."""

    place: Place
    screen: str = ""


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen as plain values; the geometry in Qt's logical pixels."""

    name: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    x: int = 0
    y: int = 0
    width: int = 1920
    height: int = 1080
    primary: bool = False

    @property
    def key(self) -> str:
        """Return the screen as one string, fit for the settings; it names no person."""
        texts = (self.maker, self.model, self.serial, self.name)
        numbers = (self.x, self.y, self.width, self.height)
        return "|".join([*(quote(text, safe=" ") for text in texts), *map(str, numbers)])

    @property
    def plug(self) -> tuple[str, str, str, str]:
        """Return what stays the same while it is plugged in, whatever its size and place."""
        return (self.name, self.maker, self.model, self.serial)

    @property
    def label(self) -> str:
        """Return what people may call it."""
        known = " ".join(part for part in (self.maker, self.model) if part) or self.name
        return f"{known} · {self.width} × {self.height}"

    @property
    def geometry(self) -> QRect:
        """Return where it lies on the desktop."""
        return QRect(self.x, self.y, self.width, self.height)

    def is_device(self, other: ScreenInfo) -> bool:
        """Say whether this can be the same piece of hardware, wherever it is plugged in."""
        if not (self.maker or self.model or self.serial):
            return self.name == other.name and not (other.maker or other.model or other.serial)
        if (self.maker, self.model) != (other.maker, other.model):
            return False
        return self.serial == other.serial or not (self.serial and other.serial)


def screen_of_key(key: str) -> ScreenInfo | None:
    """Return the values that a key was made of; None for a key that is none."""
    parts = key.split("|")
    if len(parts) != _PARTS or not all(part.lstrip("-").isdigit() for part in parts[4:]):
        return None
    maker, model, serial, name = (unquote(part) for part in parts[:4])
    x, y, width, height = (int(part) for part in parts[4:])
    return ScreenInfo(name, maker, model, serial, x, y, width, height)


def pick(screens: Sequence[ScreenInfo], wish: str, home: str = "") -> Placement:
    """Choose a place for the wall's picture, never full screen on the leader's own screen.

    ``wish`` is the key of the screen wanted ("": none yet); ``home`` the key of the screen on which the leader's window
    is ("": the primary one).
    """
    own = _home(screens, home)
    others = [screen for screen in screens if screen is not own]
    walls = _apart([screen for screen in others if own is None or not _overlap(screen, own)])
    wished = screen_of_key(wish)
    if not walls:
        return _without_wall(own, wished, mirrored=bool(others))
    found = _find(walls, wished) if wished else None
    if found is None and wished is None and len(walls) == 1:
        found = walls[0]
    if found is None:
        return Placement(Place.ASK, walls[0].key)
    return Placement(Place.FULL_SCREEN, found.key)


def mirrored(screens: Sequence[ScreenInfo]) -> bool:
    """Say whether two screens show the same picture, so that the wall shows what the laptop does."""
    return len(_apart(screens)) < len(screens)


def _without_wall(own: ScreenInfo | None, wished: ScreenInfo | None, *, mirrored: bool) -> Placement:
    if mirrored:
        return Placement(Place.MIRRORED)
    if wished is None or (own is not None and wished.key == own.key):
        return Placement(Place.WINDOW)
    return Placement(Place.WAITING, wished.key)


def _home(screens: Sequence[ScreenInfo], home: str) -> ScreenInfo | None:
    by_key = (screen for screen in screens if screen.key == home)
    primary = (screen for screen in screens if screen.primary)
    return next(by_key, None) or next(primary, None) or next(iter(screens), None)


def _apart(screens: Sequence[ScreenInfo]) -> list[ScreenInfo]:
    """Leave out screens that show the same as one before."""
    kept: list[ScreenInfo] = []
    for screen in screens:
        if not any(_overlap(screen, other) for other in kept):
            kept.append(screen)
    return kept


def _overlap(first: ScreenInfo, second: ScreenInfo) -> bool:
    """Say whether two screens show the same part of the desktop; extended screens never overlap."""
    return first.geometry.intersects(second.geometry)


def _find(walls: Sequence[ScreenInfo], wished: ScreenInfo) -> ScreenInfo | None:
    same = [screen for screen in walls if screen.is_device(wished)]
    tests: tuple[Callable[[ScreenInfo], bool], ...] = (
        lambda screen: screen.serial == wished.serial,
        lambda screen: screen.name == wished.name,
        lambda screen: screen.geometry == wished.geometry,
    )
    for test in tests:
        same = [screen for screen in same if test(screen)] or same
    return same[0] if len(same) == 1 else None


def read_screens() -> tuple[ScreenInfo, ...]:
    """Ask Qt for the screens that are plugged in now."""
    primary = QGuiApplication.primaryScreen()
    return tuple(info_of(screen, primary=screen == primary) for screen in QGuiApplication.screens())


def info_of(screen: QScreen, *, primary: bool = False) -> ScreenInfo:
    """Return a screen as plain values."""
    area = screen.geometry()
    return ScreenInfo(
        screen.name(),
        screen.manufacturer(),
        screen.model(),
        screen.serialNumber(),
        area.x(),
        area.y(),
        area.width(),
        area.height(),
        primary,
    )


def screen_for(key: str) -> QScreen | None:
    """Look a screen up; use it at once and do not keep it."""
    return next((screen for screen in QGuiApplication.screens() if info_of(screen).key == key), None)


def screen_at(point: QPoint) -> QScreen | None:
    """Return the screen at a point of the desktop; use it at once and do not keep it."""
    return QGuiApplication.screenAt(point)
