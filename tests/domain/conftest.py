"""A small invented meeting with Amina's family, and a short way to add to it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tvm_desktop.domain.entities import Attendance, Course, InMeeting, Link, Meeting, Person
from tvm_desktop.domain.enums import MeetingStatus, Role, Side
from tvm_desktop.domain.record import Record

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity

PEOPLE = (
    Person(id="amina", name="Amina Warsame", called="Amina", is_child=True),
    Person(id="hodan", name="Hodan Warsame", called="Hodan", relation="mor"),
    Person(id="yusuf", name="Yusuf Warsame", called="Yusuf", side=Side.PRIVATE, relation="onkel"),
    Person(id="mette", name="Mette Skov", called="Mette", side=Side.PROFESSIONAL, profession="lærer"),
    Person(
        id="jonas", name="Jonas Holm", called="Jonas", side=Side.PROFESSIONAL, profession="socialrådgiver"
    ),
    Person(
        id="birgit", name="Birgit Lund", called="Birgit", side=Side.PROFESSIONAL, profession="sundhedspleje"
    ),
    Person(id="lan", name="Lan Phạm", called="Lan", side=Side.PROFESSIONAL, profession="tolk"),
)


class Table:
    """The record of a running meeting; ``add`` makes things with ids, rank by order."""

    def __init__(self) -> None:
        meeting = Meeting(id="m", status=MeetingStatus.RUNNING, starts=datetime(2026, 3, 12, 9, tzinfo=UTC))
        course = Course(id="c", name="Amina", created=datetime(2026, 1, 1, tzinfo=UTC))
        self.entities: dict[str, Entity] = {entity.id: entity for entity in (course, meeting, *PEOPLE)}
        for place, person in enumerate(PEOPLE, 1):
            roles = (Role.INTERPRETER,) if person.id == "lan" else ()
            self.add(Attendance, f"a-{person.id}", person_id=person.id, roles=roles, rank=float(place))

    @property
    def record(self) -> Record:
        """The record as it is now."""
        return Record.of("m", self.entities.values())

    def add(self, kind: type[InMeeting], entity_id: str, /, **values: Any) -> Table:
        """Add one thing to the meeting."""
        if "rank" in kind.__dataclass_fields__:
            values.setdefault("rank", float(len(self.entities)))
        self.entities[entity_id] = kind(id=entity_id, meeting_id="m", **values)
        return self

    def link(self, *ids: str) -> Table:
        """Let each thing rest on the next."""
        for upper, lower in itertools.pairwise(ids):
            self.add(Link, f"{upper}>{lower}", upper=upper, lower=lower)
        return self

    def change(self, entity_id: str, **values: Any) -> Table:
        """Change one thing."""
        self.entities[entity_id] = replace(self.entities[entity_id], **values)
        return self

    def roles(self, person_id: str, *roles: Role) -> Table:
        """Give a participant these roles."""
        return self.change(f"a-{person_id}", roles=roles)


@pytest.fixture
def table() -> Table:
    """Amina, her mother and uncle, three professionals and an interpreter; nothing is said yet."""
    return Table()
