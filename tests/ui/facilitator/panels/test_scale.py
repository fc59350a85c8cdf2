"""Numbers from 0 to 10: typed from slips without being seen, shown together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from helpers.table import Table, open_table
from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Card, Goal, Link, Meeting, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.session.commands.cards import EditCard
from tvm_desktop.session.commands.meeting import ChildInRoom
from tvm_desktop.session.commands.plan import AddGoal
from tvm_desktop.session.commands.things import ShareWith
from tvm_desktop.session.frames.model import ScaleFrame
from tvm_desktop.ui.facilitator.panels.scale import ScalePanel

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


@pytest.fixture
def again(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    """The same, with a meeting before it at which two questions were asked."""
    before = Meeting(
        id="m0", starts=datetime(2025, 12, 1, 9, tzinfo=UTC), created=datetime(2025, 11, 1, tzinfo=UTC)
    )
    asked = [
        Scale(id=f"old-{n}", meeting_id="m0", text=text, low="Skidt", revealed=True, rank=float(n))
        for n, text in enumerate(("Hvordan har Minh det nu?", "Hvordan går det i skolen?"))
    ]
    said = ScaleRating(id="old-r", meeting_id="m0", scale_id="old-0", person_id="hoa", value=2)
    found = [*entities, before, *asked, said]
    yield from open_table(qtbot, context, found, form="three-columns", step="scale")


def panel(table: Table) -> ScalePanel:
    page = table.page.page
    assert isinstance(page, ScalePanel)
    return page


def give(table: Table, person: str, number: str) -> None:
    """Type a number from a slip."""
    panel(table).rows[person].field.setFocus()
    table.keys.type(number, "Return")


def values(table: Table) -> dict[str, int]:
    return {rating.person_id: rating.value for rating in table.record.all(ScaleRating)}


def state(table: Table, person: str) -> str:
    return panel(table).rows[person].state.text()


def said_on_screen(table: Table) -> str:
    """Everything that the leader's page says, to the eye and to a screen reader."""
    texts = []
    for widget in table.window.findChildren(QWidget):
        shown = widget.displayText() if isinstance(widget, QLineEdit) else str(getattr(widget, "text", str)())
        reader = QAccessible.queryAccessibleInterface(widget)
        read = [reader.text(part) for part in (QAccessible.Text.Value, QAccessible.Text.Name)]
        texts += [shown, widget.accessibleName(), widget.accessibleDescription(), *read]
    return "\n".join(texts)


def wall(table: Table) -> ScaleFrame:
    body = table.page.session.projector.live_frame().body
    assert isinstance(body, ScaleFrame)
    return body


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


def test_the_words_of_a_question_are_changed_in_place(table: Table) -> None:
    panel(table).edit("")
    assert panel(table).form is not None
    table.keys.press("Ctrl+A")
    table.keys.type("Hvordan går det om natten?", "Return")
    (scale,) = table.record.all(Scale)
    assert (scale.text, scale.low) == ("Hvordan går det om natten?", "Det er meget svært hver dag")
    table.keys.press("Return", "Ctrl+A")
    table.keys.type("Alle sover", "Return")
    assert [s.high for s in table.record.all(Scale)] == ["Alle sover"]
    assert panel(table).form is None
    assert panel(table).rows["hoa"].field.hasFocus()
    assert "10 · Alle sover" in panel(table).ends.text()


def test_only_the_steps_own_words_are_fit_for_the_child_by_themselves(table: Table) -> None:
    table.page.desk.bridge.do(ChildInRoom(present=True))
    give(table, "hoa", "4")
    (own,) = table.record.all(Scale)
    assert own.fit_for_child
    table.click(panel(table).another)
    table.keys.type("Hvor slemt er det om natten?", "Return")
    (own, typed) = table.record.all(Scale)
    assert (own.fit_for_child, typed.fit_for_child) == (True, False)
    assert table.page.session.projector.live_frame().question == own.text


def test_changed_words_are_not_the_steps_own(table: Table) -> None:
    panel(table).edit("")
    table.keys.press("Ctrl+A")
    table.keys.type("Hvor slemt er det?", "Return")
    assert [scale.fit_for_child for scale in table.record.all(Scale)] == [False]


def test_another_question_leaves_the_first_one_standing(table: Table) -> None:
    table.click(panel(table).another)
    table.keys.type("Hvordan går det i skolen?", "Return")
    table.keys.type("Slet ikke", "Return")
    table.keys.type("Fint", "Return")
    assert [(scale.low, scale.high) for scale in table.record.all(Scale)][1] == ("Slet ikke", "Fint")
    assert panel(table).rows["hoa"].field.hasFocus()
    assert [scale.text for scale in table.record.all(Scale)] == [
        "Hvordan har Minh det?",
        "Hvordan går det i skolen?",
    ]
    assert panel(table).question.text() == "Hvordan går det i skolen?"
    assert table.page.session.projector.live_frame().question == "Hvordan går det i skolen?"
    table.click(panel(table).tabs.tabs[0])
    assert table.page.session.projector.live_frame().question == "Hvordan har Minh det?"
    panel(table).shift("down")
    panel(table).shift("down")
    assert panel(table).view.index == 1


def test_the_leader_has_the_walls_question_when_the_table_comes_here(table: Table) -> None:
    table.click(panel(table).another)
    table.keys.type("Hvordan går det i skolen?", "Return")
    table.look_at("goal")
    table.page.desk.look_at("scale")
    panel(table).look_at(1)
    assert panel(table).view.index == 1  # ahead of the table
    table.look_at("scale")
    assert panel(table).view.index == 0
    assert table.page.session.projector.live_frame().question == panel(table).question.text()


def test_a_question_that_is_kept_back_is_the_leaders_alone(table: Table) -> None:
    table.click(panel(table).another)
    table.keys.type("Hvor svært er det derhjemme?", "Return")
    (_, kept) = table.record.all(Scale)
    table.page.desk.aim(kept.id)
    table.keys.press("Ctrl+Shift+G")
    assert panel(table).question.text() == "Hvor svært er det derhjemme?"
    assert table.page.session.projector.live_frame().question == "Hvordan har Minh det?"
    give(table, "hoa", "4")
    assert [rating.scale_id for rating in table.record.all(ScaleRating)] == [kept.id]
    table.click(panel(table).tabs.tabs[0])
    assert panel(table).question.text() == "Hvordan har Minh det?"


def test_a_question_kept_back_before_another_does_not_pull_the_leader_to_itself(table: Table) -> None:
    table.click(panel(table).another)
    table.keys.type("Hvordan går det i skolen?", "Return")
    first, second = table.record.all(Scale)
    table.page.desk.bridge.do(ShareWith((first.id,), Share.FACILITATOR))
    frame = table.page.session.projector.live_frame
    assert panel(table).question.text() == frame().question == "Hvordan går det i skolen?"
    assert "not shown" not in panel(table).ends.text()
    give(table, "hoa", "4")
    assert [rating.scale_id for rating in table.record.all(ScaleRating)] == [second.id]
    table.click(panel(table).tabs.tabs[0])
    assert panel(table).question.text() == "Hvordan har Minh det?"
    assert "not shown" in panel(table).ends.text()
    assert frame().question == "Hvordan går det i skolen?"


def test_half_a_word_comes_back_to_the_question_it_was_meant_for(again: Table) -> None:
    panel(again).look_at(1)
    panel(again).edit("")
    form = panel(again).form
    assert form is not None
    form.low.setFocus()
    again.keys.press("Ctrl+A")
    again.keys.type("Slet ikke")
    form.low.edit.flush()
    assert [draft.key for draft in again.store.drafts()] == ["minh-1/scale/old-1/low"]


def test_a_question_is_paired_with_a_goal_or_a_worry(table: Table) -> None:
    table.page.desk.bridge.do(AddGoal("Minh sover om natten.", id="g"))
    give(table, "hoa", "4")
    panel(table).rows["duc"].field.setFocus()
    table.keys.press("Ctrl+K")
    assert table.page.verbs.tie_popup is not None
    table.keys.press("Space", "Return")
    (scale,) = table.record.all(Scale)
    assert scales.belongs_to(table.record, scale.id) == "g"
    assert table.record.get(Goal, "g").text in panel(table).ends.text()


def test_the_questions_of_the_last_meeting_are_proposed_again(again: Table) -> None:
    assert panel(again).question.text() == "Hvordan har Minh det nu?"
    give(again, "hoa", "6")
    assert wall(again).earlier == ()
    (scale,) = again.record.all(Scale)
    assert (scale.follows, scale.low) == ("old-0", "Skidt")
    again.keys.press("Ctrl+Shift+D")
    assert [mark.value for mark in wall(again).earlier] == [2]
    assert state(again, "hoa") == "6 · last time 2"
    panel(again).look_at(1)
    assert panel(again).question.text() == "Hvordan går det i skolen?"


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
