"""Everything on the page is kept as it is typed, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
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

from tvm_desktop.domain.entities import Attendance, Card, Consent, Meeting, Person
from tvm_desktop.domain.enums import (
    CardKind,
    ConsentForm,
    MeetingKind,
    MeetingStatus,
    Presence,
    Role,
    Share,
    Side,
)
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import EndMeeting, RenameCourse, StartMeeting
from tvm_desktop.session.commands.people import EditConsent, EditPerson
from tvm_desktop.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
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


def test_a_participant_is_added_by_one_line(room: Room) -> None:
    room.write(room.page.people.entry, "Mette Skov, idrætslærer")
    room.write(room.page.people.entry, "Ingrid, nabo")
    mette, ingrid = room.person("Mette Skov"), room.person("Ingrid")
    assert (mette.side, mette.profession, ingrid.side) == (Side.PROFESSIONAL, "idrætslærer", Side.PRIVATE)
    assert room.page.people.entry.text() == ""
    assert room.names().index("Ingrid") == 4, "after the family, before the professionals"


def test_the_list_is_numbered_family_first_without_interpreter_and_minute_taker(room: Room) -> None:
    said = {row.line.name.text(): row.line.number.text() for row in room.page.people.rows.values()}
    assert said["Trần Tuấn Minh"] == "1"
    assert said["Emre Yıldız"] == "9"
    assert {said["Lan Phạm"], said["Ole Brink"], said["Bodil Krogh"]} == {"–"}


def test_alt_and_an_arrow_moves_within_ones_own_side(room: Room) -> None:
    line = room.page.people.rows["at-duc"].line
    QTest.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert room.names()[:3] == ["Trần Tuấn Minh", "Trần Văn Đức", "Trần Thị Hoà"]
    QTest.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert room.names()[:2] == ["Trần Tuấn Minh", "Trần Văn Đức"], "the child stays first"
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert room.names()[1:3] == ["Trần Thị Hoà", "Trần Văn Đức"]


def test_delete_takes_off_the_list_with_a_bar_to_undo(room: Room) -> None:
    QTest.keyClick(room.page.people.rows["at-emre"].line, Qt.Key.Key_Delete)
    assert "Emre Yıldız" not in room.names()
    bar = room.page.frame.bar
    assert bar.isVisible()
    assert bar.label.text() == "Emre Yıldız is taken off the list."
    bar.act.click()
    assert "Emre Yıldız" in room.names()
    assert not room.page.frame.bar_room.isVisible()


def test_somebody_of_the_course_is_invited_by_one_click(room: Room) -> None:
    QTest.keyClick(room.page.people.rows["at-emre"].line, Qt.Key.Key_Delete)
    (invite,) = room.page.people.invites.findChildren(QPushButton)
    assert invite.text() == "+ Emre Yıldız, socialrådgiver"
    invite.click()
    assert room.attendance("emre").presence is Presence.INVITED
    assert room.page.people.invites.isHidden()


def test_the_name_of_somebody_who_was_here_before_invites_them_again(room: Room) -> None:
    QTest.keyClick(room.page.people.rows["at-karin"].line, Qt.Key.Key_Delete)
    room.write(room.page.people.entry, "karin damgaard")
    assert room.attendance("karin").presence is Presence.INVITED
    assert "karin damgaard" not in [p.name for p in room.record.every(Person)]


def test_a_participants_fields_open_with_enter_and_close_with_escape(room: Room, qtbot: QtBot) -> None:
    row = room.page.people.rows["at-jonas"]
    row.line.setFocus()
    QTest.keyClick(row.line, Qt.Key.Key_Return)
    assert row.editor is not None
    assert row.editor.name.field.hasFocus()
    room.write(row.editor.phone.field, "11 11 11 11", enter=False)
    with qtbot.assertNotEmitted(room.page.back):
        QTest.keyClick(row.editor.phone.field, Qt.Key.Key_Escape)
    assert row.editor is None
    assert row.line.hasFocus()
    assert room.record.get(Person, "jonas").phone == "11 11 11 11"


def test_a_participants_fields_are_kept(room: Room) -> None:
    row = room.page.people.rows["at-mai"]
    row.line.click()
    editor = row.editor
    assert editor is not None
    room.write(editor.called.field, "Mai-Linh")
    room.write(editor.mandate.field, "skal hjem og spørge")
    room.write(editor.arrives.field, "kl 14.45")
    room.write(editor.leaves.field, "15")
    editor.side.chosen.emit(Side.PRIVATE.value)
    next(t for t in editor.toggles if t.role_key is Role.CHILD_VOICE).click()
    attendance, mai = room.attendance("mai"), room.record.get(Person, "mai")
    assert (mai.called, mai.side, mai.relation) == ("Mai-Linh", Side.PRIVATE, "storesøster")
    assert attendance.mandate == "skal hjem og spørge"
    assert (attendance.arrives, attendance.leaves) == (time(14, 45), time(15, 0))
    assert attendance.roles == (Role.CHILD_VOICE, Role.SUPPORT_PERSON)
    assert row.line.remarks.text() == "brings the child’s voice · support person · 14:45–15:00"


def test_a_time_that_is_none_is_told_and_not_kept(room: Room) -> None:
    row = room.page.people.rows["at-mai"]
    row.line.click()
    assert row.editor is not None
    room.write(row.editor.leaves.field, "efter skole")
    assert "efter skole" in row.editor.leaves.problem.text()
    assert room.attendance("mai").leaves is None


def test_one_who_becomes_a_professional_takes_the_tie_along(room: Room) -> None:
    row = room.page.people.rows["at-jonas"]
    row.line.click()
    assert row.editor is not None
    row.editor.side.chosen.emit(Side.PRIVATE.value)
    jonas = room.record.get(Person, "jonas")
    assert (jonas.relation, jonas.profession) == ("klasselærer", "")
    row.editor.side.chosen.emit(Side.PROFESSIONAL.value)
    assert room.record.get(Person, "jonas").profession == "klasselærer"


def test_somebody_can_come_instead_of_another_or_not_at_all(room: Room) -> None:
    row = room.page.people.rows["at-anja"]
    row.line.click()
    assert row.editor is not None
    assert row.editor.coming.key() == "bodil"
    row.editor.coming.chosen.emit("absent")
    assert room.attendance("anja").presence is Presence.ABSENT
    row.editor.coming.chosen.emit("")
    assert room.attendance("anja").presence is Presence.INVITED
    row.editor.coming.chosen.emit("bodil")
    assert (room.attendance("anja").presence, room.attendance("anja").instead_of) == (
        Presence.SUBSTITUTE,
        "bodil",
    )


def test_a_name_cannot_be_emptied(room: Room) -> None:
    row = room.page.people.rows["at-mai"]
    row.line.click()
    assert row.editor is not None
    room.write(row.editor.name.field, "")
    assert room.record.get(Person, "mai").name == "Trần Mai"
    assert row.editor.name.field.text() == "Trần Mai"


def test_half_typed_fields_of_a_participant_come_back_opened(room: Room) -> None:
    row = room.page.people.rows["at-mai"]
    row.line.click()
    assert row.editor is not None
    room.write(row.editor.mandate.field, "skal hj", enter=False)
    QTest.qWait(80)
    room.come_back()
    again = room.page.people.rows["at-mai"].editor
    assert again is not None
    assert again.mandate.field.text() == "skal hj"


def test_minutes_are_added_up_honestly(room: Room) -> None:
    view = room.page.time
    assert view.total.text() == "84 of 75 min"
    assert "130 min" in view.advice.text(), "half as long again with an interpreter"
    view.longer.click()
    assert room.meeting.ends == datetime(2026, 1, 13, 15, 40, tzinfo=UTC)
    assert view.total.text() == "84 of 130 min"
    assert view.hint.isHidden()


def test_a_steps_minutes_and_the_childs_time_are_kept(room: Room) -> None:
    view = room.page.time
    view.spins["story"].setValue(20)
    view.checks["child-time"].click()
    assert dict(room.meeting.minutes) == {"story": 20}
    assert room.meeting.left_out == ("child-time",)
    assert not view.spins["child-time"].isEnabled()
    assert view.total.text() == "74 of 75 min"
    view.spins["story"].setValue(15)
    assert dict(room.meeting.minutes) == {}


def test_a_consent_is_noted_field_by_field(room: Room) -> None:
    view = room.page.consent
    view.add.click()
    consent = next(c for c in room.record.every(Consent) if c.id != "consent")
    editor = view.rows[consent.id].editor
    assert editor is not None
    editor.givers[1].click()
    room.write(editor.about.field, "skole")
    room.write(editor.to_whom.field, "klubben")
    room.write(editor.valid_until.field, "30/6")
    editor.form.chosen.emit(ConsentForm.ORAL.value)
    kept = room.record.get(Consent, consent.id)
    assert kept.given_by == ("hoa",)
    assert (kept.about, kept.to_whom, kept.form) == ("skole", "klubben", ConsentForm.ORAL)
    assert (kept.given_on, kept.valid_until) == (date(2026, 1, 7), date(2026, 6, 30))
    assert view.rows[consent.id].line.title.text() == "Hoà said yes"
    editor.remove.click()
    assert room.record.find(Consent, consent.id) is None
    room.page.frame.bar.act.click()
    assert room.record.get(Consent, consent.id) == kept


def test_a_prepared_card_is_the_leaders_alone(room: Room) -> None:
    view = room.page.prepared
    view.open_entry.click()
    view.voice.box.setCurrentIndex(view.voice.box.findData("jonas"))
    view.column.box.setCurrentIndex(view.column.box.findData("worry"))
    room.write(view.entry, "Han kommer sjældent til første time.")
    card = next(c for c in room.record.all(Card) if c.text.startswith("Han kommer"))
    assert (card.prepared, card.share, card.voice) == (True, Share.FACILITATOR, "jonas")
    assert view.cards[card.id].words.text() == card.text
    view.cards[card.id].remove.click()
    assert room.record.find(Card, card.id) is None


def test_hints_show_what_is_missing_and_can_be_put_aside(room: Room) -> None:
    assert room.page.hints.isHidden()
    row = room.page.people.rows["at-jonas"]
    row.line.click()
    assert row.editor is not None
    next(t for t in row.editor.toggles if t.role_key is Role.COORDINATOR).click()
    (note,) = room.page.hints.notes
    assert note.words.text() == "There is no coordinator yet. Whom can the family call?"
    note.away.click()
    assert room.page.hints.isHidden()


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
