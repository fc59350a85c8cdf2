"""Read a participant from one line: "Jonas Vestergaard, klasselærer, tovholder"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from tvm_desktop.domain.enums import Role, Side
from tvm_desktop.resources import resource


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
    if word in professions():
        return Side.PROFESSIONAL
    if any(part in _FAMILY for part in first) or word.endswith(_FAMILY_ENDS):
        return Side.FAMILY
    return Side.PROFESSIONAL


def _side_of_roles(roles: tuple[Role, ...]) -> Side:
    outside = {Role.FACILITATOR, Role.CONVENER, Role.MINUTE_TAKER, Role.COORDINATOR, Role.INTERPRETER}
    return Side.PROFESSIONAL if outside & set(roles) else Side.FAMILY


@cache
def professions() -> frozenset[str]:
    """Return the known professions, in both languages, in small letters; none when the list is missing."""
    try:
        listed = tomllib.loads(resource("reference", "professions.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return frozenset(
        str(one[language]).casefold()
        for one in listed.get("profession", [])
        for language in ("da", "en")
        if one.get(language)
    )
