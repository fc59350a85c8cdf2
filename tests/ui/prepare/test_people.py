"""Who comes: added by a line, moved and removed by a key, filled in where it stands."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tvm_desktop.domain.entities import Person
from tvm_desktop.domain.enums import Presence, Role, Side
from tvm_desktop.session.commands.course import SetAnonymous

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.prepare.conftest import Room


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


def test_the_bars_undo_goes_when_something_else_is_done(room: Room) -> None:
    row = room.page.people.rows["at-emre"]
    QTest.keyClick(row.line, Qt.Key.Key_Delete)
    assert room.page.frame.bar.isVisible()
    room.write(room.page.people.entry, "Ingrid Holm, nabo")
    assert not room.page.frame.bar.isVisible()


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


def test_a_participants_fields_fit_between_the_other_panes_of_a_small_screen(room: Room) -> None:
    row = room.page.people.rows["at-duc"]
    QTest.keyClick(row.line, Qt.Key.Key_Return)
    assert row.minimumSizeHint().width() <= 546


def test_in_an_anonymous_course_the_family_is_not_named_and_professionals_are(room: Room) -> None:
    assert room.page.desk.do(SetAnonymous(on=True))
    people = room.page.people
    room.write(people.entry, "Ahmed, far", enter=False)
    assert people.warning.text() == "“Ahmed” looks like a name. The course is anonymous."
    room.write(people.entry, "Ahmed Ali, psykolog", enter=False)
    assert not people.warning.isVisible()
    room.write(people.entry, "Ahmed")
    assert people.warning.isVisible()
    assert room.person("Ahmed").side is Side.FAMILY
    room.write(room.page.meeting.purpose.field, "Skovvej 12", enter=False)
    assert "address" in room.page.meeting.purpose.problem.text()
