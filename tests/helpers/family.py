"""Short ways to invented courses and meetings, for tests of lists and search."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, Attendance, Card, Consent, Course, Entity, Meeting, Person
from tvm_desktop.domain.enums import ActionStatus, CardKind, MeetingStatus
from tvm_desktop.domain.record import adding

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store

NOON = datetime(2026, 3, 20, 11, 0, tzinfo=UTC)


def put(store: Store, course_id: str, *entities: Entity) -> None:
    """Add entities to a course."""
    store.commit(course_id, [adding(entity) for entity in entities])


def course(store: Store, course_id: str, name: str, *entities: Entity) -> None:
    """Add a course with a child called as the course, and what else belongs to it."""
    child = Person(id=f"{course_id}-child", name=name, is_child=True)
    put(store, course_id, Course(id=course_id, name=name, created=NOON), child, *entities)


def meeting(
    meeting_id: str, days: int | None = None, status: MeetingStatus = MeetingStatus.CLOSED, purpose: str = ""
) -> Meeting:
    """Return a meeting some days after the 20th of March 2026, or one without a time."""
    starts = None if days is None else NOON + timedelta(days=days)
    return Meeting(id=meeting_id, starts=starts, created=NOON, status=status, purpose=purpose)


def action(
    meeting_id: str,
    what: str,
    due: date | None = None,
    status: ActionStatus = ActionStatus.OPEN,
    who: str = "",
) -> Action:
    """Return an agreement whose id is its words."""
    people = (who,) if who else ()
    return Action(id=what, meeting_id=meeting_id, what=what, due=due, status=status, who=people)


def card(meeting_id: str, text: str, kind: CardKind = CardKind.WORRY) -> Card:
    """Return a card whose id is its text."""
    return Card(id=f"{meeting_id}/{text}", meeting_id=meeting_id, kind=kind, text=text)


def invited(meeting_id: str, person_id: str) -> Attendance:
    """Return that a person is invited."""
    return Attendance(id=f"{meeting_id}/{person_id}", meeting_id=meeting_id, person_id=person_id)


def consent(course_id: str, given_on: date) -> Consent:
    """Return a consent."""
    return Consent(id=f"{course_id}/{given_on}", given_on=given_on)
