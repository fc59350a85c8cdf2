"""How long no key and no mouse was touched, and whether the computer slept meanwhile."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store

AFTER, IN_MEETING = "lock/after", "lock/in-meeting"
MINUTES = (0, 5, 10, 15, 30)
_USUAL = 10
_TYPES = QEvent.Type
_TOUCHES = frozenset(
    {
        _TYPES.KeyPress,
        _TYPES.InputMethod,
        _TYPES.MouseButtonPress,
        _TYPES.MouseMove,
        _TYPES.Wheel,
        _TYPES.TouchBegin,
        _TYPES.TouchUpdate,
        _TYPES.TabletPress,
        _TYPES.TabletMove,
    }
)


def since_start() -> float:
    """Return seconds since the computer started, those asleep counted; setting the clock does not touch it."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def awake_since_start() -> float:
    """Return the same without the seconds asleep, where the system counts them apart."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if sys.platform == "win32":
        counted = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(counted))
        return counted.value / 10_000_000
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class LockRule:
    """When the file is locked because nobody touches it: after so many minutes, 0 is never."""

    minutes: int = _USUAL
    in_meeting: bool = False

    @classmethod
    def of(cls, store: Store) -> LockRule:
        """Read what was chosen. Raises UserError."""
        chosen = store.setting(AFTER, str(_USUAL))
        minutes = int(chosen) if chosen in map(str, MINUTES) else _USUAL
        return cls(minutes, bool(store.setting(IN_MEETING)))

    def keep(self, store: Store) -> None:
        """Keep what was chosen. Raises UserError."""
        store.set_setting(AFTER, str(self.minutes))
        store.set_setting(IN_MEETING, "on" if self.in_meeting else "")

    def allows(self, *, meeting_runs: bool) -> bool:
        """Say whether the program may lock by itself now."""
        return self.in_meeting or not meeting_runs

    def is_due(self, quiet: float, *, meeting_runs: bool) -> bool:
        """Say whether so many seconds without a touch are enough."""
        return 0 < self.minutes * 60 <= quiet and self.allows(meeting_runs=meeting_runs)


@dataclass(frozen=True, slots=True)
class Clock:
    """What time it is and how often that is looked at.

    More than ``asleep`` seconds apart, the two clocks say that the computer slept; a look that comes ``late`` says so
    where the clocks cannot. A program that was only busy, or waited for a disk, is not that late.
    """

    now: Callable[[], float] = since_start
    awake: Callable[[], float] = awake_since_start
    tick_ms: int = 1000
    asleep: float = 5.0
    late: float = 60.0


class Idle(QObject):
    """Looks at the clock each second.

    Signals: ``quiet(float)`` with the seconds since the last touch; ``slept()`` when the computer slept between two
    looks.
    """

    quiet = Signal(float)
    slept = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._touched = self._looked = clock.now()
        self._awake = clock.awake()
        self._mouse = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(clock.tick_ms)
        _app().installEventFilter(self)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        _app().removeEventFilter(self)

    def look(self) -> None:
        """Look at the clock."""
        now, awake = self._clock.now(), self._clock.awake()
        passed, asleep = now - self._looked, now - self._looked - (awake - self._awake)
        self._looked, self._awake = now, awake
        if asleep > self._clock.asleep or passed > self._clock.late:
            self.slept.emit()
        else:
            self.quiet.emit(now - self._touched)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note every touch; take none."""
        if event.type() in _TOUCHES and not self._stands_still(event):
            self._touched = self._clock.now()
        return False

    def _stands_still(self, event: QEvent) -> bool:
        """Say whether a mouse that nobody moved is said to have moved: some systems say so when a window comes."""
        if not isinstance(event, QMouseEvent) or event.type() != _TYPES.MouseMove:
            return False
        before, place = self._mouse, event.globalPosition()
        self._mouse = (place.x(), place.y())
        return self._mouse == before


def _app() -> QCoreApplication:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("a window needs an application")
    return app
