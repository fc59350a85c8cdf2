"""Read a participant from one line: "Jonas Vestergaard, klasselærer, tovholder"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.enums import Role, Side
from tvm_desktop.errors import UserError
from tvm_desktop.formats.professions import professions
from tvm_desktop.session.commands.people import AddPerson, Invite

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CHILD = frozenset(["barn", "barnet", "den unge", "child", "the child", "young person"])
_FAMILY = _words(
    "mor far forælder moder fader mormor morfar farmor farfar bedstemor bedstefar oldemor oldefar søster bror "
    "storesøster storebror lillesøster lillebror halvsøster halvbror tvillingesøster tvillingebror faster moster "
    "farbror morbror onkel tante fætter kusine papmor papfar bonusmor bonusfar stedmor stedfar plejemor plejefar "
    "mother father mum mom dad parent grandmother grandfather grandma grandpa sister brother aunt uncle cousin "
    "stepmother stepfather"
)
_FAMILY_ENDS = ("søster", "bror", " mother", " father", " sister", " brother")
_PRIVATE = _words(
    "nabo genbo ven veninde kammerat kæreste træner fodboldtræner familieven gudmor gudfar imam præst "
    "neighbour neighbor friend girlfriend boyfriend coach godmother godfather"
)
_ROLES = {
    "mødeleder": Role.FACILITATOR,
    "ordstyrer": Role.FACILITATOR,
    "meeting leader": Role.FACILITATOR,
    "indkalder": Role.CONVENER,
    "convener": Role.CONVENER,
    "referent": Role.MINUTE_TAKER,
    "minute taker": Role.MINUTE_TAKER,
    "tovholder": Role.COORDINATOR,
    "coordinator": Role.COORDINATOR,
    "bisidder": Role.SUPPORT_PERSON,
    "support person": Role.SUPPORT_PERSON,
    "tolk": Role.INTERPRETER,
    "interpreter": Role.INTERPRETER,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Who was typed. The tie to the child stands in ``relation`` or, for professionals, in ``profession``."""

    name: str
    side: Side = Side.FAMILY
    relation: str = ""
    profession: str = ""
    is_child: bool = False
    roles: tuple[Role, ...] = ()


def newcomer(record: Record, line: str) -> Command | None:
    """Return what brings the one typed to the meeting; None when there is no name.

    Somebody of the course who is not on the list is invited, not made a second time.
    """
    entry = read_entry(line, record.course.name)
    if entry is None:
        return None
    there = {attendance.person_id for attendance in record.all(Attendance)}
    for person in record.every(Person):
        if person.id not in there and person.name.casefold() == entry.name.casefold():
            return Invite(person.id)
    return AddPerson(
        entry.name,
        entry.side,
        relation=entry.relation,
        profession=entry.profession,
        is_child=entry.is_child,
        roles=entry.roles,
    )


def read_entry(line: str, child: str = "") -> Entry | None:
    """Read "name, tie, role"; None when there is no name. An unknown tie is taken for a profession."""
    name, *rest = (part.strip() for part in line.split(","))
    parts = [part for part in rest if part]
    if not name:
        return None
    roles = tuple(role for role in Role if role in {_ROLES.get(part.casefold()) for part in parts})
    ties = [part for part in parts if part.casefold() not in _ROLES]
    if any(tie.casefold() in _CHILD for tie in ties) or (not parts and name.casefold() == child.casefold()):
        return Entry(name, is_child=True, roles=roles)
    tie = ", ".join(ties)
    if not tie:
        return Entry(name, _side_of_roles(roles), roles=roles)
    side = side_of(tie)
    if side is Side.PROFESSIONAL:
        return Entry(name, side, profession=tie, roles=roles)
    return Entry(name, side, relation=tie, roles=roles)


def side_of(tie: str) -> Side:
    """Say where somebody with this relation or profession stands at the table."""
    word = tie.casefold()
    first = word.replace("’s", " ").replace(",", " ").split()
    if word in _PRIVATE or any(part in _PRIVATE for part in first):
        return Side.PRIVATE
    if word in _professions():
        return Side.PROFESSIONAL
    if any(part in _FAMILY for part in first) or word.endswith(_FAMILY_ENDS):
        return Side.FAMILY
    return Side.PROFESSIONAL


def _side_of_roles(roles: tuple[Role, ...]) -> Side:
    outside = {Role.FACILITATOR, Role.CONVENER, Role.MINUTE_TAKER, Role.COORDINATOR, Role.INTERPRETER}
    return Side.PROFESSIONAL if outside & set(roles) else Side.FAMILY


@cache
def _professions() -> frozenset[str]:
    """Return the known professions, in both languages, in small letters; none when the list cannot be read."""
    try:
        return frozenset(
            word.casefold() for phrase in professions() for word in (phrase.da, phrase.en) if word
        )
    except (OSError, UserError):
        return frozenset()
