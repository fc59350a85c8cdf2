"""The head of the form: what sort of meeting, when and where, who called it, who was there, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import clock, local, long_date
from tvm_desktop.documents.model import Fact, Facts, Section, SectionKind
from tvm_desktop.documents.parts.people import introduced, joined, named, side_of, there
from tvm_desktop.domain.entities import Attendance
from tvm_desktop.domain.enums import MeetingKind, Presence, Role, Side
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.documents.parts.source import Source

_KINDS: dict[MeetingKind, Message] = {
    MeetingKind.NETWORK: msg("Network meeting"),
    MeetingKind.PROFESSIONAL: msg("Professionals’ meeting"),
    MeetingKind.PREP: msg("Meeting beforehand"),
    MeetingKind.FOLLOW_UP: msg("Follow-up meeting"),
}


def head(source: Source) -> Section:
    """Return the head; what nobody has filled in is left out."""
    found = (
        *when_and_where(source),
        (msg("Called by"), _with(Role.CONVENER, source)),
        (msg("Chair"), _with(Role.FACILITATOR, source)),
        (msg("Minutes"), _with(Role.MINUTE_TAKER, source)),
        (msg("Interpreter"), _with(Role.INTERPRETER, source)),
        (msg("Participants"), _there(source)),
        (msg("Could not come"), _away(source)),
        (msg("Purpose of the meeting"), source.record.meeting.purpose.strip()),
    )
    return Section(SectionKind.HEAD, "", facts(found, source))


def facts(found: Iterable[tuple[Message, str]], source: Source) -> Facts:
    """Return what has words as lines under their titles."""
    return Facts(tuple(Fact(source.say(title), text) for title, text in found if text))


def when_and_where(source: Source) -> Iterator[tuple[Message, str]]:
    """Go through what sort of meeting it is, its day and hour, and its place."""
    meeting = source.record.meeting
    yield msg("Type"), source.say(_KINDS[meeting.kind])
    yield from _when(source)
    yield msg("Place"), meeting.place.strip()


def _when(source: Source) -> Iterator[tuple[Message, str]]:
    meeting, language = source.record.meeting, source.language
    if meeting.starts is None:
        return
    starts = local(meeting.starts, meeting.zone)
    yield msg("Date"), long_date(starts.date(), language)
    begins = clock(starts, language)
    ends = clock(local(meeting.ends, meeting.zone), language) if meeting.ends else ""
    yield msg("Time of day"), f"{begins}–{ends}" if ends else begins


def _with(role: Role, source: Source) -> str:
    names = [
        named(source.record, one.person_id, source.language)
        for one in source.record.all(Attendance)
        if role in one.roles
    ]
    return joined([name for name in names if name], source.language)


def _there(source: Source) -> str:
    return _introduced(there(source.record), source)


def _away(source: Source) -> str:
    away = [one for one in source.record.all(Attendance) if one.presence is Presence.ABSENT]
    return _introduced(
        sorted(away, key=lambda one: list(Side).index(side_of(source.record, one.person_id))), source
    )


def _introduced(people: list[Attendance], source: Source) -> str:
    names = [introduced(source.record, one, source.language) for one in people]
    return joined([name for name in names if name], source.language)
