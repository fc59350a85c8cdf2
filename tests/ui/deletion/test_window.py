"""Deleting a course, asked once and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.keyboard import Keyboard
from tvm_desktop.domain.entities import Course, Person
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.deletion.window import DeleteWindow
from tvm_desktop.ui.home.page import HomePage
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.doing import in_course
from tvm_desktop.ui.persondata.window import PersonWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.shell import Shell
    from ui.conftest import Family


def asked(shell: Shell, course_id: str) -> DeleteWindow:
    assert shell.rooms is not None
    shell.rooms.open_course(course_id)
    shell.show_course_window("delete", course_id)
    (window,) = shell.findChildren(DeleteWindow)
    return window


def words_of(window: DeleteWindow) -> str:
    return "\n".join(label.text() for label in (*window.goes, window.remains, window.reach))


def test_it_says_what_goes_what_remains_and_what_is_out_of_reach(
    filed: str, shell: Shell, context: UiContext
) -> None:
    context.open_store.back_up("now")
    window = asked(shell, filed)
    said = words_of(window)
    assert window.title.text() == "Delete Amina’s course for good?"
    for part in ("2 meetings", "2 agreements", "part of 1 backup:", "use log", "receipt", "PDFs you saved"):
        assert part in said
    assert window.known.isHidden()
    assert window.go.isEnabled()


def test_the_way_back_from_a_restored_backup_is_named(filed: str, shell: Shell, context: UiContext) -> None:
    context.open_store.back_up("before-restore", context.clock())
    (line,) = asked(shell, filed).ways
    assert "The backup from today at" in line.text()
    assert "before a backup was restored" in line.text()


def test_the_folder_that_the_meetings_were_moved_from_is_named(
    filed: str, shell: Shell, context: UiContext, tmp_path: Path
) -> None:
    left = context.folder
    context.open_store.move_to(DataFolder(tmp_path / "stick"))
    window = asked(shell, filed)
    window.go.click()
    assert f"moved here from {left.root}" in window.said.text()


def test_nobody_is_told_to_delete_what_is_filed(filed: str, shell: Shell, context: UiContext) -> None:
    context.words.language = "da"
    window = asked(shell, filed)
    assert window.reach.text().endswith("det, der ligger i kommunens system, bliver der.")
    assert "Der er ingen navne på familien" in window.remains.text()
    context.words.language = "en"


def test_enter_alone_deletes_nothing(filed: str, shell: Shell, context: UiContext) -> None:
    window = asked(shell, filed)
    assert window.focusWidget() is window.away
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert len(context.open_store.courses()) == 1


def test_what_is_not_filed_must_be_known(family: Family, shell: Shell, context: UiContext) -> None:
    window = asked(shell, family.course)
    assert window.warning.text().startswith("1 meeting is not filed")
    assert not window.go.isEnabled()
    window.go.click()
    assert len(context.open_store.courses()) == 1
    window.known.setChecked(True)
    window.go.click()
    assert context.open_store.courses() == []


def test_by_the_keyboard_alone(family: Family, shell: Shell, context: UiContext, qtbot: QtBot) -> None:
    window = asked(shell, family.course)
    hands = Keyboard(qtbot, window)
    hands.tab_to("I know that it is not filed")
    hands.press("Space")
    hands.tab_to("Delete for good")
    hands.press("Return")
    assert context.open_store.courses() == []
    assert QApplication.focusWidget() is window.away


def test_all_that_shows_the_course_is_let_go_of_before_it_goes(
    family: Family, shell: Shell, context: UiContext
) -> None:
    assert shell.rooms is not None
    window = asked(shell, family.course)
    window.known.setChecked(True)
    shell.rooms.start(family.planned)
    assert shell.rooms.meeting is not None
    shell.rooms.meeting.entry.edit.setPlainText("Kanariefugl")
    window.go.click()
    assert isinstance(shell.rooms.currentWidget(), HomePage)
    assert (context.open_store.courses(), context.open_store.drafts()) == ([], [])
    assert window.said.text() == "The course is deleted. The receipt is in the use log."
    assert context.open_store.use_log(limit=1)[0].act is UseAct.DELETED


@pytest.fixture
def half_corrected(family: Family, shell: Shell, context: UiContext) -> CorrectionWindow:
    """Let somebody write half a correction about Amina's course."""
    record = Record.of("", context.open_store.load(family.course))
    window = CorrectionWindow(context, shell, record, "late", in_course(context, record))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    QTest.keyClicks(window.text, "Kanariefugl")
    return window


def test_what_is_half_written_beside_it_goes_with_the_course(
    filed: str, shell: Shell, context: UiContext, half_corrected: CorrectionWindow
) -> None:
    asked(shell, filed).go.click()
    assert not half_corrected.isVisible()
    half_corrected.text.flush()
    assert (context.open_store.courses(), context.open_store.drafts()) == ([], [])


def test_who_is_looked_at_in_two_courses_is_closed_with_either(
    filed: str, shell: Shell, context: UiContext
) -> None:
    entities = (
        Course(id="c2", name="Yusuf", created=context.clock()),
        Person(id="hodan2", name="Hodan Osman"),
    )
    context.open_store.commit("c2", [adding(one) for one in entities])
    window = PersonWindow(context, shell, "c2", "hodan2")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    window.same["hodan"].click()
    asked(shell, filed).go.click()
    assert not window.isVisible()


def test_backups_that_could_not_be_replaced_are_told(filed: str, shell: Shell, context: UiContext) -> None:
    context.folder.backups.write_bytes(b"in the way")
    window = asked(shell, filed)
    window.go.click()
    assert "old backups could not be replaced yet" in window.said.text()
    context.folder.backups.unlink()


def test_a_course_that_is_gone_already_is_no_fault(filed: str, shell: Shell, context: UiContext) -> None:
    window = asked(shell, filed)
    context.open_store.delete_course(filed)
    window.go.click()
    assert window.said.text() == "This course is no longer here."


def test_the_course_s_menu_offers_it(filed: str, shell: Shell) -> None:
    shell.choose_language("da")
    window = asked(shell, filed)
    assert window.windowTitle() == "TVM – Slet et forløb"
    assert window.title.text() == "Slet forløbet om Amina for altid?"
    shell.choose_language("en")
