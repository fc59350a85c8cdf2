"""Who does what, and when, on one line; the family's wishes get an answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Action, Link, ParkedIdea, Position, Wish
from tvm_desktop.domain.enums import ActionStatus, ParkedOutcome, WishReply
from tvm_desktop.ui.facilitator.answers import ActionAnswer, WishAnswer
from tvm_desktop.ui.facilitator.panels.actions import ActionsPanel
from tvm_desktop.ui.widgets.basic import Button

if TYPE_CHECKING:
    from helpers.table import Table


@pytest.fixture
def effort(table: Table) -> Table:
    table.look_at("goal")
    table.keys.press("Alt+1")
    for text in ("En ven", "Minh er sammen med en ven."):
        table.say(text)
    table.look_at("effort")
    return table


def panel(table: Table) -> ActionsPanel:
    page = table.page.page
    assert isinstance(page, ActionsPanel)
    return page


def voice(table: Table, person: str) -> None:
    table.page.desk.choose_voice(person)


def the_action(table: Table) -> Action:
    (action,) = table.record.all(Action)
    return action


def test_who_what_and_when_are_one_line(effort: Table) -> None:
    voice(effort, "jonas")
    effort.say("Jonas møder Minh ved porten, senest 20. januar")
    action = the_action(effort)
    assert (action.who, action.proposed_by, action.due) == (("jonas",), "jonas", date(2026, 1, 20))
    assert action.accepted_by == ("jonas",)
    assert "20" not in action.what
    assert [link.upper for link in effort.record.every(Link)] == [action.id]


def test_a_day_that_does_not_exist_gives_one_sentence_and_keeps_the_words(effort: Table) -> None:
    voice(effort, "jonas")
    effort.say("Ringer til PPR, senest 30. februar")
    action = the_action(effort)
    assert "30. februar" in action.when
    assert action.due is None
    assert effort.page.bar.isVisible()
    assert effort.page.bar.label.text()


def test_whoever_is_proposed_by_others_is_asked(effort: Table) -> None:
    voice(effort, "karin")
    effort.say("Jonas møder Minh ved porten")
    answer = panel(effort).board.cards[the_action(effort).id].findChild(ActionAnswer)
    assert answer is not None
    assert "Jonas" in answer.question.text()
    effort.keys.press("Ctrl+J")
    assert the_action(effort).accepted_by == ("jonas",)
    assert not answer.isVisible()
    effort.keys.press("Ctrl+J")
    assert the_action(effort).accepted_by == ()
    assert answer.isVisible()


def test_a_no_takes_the_proposal_off_the_plan_and_can_be_undone(effort: Table) -> None:
    voice(effort, "karin")
    effort.say("Jonas møder Minh ved porten")
    answer = panel(effort).board.cards[the_action(effort).id].findChild(ActionAnswer)
    assert answer is not None
    effort.click(answer.no)
    assert the_action(effort).status is ActionStatus.DROPPED
    assert panel(effort).board.cards == {}
    effort.keys.press("Ctrl+Z")
    assert the_action(effort).status is ActionStatus.OPEN


def test_what_the_family_asks_of_others_is_a_wish(effort: Table) -> None:
    voice(effort, "hoa")
    effort.say("Emre finder hjælp om morgenen")
    assert effort.record.all(Action) == []
    (wish,) = effort.record.all(Wish)
    assert (wish.voice, wish.reply) == ("hoa", WishReply.NONE)


def wish_answer(table: Table) -> WishAnswer:
    voice(table, "hoa")
    table.page.desk.choose_slot(len(table.page.desk.slots) - 1)
    table.say("Kan nogen hjælpe os om morgenen?")
    (wish,) = table.record.all(Wish)
    found = panel(table).board.cards[wish.id].findChild(WishAnswer)
    assert found is not None
    assert found.isVisible()
    return found


def test_a_wish_gets_its_yes_and_who_does_it(effort: Table) -> None:
    effort.click(wish_answer(effort).yes)
    effort.keys.type("Emre, senest 20. januar", "Return")
    (wish,) = effort.record.all(Wish)
    assert (wish.reply, wish.answered_by, wish.due) == (WishReply.YES, "emre", date(2026, 1, 20))


def test_a_wish_may_be_found_out_about(effort: Table) -> None:
    answer = wish_answer(effort)
    effort.click(answer.examine)
    effort.keys.type("Emre, senest 20. januar", "Return")
    (wish,) = effort.record.all(Wish)
    assert (wish.reply, wish.answered_by) == (WishReply.EXAMINED, "emre")
    assert not answer.isVisible()


def test_a_no_to_a_wish_says_why(effort: Table) -> None:
    answer = wish_answer(effort)
    voice(effort, "emre")
    effort.click(answer.no)
    effort.keys.type("det har vi ikke lov til", "Return")
    (wish,) = effort.record.all(Wish)
    assert (wish.reply, wish.because, wish.answered_by) == (WishReply.NO, "det har vi ikke lov til", "emre")


def test_a_kept_idea_is_taken_up_here(effort: Table) -> None:
    effort.page.desk.choose_voice("duc")
    effort.page.entry.edit.setFocus()
    effort.keys.type("Telefonen skal væk om natten.", "Ctrl+T")
    take = button(effort, "Take it up")
    effort.click(take)
    assert the_action(effort).what == "Telefonen skal væk om natten."
    assert the_action(effort).who == ("duc",)
    assert effort.record.all(ParkedIdea)[0].outcome is ParkedOutcome.TAKEN
    assert not effort.page.side.parked.isVisible()


def test_a_kept_idea_is_laid_away_here(effort: Table) -> None:
    effort.page.entry.edit.setFocus()
    effort.keys.type("Skal han skifte klasse?", "Ctrl+T")
    effort.click(button(effort, "We will not do that"))
    assert effort.record.all(ParkedIdea)[0].outcome is ParkedOutcome.DECLINED
    assert effort.record.all(Action) == []


def button(table: Table, text: str) -> Button:
    return next(found for found in table.page.side.parked.findChildren(Button) if found.text() == text)


def test_somebody_may_see_an_agreement_differently(effort: Table) -> None:
    voice(effort, "jonas")
    effort.say("Møder Minh ved porten")
    effort.keys.press("Ctrl+3", "Ctrl+D")
    effort.keys.type("Det er for tidligt.", "Return")
    (position,) = effort.record.all(Position)
    assert position.about == the_action(effort).id


def test_the_agreement_in_hand_keeps_the_focus_when_it_changes(effort: Table) -> None:
    voice(effort, "karin")
    effort.say("Jonas møder Minh ved porten")
    card = panel(effort).board.cards[the_action(effort).id]
    card.setFocus()
    effort.keys.press("Ctrl+J")
    assert card.hasFocus()
    effort.say("Karin ringer hjem")
    card.setFocus()
    effort.page.desk.bridge.undo()
    assert card.hasFocus()
