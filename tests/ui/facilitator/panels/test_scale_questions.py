"""The questions from 0 to 10: their words, which one is in view, and whom they are shown to."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.scale_table import give, panel, state, wall
from helpers.table import Table, open_table
from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Goal, Meeting, Scale, ScaleRating
from tvm_desktop.domain.enums import Share
from tvm_desktop.session.commands.meeting import ChildInRoom
from tvm_desktop.session.commands.plan import AddGoal
from tvm_desktop.session.commands.things import ShareWith

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.ui.context import UiContext


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
