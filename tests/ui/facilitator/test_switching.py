from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tvm_desktop.formats.agenda import agenda
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.meeting import WriteNote
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.facilitator.panels.board import BoardPanel

if TYPE_CHECKING:
    from helpers.table import Table


def open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered() -> list[str]:
    return [line.text() for line in open_menu().actions()]


def go_on_as_a_board(table: Table) -> None:
    table.keys.press("Ctrl+Shift+M")
    QTest.keyClick(open_menu(), Qt.Key.Key_Return)
    QApplication.processEvents()


def in_order(table: Table) -> list[str]:
    return [button.step_id for button in table.page.agenda.steps]


def test_the_other_kinds_are_offered_by_a_key(full_table: Table) -> None:
    full_table.keys.press("Ctrl+Shift+M")
    assert offered() == ["Board", "Grid"]
    open_menu().close()


def test_a_running_meeting_goes_on_as_a_board_with_all_its_cards(full_table: Table) -> None:
    table = full_table
    table.look_at("story")
    table.page.session.projector.show()
    words = table.cards()
    go_on_as_a_board(table)
    page = table.page.page
    assert isinstance(page, BoardPanel)
    assert page.title.text() == "1 · The board"
    assert table.cards() == words
    assert in_order(table) == [step.id for step in agenda(table.record, table.page.session.format)]
    assert table.page.session.projector.mode is Mode.LIVE
    assert "Everything is kept" in table.page.bar.label.text()


def test_one_can_write_at_once_in_the_other_kind_and_undo_goes_all_the_way_back(full_table: Table) -> None:
    table = full_table
    table.look_at("story")
    steps = in_order(table)
    go_on_as_a_board(table)
    table.keys.press("Alt+2")
    table.keys.type("Han hjælper de små.")
    table.keys.press("Return")
    assert table.cards()[-1] == "Han hjælper de små."
    for _ in range(2):
        table.page.foot.undo_pressed.emit()
    assert "Han hjælper de små." not in table.cards()
    assert in_order(table) == steps
    assert table.page.desk.step.panel is PanelKind.BOARD
    assert table.page.desk.step_id == "story"


def test_a_step_of_the_same_name_is_made_anew_in_the_other_kind(full_table: Table) -> None:
    table = full_table
    table.look_at("goal")
    before = table.page.page
    go_on_as_a_board(table)
    assert table.page.desk.step_id == "goal"
    assert table.page.page is not before
    assert "no longer worried" in table.page.page.title.text()


def test_a_closed_meeting_is_not_offered_another_kind(full_table: Table) -> None:
    full_table.page.end()
    full_table.keys.press("Ctrl+Shift+M")
    assert QApplication.activePopupWidget() is None


def test_a_note_to_a_step_that_is_gone_can_still_be_read_while_the_notes_are_open(full_table: Table) -> None:
    table = full_table
    table.look_at("story")
    table.page.session.do(WriteNote("story", "Spørg mor om søvnen."))
    go_on_as_a_board(table)
    elsewhere = table.page.side.notes_elsewhere
    assert elsewhere.isHidden()
    table.page.side.unfold_notes()
    assert "Spørg mor om søvnen." in elsewhere.text()
    table.page.side.fold_notes()
    assert elsewhere.isHidden()
