"""When the meeting is: one day and two clock times that are typed apart but kept together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from tvm_desktop.dates import local
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Meeting

USUAL_LENGTH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class When:
    """A meeting's day and clock times, as on the wall of the room."""

    day: date | None = None
    starts: time | None = None
    ends: time | None = None


def when_of(meeting: Meeting) -> When:
    """Return a meeting's day and times in its own zone."""
    if meeting.starts is None:
        return When()
    starts = local(meeting.starts, meeting.zone)
    ends = local(meeting.ends, meeting.zone) if meeting.ends else None
    return When(starts.date(), starts.time(), ends.time() if ends else None)


def put_together(meeting: Meeting, new: When) -> dict[str, Any] | Message:
    """Return the meeting's fields for what is typed, or a sentence when something is still missing or wrong."""
    if new == When():
        return {"starts": None, "ends": None}
    if new.day is None:
        return msg("Write the date, too.")
    if new.starts is None:
        return msg("Write when the meeting begins, too.")
    ends = _with_end(when_of(meeting), new.day, new.starts, new.ends)
    if ends is not None and ends <= new.starts:
        return msg("The meeting would end before it begins.")
    return {"starts": _instant(meeting, new.day, new.starts), "ends": _instant(meeting, new.day, ends)}


def _with_end(was: When, day: date, starts: time, ends: time | None) -> time | None:
    """Give a first start an hour; a later start moves an end that it passes."""
    start = datetime.combine(day, starts)
    if was.starts is None and ends is None:
        return _same_day(start, start + USUAL_LENGTH)
    if was.starts and ends and starts != was.starts and was.ends == ends <= starts:
        return _same_day(start, start + (datetime.combine(day, ends) - datetime.combine(day, was.starts)))
    return ends


def _same_day(start: datetime, end: datetime) -> time | None:
    return end.time() if end.date() == start.date() else None


def end_after(meeting: Meeting, minutes: int) -> datetime | None:
    """Return the instant so many minutes after the beginning; None when that is another day or unknown."""
    if meeting.starts is None:
        return None
    end = meeting.starts + timedelta(minutes=minutes)
    same = local(end, meeting.zone).date() == local(meeting.starts, meeting.zone).date()
    return end if same else None


def _instant(meeting: Meeting, day: date, at: time | None) -> datetime | None:
    if at is None:
        return None
    there = local(datetime.combine(day, at, UTC), meeting.zone).tzinfo
    return datetime.combine(day, at, there).astimezone(UTC)
