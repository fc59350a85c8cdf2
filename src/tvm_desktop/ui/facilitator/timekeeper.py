"""Counts the time per step, by a clock that never jumps, and keeps the clock in the bar right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.session.commands.meeting import SpendTime

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.facilitator.window import FacilitatorPage

_MINUTE_S = 60
_TICK_MS = 10_000


class Timekeeper(QObject):
    """Time belongs to the table's step; it is shown, never alarms."""

    def __init__(self, desk: Desk, page: FacilitatorPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._step = desk.record.meeting.live_step
        self._since = desk.context.seconds()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def step_changed(self) -> None:
        """Count what was spent when the table has moved on."""
        live = self._desk.record.meeting.live_step
        if live != self._step:
            self.count()
            self._step = live

    def count(self) -> None:
        """Write down the seconds since the last time."""
        now = self._desk.context.seconds()
        seconds = int(now - self._since)
        self._since = now
        running = self._desk.record.meeting.status is MeetingStatus.RUNNING
        if running and self._step and seconds > 0:
            self._desk.bridge.do(SpendTime(self._step, seconds))

    def stop(self) -> None:
        """Stop ticking."""
        self._timer.stop()

    def _tick(self) -> None:
        self._page.top.tick()
        if self._desk.context.seconds() - self._since >= _MINUTE_S:
            self.count()
