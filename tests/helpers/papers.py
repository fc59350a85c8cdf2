"""Short ways from loose entities to a plan, for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.parts.source import Source
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.domain.entities import Course, Entity, Meeting, Person
from tvm_desktop.domain.enums import MeetingStatus, Side
from tvm_desktop.domain.record import Record

if TYPE_CHECKING:
    from tvm_desktop.documents.model import PlanDocument

MEETING = "m1"
_NOON = datetime(2026, 1, 13, 11, 0, tzinfo=UTC)


def small_record(*entities: Entity) -> Record:
    """Return a running meeting about Minh with his mother, his neighbour and a teacher, and what a test adds."""
    people = (
        Person(id="minh", name="Minh", is_child=True, rank=0),
        Person(id="hoa", name="Hoà", relation="mor", rank=1),
        Person(id="ingrid", name="Ingrid", side=Side.PRIVATE, rank=2),
        Person(id="jonas", name="Jonas", side=Side.PROFESSIONAL, profession="klasselærer", rank=3),
    )
    course = Course(id="c", name="Minh", created=_NOON)
    meeting = Meeting(id=MEETING, starts=_NOON, place="Aavang Skole", status=MeetingStatus.RUNNING)
    return Record.of(MEETING, (course, meeting, *people, *entities))


def source(record: Record, language: str = "da", audience: Audience | None = None) -> Source:
    """Return what the parts of a plan are made from."""
    return Source.of(record, None, audience or Audience(), language)


def plan(record: Record, language: str = "da", audience: Audience | None = None) -> PlanDocument:
    """Return a plan without a format."""
    return plan_document(record, None, audience or Audience(), language)
