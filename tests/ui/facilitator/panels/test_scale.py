"""Numbers from 0 to 10: typed from slips without being seen, shown together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from helpers.scale_table import give, panel, state, values, wall
from helpers.table import Table, open_table
from tvm_desktop.domain.entities import Card, Link, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.session.commands.cards import EditCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.ui.context import UiContext

VOICES = ("m", "hoa", "duc", "mai", "karin", "jonas", "samira", "anja", "emre")


@pytest.fixture
def table(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    """Minh's meeting at the board, at the step from 0 to 10."""
    yield from open_table(qtbot, context, entities, form="three-columns", step="scale")


def said_on_screen(table: Table) -> str:
    """Everything that the leader's page says, to the eye and to a screen reader."""
    texts = []
    for widget in table.window.findChildren(QWidget):
        shown = widget.displayText() if isinstance(widget, QLineEdit) else str(getattr(widget, "text", str)())
        reader = QAccessible.queryAccessibleInterface(widget)
        read = [reader.text(part) for part in (QAccessible.Text.Value, QAccessible.Text.Name)]
        texts += [shown, widget.accessibleName(), widget.accessibleDescription(), *read]
    return "\n".join(texts)


def test_nothing_is_written_down_before_the_first_number(table: Table) -> None:
    assert panel(table).question.text() == "Hvordan har Minh det?"
    assert table.record.all(Scale) == []
    assert list(panel(table).rows) == ["m", "hoa", "duc", "mai", "karin", "jonas", "samira", "anja", "emre"]
    assert not table.page.entry.isVisible()


def test_enter_goes_on_to_the_next_slip(table: Table) -> None:
    panel(table).rows["hoa"].field.setFocus()
    table.keys.type("4", "Return")
    table.keys.type("10", "Return")
    assert panel(table).rows["mai"].field.hasFocus()
    table.keys.press("Down", "Up", "Up")
    assert panel(table).rows["duc"].field.hasFocus()
    table.keys.type("0", "Down")
    assert values(table) == {"hoa": 4, "duc": 0}
    assert len(table.record.all(Scale)) == 1


def test_the_next_slip_is_always_in_sight(table: Table) -> None:
    table.window.resize(1000, 480)
    panel(table).rows["m"].field.setFocus()
    for _ in VOICES:
        table.keys.press("Return")
    assert panel(table).rows["emre"].field.hasFocus()
    assert panel(table).rows["emre"].visibleRegion().boundingRect().height() > 20


def test_ctrl_and_a_number_goes_to_that_persons_slip(table: Table) -> None:
    panel(table).rows["hoa"].field.setFocus()
    table.keys.press("Ctrl+6")
    table.keys.type("5", "Return")
    assert values(table) == {"jonas": 5}


def test_the_leader_sees_that_there_is_a_number_and_never_which(table: Table) -> None:
    before = said_on_screen(table)
    give(table, "hoa", "7")
    after = said_on_screen(table)
    assert state(table, "hoa") == "✓ has answered"
    assert panel(table).rows["hoa"].field.text() == ""
    assert after.count("7") == before.count("7")
    assert table.store.drafts() == []


def test_a_number_being_typed_shows_nothing_either(table: Table) -> None:
    before = said_on_screen(table)
    panel(table).rows["hoa"].field.setFocus()
    table.keys.type("7")
    assert said_on_screen(table).count("7") == before.count("7")


def test_a_number_is_kept_when_the_mouse_goes_to_the_next_slip(table: Table) -> None:
    table.click(panel(table).rows["hoa"].field)
    table.keys.type("7")
    table.click(panel(table).rows["duc"].field)
    assert panel(table).rows["hoa"].field.text() == ""
    table.keys.type("12")
    table.click(panel(table).rows["hoa"].field)
    assert values(table) == {"hoa": 7}
    assert panel(table).rows["duc"].problem.isVisible()


def test_a_number_is_kept_when_another_voice_or_step_is_chosen(table: Table) -> None:
    panel(table).rows["hoa"].field.setFocus()
    table.keys.type("7")
    table.keys.press("Ctrl+3")
    table.keys.type("2")
    table.page.desk.look_at("goal")
    assert values(table) == {"hoa": 7, "duc": 2}


def test_a_number_waits_while_only_the_window_is_left(table: Table) -> None:
    field = panel(table).rows["hoa"].field
    field.setFocus()
    table.keys.type("1")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert values(table) == {}
    table.keys.type("0", "Return")
    assert values(table) == {"hoa": 10}


def test_a_number_half_typed_belongs_to_the_question_that_was_asked(table: Table) -> None:
    give(table, "duc", "2")
    table.click(panel(table).another)
    table.keys.type("Hvordan går det i skolen?", "Return")
    panel(table).look_at(0)
    panel(table).rows["hoa"].field.setFocus()
    table.keys.type("7")
    panel(table).look_at(1)
    first, _other = table.record.all(Scale)
    assert {rating.scale_id for rating in table.record.all(ScaleRating)} == {first.id}
    assert values(table) == {"duc": 2, "hoa": 7}


def test_the_wall_is_the_same_before_and_after_hidden_numbers(table: Table) -> None:
    before = table.page.session.projector.live_frame()
    give(table, "hoa", "7")
    give(table, "duc", "2")
    assert table.page.session.projector.live_frame() == before


@pytest.mark.parametrize("typed", ["11", "100", "-1", "a", "5a", "٣"])
def test_what_is_no_number_is_said_in_one_sentence(table: Table, typed: str) -> None:
    give(table, "hoa", typed)
    row = panel(table).rows["hoa"]
    assert values(table) == {}
    assert row.problem.text() == "Write a whole number from 0 to 10."
    assert row.field.hasFocus()
    assert row.field.text() == ""
    table.keys.type("5", "Return")
    assert values(table) == {"hoa": 5}
    assert not row.problem.isVisibleTo(row)


def test_tab_keeps_a_number_too(table: Table) -> None:
    panel(table).rows["hoa"].field.setFocus()
    table.keys.type("4", "Tab")
    assert values(table) == {"hoa": 4}


def test_a_number_can_be_typed_again_taken_back_and_undone(table: Table) -> None:
    give(table, "hoa", "4")
    give(table, "hoa", "6")
    assert values(table) == {"hoa": 6}
    table.keys.press("Ctrl+Z")
    assert values(table) == {"hoa": 4}
    panel(table).rows["hoa"].field.setFocus()
    table.keys.press("Delete")
    assert values(table) == {}
    assert state(table, "hoa") == ""


def test_while_a_key_is_held_the_leader_sees_the_numbers(table: Table) -> None:
    give(table, "hoa", "7")
    panel(table).peek(on=True)
    assert state(table, "hoa") == "7"
    panel(table).peek(on=False)
    assert state(table, "hoa") == "✓ has answered"


def test_f9_is_that_key_and_shows_no_notes_meanwhile(table: Table) -> None:
    give(table, "hoa", "7")
    field = panel(table).rows["duc"].field
    field.setFocus()
    QTest.keyPress(field, Qt.Key.Key_F9)
    assert state(table, "hoa") == "7"
    assert not table.page.side.notes.isVisible()
    QTest.keyRelease(field, Qt.Key.Key_F9)
    assert state(table, "hoa") == "✓ has answered"


def test_another_step_hides_what_the_key_showed(table: Table) -> None:
    give(table, "hoa", "7")
    page = panel(table)
    page.peek(on=True)
    table.page.desk.look_at("goal")
    assert page.rows["hoa"].state.text() == "✓ has answered"


def test_all_numbers_are_shown_when_the_last_is_there(table: Table) -> None:
    for person in VOICES[1:]:
        assert not panel(table).is_open
        give(table, person, "5")
    assert panel(table).is_open
    assert [mark.value for mark in wall(table).marks] == [5] * 8
    assert table.page.entry.isVisible()
    assert table.page.entry.edit.hasFocus()


def test_numbers_that_were_hidden_again_wait_for_the_leader(table: Table) -> None:
    for person in VOICES[1:]:
        give(table, person, "5")
    table.keys.press("Ctrl+Shift+D")
    panel(table).rows["hoa"].field.setFocus()
    table.keys.press("Delete")
    give(table, "hoa", "2")
    assert values(table)["hoa"] == 2
    assert wall(table).marks == ()
    table.keys.press("Ctrl+Shift+D")
    assert len(wall(table).marks) == 8


def test_one_key_shows_them_and_hides_them_again(table: Table) -> None:
    give(table, "hoa", "7")
    table.keys.press("Ctrl+Shift+D")
    assert state(table, "hoa") == "7"
    assert [mark.name for mark in wall(table).marks] == ["Hoà"]
    table.keys.press("Ctrl+Shift+D")
    assert state(table, "hoa") == "✓ has answered"
    assert wall(table).marks == ()
    assert not table.page.entry.isVisible()


def test_whoever_comes_late_can_still_give_a_number(table: Table) -> None:
    give(table, "hoa", "7")
    table.click(panel(table).reveal)
    assert not panel(table).rows["hoa"].field.isVisible()
    give(table, "duc", "3")
    assert [mark.value for mark in wall(table).marks] == [7, 3]


def test_a_childs_number_is_shown_with_the_childs_yes(table: Table) -> None:
    give(table, "m", "3")
    give(table, "hoa", "4")
    table.click(panel(table).reveal)
    assert state(table, "m") == "✓ has answered · not shown"
    assert [mark.name for mark in wall(table).marks] == ["Hoà"]
    table.keys.press("Ctrl+Shift+D")
    panel(table).rows["m"].field.setFocus()
    table.keys.press("Ctrl+J")
    assert state(table, "m") == "✓ has answered"
    table.keys.press("Ctrl+Shift+D")
    assert {mark.name for mark in wall(table).marks} == {"Minh", "Hoà"}
    table.click(panel(table).rows["m"].yes)
    assert {mark.name for mark in wall(table).marks} == {"Hoà"}


def test_afterwards_what_holds_it_up_and_what_moves_it_up_is_written(table: Table) -> None:
    give(table, "hoa", "4")
    table.keys.press("Ctrl+Shift+D")
    table.keys.press("Ctrl+2")
    table.say("Mormor kommer.")
    table.keys.press("Alt+2")
    table.say("En rolig aften.")
    (scale,) = table.record.all(Scale)
    found = {card.kind: card for card in table.record.all(Card)}
    assert found[CardKind.STRENGTH].text == "Mormor kommer."
    assert found[CardKind.STRENGTH].voice == "hoa"
    assert found[CardKind.NEXT].text == "En rolig aften."
    assert {(link.upper, link.lower) for link in table.record.every(Link)} == {
        (card.id, scale.id) for card in found.values()
    }
    assert [len(column.cards) for column in wall(table).reasons] == [1, 1]
    assert len(panel(table).board.cards) == 2


def test_a_reason_moved_to_another_column_stays_and_no_title_stands_empty(table: Table) -> None:
    give(table, "hoa", "4")
    table.keys.press("Ctrl+Shift+D")
    assert not any(title.isVisible() for title in panel(table).titles)
    table.keys.press("Ctrl+2", "Alt+2")
    table.say("En rolig aften.")
    assert [title.isVisible() for title in panel(table).titles] == [False, True]
    (card,) = table.record.all(Card)
    table.page.desk.bridge.do(EditCard(card.id, {"kind": CardKind.WORRY}))
    assert [title.isVisible() for title in panel(table).titles] == [True, False]
    assert panel(table).board.cards[card.id].isVisible()


def test_a_number_that_cannot_be_saved_is_not_said_to_be_there(table: Table) -> None:
    table.saving(works=False)
    give(table, "hoa", "4")
    table.saving(works=True)
    assert state(table, "hoa") == ""
    assert values(table) == {}


def test_nothing_can_be_changed_in_a_closed_meeting(table: Table) -> None:
    give(table, "hoa", "4")
    table.page.end()
    QApplication.processEvents()
    page = panel(table)
    page.refresh()
    assert not page.reveal.isVisibleTo(page)
    assert not page.rows["hoa"].field.isVisibleTo(page)
    page.press("numbers")
    assert not page.is_open
