"""A worry said whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.papers import MEETING, small_record
from tvm_desktop.domain.entities import Person, Statement
from tvm_desktop.domain.worries import lead, sentence

WORRY = Statement(
    id="w",
    meeting_id=MEETING,
    worried=("jonas", "hoa", "ingrid"),
    text="Minh er alene hele dagen ",
    future="Han kan miste modet.",
)


def test_it_says_who_about_what_and_what_may_happen() -> None:
    said = sentence(small_record(), WORRY, "da")
    assert said == "Jonas, Hoà og Ingrid er bekymrede. Minh er alene hele dagen. Han kan miste modet."


def test_one_is_worried() -> None:
    alone = replace(WORRY, worried=("hoa",), future="")
    assert sentence(small_record(), alone, "da") == "Hoà er bekymret. Minh er alene hele dagen."
    assert sentence(small_record(), alone, "en") == "Hoà is worried. Minh er alene hele dagen."


def test_a_worry_that_is_still_being_said_stands_as_far_as_it_is_said() -> None:
    assert (
        sentence(small_record(), replace(WORRY, worried=(), future=""), "da") == "Minh er alene hele dagen."
    )
    assert not sentence(small_record(), replace(WORRY, worried=("gone",), text="", future=" "), "da")


@pytest.mark.parametrize(("called", "begins"), [("mor", "Mor er bekymret."), ("Åse", "Åse er bekymret.")])
def test_it_begins_with_a_capital(called: str, begins: str) -> None:
    person = Person(id="she", name="Anna", called=called)
    assert lead(small_record(person), replace(WORRY, worried=("she",)), "da") == begins
