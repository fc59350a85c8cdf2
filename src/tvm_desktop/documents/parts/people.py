"""How people are named on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.enums import Presence, Role, Side
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.domain.record import Record

_HELPERS = {Role.INTERPRETER, Role.MINUTE_TAKER}
_SIDES = (Side.FAMILY, Side.PRIVATE, Side.PROFESSIONAL)


def joined(names: Sequence[str], language: str) -> str:
    """Return names as in a sentence: "Hodan, Yusuf og Mette"."""
    if len(names) < 2:
        return "".join(names)
    return say(msg("{names} and {last}", names=", ".join(names[:-1]), last=names[-1]), language)


def named(record: Record, person_id: str, language: str) -> str:
    """Return a person's everyday name; a substitute with the one that is stood in for: "Anja for Bodil"."""
    name = record.called(person_id)
    for attendance in record.all(Attendance):
        if attendance.person_id == person_id and attendance.presence is Presence.SUBSTITUTE:
            other = record.called(attendance.instead_of)
            return say(msg("{name} for {other}", name=name, other=other), language) if other else name
    return name


def all_named(record: Record, person_ids: Sequence[str], language: str) -> str:
    """Return several people as in a sentence; unknown ids are left out."""
    names = [named(record, person_id, language) for person_id in person_ids]
    return joined([name for name in names if name], language)


def there(record: Record) -> list[Attendance]:
    """List who was at the table, family first; when nobody is marked present, all who did not send word."""
    everyone = record.all(Attendance)
    present = [a for a in everyone if a.presence in {Presence.PRESENT, Presence.SUBSTITUTE}]
    found = present or [a for a in everyone if a.presence is not Presence.ABSENT]
    return sorted(found, key=lambda a: _SIDES.index(side_of(record, a.person_id)))


def side_of(record: Record, person_id: str) -> Side:
    """Return where a person stands; somebody unknown counts as a professional."""
    person = record.find(Person, person_id)
    return person.side if person else Side.PROFESSIONAL


def agreeing(record: Record) -> list[Attendance]:
    """List who made the plan: all at the table but those who only interpret or write."""
    return [a for a in there(record) if not a.roles or set(a.roles) - _HELPERS]


def helping(record: Record, role: Role) -> list[str]:
    """List the names of those at the table who only interpret, or only write."""
    return [
        record.called(a.person_id)
        for a in there(record)
        if role in a.roles and not set(a.roles) - _HELPERS and record.called(a.person_id)
    ]


def introduced(record: Record, attendance: Attendance, language: str) -> str:
    """Return a name with what the person is: "Hodan (mor)", "Mette (lærer)"."""
    person = record.find(Person, attendance.person_id)
    name = named(record, attendance.person_id, language)
    what = (person.relation or person.profession) if person and not person.is_child else ""
    return f"{name} ({what})" if name and what and what != name else name


def children(record: Record) -> list[Person]:
    """List the children that the course is about."""
    return [person for person in record.every(Person) if person.is_child]
