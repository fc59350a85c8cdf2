"""Rough tests of a text, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.wording import (
    about_others,
    as_said,
    cpr_like,
    negative,
    quoted,
    sentence,
    shortened,
    solution_like,
    vague,
)


@pytest.mark.parametrize("text", ["010190-1234", "Minh 0101901234.", "(010190 1234)"])
def test_a_number_like_a_registration_number_is_seen(text: str) -> None:
    assert cpr_like(text)


@pytest.mark.parametrize("text", ["00 00 00 00", "20. marts 2026", "12345678901", "010190-12345", ""])
def test_other_numbers_are_not(text: str) -> None:
    assert not cpr_like(text)


@pytest.mark.parametrize("text", ["Minh skal udvikle sig fagligt", "Støtte i hverdagen", "Vi arbejder med angst",
                                  "Strengthen his friendships"])  # fmt: skip
def test_a_vague_goal_is_seen(text: str) -> None:
    assert vague(text)


@pytest.mark.parametrize("text", ["Minh kommer i skole tre dage om ugen", "He sleeps before 11"])
def test_a_concrete_goal_is_not_vague(text: str) -> None:
    assert not vague(text)


@pytest.mark.parametrize("text", ["Han slår ikke", "Ingen råber", "She doesn’t hit", "He never shouts"])
def test_a_negative_sign_is_seen(text: str) -> None:
    assert negative(text)


def test_a_positive_sign_is_not_negative() -> None:
    assert not negative("Han går selv ind ad døren")
    assert not negative("Hun tegner med nogen")


@pytest.mark.parametrize(
    "text", ["De voksne siger godmorgen", "En fra klassen venter", "Mettes bord", "A teacher waits"]
)
def test_a_sign_about_others_is_seen(text: str) -> None:
    assert about_others(text, frozenset({"Mette"}))


@pytest.mark.parametrize("text", ["Han står op uden mavepine", "Amina griner"])
def test_a_sign_about_the_child_alone_is_not(text: str) -> None:
    assert not about_others(text, frozenset({"Mette"}))


@pytest.mark.parametrize("text", ["Vi skal have en lektiecafé",
                                  "Hvad med at skifte klasse?", "We should move him", "Let’s try"])  # fmt: skip
def test_a_proposal_is_heard(text: str) -> None:
    assert solution_like(text)


@pytest.mark.parametrize(
    "text", ["Han sover først klokken 2", "Vi har set ham glad", "Jeg skal tidligt på arbejde"]
)
def test_something_seen_is_no_proposal(text: str) -> None:
    assert not solution_like(text)


@given(st.text())
def test_a_shortened_text_is_short_and_on_one_line(text: str) -> None:
    short = shortened(text)
    assert len(short) <= 61
    assert "\n" not in short


@pytest.mark.parametrize("typed", ["Ja.", "”Ja.”", '"Ja."', " “Ja.” ", "'Ja.'", "»Ja.«"])
def test_words_are_quoted_once(typed: str) -> None:
    assert quoted(typed, "da") == "”Ja.”"
    assert quoted(typed, "en") == "“Ja.”"


def test_an_apostrophe_at_the_end_is_no_quotation_mark() -> None:
    assert quoted("Jeg sov hos Jonas’", "da") == "”Jeg sov hos Jonas’”"


@pytest.mark.parametrize(
    ("verbatim", "interpreted", "said"),
    [(False, False, "Ja."), (True, False, "”Ja.”"), (True, True, "Ja."), (False, True, "Ja.")],
)
def test_only_very_words_are_quoted(verbatim: bool, interpreted: bool, said: str) -> None:
    card = Card(
        id="c",
        meeting_id="m",
        kind=CardKind.STRENGTH,
        text="Ja.",
        verbatim=verbatim,
        interpreted=interpreted,
    )
    assert as_said(card, "da") == said


@pytest.mark.parametrize(
    ("typed", "ended"),
    [("Ja", "Ja."), ("Ja.", "Ja."), ("Hvornår?", "Hvornår?"), ("”Ja.”", "”Ja.”"), ("", ""), ("نعم؟", "نعم؟")],
)
def test_a_sentence_ends_once(typed: str, ended: str) -> None:
    assert sentence(typed) == ended
