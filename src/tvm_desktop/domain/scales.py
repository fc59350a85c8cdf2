"""Questions from 0 to 10: who has answered, whether the numbers may be seen, and what they were last time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import Meeting, Person, Scale, ScaleRating

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

HIGHEST = 10


@dataclass(frozen=True, slots=True)
class Number:
    """One person's number."""

    person_id: str
    value: int
    may_show: bool = True


def numbers(record: Record, scale_id: str) -> tuple[Number, ...]:
    """Return the numbers given to a scale, whatever meeting it belongs to, in voice order where that is known."""
    order = {person.id: place for place, person in enumerate(turns.voices(record))}
    found = [r for r in record.every(ScaleRating) if r.scale_id == scale_id]
    found.sort(key=lambda rating: (order.get(rating.person_id, len(order)), rating.person_id))
    return tuple(Number(r.person_id, r.value, r.may_show) for r in found)


def waiting(record: Record, scale_id: str) -> list[Person]:
    """List those in the room with a voice whose number is not there yet."""
    there = turns.present(record)
    given = {number.person_id for number in numbers(record, scale_id)}
    return [p for p in turns.voices(record) if p.id in there and p.id not in given]


def earlier(record: Record, scale: Scale) -> Scale | None:
    """Return the same question at the last meeting before, if anybody answered it there."""
    seen = {scale.id}
    follows = scale.follows
    while follows and follows not in seen:
        seen.add(follows)
        before = record.find(Scale, follows)
        if before is None:
            return None
        if numbers(record, before.id):
            return before
        follows = before.follows
    return None


def of_last_meeting(record: Record) -> list[Scale]:
    """List the questions that the last earlier meeting with any asked; a follow-up asks them again."""
    here = record.meeting
    before = [m for m in record.every(Meeting) if m.id != here.id and is_before(m, here)]
    before.sort(key=lambda m: (m.starts is not None, m.starts or m.created, m.id), reverse=True)
    for meeting in before:
        found = [s for s in record.every(Scale) if s.meeting_id == meeting.id]
        if found:
            return found
    return []


def is_before(one: Meeting, other: Meeting) -> bool:
    """Say whether one meeting comes before another; one without a time is taken to come last."""
    if one.starts and other.starts:
        return one.starts < other.starts
    return other.starts is None or one.starts is not None
