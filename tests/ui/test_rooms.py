"""The ways between the pages of an open file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.errors import UserError
from tvm_desktop.ui.rooms import Place, Room, Rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def rooms(context: UiContext, family: Family, show: Callable[[QWidget], None]) -> Iterator[Rooms]:
    leader = QWidget()
    show(leader)
    made = Rooms(context, leader)
    show(made)
    made.go_home()
    yield made
    made.release()


def status(context: UiContext, meeting: str) -> MeetingStatus:
    return next(row.status for row in context.open_store.meetings() if row.id == meeting)


def test_home_comes_first(rooms: Rooms) -> None:
    assert rooms.currentWidget() is rooms.home
    assert rooms.place == Place()


def test_a_planned_meeting_is_prepared_and_then_started(
    rooms: Rooms, context: UiContext, family: Family
) -> None:
    rooms.home.open_meeting.emit(family.planned)
    assert rooms.place == Place(Room.PREPARE, family.planned)
    assert rooms.prepare is not None
    rooms.prepare.begin()
    assert rooms.place == Place(Room.MEETING, family.planned)
    assert rooms.prepare is None
    assert status(context, family.planned) is MeetingStatus.RUNNING


def test_a_meeting_starts_with_almost_nothing(rooms: Rooms, context: UiContext, family: Family) -> None:
    rooms.home.start_meeting.emit(family.planned)
    assert status(context, family.planned) is MeetingStatus.RUNNING
    rooms.home.start_meeting.emit(family.planned)
    assert rooms.meeting is not None


def test_a_meeting_can_be_locked(rooms: Rooms, family: Family, qtbot: QtBot) -> None:
    rooms.start(family.planned)
    assert rooms.meeting is not None
    with qtbot.waitSignal(rooms.lock_wanted):
        rooms.meeting.lock_wanted.emit()


def test_a_held_meeting_opens_to_read(rooms: Rooms, family: Family) -> None:
    rooms.home.open_meeting.emit(family.held)
    assert rooms.session is not None
    assert rooms.session.read_only


def test_one_goes_home_from_everywhere(rooms: Rooms, family: Family) -> None:
    rooms.open_prepare(family.planned)
    assert rooms.prepare is not None
    rooms.prepare.leave()
    assert rooms.currentWidget() is rooms.home
    rooms.open_course(family.course)
    assert rooms.course is not None
    rooms.course.back.emit()
    assert rooms.currentWidget() is rooms.home
    rooms.start(family.planned)
    assert rooms.meeting is not None
    rooms.meeting.leave()
    assert rooms.currentWidget() is rooms.home
    open_pages: list[object] = [rooms.prepare, rooms.course, rooms.meeting, rooms.control]
    assert open_pages == [None] * 4


def test_a_forgotten_meeting_is_ended_with_a_look_at_what_is_missing(
    rooms: Rooms, context: UiContext, family: Family
) -> None:
    rooms.start(family.planned)
    assert rooms.meeting is not None
    rooms.meeting.leave()
    rooms.home.end_meeting.emit(family.planned)
    assert rooms.meeting is not None
    assert rooms.meeting.stack.currentWidget() is rooms.meeting.end_page
    rooms.meeting.end()
    assert status(context, family.planned) is MeetingStatus.CLOSED
    assert rooms.currentWidget() is rooms.filing
    assert rooms.place == Place(Room.FILING, family.planned)
    assert rooms.filing is not None
    rooms.filing.back.emit()
    assert rooms.currentWidget() is rooms.home


def test_a_held_meeting_leads_to_its_filing_and_back(rooms: Rooms, family: Family) -> None:
    rooms.open_meeting(family.held)
    assert rooms.meeting is not None
    rooms.meeting.foot.file.click()
    assert rooms.place == Place(Room.FILING, family.held)
    assert rooms.filing is not None
    rooms.filing.meeting.click()
    assert rooms.place.room is Room.MEETING
    rooms.go_home()
    rooms.home.file_meeting.emit(family.held)
    assert rooms.place == Place(Room.FILING, family.held)


def test_a_meeting_that_is_to_come_cannot_be_filed(rooms: Rooms, family: Family) -> None:
    with pytest.raises(UserError):
        rooms.open_filing(family.planned)
    assert rooms.currentWidget() is rooms.home


def test_a_new_meeting_in_a_course(rooms: Rooms, family: Family, context: UiContext) -> None:
    rooms.open_course(family.course)
    assert rooms.course is not None
    rooms.course.new.click()
    assert rooms.place == Place(Room.NEW)
    assert rooms.new.name.text() == "Amina"
    rooms.new.back.emit()
    assert rooms.place == Place(Room.COURSE, family.course)
    rooms.course.new.click()
    rooms.new.first.click()
    assert rooms.prepare is not None
    assert len(context.open_store.meetings(course_id=family.course)) == 3


@pytest.mark.parametrize("room", Room)
def test_one_can_go_to_every_place(rooms: Rooms, family: Family, room: Room) -> None:
    ids = {Room.COURSE: family.course, Room.PREPARE: family.planned, Room.MEETING: family.held}
    ids[Room.FILING] = family.held
    rooms.go(Place(room, ids.get(room, "")))
    assert rooms.place.room is (Room.HOME if room is Room.NEW else room)


def test_a_meeting_that_is_gone_is_said_and_one_stays(rooms: Rooms) -> None:
    with pytest.raises(UserError):
        rooms.open_meeting("nobody")
    assert rooms.currentWidget() is rooms.home


def test_every_page_changes_language(rooms: Rooms, context: UiContext, family: Family) -> None:
    rooms.start(family.planned)
    context.words.language = "da"
    rooms.retranslate()
    rooms.open_course(family.course)
    rooms.retranslate()
    assert rooms.home.head.text() == "Møder"
