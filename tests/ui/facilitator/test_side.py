"""What helps the leader: prompts, who has been heard, hints that go and come back, and cards to build on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from tvm_desktop.domain.entities import Card, Link, Understanding
from tvm_desktop.ui.facilitator.sideparts import HintBox, PickButton, PromptButton

if TYPE_CHECKING:
    from helpers.table import Table


def prompts(table: Table) -> list[PromptButton]:
    return table.page.side.prompts.findChildren(PromptButton)


def hints(table: Table) -> list[HintBox]:
    return [box for box in table.page.side.hints.findChildren(HintBox) if box.isVisible()]


def test_one_click_puts_a_question_on_the_wall_and_the_next_takes_it_down(table: Table) -> None:
    table.page.session.projector.show()
    own = table.page.session.projector.live_frame().question
    asked = prompts(table)[1]
    on_wall = asked.text_on_wall
    table.click(asked)
    assert table.page.session.projector.live_frame().question == on_wall != own
    shown = next(button for button in prompts(table) if button.isVisible() and not button.text_on_wall)
    table.click(shown)
    assert table.page.session.projector.live_frame().question == own


def test_questions_are_put_in_the_meetings_own_language(table: Table) -> None:
    assert table.record.meeting.language == "da"
    button = prompts(table)[0]
    assert button.title.text() != button.text_on_wall


def test_who_has_been_heard_and_who_is_next(table: Table) -> None:
    assert table.page.side.heard_names.text() == "Nobody yet"
    table.keys.press("Ctrl+2")
    table.say("Han sover ikke.")
    name = table.record.called(table.page.desk.voices[1].id)
    assert name in table.page.side.heard_names.text()
    assert table.page.side.heard_next.text().startswith("Next: ")


def test_a_hint_put_away_comes_back_only_when_the_thing_changes(full_table: Table) -> None:
    def asks() -> bool:
        return any("What will the family try themselves?" in hint.label.text() for hint in hints(full_table))

    full_table.look_at("effort")
    assert asks()
    full_table.click(hints(full_table)[0].away)
    assert not asks()
    full_table.look_at("story")
    full_table.look_at("effort")
    assert not asks()
    full_table.page.desk.choose_voice("jonas")
    full_table.say("Jonas ringer hjem i morgen")
    assert asks()


def test_the_heading_goes_with_the_last_hint(table: Table) -> None:
    table.look_at("goal")
    for _ in range(20):
        if not hints(table):
            break
        table.click(hints(table)[0].away)
    assert not table.page.side.hints.isVisible()


def test_cards_ticked_at_the_side_are_explained_by_what_is_typed(table: Table) -> None:
    table.say("Han sover ikke.")
    card = table.record.all(Card)[0]
    table.look_at("understanding")
    (pick,) = table.page.side.picks.findChildren(PickButton)
    assert "not explained yet" in pick.sub.text()
    table.click(pick)
    table.say("Han savner sin ven.")
    (understanding,) = table.record.all(Understanding)
    assert [(link.upper, link.lower) for link in table.record.every(Link)] == [(understanding.id, card.id)]


def test_nothing_is_made_anew_when_nothing_at_the_side_changes(table: Table) -> None:
    before = prompts(table)
    table.say("Han sover ikke.")
    assert prompts(table) == before


def test_markup_in_a_kept_idea_is_only_signs(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("<b>Skift klasse</b> & hold op", "Ctrl+T")
    labels = [label.text() for label in table.page.side.parked.findChildren(QLabel)]
    assert "<b>Skift klasse</b> & hold op" in labels
