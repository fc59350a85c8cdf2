from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.minh import MEETING
from helpers.sessions import minh, stamp, with_things
from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Attendance, Card, Correction, Link, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind, Presence
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.corrections import AddCorrection
from tvm_desktop.session.commands.scales import AllowNumber, AskScale, EditScale, Rate, Reveal, SayWhy

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


MADE = stamp()


def after(record: Record, *commands: Command) -> Record:
    for command in commands:
        record = record.apply(command.decide(record, MADE))
    return record


def asked(*there: str) -> Record:
    """Return Minh's meeting with a question, and nobody at the table but these."""
    seats = [
        replace(seat, presence=Presence.PRESENT if seat.person_id in there else Presence.ABSENT)
        for seat in minh().all(Attendance)
    ]
    record = with_things(minh(child_present="m" in there), *seats)
    return after(record, AskScale("Hvordan har Minh det?", "svært", "godt", about="g1", id="s"))


def values(record: Record) -> dict[str, int]:
    return {number.person_id: number.value for number in scales.numbers(record, "s")}


def test_a_question_is_asked_hidden_and_tied_to_what_it_is_about() -> None:
    record = asked("hoa", "duc")
    scale = record.get(Scale, "s")
    assert (scale.text, scale.low, scale.high, scale.revealed) == (
        "Hvordan har Minh det?",
        "svært",
        "godt",
        False,
    )
    assert scales.belongs_to(record, "s") == "g1"


def test_a_typed_question_is_not_fit_for_a_child_before_somebody_says_so() -> None:
    record = after(minh(), AskScale("Hvor bange er I?", id="typed"))
    record = after(record, AskScale("Hvordan har Minh det?", fit_for_child=True, id="own"))
    assert [scale.fit_for_child for scale in record.all(Scale)] == [False, True]


@pytest.mark.parametrize("part", ["text", "low", "high"])
def test_new_words_of_a_question_lose_the_mark_for_the_child(part: str) -> None:
    record = after(minh(), AskScale("Hvordan har Minh det?", "svært", "godt", fit_for_child=True, id="s"))
    same = after(record, EditScale("s", {part: getattr(record.get(Scale, "s"), part)}))
    assert same.get(Scale, "s").fit_for_child
    assert not after(record, EditScale("s", {part: "Hvor bange?"})).get(Scale, "s").fit_for_child


def test_the_numbers_are_shown_together_when_the_last_one_is_there() -> None:
    record = after(asked("hoa", "duc"), Rate("s", "hoa", 4))
    assert not record.get(Scale, "s").revealed
    record = after(record, Rate("s", "duc", 0))
    assert record.get(Scale, "s").revealed
    assert values(record) == {"hoa": 4, "duc": 0}


def test_a_number_can_be_changed_and_taken_back() -> None:
    record = after(asked("hoa", "duc"), Rate("s", "hoa", 4), Rate("s", "hoa", 7))
    assert values(record) == {"hoa": 7}
    assert len(record.all(ScaleRating)) == 1
    (number,) = record.all(ScaleRating)
    gone = after(record, AddCorrection(number.id, "Det var 6."), Rate("s", "hoa", None))
    assert values(gone) == {}
    assert gone.every(Correction) == []


def test_the_last_number_shows_none_where_they_wait_for_the_leader() -> None:
    record = after(asked("hoa", "duc"), Rate("s", "hoa", 4), Rate("s", "duc", 0, shows=False))
    assert not record.get(Scale, "s").revealed
    assert values(record) == {"hoa": 4, "duc": 0}


@pytest.mark.parametrize(("typed", "kept"), [(-3, 0), (0, 0), (10, 10), (99, 10)])
def test_a_number_lies_between_0_and_10(typed: int, kept: int) -> None:
    assert values(after(asked("hoa", "duc"), Rate("s", "hoa", typed))) == {"hoa": kept}


def test_all_are_shown_when_the_leader_says_so_and_can_be_hidden_again() -> None:
    record = after(asked("hoa", "duc"), Rate("s", "hoa", 4), Reveal("s"))
    assert record.get(Scale, "s").revealed
    assert not after(record, Reveal("s", on=False)).get(Scale, "s").revealed


def test_a_childs_number_waits_for_the_childs_yes() -> None:
    record = after(asked("hoa", "m"), Rate("s", "hoa", 4), Rate("s", "m", 3))
    assert [n.person_id for n in scales.shown(record, record.get(Scale, "s"))] == ["hoa"]
    record = after(record, AllowNumber("s", "m", on=True))
    assert {n.person_id for n in scales.shown(record, record.get(Scale, "s"))} == {"hoa", "m"}


def test_a_proposed_question_is_asked_with_its_first_number_as_one_step() -> None:
    ask = AskScale("Hvordan har Minh det?", follows="")
    record = after(minh(), Rate("new", "hoa", 5, ask))
    assert record.get(Scale, "new").text == "Hvordan har Minh det?"
    again = after(record, Rate("new", "duc", 6, ask))
    assert len(again.all(Scale)) == 1
    assert [number.value for number in scales.numbers(again, "new")] == [5, 6]


def test_what_is_said_about_the_numbers_is_a_card_tied_to_the_question() -> None:
    card = AddCard(CardKind.STRENGTH, "Mormor kommer.", voice="hoa", id="why")
    record = after(asked("hoa", "duc"), SayWhy("s", card))
    assert record.get(Card, "why").meeting_id == MEETING
    assert [(link.upper, link.lower) for link in record.every(Link) if link.upper == "why"] == [("why", "s")]
    assert [card.id for card in scales.reasons(record, "s")] == ["why"]
