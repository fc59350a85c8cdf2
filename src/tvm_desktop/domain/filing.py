"""Whether what was said has gone into the municipality's own system, and when the copy here may go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from tvm_desktop.dates import local
from tvm_desktop.domain.entities import Filing, Meeting, NextMeeting
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.sharing import may_print

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.domain.entities import Shared
    from tvm_desktop.domain.record import Record

KEPT_DAYS = 30


def filing_of(record: Record, meeting_id: str = "") -> Filing | None:
    """Return how a meeting was filed, the open one's unless another is named; None = nothing was made of it yet."""
    wanted = meeting_id or record.meeting_id
    return next((filing for filing in record.every(Filing) if filing.meeting_id == wanted), None)


def is_filed(record: Record, meeting: Meeting) -> bool:
    """Say whether a meeting is filed. Reopening it, or a correction, takes that back."""
    filing = filing_of(record, meeting.id)
    return filing is not None and filing.filed_on is not None


def is_in_file(record: Record, thing: Shared) -> bool:
    """Say whether a thing stands in what was filed of its meeting; what only the leader sees does not."""
    meeting = record.find(Meeting, thing.meeting_id)
    return meeting is not None and is_filed(record, meeting) and may_print(thing, frozenset())


def last_held(record: Record) -> Meeting | None:
    """Return the latest meeting that was begun, which is the one to tell what concerns the whole course."""
    begun = (meeting for meeting in record.every(Meeting) if meeting.status is not MeetingStatus.PLANNED)
    return max(begun, key=_when, default=None)


def unfiled(record: Record) -> tuple[Meeting, ...]:
    """List the course's meetings that were held and are not filed."""
    held = (meeting for meeting in record.every(Meeting) if meeting.status is MeetingStatus.CLOSED)
    return tuple(meeting for meeting in held if not is_filed(record, meeting))


def is_open(record: Record) -> bool:
    """Say whether a meeting of the course is prepared or begun, and not ended."""
    return any(meeting.status is not MeetingStatus.CLOSED for meeting in record.every(Meeting))


def agreed_meeting(record: Record, today: date) -> date | None:
    """Return the day on which the last meeting agreed to meet again, while that day is not past."""
    last = last_held(record)
    agreed = (meet for meet in record.every(NextMeeting) if last is not None and meet.meeting_id == last.id)
    days = (local(meet.starts, meet.zone).date() for meet in agreed if meet.starts is not None)
    return max((day for day in days if day >= today), default=None)


def goes_on(record: Record, today: date) -> bool:
    """Say whether the course has a meeting before it, if only an agreed one: it will need what was said."""
    return is_open(record) or agreed_meeting(record, today) is not None


def may_go(record: Record, today: date) -> bool:
    """Say whether nothing stands against deleting the course: all is filed and no meeting is to come."""
    return not unfiled(record) and not goes_on(record, today)


def delete_day(today: date, days: int = KEPT_DAYS) -> date:
    """Return the day on which a course goes that is filed today."""
    return today + timedelta(days=days)


def due(days: Iterable[tuple[str, date | None]], today: date) -> tuple[str, ...]:
    """Return the ids of those whose day has come."""
    return tuple(id_ for id_, day in days if day is not None and day <= today)


def _when(meeting: Meeting) -> tuple[bool, float, str]:
    at = meeting.starts or meeting.created
    return at is not None, at.timestamp() if at else 0.0, meeting.id
