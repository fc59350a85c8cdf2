"""The keys of the meeting: steps, voices, columns, a clicker, undo, and the note that is held to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tvm_desktop.domain.entities import Attendance, Person, PrivateNote
from tvm_desktop.domain.enums import Side
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.facilitator.agenda import PersonRow
from tvm_desktop.ui.widgets.basic import PopMenu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table


# -- steps -------------------------------------------------------------------------------------------------------


def test_alt_and_arrows_take_the_table_on_and_back(table: Table) -> None:
    table.keys.press("Alt+Right")
    assert (table.page.desk.step_id, table.record.meeting.live_step) == ("understanding", "understanding")
    table.keys.press("Alt+Left")
    assert (table.page.desk.step_id, table.record.meeting.live_step) == ("story", "story")


def test_looking_ahead_leaves_the_table_where_it_is(table: Table) -> None:
    goal = next(button for button in table.page.agenda.steps if button.step_id == "goal")
    table.click(goal)
    assert (table.page.desk.step_id, table.record.meeting.live_step) == ("goal", "story")
    assert table.page.foot.take.isVisible()
    table.keys.press("Ctrl+Return")
    assert table.record.meeting.live_step == "goal"
    assert not table.page.foot.take.isVisible()


def test_after_the_last_step_comes_the_end(table: Table) -> None:
    table.look_at(table.page.desk.steps[-1].id)
    table.keys.press("Alt+Right")
    assert table.page.end_page.isVisible()
    table.keys.press("Escape")
    assert table.page.work.isVisible()


# -- a clicker ---------------------------------------------------------------------------------------------------


def fill_the_wall(table: Table) -> None:
    for number in range(24):
        table.say(f"Kort nummer {number} med nogle flere ord, så det fylder godt på væggen.")
    table.page.session.projector.show()
    table.page.session.projector.turn_page(-50, 99)


def test_a_clicker_turns_the_walls_pages_and_never_the_step(table: Table) -> None:
    fill_the_wall(table)
    table.page.entry.edit.setFocus()
    table.keys.press("PgDown")
    assert table.page.session.projector.page == 1
    table.keys.press("PgUp")
    assert table.page.session.projector.page == 0
    table.keys.press(*["PgDown"] * 12)
    assert table.record.meeting.live_step == "story"


def test_a_clicker_reads_the_framing_on(table: Table) -> None:
    table.look_at("framing")
    table.page.page.setFocus()
    table.page.session.projector.show()
    table.keys.press("PgDown")
    assert table.page.session.projector.showing.item == 1
    table.keys.press("PgUp", "PgUp")
    assert table.page.session.projector.showing.item == 0
    assert table.record.meeting.live_step == "framing"


def test_a_text_and_a_list_that_scroll_keep_the_clickers_keys(table: Table) -> None:
    fill_the_wall(table)
    table.page.entry.edit.set_text("linje\n" * 40)
    table.page.entry.edit.setFocus()
    table.keys.press("PgUp", "PgDown")
    assert table.page.session.projector.page == 0
    table.page.page.columns[0].cards.setFocus()  # type: ignore[attr-defined]
    table.keys.press("PgDown")
    assert table.page.session.projector.page == 0


def test_a_clicker_works_from_the_walls_own_window(table: Table) -> None:
    fill_the_wall(table)
    QTest.keyClick(table.page.control.window, Qt.Key.Key_PageDown)
    assert table.page.session.projector.page == 1


# -- the wall ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["F12", "Ctrl+B"])
def test_the_pause_screen_comes_while_typing(table: Table, key: str) -> None:
    table.page.session.projector.show()
    table.page.entry.edit.setFocus()
    table.keys.type("Midt i en sæt", key)
    assert mode_of(table) is Mode.PAUSE
    assert "Pause" in table.page.top.show_button.text()
    table.keys.press(key)
    assert mode_of(table) is Mode.LIVE
    assert table.page.entry.edit.text() == "Midt i en sæt"


def mode_of(table: Table) -> Mode:
    return table.page.session.projector.mode


def test_freezing_keeps_the_picture_while_the_leader_works_on(table: Table) -> None:
    table.page.session.projector.show()
    before = table.page.session.projector.frame()
    table.keys.press("Ctrl+Shift+F")
    table.say("Et nyt kort")
    assert table.page.session.projector.mode is Mode.FROZEN
    assert table.page.session.projector.frame() == before


def test_the_child_goes_out_and_in_with_one_key(table: Table) -> None:
    was = table.record.meeting.child_present
    table.keys.press("F8")
    assert table.record.meeting.child_present is not was
    table.keys.press("Ctrl+Shift+I")
    assert table.record.meeting.child_present is was


# -- undo --------------------------------------------------------------------------------------------------------


def test_undo_is_the_fields_while_it_has_some_and_then_the_meetings(table: Table) -> None:
    table.say("Han sover ikke.")
    table.keys.type("Et ord")
    while table.page.entry.edit.text():
        assert table.cards() == ["Han sover ikke."]
        table.keys.press("Ctrl+Z")
    assert table.cards() == ["Han sover ikke."]
    table.keys.press("Ctrl+Z")
    assert table.cards() == []


def test_undo_and_redo_reach_the_meeting_from_an_empty_line(table: Table) -> None:
    table.say("Han sover ikke.")
    table.keys.press("Ctrl+Z")
    assert table.cards() == []
    table.keys.press("Ctrl+Y")
    assert table.cards() == ["Han sover ikke."]
    table.click(table.page.foot.undo)
    assert table.cards() == []


# -- people ------------------------------------------------------------------------------------------------------


def test_a_participant_is_added_while_the_meeting_runs(table: Table) -> None:
    before = len(table.record.all(Attendance))
    table.keys.press("Ctrl+N")
    table.keys.type("Birthe Holm, mormor", "Return")
    person = next(p for p in table.record.every(Person) if p.name == "Birthe Holm")
    assert (person.side, person.relation) == (Side.FAMILY, "mormor")
    assert len(table.record.all(Attendance)) == before + 1
    rows = [row.button.accessibleName() for row in table.page.agenda.people.findChildren(PersonRow)]
    assert any("Birthe" in row for row in rows)


# -- the note ----------------------------------------------------------------------------------------------------


def hold(table: Table, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyPress(table.keys.focus, key, modifiers)


def let_go(
    table: Table, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyRelease(table.keys.focus, key, modifiers)


def notes(table: Table) -> list[tuple[str, str]]:
    return [(note.step, note.text) for note in table.record.all(PrivateNote)]


def test_the_note_is_seen_while_the_key_is_held(full_table: Table) -> None:
    side = full_table.page.side
    assert not side.notes.isVisible()
    hold(full_table, Qt.Key.Key_F9)
    assert side.notes.isVisible()
    assert side.notes.text() == "Forældrene er bange for at blive bebrejdet."
    let_go(full_table, Qt.Key.Key_F9)
    assert not side.notes.isVisible()


def test_the_second_key_folds_it_too(full_table: Table) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hold(full_table, Qt.Key.Key_N, both)
    assert full_table.page.side.notes.isVisible()
    let_go(full_table, Qt.Key.Key_N, both)
    assert not full_table.page.side.notes.isVisible()


def test_a_note_that_is_typed_in_stays_until_the_focus_goes(table: Table) -> None:
    hold(table, Qt.Key.Key_F9)
    table.keys.type("Spørg til søvn")
    let_go(table, Qt.Key.Key_F9)
    assert table.page.side.notes.isVisible()
    table.page.entry.edit.setFocus()
    assert not table.page.side.notes.isVisible()
    assert notes(table) == [("story", "Spørg til søvn")]


def test_a_note_belongs_to_the_step_it_was_written_at(table: Table) -> None:
    hold(table, Qt.Key.Key_F9)
    table.keys.type("Ved historien")
    let_go(table, Qt.Key.Key_F9)
    table.keys.press("Alt+Right")
    hold(table, Qt.Key.Key_F9)
    assert table.page.side.notes.text() == ""
    table.keys.type("Ved forståelsen")
    let_go(table, Qt.Key.Key_F9)
    table.keys.press("Alt+Left")
    assert set(notes(table)) == {("story", "Ved historien"), ("understanding", "Ved forståelsen")}


def test_a_folded_note_is_nowhere_to_be_read(full_table: Table) -> None:
    private = "Forældrene er bange for at blive bebrejdet."
    hold(full_table, Qt.Key.Key_F9)
    let_go(full_table, Qt.Key.Key_F9)
    assert private not in repr(full_table.page.session.projector.live_frame())
    for widget in full_table.page.findChildren(QWidget):
        assert private not in widget.accessibleName() + widget.accessibleDescription() + widget.toolTip()
        if not isinstance(widget, QPlainTextEdit):
            assert private not in str(getattr(widget, "text", str)())


def test_a_note_that_cannot_be_saved_is_still_there(table: Table) -> None:
    hold(table, Qt.Key.Key_F9)
    table.saving(works=False)
    table.keys.type("Spørg til søvn")
    let_go(table, Qt.Key.Key_F9)
    table.page.entry.edit.setFocus()
    assert table.page.trouble.isVisible()
    table.saving(works=True)
    hold(table, Qt.Key.Key_F9)
    assert table.page.side.notes.text() == "Spørg til søvn"
    table.page.entry.edit.setFocus()
    assert notes(table) == [("story", "Spørg til søvn")]


# -- the rest ----------------------------------------------------------------------------------------------------


def test_the_menu_offers_the_rest_and_is_freed(table: Table, qtbot: QtBot) -> None:
    table.click(table.page.top.more)
    (menu,) = table.page.findChildren(PopMenu)
    assert any("Agenda" in action.text() for action in menu.actions())
    menu.close()
    qtbot.waitUntil(lambda: not table.page.findChildren(PopMenu))


def test_the_menu_locks_the_program(table: Table, qtbot: QtBot) -> None:
    table.click(table.page.top.more)
    (menu,) = table.page.findChildren(PopMenu)
    lock = next(action for action in menu.actions() if action.text().startswith("Lock"))
    with qtbot.waitSignal(table.page.lock_wanted):
        lock.trigger()
    menu.close()
    qtbot.waitUntil(lambda: not table.page.findChildren(PopMenu))


def test_there_is_nothing_to_swap_with_one_screen(table: Table) -> None:
    del table.screens[1]
    table.page.control.show()
    table.keys.press("Ctrl+Shift+X")
    assert table.page.bar.isVisible()
    QApplication.processEvents()
