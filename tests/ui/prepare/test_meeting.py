"""Why, where and when: kept field by field, with one sentence where something is not right."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.domain.enums import (
    MeetingKind,
)

if TYPE_CHECKING:
    from ui.prepare.conftest import Room


def test_the_meetings_fields_are_kept_at_enter_and_when_the_focus_goes(room: Room) -> None:
    view = room.page.meeting
    room.write(view.purpose.field, "We will make a plan.")
    room.write(view.place.field, "Room 4", enter=False)
    view.course.setFocus()
    assert (room.meeting.purpose, room.meeting.place) == ("We will make a plan.", "Room 4")


def test_the_childs_name_is_used_everywhere_at_once(room: Room) -> None:
    room.write(room.page.meeting.course.field, "Minh og Mai")
    assert room.record.course.name == "Minh og Mai"
    assert room.page.frame.title.text() == "Prepare the meeting with Minh og Mai"


def test_date_and_times_are_typed_as_people_write_them(room: Room) -> None:
    when = room.page.meeting.when
    room.write(when.day.field, "20/1")
    room.write(when.starts.field, "1000")
    room.write(when.ends.field, "11.15")
    assert room.meeting.starts == datetime(2026, 1, 20, 9, 0, tzinfo=UTC)
    assert room.meeting.ends == datetime(2026, 1, 20, 10, 15, tzinfo=UTC)
    assert when.day.label.text() == "Date (Tuesday)"


def test_a_date_that_does_not_exist_is_told_beside_the_field_and_nothing_is_lost(room: Room) -> None:
    was = room.meeting
    day = room.page.meeting.when.day
    room.write(day.field, "31. februar")
    assert room.meeting == was
    assert day.field.text() == "31. februar"
    assert "31. februar" in day.problem.text()
    assert day.field.accessibleDescription() == day.problem.text()
    room.come_back()
    again = room.page.meeting.when.day
    assert again.field.text() == "31. februar"
    room.write(again.field, "28. februar")
    assert room.meeting.starts == datetime(2026, 2, 28, 13, 30, tzinfo=UTC)
    assert again.problem.isHidden()


def test_what_was_being_typed_comes_back_after_a_crash(room: Room) -> None:
    room.write(room.page.meeting.place.field, "Biblioteket, den store", enter=False)
    QTest.qWait(80)
    assert room.meeting.place != "Biblioteket, den store"
    room.come_back()
    field = room.page.meeting.place.field
    assert field.text() == "Biblioteket, den store"
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert room.meeting.place == "Biblioteket, den store"


def test_a_registration_number_is_warned_about_where_it_is_typed(room: Room) -> None:
    purpose, entry = room.page.meeting.purpose, room.page.people.entry
    room.write(purpose.field, "010115-1234", enter=False)
    assert purpose.problem.text() == "Do not write a civil registration number here."
    room.write(entry, "Bo 0101151234", enter=False)
    assert room.page.people.warning.isVisible()


def test_choices_and_ticks_are_kept(room: Room) -> None:
    view = room.page.meeting
    view.kind.chosen.emit(MeetingKind.FOLLOW_UP.value)
    view.language.chosen.emit("en")
    view.per_person.click()
    assert (room.meeting.kind, room.meeting.language) == (MeetingKind.FOLLOW_UP, "en")
    assert room.meeting.framing_per_person
