"""A round of talking: the family first, one after the other, and whoever is not in the room is not asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.sessions import minh, with_meeting, with_things
from tvm_desktop.domain.entities import Attendance
from tvm_desktop.domain.enums import Presence
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.model import BigLines, Blank
from tvm_desktop.session.frames.round import order
from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from session.frames.conftest import Picture
    from tvm_desktop.formats.model import MeetingFormat


def test_it_is_somebodys_turn_and_the_next_one_can_get_ready(picture: Picture) -> None:
    frame = picture("check-in")
    assert frame.question == "En god ting, stor eller lille"
    assert frame.body == BigLines(("Din tur, Hoà",), ("Bagefter: Đức",))
    assert picture("check-in", language="en").body == BigLines(("Your turn, Hoà",), ("After that: Đức",))


def test_the_child_is_first_when_it_is_in_the_room(picture: Picture) -> None:
    assert picture("check-in", child=True).body == BigLines(("Din tur, Minh",), ("Bagefter: Hoà",))
    assert "Minh" not in [person.called for person in order(minh())]


def test_after_the_last_one_all_are_thanked(picture: Picture) -> None:
    last = len(order(minh())) - 1
    ending = picture("check-out", item=last).body
    assert isinstance(ending, BigLines)
    assert ending.small == ()
    assert picture("check-out", item=last + 1).body == BigLines(("Tak til jer alle",))


def test_who_is_away_only_interprets_or_only_writes_is_not_asked() -> None:
    record = minh()
    names = [person.called for person in order(record)]
    assert names[:3] == ["Hoà", "Đức", "Mai"]
    assert not {"Lan", "Ole", "Bodil"} & set(names)
    (mother,) = [seat for seat in record.all(Attendance) if seat.person_id == "hoa"]
    away = with_things(record, replace(mother, presence=Presence.ABSENT))
    assert next(person.called for person in order(away)) == "Đức"


def test_without_anybody_the_question_stands_alone(fmt: MeetingFormat) -> None:
    record = with_meeting(minh(), live_step="check-in")
    seats = [replace(seat, presence=Presence.ABSENT) for seat in record.all(Attendance)]
    assert projector_frame(with_things(record, *seats), fmt, Showing()).body == Blank()
