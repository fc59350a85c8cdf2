"""Whose voice counts, in which order, who has been heard and who is next. The family is always first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Entity,
    Goal,
    ParkedIdea,
    Person,
    Position,
    Sign,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import Holds, Presence, Role, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tvm_desktop.domain.record import Record

_SIDES = (Side.FAMILY, Side.PRIVATE, Side.PROFESSIONAL)
_SPEAKING = {Role.FACILITATOR, Role.CONVENER, Role.COORDINATOR, Role.CHILD_VOICE, Role.SUPPORT_PERSON}

# What is said at a step, by the panel it is worked with.
_SAID_AT: dict[str, tuple[type[Entity], ...]] = {
    "board": (Card,),
    "grid": (Card, Understanding, Action, Wish),
    "understandings": (Understanding,),
    "goals": (UnmetNeed, Goal, Sign),
    "actions": (Action, Wish),
}


@dataclass(frozen=True, slots=True)
class Sides:
    """How many voices the family with its network has, and how many the professionals."""

    family: int
    professionals: int


def has_voice(attendance: Attendance) -> bool:
    """Say whether a participant has a number: not an interpreter, nor somebody who only takes the minutes."""
    roles = set(attendance.roles)
    if Role.INTERPRETER in roles or attendance.presence is Presence.ABSENT:
        return False
    return Role.MINUTE_TAKER not in roles or bool(roles & _SPEAKING)


def voices(record: Record) -> list[Person]:
    """List those with a voice number, number 1 first. Whoever comes later stands last, so no number moves."""
    found = (record.find(Person, a.person_id) for a in record.all(Attendance) if has_voice(a))
    return [person for person in found if person is not None]


def family_first(people: Iterable[Person]) -> list[Person]:
    """Order people as they speak: the child, the family, the private network, the professionals."""
    return sorted(people, key=lambda person: (not person.is_child, _SIDES.index(person.side)))


def opening_ranks(record: Record) -> dict[str, float]:
    """Return each attendance's rank for the start of a meeting, so that numbers go family first."""
    there = {a.person_id: a.id for a in record.all(Attendance)}
    people = [person for person_id in there if (person := record.find(Person, person_id))]
    return {there[person.id]: float(place) for place, person in enumerate(family_first(people), 1)}


def present(record: Record) -> set[str]:
    """Return who is in the room; times of coming and going are information, the child's key decides for a child.

    Whoever is invited counts as there until marked absent: a text that somebody must not see stays away.
    """
    there = set()
    for attendance in record.all(Attendance):
        person = record.find(Person, attendance.person_id)
        is_child = person is not None and person.is_child
        if record.meeting.child_present if is_child else attendance.presence is not Presence.ABSENT:
            there.add(attendance.person_id)
    return there


def said_at(record: Record, panel: str, kinds: Collection[Holds] = ()) -> list[Entity]:
    """List what was said at a step: things of its panel, and the positions on them; ``kinds`` narrow a board."""
    things = [thing for kind in _SAID_AT.get(panel, ()) for thing in record.all(kind)]
    if kinds:
        things = [thing for thing in things if not isinstance(thing, Card) or Holds(thing.kind) in kinds]
    ids = {thing.id for thing in things}
    return [*things, *(position for position in record.all(Position) if position.about in ids)]


def heard(record: Record, things: Iterable[Entity]) -> list[Person]:
    """List those with a voice that these things come from, in number order."""
    spoken = {speaker(thing) for thing in things}
    return [person for person in voices(record) if person.id in spoken]


def next_voice(record: Record, things: Iterable[Entity]) -> Person | None:
    """Return whose turn it is: the first, family first, that nothing comes from yet; None when all are heard.

    A child that has left the room is not asked.
    """
    already = {person.id for person in heard(record, things)}
    there = present(record)
    waiting = (p for p in family_first(voices(record)) if p.id not in already and p.id in there)
    return next(waiting, None)


def speaker(thing: Entity) -> str:
    """Return the id of the person whose words a thing holds, "" for nobody."""
    match thing:
        case Card() if thing.prepared:
            return ""
        case Card() | Understanding() | UnmetNeed() | Wish() | ParkedIdea():
            return thing.voice
        case Action():
            return thing.proposed_by
        case Position():
            return thing.person_id
        case _:
            return ""


def sides(record: Record) -> Sides:
    """Count the voices on both sides of the table."""
    all_voices = voices(record)
    professionals = sum(person.side is Side.PROFESSIONAL for person in all_voices)
    return Sides(len(all_voices) - professionals, professionals)


def with_role(record: Record, role: Role) -> list[Person]:
    """List who has a role at the open meeting and has not sent word that they cannot come."""
    found = (
        record.find(Person, attendance.person_id)
        for attendance in record.all(Attendance)
        if role in attendance.roles and attendance.presence is not Presence.ABSENT
    )
    return [person for person in found if person is not None]
