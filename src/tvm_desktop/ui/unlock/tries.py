"""Wrong passwords as the leader meets them: a wait that counts down, and a word afterwards."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tvm_desktop.dates import clock, day_and_month, local
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tvm_desktop.storage.attempts import Attempt, Doorkeeper
    from tvm_desktop.ui.context import UiContext

_TICK_MS = 200
_OWN_SLIP = timedelta(minutes=2)


class Wait(QObject):
    """The doorkeeper, and a tick while one has to wait for it. Signal: ``ticked()``, also when it is over."""

    ticked = Signal()

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._door: Doorkeeper | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def look(self) -> None:
        """See afresh what was tried; where nothing was, nothing is loaded."""
        self._door = None
        if self._context.folder.attempts.exists():
            self.door()

    def door(self) -> Doorkeeper:
        """Return the doorkeeper."""
        if self._door is None:
            from tvm_desktop.storage.attempts import Doorkeeper

            context = self._context
            self._door = Doorkeeper(context.folder, clock=context.clock, seconds=context.seconds)
        return self._door

    def left(self) -> int:
        """Return the whole seconds until the next try; while there are any, it ticks."""
        left = ceil(self._door.left()) if self._door is not None else 0
        if left and not self._timer.isActive():
            self._timer.start()
        return left

    def words(self) -> Message:
        """Say how long, for a button that cannot be pressed yet."""
        return msgs("Try again in {count} second", "Try again in {count} seconds", self.left())

    def _tick(self) -> None:
        if not self.left():
            self._timer.stop()
        self.ticked.emit()


def move_tries(context: UiContext) -> Message | None:
    """Move the wrong tries into the use log of the open file; return what the leader should hear of them.

    Raises UserError when they could not be written; then they stay where they are.
    """
    from tvm_desktop.storage import attempts
    from tvm_desktop.storage.rows import UseAct, UseNote

    tries = attempts.read(context.folder)
    if not tries:
        return None
    context.open_store.log_earlier([UseNote(one.at, one.user, UseAct.FAILED_UNLOCK) for one in tries])
    attempts.forget(context.folder)
    return told(tries, context.clock(), context.language)


def told(tries: Sequence[Attempt], now: datetime, language: str) -> Message | None:
    """Say what was tried; nothing of the slips of who has just come in."""
    earlier = [one for one in tries if not timedelta() <= now - one.at < _OWN_SLIP]
    if not earlier:
        return None
    last = local(earlier[-1].at)
    when = {"day": day_and_month(last.date(), language), "clock": clock(last, language)}
    if len({local(one.at).date() for one in earlier}) == 1:
        return msgs(
            "{count} wrong password was tried on {day} at {clock}. It stands in the use log.",
            "{count} wrong passwords were tried on {day}, the last at {clock}. They stand in the use log.",
            len(earlier),
            **when,
        )
    return msg(
        "{count} wrong passwords were tried since you were here, the last on {day} at {clock}. "
        "They stand in the use log.",
        count=len(earlier),
        **when,
    )
