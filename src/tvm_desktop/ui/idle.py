"""How long no key and no mouse was touched, and whether the computer slept meanwhile."""

from __future__ import annotations

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
    if sys.platform == "darwin":  # where Python's own stands still while the computer sleeps
        return time.clock_gettime(time.CLOCK_MONOTONIC)
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
    """What time it is, how often that is looked at, and how late a look means that the computer slept."""

    now: Callable[[], float] = since_start
    tick_ms: int = 1000
    late: float = 20.0


class Idle(QObject):
    """Looks at the clock each second.

    Signals: ``quiet(float)`` with the seconds since the last touch; ``slept()`` when a look came so late that the
    computer, or the program, must have been stopped between two of them.
    """

    quiet = Signal(float)
    slept = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._touched = self._looked = clock.now()
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
        now = self._clock.now()
        late = now - self._looked - self._clock.tick_ms / 1000
        self._looked = now
        if late > self._clock.late:
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
