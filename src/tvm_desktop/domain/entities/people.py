"""The course, those who belong to it, and what they have said yes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from tvm_desktop.domain.entities.base import Entity, InMeeting
from tvm_desktop.domain.enums import ConsentForm, Presence, Role, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Entity):
    """The file of one child or of siblings; ``name`` is what they are called: "Minh", "Freja og Anton".

    An ``anonymous`` one is talked about without names. ``delete_on`` is the day on which it goes; None = it stays.
    """

    name: str
    created: datetime
    anonymous: bool = False
    delete_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """Somebody of the course. ``called`` is the everyday name on board and paper."""

    name: str
    called: str = ""
    side: Side = Side.FAMILY
    relation: str = ""
    profession: str = ""
    phone: str = ""
    has_custody: bool = False
    is_child: bool = False
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Entity):
    """What the family has said yes to sharing, until it is withdrawn."""

    given_by: tuple[str, ...] = ()
    to_whom: str = ""
    about: str = ""
    given_on: date | None = None
    valid_until: date | None = None
    form: ConsentForm = ConsentForm.WRITTEN
    note: str = ""
    withdrawn_on: date | None = None
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(InMeeting):
    """One person at one meeting; ``instead_of`` is the person that a substitute comes for."""

    person_id: str
    roles: tuple[Role, ...] = ()
    mandate: str = ""
    presence: Presence = Presence.INVITED
    instead_of: str = ""
    arrives: time | None = None
    leaves: time | None = None
    rank: float = 0.0
