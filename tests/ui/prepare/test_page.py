"""Everything on the page is kept as it is typed, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
)

from tvm_desktop.domain.entities import Attendance, Meeting
from tvm_desktop.domain.enums import (
    CardKind,
    MeetingStatus,
)
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import EndMeeting, RenameCourse, StartMeeting
from tvm_desktop.session.commands.people import EditConsent, EditPerson
from tvm_desktop.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from ui.prepare.conftest import Room


def test_undo_and_redo_work_by_key(room: Room) -> None:
    room.page.meeting.per_person.click()
    room.page.people.rows["at-mai"].line.setFocus()
    QTest.keyClick(room.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not room.meeting.framing_per_person
    assert not room.page.meeting.per_person.isChecked()
    QTest.keyClick(room.page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert room.meeting.framing_per_person


def test_escape_goes_back_and_ctrl_enter_starts_with_everything_kept(room: Room, qtbot: QtBot) -> None:
    place = room.page.meeting.place.field
    room.write(place, "Room 7", enter=False)
    with qtbot.waitSignal(room.page.start):
        QTest.keyClick(place, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.meeting.place == "Room 7"
    with qtbot.waitSignal(room.page.back):
        QTest.keyClick(place, Qt.Key.Key_Escape)


def test_a_closed_meeting_is_only_read(room: Room) -> None:
    room.page.session.do(StartMeeting("framing"))
    room.page.session.do(EndMeeting())
    page = room.page
    assert room.meeting.status is MeetingStatus.CLOSED
    assert page.meeting.place.field.isReadOnly()
    assert not page.meeting.kind.isEnabled()
    assert page.people.foot.isHidden()


def test_every_field_says_its_name_and_is_reached_by_tab(room: Room) -> None:
    room.page.people.rows["at-jonas"].line.click()
    room.page.consent.rows["consent"].line.click()
    room.page.prepared.open_entry.click()
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QPushButton, QSpinBox, QCheckBox)
    seen = [w for kind in kinds for w in room.page.findChildren(kind) if w.isVisible() and w.isEnabled()]
    inner = [w for w in seen if not isinstance(w.parentWidget(), QSpinBox)]
    nameless = [w for w in inner if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []
    assert all(w.focusPolicy() & Qt.FocusPolicy.TabFocus for w in inner)
    reached = set()
    for _ in range(3 * len(seen)):
        reached.add(QApplication.focusWidget())
        room.page.focusNextChild()
    assert set(inner) <= reached


def test_ctrl_enter_starts_from_the_purpose_too(room: Room, qtbot: QtBot) -> None:
    purpose = room.page.meeting.purpose.field
    room.write(purpose, "To listen.", enter=False)
    with qtbot.waitSignal(room.page.start):
        QTest.keyClick(purpose, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert room.meeting.purpose == "To listen."


def test_long_and_strange_words_never_widen_the_page(room: Room) -> None:
    long = "<b>&" + "x" * 3000
    room.page.desk.do(EditPerson("jonas", {"name": long, "called": long, "profession": long}))
    room.page.desk.do(RenameCourse("minh", {"name": long}))
    room.page.desk.do(EditConsent("consent", {"about": long}))
    room.page.desk.do(AddCard(CardKind.WORRY, long, "jonas", prepared=True))
    room.page.people.rows["at-jonas"].line.click()
    room.page.consent.rows["consent"].line.click()
    QTest.qWait(20)
    assert room.page.minimumSizeHint().width() <= 1280
    for pane in room.page.frame.panes:
        scroll = pane.findChild(Scroll)
        assert scroll is not None
        assert scroll.column.width() <= scroll.viewport().width()
    QTest.keyClick(room.page.people.rows["at-jonas"].line, Qt.Key.Key_Delete)
    assert room.page.minimumSizeHint().width() <= 1280


@pytest.mark.parametrize(
    ("width", "scale", "side_by_side"), [(1440, 1.0, True), (1280, 1.0, True), (1440, 2.0, False)]
)
def test_panes_stand_side_by_side_when_there_is_room(
    room: Room, width: int, scale: float, side_by_side: bool
) -> None:
    room.context.settings.scale = scale
    room.page.retranslate()
    room.page.resize(width, 900)
    assert [pane.isVisible() for pane in room.page.frame.panes] == (
        [True, True, True] if side_by_side else [False, True, False]
    )
    room.page.frame.tabs[0].click()
    assert room.page.frame.panes[0].isVisible()


def test_another_language_is_said_at_once(room: Room) -> None:
    room.context.words.language = "da"
    room.page.retranslate()
    assert room.page.time.names["story"].text() == "1 · Fælles historie"
    assert room.page.meeting.when.starts.field.text() == "14.30"


class TestWithAlmostNothing:
    """A meeting of which only the course is known."""

    @pytest.fixture
    def entities(self, entities: list[Entity]) -> list[Entity]:
        course, meeting = entities[:2]
        assert isinstance(meeting, Meeting)
        return [course, replace(meeting, purpose="", place="", starts=None, ends=None)]

    def test_it_can_be_started(self, room: Room, qtbot: QtBot) -> None:
        assert room.page.meeting.course.field.hasFocus()
        assert room.page.frame.start.isEnabled()
        with qtbot.waitSignal(room.page.start):
            room.page.frame.start.click()

    def test_nothing_nags(self, room: Room) -> None:
        assert room.page.hints.isHidden()
        assert room.page.time.hint.isHidden()
        assert room.page.time.total.text() == "84 min"

    def test_the_time_is_kept_when_both_date_and_beginning_are_there(self, room: Room) -> None:
        when = room.page.meeting.when
        room.write(when.day.field, "13/1")
        assert room.meeting.starts is None
        assert when.day.problem.text() == "Write when the meeting begins, too."
        room.write(when.starts.field, "14.30")
        assert room.meeting.starts == datetime(2026, 1, 13, 13, 30, tzinfo=UTC)
        assert when.ends.field.text() == "15:30"
        assert when.day.problem.isHidden()

    def test_the_first_participant_gets_number_one(self, room: Room) -> None:
        room.write(room.page.people.entry, "Hodan, mor")
        assert [a.person_id for a in room.record.all(Attendance)]
        assert room.names() == ["Hodan"]
