"""Reading for home and lists: few rows at a time, each found through an index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, bindparam, text

from tvm_desktop.domain.enums import MeetingKind, MeetingStatus
from tvm_desktop.storage.mapper import MAPPERS, instant
from tvm_desktop.storage.rows import ActionRow, CourseRow, MeetingRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

_MEETING = MAPPERS["Meeting"].codecs
_COURSE = MAPPERS["Course"].codecs
_ACTION = MAPPERS["Action"].codecs
_CONSENT = MAPPERS["Consent"].codecs
_FILING = MAPPERS["Filing"].codecs

_MEETINGS = """
SELECT meeting.*, course.name AS course_name, course.anonymous AS anonymous,
    (SELECT count(*) FROM action WHERE meeting_id = meeting.id) AS actions,
    (SELECT count(*) FROM action WHERE meeting_id = meeting.id AND status = 'open') AS open_actions,
    (SELECT count(*) FROM action WHERE meeting_id = meeting.id AND status = 'done') AS done_actions,
    (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id) AS invited,
    (SELECT max(given_on) FROM consent WHERE course_id = meeting.course_id AND withdrawn_on IS NULL) AS consent_on,
    (SELECT max(filed_on) FROM filing WHERE meeting_id = meeting.id) AS filed_on
FROM meeting JOIN course ON course.id = meeting.course_id
"""
_NEWEST_FIRST = " ORDER BY coalesce(starts, meeting.created, '') DESC, meeting.id DESC LIMIT :limit"
_BEFORE = "(coalesce(starts, meeting.created, ''), meeting.id) < (:at, :id)"

_FILED = "EXISTS (SELECT 1 FROM filing WHERE meeting_id = meeting.id AND filed_on IS NOT NULL)"
_HAS_COURSE = text("SELECT 1 FROM course WHERE id = :id")
_COURSES = text(
    """
SELECT course.id, course.name, course.created, course.anonymous, course.delete_on, held.meetings, held.last_starts,
    coalesce(waiting.actions, 0) AS open_actions, coalesce(unfiled.meetings, 0) AS unfiled
FROM course
LEFT JOIN (SELECT course_id, count(*) AS meetings, max(starts) AS last_starts FROM meeting GROUP BY course_id) AS held
    ON held.course_id = course.id
LEFT JOIN (SELECT course_id, count(*) AS meetings FROM meeting WHERE status = 'closed' AND NOT """
    + _FILED
    + """
    GROUP BY course_id) AS unfiled ON unfiled.course_id = course.id
LEFT JOIN (SELECT course_id, count(*) AS actions FROM action INDEXED BY action_open
    WHERE status = 'open' GROUP BY course_id) AS waiting
    ON waiting.course_id = course.id
ORDER BY coalesce(held.last_starts, course.created) DESC, course.id
"""
)
# Home asks for these each time it is shown, so nothing is counted for the many courses that stay.
_LEAVING = text(
    """
SELECT course.id, course.name, course.created, course.anonymous, course.delete_on,
    (SELECT count(*) FROM meeting WHERE course_id = course.id) AS meetings,
    (SELECT max(starts) FROM meeting WHERE course_id = course.id) AS last_starts,
    (SELECT count(*) FROM action WHERE course_id = course.id AND status = 'open') AS open_actions,
    (SELECT count(*) FROM meeting WHERE course_id = course.id AND status = 'closed' AND NOT """
    + _FILED
    + """) AS unfiled
FROM course WHERE delete_on IS NOT NULL ORDER BY delete_on, id
"""
)
_OPEN_ACTIONS = """
SELECT action.id, action.meeting_id, action.course_id, course.name AS course_name,
    action.what, action.who, action."when", action.due
FROM action INDEXED BY {index}
CROSS JOIN meeting ON meeting.id = action.meeting_id
CROSS JOIN course ON course.id = action.course_id
WHERE action.status = 'open' AND meeting.status IN ('closed', 'running') {condition}
ORDER BY action.due IS NULL, action.due, action.rank, action.id LIMIT :limit
"""
_ALL_OPEN = text(_OPEN_ACTIONS.format(index="action_waiting", condition=""))
_OPEN_OF_COURSE = text(
    _OPEN_ACTIONS.format(index="action_open", condition="AND action.course_id = :course_id")
)
_NAMES = text("""
SELECT DISTINCT name FROM (
    SELECT person.name AS name FROM person JOIN course ON course.id = person.course_id WHERE NOT course.anonymous
    UNION SELECT person.called FROM person JOIN course ON course.id = person.course_id WHERE NOT course.anonymous
    UNION SELECT name FROM course WHERE NOT anonymous
) WHERE name <> '' ORDER BY name
""")
_CALLED = text(
    "SELECT id, CASE called WHEN '' THEN name ELSE called END AS called FROM person WHERE id IN :ids"
).bindparams(bindparam("ids", expanding=True))


def has_course(connection: Connection, course_id: str) -> bool:
    """Say whether there is such a course."""
    return connection.execute(_HAS_COURSE, {"id": course_id}).first() is not None


def courses(connection: Connection, *, leaving: bool = False) -> list[CourseRow]:
    """List every course, the one that met last first; or only those that are to be deleted, the next first."""
    return [
        CourseRow(
            id=row.id,
            name=row.name,
            created=_COURSE["created"].from_column(row.created),
            meetings=row.meetings or 0,
            open_actions=row.open_actions,
            last_starts=_MEETING["starts"].from_column(row.last_starts),
            anonymous=bool(row.anonymous),
            delete_on=_COURSE["delete_on"].from_column(row.delete_on),
            unfiled=row.unfiled,
        )
        for row in connection.execute(_LEAVING if leaving else _COURSES)
    ]


def meetings(
    connection: Connection, *, limit: int, before: MeetingRow | None, course_id: str
) -> list[MeetingRow]:
    """List meetings newest first; a meeting without a time stands where it was made."""
    where = [_BEFORE] if before else []
    where += ["meeting.course_id = :course_id"] if course_id else []
    args: dict[str, Any] = {"limit": limit, "course_id": course_id}
    if before:
        args |= {"at": _newness(before), "id": before.id}
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    return _meetings(connection, condition + _NEWEST_FIRST, args)


def unfiled(connection: Connection, limit: int) -> list[MeetingRow]:
    """List meetings that were held and are not filed, the newest first.

    The + keeps the index of the status out of it, so that the newest are read in order and nothing is sorted.
    """
    return _meetings(
        connection, f" WHERE +meeting.status = 'closed' AND NOT {_FILED}{_NEWEST_FIRST}", {"limit": limit}
    )


def next_meeting(connection: Connection, now: datetime) -> MeetingRow | None:
    """Return the running meeting; else today's or the next planned one; else a planned one without a time."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    for condition in (
        "meeting.status = 'running' ORDER BY starts DESC, meeting.id LIMIT 1",
        "meeting.status = 'planned' AND starts >= :midnight ORDER BY starts, meeting.id LIMIT 1",
        "meeting.status = 'planned' AND starts IS NULL ORDER BY meeting.created DESC, meeting.id LIMIT 1",
    ):
        found = _meetings(connection, f" WHERE {condition}", {"midnight": instant(midnight)})
        if found:
            return found[0]
    return None


def open_actions(connection: Connection, limit: int, course_id: str) -> list[ActionRow]:
    """List agreements that wait, the earliest date first, so that late ones lead; those without a date last."""
    wanted = _OPEN_OF_COURSE if course_id else _ALL_OPEN
    rows = connection.execute(wanted, {"limit": limit, "course_id": course_id}).all()
    called = _everyday_names(connection, (row.who for row in rows))
    return [
        ActionRow(
            id=row.id,
            meeting_id=row.meeting_id,
            course_id=row.course_id,
            course_name=row.course_name,
            what=row.what,
            who=tuple(called[person] for person in json.loads(row.who) if person in called),
            when=row.when,
            due=_ACTION["due"].from_column(row.due),
        )
        for row in rows
    ]


def names(connection: Connection) -> list[str]:
    """List what the people and courses of the file are called; those without names have none to tell."""
    return [str(name) for (name,) in connection.execute(_NAMES)]


def course_of(connection: Connection, meeting_id: str) -> str:
    """Return the course of a meeting. Raises KeyError when there is no such meeting."""
    found = connection.execute(
        text("SELECT course_id FROM meeting WHERE id = :id"), {"id": meeting_id}
    ).scalar()
    if found is None:
        raise KeyError(meeting_id)
    return str(found)


def _everyday_names(connection: Connection, lists: Iterable[str]) -> dict[str, str]:
    ids = sorted({person for who in lists for person in json.loads(who)})
    return {row.id: row.called for row in connection.execute(_CALLED, {"ids": ids})}


def _newness(row: MeetingRow) -> str:
    at = row.starts or row.created
    return instant(at) if at else ""


def _meetings(connection: Connection, condition: str, args: dict[str, Any]) -> list[MeetingRow]:
    return [_meeting_row(row) for row in connection.execute(text(_MEETINGS + condition), args)]


def _meeting_row(row: Row[Any]) -> MeetingRow:
    return MeetingRow(
        id=row.id,
        course_id=row.course_id,
        course_name=row.course_name,
        anonymous=bool(row.anonymous),
        kind=MeetingKind(row.kind),
        purpose=row.purpose,
        place=row.place,
        starts=_MEETING["starts"].from_column(row.starts),
        ends=_MEETING["ends"].from_column(row.ends),
        created=_MEETING["created"].from_column(row.created),
        zone=row.zone,
        language=row.language,
        status=MeetingStatus(row.status),
        format_id=row.format_id,
        format_hash=row.format_hash,
        actions=row.actions,
        open_actions=row.open_actions,
        done_actions=row.done_actions,
        invited=row.invited,
        consent_on=_CONSENT["given_on"].from_column(row.consent_on),
        filed_on=_FILING["filed_on"].from_column(row.filed_on),
    )
