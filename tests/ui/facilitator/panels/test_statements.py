"""Worries in plain words: the entry line moves on by itself, and every part can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from helpers.table import Table, open_table
from tvm_desktop.domain.entities import Card, Link, Position, Statement
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.statements import AddStatement
from tvm_desktop.session.frames.model import Understandings
from tvm_desktop.ui.facilitator.panels.statements import StatementCard, StatementsPanel
from tvm_desktop.ui.facilitator.sideparts import PickButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.facilitator.statementform import StatementForm


@pytest.fixture
def worries(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    """Minh's meeting at the board, at the step about worries."""
    yield from open_table(qtbot, context, entities, form="three-columns", step="worries")


def panel(table: Table) -> StatementsPanel:
    page = table.page.page
    assert isinstance(page, StatementsPanel)
    return page


def only(table: Table) -> Statement:
    (statement,) = table.record.all(Statement)
    return statement


def card(table: Table) -> StatementCard:
    found = panel(table).board.cards[only(table).id]
    assert isinstance(found, StatementCard)
    return found


def opened(table: Table) -> StatementForm:
    table.page.desk.aim(only(table).id)
    table.keys.press("F2")
    form = card(table).form
    assert form is not None
    return form


def test_four_lines_say_a_whole_worry(worries: Table) -> None:
    worries.keys.press("Ctrl+6")  # Jonas
    worries.say("Minh sover om dagen")
    worries.say("Han kan miste sin klasse.")
    worries.say("mor, Karin")
    worries.keys.press("Ctrl+1")  # Minh
    worries.say("Jeg sover, når jeg er træt")
    worry = only(worries)
    assert (worry.text, worry.future) == ("Minh sover om dagen", "Han kan miste sin klasse.")
    assert (worry.own_words, worry.own_voice) == ("Jeg sover, når jeg er træt", "m")
    assert worry.worried == ("jonas", "hoa", "karin")
    assert card(worries).words.text() == (
        "Jonas, Hoà og Karin er bekymrede. Minh sover om dagen. Han kan miste sin klasse."
    )
    assert card(worries).own.text() == "”Jeg sover, når jeg er træt”"
    assert worries.page.desk.slot_key == "what"


def own_words(table: Table, voice: int, text: str) -> None:
    table.keys.press(f"Ctrl+{voice}", "Alt+4")
    table.say(text)


def test_both_parents_versions_stand(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    own_words(worries, 2, "Han er ked af det.")
    own_words(worries, 3, "Han er bare træt")
    worry = only(worries)
    assert (worry.own_words, worry.own_voice) == ("Han er ked af det.", "hoa")
    (view,) = worries.record.all(Position)
    assert (view.about, view.person_id, view.text) == (worry.id, "duc", "”Han er bare træt”")
    body = worries.page.session.projector.live_frame().body
    assert isinstance(body, Understandings)
    assert [other.text for other in body.items[0].others] == ["”Han er ked af det.”", "”Han er bare træt”"]
    assert "”Han er bare træt”" in card(worries).lines.text()
    own_words(worries, 3, "”Og sulten.”")
    assert [view.text for view in worries.record.all(Position)] == ["”Han er bare træt. Og sulten.”"]


def test_more_words_of_one_voice_stand_after_the_first_and_are_undone_alone(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    own_words(worries, 2, "”Han er ked af det”")
    own_words(worries, 2, "”Han savner Mai.”")
    assert only(worries).own_words == "Han er ked af det. Han savner Mai."
    worries.keys.press("Ctrl+Z")
    assert (only(worries).own_words, only(worries).own_voice) == ("”Han er ked af det”", "hoa")


def test_words_of_nobody_do_not_mix_with_somebodys(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    own_words(worries, 2, "Han er ked af det.")
    own_words(worries, 6, "Vi er trætte.")  # Jonas is no family
    assert only(worries).own_words == "Han er ked af det."
    assert worries.record.all(Position) == []
    assert worries.page.entry.edit.text() == "Vi er trætte."


def test_more_of_what_may_happen_is_a_further_sentence_and_is_undone_alone(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    worries.say("Han kan miste sin klasse")
    worries.keys.press("Alt+2")
    worries.say("Han kan blive syg.")
    assert only(worries).future == "Han kan miste sin klasse. Han kan blive syg."
    worries.keys.press("Ctrl+Z")
    assert only(worries).future == "Han kan miste sin klasse"


def test_who_is_worried_can_be_said_by_numbers(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    worries.keys.press("Alt+3")
    worries.say("1 3, 6")
    assert only(worries).worried == ("hoa", "m", "duc", "jonas")


def test_a_name_that_nobody_has_stays_to_be_mended(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    worries.keys.press("Alt+3")
    worries.say("Ingrid")
    assert worries.page.entry.edit.text() == "Ingrid"
    assert "Ingrid" in worries.page.bar.label.text()
    assert only(worries).worried == ("hoa",)


def test_a_professional_never_speaks_the_familys_own_words(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    worries.keys.press("Ctrl+6", "Alt+4")
    worries.say("Vi er trætte.")
    assert (only(worries).own_words, only(worries).own_voice) == ("Vi er trætte.", "")


def test_without_a_worry_the_first_words_are_what_it_is_about(worries: Table) -> None:
    worries.keys.press("Alt+2")
    worries.say("Minh sover om dagen")
    assert only(worries).text == "Minh sover om dagen"
    assert worries.page.desk.slot_key == "future"


def test_a_worry_rests_on_the_cards_ticked_at_the_side(worries: Table) -> None:
    worries.page.desk.bridge.do(AddCard(CardKind.WORRY, "Han sover i timen.", voice="jonas", id="c"))
    worries.page.desk.pick("c")
    worries.say("Minh sover om dagen")
    assert [(link.upper, link.lower) for link in worries.record.every(Link)] == [(only(worries).id, "c")]
    assert "Han sover i timen." in card(worries).lines.text()
    assert worries.page.desk.picked == set()


def test_only_what_worries_is_offered_at_the_side(worries: Table) -> None:
    for kind in (CardKind.WORRY, CardKind.STRENGTH, CardKind.CHILD_WORDS):
        worries.page.desk.bridge.do(AddCard(kind, f"Om {kind}", id=kind))
    shown = worries.page.side.picks.findChildren(PickButton)
    assert {button.thing_id for button in shown} >= {"worry", "child_words"}
    assert "strength" not in {button.thing_id for button in shown}


def test_it_can_be_tied_to_cards_afterwards(worries: Table) -> None:
    worries.page.desk.bridge.do(AddCard(CardKind.WORRY, "Han sover i timen.", id="c"))
    worries.say("Minh sover om dagen")
    worries.keys.press("Ctrl+K")
    popup = worries.page.verbs.tie_popup
    assert popup is not None
    worries.keys.press("Space", "Return")
    assert [link.lower for link in worries.record.every(Link)] == ["c"]
    assert worries.record.get(Card, "c").text == "Han sover i timen."


def test_every_part_can_be_changed_and_undone(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    opened(worries)
    worries.keys.press("Ctrl+A")
    worries.keys.type("Minh er vågen om natten", "Return")
    worries.keys.type("Han kan blive syg.", "Return")
    worries.keys.type("Det går nok.", "Return")
    worry = only(worries)
    assert (worry.text, worry.future, worry.own_words) == (
        "Minh er vågen om natten",
        "Han kan blive syg.",
        "Det går nok.",
    )
    assert card(worries).form is None
    assert card(worries).hasFocus()
    for _ in range(3):
        worries.keys.press("Ctrl+Z")
    assert only(worries) == Statement(
        id=worry.id,
        meeting_id=worry.meeting_id,
        text="Minh sover om dagen",
        worried=("hoa",),
        rank=worry.rank,
    )


def test_who_is_worried_is_ticked(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    form = opened(worries)
    for person in ("duc", "hoa"):
        worries.click(form.ticks[person])
    assert only(worries).worried == ("duc",)
    assert [who for who, tick in form.ticks.items() if tick.isChecked()] == ["duc"]


def test_what_it_is_about_is_never_emptied(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    form = opened(worries)
    worries.keys.press("Ctrl+A", "Backspace", "Tab")
    assert only(worries).text == "Minh sover om dagen"
    assert form.parts["text"].edit.text() == "Minh sover om dagen"


def test_esc_lets_the_words_be_as_they_were(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    opened(worries)
    worries.keys.type(" og om natten")
    worries.keys.press("Escape")
    assert only(worries).text == "Minh sover om dagen"
    assert card(worries).form is None


def test_half_a_part_comes_back_after_a_crash(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    form = opened(worries)
    form.parts["own_words"].setFocus()
    worries.keys.type("Jeg sover, når")
    form.parts["own_words"].edit.flush()
    worries.page.desk.bridge.close()  # as if nothing more was saved
    worries.page = worries.open_page()
    QApplication.processEvents()
    again = card(worries).form
    assert again is not None
    assert again.parts["own_words"].edit.text() == "Jeg sover, når"


def test_a_part_that_cannot_be_saved_stays_open(worries: Table) -> None:
    worries.say("Minh sover om dagen")
    form = opened(worries)
    worries.keys.type("!")
    worries.saving(works=False)
    worries.keys.press("Return")
    worries.saving(works=True)
    assert only(worries).text == "Minh sover om dagen"
    assert form.parts["text"].edit.text() == "Minh sover om dagen!"


def test_worries_stand_in_their_order_and_go_when_deleted(worries: Table) -> None:
    worries.say("Den første")
    worries.keys.press("Alt+1")
    worries.say("Den anden")
    first, second = worries.record.all(Statement)
    assert panel(worries).board.order == [first.id, second.id]
    worries.page.desk.aim(first.id)
    worries.page.verbs.delete()
    assert panel(worries).board.order == [second.id]
    worries.page.desk.bridge.undo()
    flow = panel(worries).board.flow
    places = [flow.indexOf(panel(worries).board.cards[i]) for i in (first.id, second.id)]
    assert places == [0, 1]


def test_a_closed_meeting_opens_no_parts(worries: Table) -> None:
    worries.page.desk.bridge.do(AddStatement("Minh sover om dagen", id="s"))
    worries.page.end()
    panel(worries).edit("s")
    assert card(worries).form is None
