"""Whom the last meeting missed is offered at the next, and the offer goes when it is taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from helpers.minh import MEETING, minh_entities
from tvm_desktop.domain.entities import Attendance, Course, Entity, Meeting, Missed, Person
from tvm_desktop.domain.enums import MeetingKind, Side
from tvm_desktop.domain.record import Record
from tvm_desktop.ui.prepare.missed import MissedButton, still_missed

if TYPE_CHECKING:
    from ui.prepare.conftest import Room


def before(meeting: Meeting) -> Meeting:
    """Return a meeting held a month earlier."""
    assert meeting.starts is not None
    return replace(meeting, id="before", starts=meeting.starts - timedelta(days=28), kind=MeetingKind.NETWORK)


@pytest.fixture
def entities() -> list[Entity]:
    kept = [e for e in minh_entities() if isinstance(e, Course | Meeting | Person | Attendance)]
    (meeting,) = [e for e in kept if isinstance(e, Meeting)]
    kept[kept.index(meeting)] = replace(meeting, kind=MeetingKind.FOLLOW_UP)
    missed = [
        Missed(id=f"missed-{n}", meeting_id="before", text=text, rank=float(n))
        for n, text in enumerate(("Mette Skov, idrætslærer", "Nina Bach", "mette skov", "Karin Damgaard"))
    ]
    return [*kept, before(meeting), Person(id="nina", name="Nina Bach", side=Side.PRIVATE), *missed]


def offered(room: Room) -> list[str]:
    offer = room.page.people.missed
    return [button.text() for button in offer.findChildren(MissedButton) if not button.isHidden()]


def button(room: Room, name: str) -> MissedButton:
    found = room.page.people.missed.findChildren(MissedButton)
    return next(b for b in found if name in b.text() and not b.isHidden())


def test_whoever_was_missed_and_is_not_on_the_list_is_offered_once(room: Room) -> None:
    assert room.page.people.missed.title.text() == "Missed last time:"
    assert offered(room) == ["Invite Mette Skov, idrætslærer", "Invite Nina Bach"]


def test_one_click_adds_them_and_the_offer_goes(room: Room) -> None:
    button(room, "Mette").click()
    mette = room.person("Mette Skov")
    assert (mette.side, mette.profession) == (Side.PROFESSIONAL, "idrætslærer")
    assert room.attendance(mette.id).meeting_id == MEETING
    assert offered(room) == ["Invite Nina Bach"]
    assert room.page.people.entry.hasFocus()


def test_somebody_of_the_course_is_invited_and_not_made_twice(room: Room) -> None:
    button(room, "Nina").click()
    assert room.attendance("nina").meeting_id == MEETING
    assert [p.name for p in room.record.every(Person)].count("Nina Bach") == 1


def test_undo_offers_them_again_and_the_last_offer_leaves_nothing_behind(room: Room) -> None:
    button(room, "Mette").click()
    button(room, "Nina").click()
    assert not room.page.people.missed.isVisible()
    room.page.desk.undo()
    assert offered(room) == ["Invite Nina Bach"]


def test_a_first_meeting_has_nobody_to_offer(room: Room) -> None:
    record = Record.of("before", room.record.entities())
    assert still_missed(record) == []
