"""Need, goal and signs: the entry line moves on by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.table import open_table
from tvm_desktop.domain.entities import Goal, Link, Position, Sign, Statement, UnmetNeed
from tvm_desktop.session.commands.meeting import SpendTime
from tvm_desktop.session.commands.plan import AddGoal
from tvm_desktop.session.commands.statements import AddStatement
from tvm_desktop.ui.facilitator.panels.goals import GoalsPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from helpers.table import Table
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.ui.context import UiContext


@pytest.fixture
def goals(table: Table) -> Table:
    table.look_at("goal")
    table.keys.press("Alt+1")
    return table


def panel(table: Table) -> GoalsPanel:
    page = table.page.page
    assert isinstance(page, GoalsPanel)
    return page


def test_a_need_its_goal_and_its_signs_are_four_lines(goals: Table) -> None:
    for text in ("Ro om aftenen", "Minh sover før klokken 23.", "Han står selv op.", "Han spiser."):
        goals.say(text)
    (need,), (goal,) = goals.record.all(UnmetNeed), goals.record.all(Goal)
    assert goal.need_id == need.id
    assert [(sign.text, sign.goal_id) for sign in goals.record.all(Sign)] == [
        ("Han står selv op.", goal.id),
        ("Han spiser.", goal.id),
    ]


def test_a_need_builds_on_what_is_ticked_at_the_side(goals: Table) -> None:
    goals.look_at("understanding")
    goals.say("Han mistede sin ven.")
    understanding = goals.page.desk.targets[0]
    goals.look_at("goal")
    goals.page.desk.pick(understanding)
    goals.say("En ven")
    (need,) = goals.record.all(UnmetNeed)
    assert [(link.upper, link.lower) for link in goals.record.every(Link)] == [(need.id, understanding)]
    assert goals.page.desk.picked == set()


def test_a_sign_without_a_goal_is_not_taken_for_a_need(goals: Table) -> None:
    goals.keys.press("Alt+3")
    goals.say("Han griner igen.")
    assert goals.record.all(UnmetNeed) == []
    assert goals.page.entry.edit.text() == "Han griner igen."
    assert "goal first" in goals.page.bar.label.text()


def test_a_goal_outlives_its_need(goals: Table) -> None:
    goals.say("En ven")
    need = goals.page.desk.targets[0]
    goals.say("Minh er sammen med en på sin alder.")
    goals.page.desk.aim(need)
    goals.page.verbs.delete()
    assert len(goals.record.all(Goal)) == 1
    assert [card.words.text() for card in panel(goals).board.cards.values()] == [
        "Minh er sammen med en på sin alder."
    ]


def test_the_card_in_hand_keeps_the_focus_when_time_goes_and_marks_change(goals: Table) -> None:
    for text in ("Ro", "Minh sover.", "Han står op."):
        goals.say(text)
    sign = goals.record.all(Sign)[0]
    card = panel(goals).board.cards[sign.id]
    card.setFocus()
    goals.page.desk.bridge.do(SpendTime("goal", 60))
    goals.page.verbs.for_child()
    assert card.hasFocus()
    goals.page.desk.bridge.undo()
    assert card.hasFocus()


def test_somebody_may_see_a_goal_differently(goals: Table) -> None:
    goals.say("Ro")
    goals.say("Minh sover før klokken 23.")
    goals.keys.press("Ctrl+3", "Ctrl+D")
    goals.keys.type("Klokken 24 er nok.", "Return")
    (position,) = goals.record.all(Position)
    assert position.about == goals.record.all(Goal)[0].id
    card = panel(goals).board.cards[position.about]
    assert "Klokken 24 er nok." in card.lines.text()


def test_arrows_go_through_the_cards_and_enter_edits(goals: Table) -> None:
    for text in ("Ro", "Minh sover.", "Han står op."):
        goals.say(text)
    need = panel(goals).board.cards[goals.record.all(UnmetNeed)[0].id]
    need.setFocus()
    goals.keys.press("Down", "Down", "Return")
    goals.keys.press("Ctrl+A")
    goals.keys.type("Han står selv op.", "Return")
    assert goals.record.all(Sign)[0].text == "Han står selv op."


def test_esc_leaves_a_goal_as_it_was(goals: Table) -> None:
    goals.say("Ro")
    goals.say("Minh sover.")
    card = panel(goals).board.cards[goals.record.all(Goal)[0].id]
    card.setFocus()
    goals.keys.press("Return")
    goals.keys.type(" Længe.", "Escape")
    assert goals.record.all(Goal)[0].text == "Minh sover."
    assert goals.store.drafts() == []


@pytest.fixture
def aims(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    """Minh's meeting at the board, at the goals, with two worries said."""
    for table in open_table(qtbot, context, entities, form="three-columns", step="worries"):
        for text, id_ in (("Minh sover om dagen.", "w1"), ("Han er alene.", "w2")):
            table.page.desk.bridge.do(AddStatement(text, id=id_))
        table.look_at("goal")
        yield table


def ties(table: Table) -> list[tuple[str, str]]:
    goals = {goal.id: goal.text for goal in table.record.all(Goal)}
    return [(goals[link.upper], link.lower) for link in table.record.every(Link) if link.upper in goals]


def test_at_worries_the_entry_line_begins_with_the_goal(aims: Table) -> None:
    assert aims.page.desk.slot_key == "goal"
    assert panel(aims).titles[0].text() == "What worries us"
    assert list(panel(aims).board.cards) == ["w1", "w2"]


def test_a_goal_answers_the_first_worry_that_waits(aims: Table) -> None:
    aims.say("Minh sover om natten.")
    aims.say("Han står selv op.")
    assert ties(aims) == [("Minh sover om natten.", "w1")]
    assert [sign.text for sign in aims.record.all(Sign)] == ["Han står selv op."]
    assert aims.record.all(UnmetNeed) == []


def test_a_goal_answers_the_worry_that_is_aimed_at(aims: Table) -> None:
    panel(aims).board.cards["w2"].setFocus()
    aims.say("Han har en ven.")
    assert ties(aims) == [("Han har en ven.", "w2")]
    aims.keys.press("Alt+1")
    aims.say("Han bliver inviteret.")  # while the first of its goals is in hand
    assert sorted(ties(aims)) == [("Han bliver inviteret.", "w2"), ("Han har en ven.", "w2")]


def test_a_goal_is_tied_to_a_worry_by_hand(aims: Table) -> None:
    aims.page.desk.bridge.do(AddGoal("Han har en ven.", id="g"))
    aims.page.desk.aim("g")
    aims.keys.press("Ctrl+K")
    assert aims.page.verbs.tie_popup is not None
    aims.keys.press("Down", "Space", "Return")
    assert ties(aims) == [("Han har en ven.", "w2")]


def test_the_words_of_a_worry_can_be_changed_beside_its_goal(aims: Table) -> None:
    panel(aims).board.cards["w1"].setFocus()
    aims.keys.press("F2")
    aims.keys.type("!", "Return")
    assert aims.record.get(Statement, "w1").text == "Minh sover om dagen.!"
