"""Who sits where: the order of the list, and what a line says. Pure functions of the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop import dates
from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.enums import MeetingStatus, Presence, Role, Side
from tvm_desktop.domain.turns import has_voice, opening_ranks
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

ROLE_WORDS = {
    Role.FACILITATOR: msg("meeting leader"),
    Role.CONVENER: msg("convener"),
    Role.MINUTE_TAKER: msg("minute taker"),
    Role.COORDINATOR: msg("coordinator"),
    Role.CHILD_VOICE: msg("brings the child’s voice"),
    Role.SUPPORT_PERSON: msg("support person"),
    Role.INTERPRETER: msg("interpreter"),
}
SIDE_WORDS = {
    Side.FAMILY: msg("family"),
    Side.PRIVATE: msg("private network"),
    Side.PROFESSIONAL: msg("professional"),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One line of the list. ``number`` is 0 for those without a voice number."""

    attendance: Attendance
    person: Person
    number: int


def seats(record: Record) -> list[Seat]:
    """List who comes in the order of their numbers: family first while the meeting is not yet held."""
    attendances = record.all(Attendance)
    if record.meeting.status is MeetingStatus.PLANNED:
        ranks = opening_ranks(record)
        attendances.sort(key=lambda a: ranks.get(a.id, 0.0))
    result, number = [], 0
    for attendance in attendances:
        person = record.find(Person, attendance.person_id)
        if person is None:
            continue
        number += has_voice(attendance)
        result.append(Seat(attendance, person, number if has_voice(attendance) else 0))
    return result


def not_invited(record: Record) -> list[Person]:
    """List the people of the course who are not on the list."""
    there = {a.person_id for a in record.all(Attendance)}
    return [person for person in record.every(Person) if person.id not in there]


def moved_rank(record: Record, attendance_id: str, by: int) -> float | None:
    """Return the rank one place up (-1) or down (1) among one's own; None at the end, or past another side."""
    order = seats(record)
    at = next(n for n, seat in enumerate(order) if seat.attendance.id == attendance_id)
    group = [seat for seat in order if _group(seat, record) == _group(order[at], record)]
    at = group.index(order[at])
    if not 0 <= at + by < len(group):
        return None
    near = group[at + by].attendance.rank
    beyond = at + 2 * by
    if 0 <= beyond < len(group):
        return (near + group[beyond].attendance.rank) / 2
    return near + by


def _group(seat: Seat, record: Record) -> object:
    if record.meeting.status is not MeetingStatus.PLANNED:
        return None
    return (seat.person.is_child, seat.person.side)


def tie_of(person: Person) -> Message:
    """Say who somebody is to the child: relation or profession, else the side."""
    if person.is_child:
        return msg("child")
    own = person.profession if person.side is Side.PROFESSIONAL else person.relation
    own = own or person.relation or person.profession
    return msg("{words}", words=own) if own else SIDE_WORDS[person.side]


def remarks(seat: Seat, record: Record, language: str) -> list[Message]:
    """Say what is special about somebody's coming: roles, instead of whom, when, or that they do not come."""
    attendance = seat.attendance
    said = [ROLE_WORDS[role] for role in attendance.roles]
    if attendance.presence is Presence.ABSENT:
        said.append(msg("does not come"))
    elif attendance.instead_of:
        said.append(msg("instead of {name}", name=record.called(attendance.instead_of)))
    if attendance.presence is not Presence.ABSENT:
        said += _times(attendance, language)
    return said


def _times(attendance: Attendance, language: str) -> list[Message]:
    arrives = dates.clock(attendance.arrives, language) if attendance.arrives else ""
    leaves = dates.clock(attendance.leaves, language) if attendance.leaves else ""
    if arrives and leaves:
        return [msg("{first}–{last}", first=arrives, last=leaves)]
    if leaves:
        return [msg("until {clock}", clock=leaves)]
    return [msg("from {clock}", clock=arrives)] if arrives else []
