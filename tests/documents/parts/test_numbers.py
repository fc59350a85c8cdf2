"""Numbers from 0 to 10 on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.freja import freja_again, freja_record
from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.model import Question, Questions
from tvm_desktop.documents.parts.numbers import numbers, told_at_numbers
from tvm_desktop.domain.entities import Card, Entity, Link, Meeting, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind, Share

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source

SCALE = Scale(
    id="s", meeting_id=MEETING, text="Hvordan har Minh det?", low="Svært", revealed=True, fit_for_child=True
)


def rating(person: str, value: int, *, scale: str = "s", may_show: bool = True) -> ScaleRating:
    """Return somebody's number."""
    return ScaleRating(
        id=f"{scale}-{person}",
        meeting_id=MEETING,
        scale_id=scale,
        person_id=person,
        value=value,
        may_show=may_show,
    )


def asked(from_what: Source) -> list[Question]:
    """Return the questions on a copy."""
    section = numbers(from_what)
    if section is None:
        return []
    assert isinstance(section.content, Questions)
    return list(section.content.items)


def given(*entities: Entity) -> list[str]:
    """Return all numbers as they are read."""
    found = asked(source(small_record(*entities)))
    return ["".join(span.text for span in number) for question in found for number in question.numbers]


def test_everybody_s_number_stands_with_the_words_for_both_ends() -> None:
    (question,) = asked(source(freja_record()))
    assert question.text == "Hvor trygge er weekenderne?"
    assert question.ends == (
        "0: Børnene kan ikke være hjemme i weekenden",
        "10: Alle er trygge ved weekenderne",
    )
    assert len(question.numbers) == 8


def test_last_time_s_number_stands_beside() -> None:
    (question,) = asked(source(freja_again()))
    read = ["".join(span.text for span in number) for number in question.numbers]
    assert read == ["mor 6 (sidst 5)", "far 7 (sidst 6)", "mormor 6 (sidst 4)", "Lise 5 (sidst 4)"]


def test_numbers_that_have_not_been_shown_are_not_printed() -> None:
    assert given(replace(SCALE, revealed=False), rating("hoa", 3)) == []


def test_a_child_s_number_needs_the_child_s_yes() -> None:
    assert given(SCALE, rating("minh", 2, may_show=False), rating("hoa", 3)) == ["Hoà 3"]
    assert given(SCALE, rating("minh", 2), rating("hoa", 3)) == ["Hoà 3", "Minh 2"]


def test_last_time_s_number_needs_a_yes_too() -> None:
    before = Meeting(id="m0")
    old = replace(SCALE, id="old", meeting_id="m0")
    now = replace(SCALE, follows="old")
    assert given(before, old, now, rating("minh", 4), rating("minh", 2, scale="old")) == ["Minh 4 (sidst 2)"]
    kept = rating("minh", 2, scale="old", may_show=False)
    assert given(before, old, now, rating("minh", 4), kept) == ["Minh 4"]
    hidden = replace(old, share=Share.FACILITATOR)
    assert given(before, hidden, now, rating("minh", 4), rating("minh", 2, scale="old")) == ["Minh 4"]
    never = replace(old, revealed=False)
    assert given(before, never, now, rating("minh", 4), rating("minh", 2, scale="old")) == ["Minh 4"]


def test_last_time_is_the_last_that_all_saw_as_on_the_wall() -> None:
    before = (Meeting(id="m0"), Meeting(id="m-1"))
    oldest = replace(SCALE, id="oldest", meeting_id="m-1")
    old = replace(SCALE, id="old", meeting_id="m0", follows="oldest", revealed=False)
    now = replace(SCALE, follows="old")
    numbers_given = (rating("hoa", 6), rating("hoa", 5, scale="old"), rating("hoa", 3, scale="oldest"))
    assert given(*before, oldest, old, now, *numbers_given) == ["Hoà 6 (sidst 3)"]
    kept = replace(old, share=Share.FACILITATOR)
    assert given(*before, oldest, kept, now, *numbers_given) == ["Hoà 6"]


def test_the_grown_ups_numbers_are_not_on_a_copy_for_a_child_alone() -> None:
    record = small_record(SCALE, rating("hoa", 3))
    assert asked(source(record, audience=Audience(frozenset({"minh"})))) == []
    assert asked(source(record, audience=Audience(frozenset({"minh", "hoa"}))))


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (CardKind.STRENGTH, "Det gør, at tallet ikke er lavere"),
        (CardKind.NEXT, "Det kan flytte os ét tal op"),
    ],
)
def test_what_was_said_about_the_numbers_stands_under_them(kind: CardKind, title: str) -> None:
    card = Card(id="c", meeting_id=MEETING, kind=kind, text="Mai kommer", voice="hoa")
    tie = Link(id="l", meeting_id=MEETING, upper="c", lower="s")
    record = small_record(SCALE, rating("hoa", 3), card, tie)
    (question,) = asked(source(record))
    (reasons,) = question.reasons
    assert reasons.title == title
    assert ["".join(span.text for span in item) for item in reasons.items] == ["Mai kommer. (Hoà)"]
    assert told_at_numbers(source(record)) == {"c"}
