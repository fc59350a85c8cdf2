"""How a meeting comes to be: new, or as the follow-up of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Attendance, Course, Entity, Meeting, NextMeeting, Person
from tvm_desktop.domain.enums import MeetingKind, Presence
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.formats.agenda import left_out_at_first
from tvm_desktop.session.session import Clock, random_id, utc_now
from tvm_desktop.storage.rows import UseAct

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.store import Store

DEFAULT_LENGTH = timedelta(hours=1)


def new_meeting(
    store: Store,
    fmt: MeetingFormat,
    *,
    course_name: str = "",
    course_id: str = "",
    language: str = "da",
    starts: datetime | None = None,
    anonymous: bool = False,
    clock: Clock = utc_now,
    new_id: Callable[[], str] = random_id,
) -> str:
    """Add a meeting to a course, or to a new one, and return its id. A later meeting invites those of the last.

    A course that was to be deleted stays. A new one may be ``anonymous``: professionals talk about a child.
    """
    now = clock()
    meeting = _planned(new_id(), fmt, language, starts, now)
    entities: list[Entity] = []
    stays: tuple[Edit, ...] = ()
    if course_id:
        record = Record.of("", store.load(course_id))
        stays = changing(record.course, delete_on=None)
        meeting, invited = _following(record, meeting, new_id)
        entities += [meeting, *invited]
    else:
        course_id = new_id()
        meeting = replace(meeting, kind=MeetingKind.PROFESSIONAL) if anonymous else meeting
        course = Course(id=course_id, name=course_name.strip(), created=now, anonymous=anonymous)
        entities += [course, meeting, *_child(course.name, meeting, new_id)]
    store.keep_format(fmt.hash, fmt.source)
    store.commit(course_id, [*stays, *(adding(entity) for entity in entities)])
    if stays:
        store.log_use(UseAct.KEPT, course_id)
    return meeting.id


def _planned(
    meeting_id: str, fmt: MeetingFormat, language: str, starts: datetime | None, now: datetime
) -> Meeting:
    return Meeting(
        id=meeting_id,
        format_id=fmt.id,
        format_hash=fmt.hash,
        language=language,
        starts=starts,
        ends=starts + DEFAULT_LENGTH if starts else None,
        left_out=left_out_at_first(fmt),
        created=now,
    )


def _child(name: str, meeting: Meeting, new_id: Callable[[], str]) -> list[Entity]:
    """Return the child that a new course is about, invited; nobody without a name."""
    child = Person(id=new_id(), name=name, is_child=True, rank=1.0)
    return [child, _invite(child, meeting, 1.0, new_id)] if name else []


def _following(
    record: Record, meeting: Meeting, new_id: Callable[[], str]
) -> tuple[Meeting, list[Attendance]]:
    earlier = sorted(record.every(Meeting), key=lambda m: (m.starts is not None, m.starts, m.id))
    if not earlier:
        return meeting, []
    last = earlier[-1]
    agreed = next((n for n in record.every(NextMeeting) if n.meeting_id == last.id), None)
    starts = meeting.starts or (agreed.starts if agreed else None)
    following = replace(
        meeting,
        kind=MeetingKind.FOLLOW_UP,
        language=last.language,
        starts=starts,
        zone=agreed.zone if agreed and agreed.starts and not meeting.starts else last.zone,
        ends=meeting.ends or (starts + DEFAULT_LENGTH if starts else None),
        place=(agreed.place if agreed else "") or last.place,
    )
    came = [a for a in record.every(Attendance) if a.meeting_id == last.id and not a.instead_of]
    fresh = [
        replace(a, id=new_id(), meeting_id=meeting.id, presence=Presence.INVITED, arrives=None, leaves=None)
        for a in came
    ]
    return following, fresh


def _invite(person: Person, meeting: Meeting, rank: float, new_id: Callable[[], str]) -> Attendance:
    return Attendance(id=new_id(), meeting_id=meeting.id, person_id=person.id, rank=rank)
