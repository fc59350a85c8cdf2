"""What was agreed in a course, meeting by meeting: pure, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, Correction, Goal, Link, Meeting
from tvm_desktop.domain.enums import ActionStatus

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ToldAction:
    """One agreement: who, what, when, and what became of it."""

    id: str
    who: tuple[str, ...]
    what: str
    when: str
    due: date | None
    status: ActionStatus
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldGoal:
    """One goal with its agreements; ``text`` is "" over agreements without a goal."""

    text: str
    actions: tuple[ToldAction, ...]


@dataclass(frozen=True, slots=True)
class ToldMeeting:
    """What one meeting agreed."""

    meeting: Meeting
    goals: tuple[ToldGoal, ...]


def course_story(record: Record) -> list[ToldMeeting]:
    """Return every meeting that has goals or agreements, newest first."""
    meetings = sorted(record.every(Meeting), key=_when, reverse=True)
    told = [ToldMeeting(meeting, _goals(record, meeting.id)) for meeting in meetings]
    return [meeting for meeting in told if meeting.goals]


def _when(meeting: Meeting) -> tuple[datetime, str]:
    return meeting.starts or meeting.created or _LONG_AGO, meeting.id


def _goals(record: Record, meeting_id: str) -> tuple[ToldGoal, ...]:
    goals = [goal for goal in record.every(Goal) if goal.meeting_id == meeting_id]
    actions = [action for action in record.every(Action) if action.meeting_id == meeting_id]
    upper_to_lower = {(link.upper, link.lower) for link in record.every(Link)}
    told = []
    left = {action.id: action for action in actions}
    for goal in goals:
        mine = [a for a in list(left.values()) if (a.id, goal.id) in upper_to_lower]
        for action in mine:
            del left[action.id]
        told.append(ToldGoal(goal.text, tuple(_told(record, action) for action in mine)))
    if left:
        told.append(ToldGoal("", tuple(_told(record, action) for action in left.values())))
    return tuple(told)


def _told(record: Record, action: Action) -> ToldAction:
    names = tuple(record.called(person) for person in action.who)
    beside = tuple(_correction(record, one) for one in record.every(Correction) if one.about == action.id)
    return ToldAction(action.id, names, action.what, action.when, action.due, action.status, beside)


def _correction(record: Record, correction: Correction) -> str:
    who = record.called(correction.voice)
    return f"{who}: {correction.text}" if who else correction.text
