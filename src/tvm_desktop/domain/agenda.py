"""How long a meeting will take, honestly: the steps' minutes against the time there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain import turns
from tvm_desktop.domain.enums import Role
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.domain.entities import Meeting
    from tvm_desktop.domain.record import Record

GOALS_WITH_INTERPRETER = 2


@dataclass(frozen=True, slots=True)
class Agenda:
    """The steps of a meeting with their minutes; ``available`` is None while start or end is unknown."""

    minutes: tuple[tuple[str, int], ...]
    available: int | None
    interpreter: bool = False

    @property
    def total(self) -> int:
        """The minutes of all steps."""
        return sum(minutes for _, minutes in self.minutes)

    @property
    def needed(self) -> int:
        """The minutes it will really take: with an interpreter half as long again, in whole five minutes."""
        return -(-self.total * 3 // 10) * 5 if self.interpreter else self.total

    @property
    def fits(self) -> bool:
        """Whether there is time enough; True while the time is not set."""
        return self.available is None or self.needed <= self.available


def agenda(steps: Iterable[tuple[str, int]], record: Record) -> Agenda:
    """Add up a format's steps (id, minutes) with what this meeting changes and leaves out."""
    meeting = record.meeting
    own = dict(meeting.minutes)
    chosen = tuple((step, own.get(step, minutes)) for step, minutes in steps if step not in meeting.left_out)
    interpreter = bool(turns.with_role(record, Role.INTERPRETER))
    return Agenda(chosen, available(meeting), interpreter)


def available(meeting: Meeting) -> int | None:
    """Return the minutes from start to end; None when either is missing or the end is not later."""
    if meeting.starts is None or meeting.ends is None or meeting.ends <= meeting.starts:
        return None
    return int((meeting.ends - meeting.starts).total_seconds() // 60)


def total_line(plan: Agenda) -> Message:
    """Say the sum: "74 af 60 min"."""
    if plan.available is None:
        return msg("{total} min", total=plan.total)
    return msg("{total} of {available} min", total=plan.total, available=plan.available)


def advice(plan: Agenda) -> Message | None:
    """Say what to do when the time is too short; None when it is not."""
    if plan.fits or plan.available is None:
        return None
    if plan.interpreter:
        return msg(
            "With an interpreter it takes half as long again: about {needed} min. "
            "Set aside more time, or choose at most two goals.",
            needed=plan.needed,
        )
    return msg(
        "That is {over} min too much. Shorten a step, leave one out, or set aside more time.",
        over=plan.total - plan.available,
    )
