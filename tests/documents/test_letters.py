"""Letters before they are set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.documents.letters import as_seen, clean, from_right, join, starts_right, visible


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("e\u0301", "é"),
        ("to\r\nlinjer", "to\nlinjer"),
        ("en\ttabulator", "en tabulator"),
        ("\x00nul\x07 og \x1bflugt", "nul og flugt"),
        ("halve \ud800bogstaver", "halve bogstaver"),
        ("\u202egnal\u202c \u2066isoleret\u2069", "gnal isoleret"),
        ("langt\n\n\n\n\nnede", "langt\n\nnede"),
    ],
)
def test_what_does_not_belong_on_paper_is_taken_out(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not {letter for letter in clean(text) if ord(letter) < 32} - {"\n"}


def test_the_direction_is_that_of_the_first_letter_that_has_one() -> None:
    assert starts_right("9.30 صباحا in Danish")
    assert not starts_right("9.30 i dag صباحا")
    assert not starts_right("9.30")
    assert from_right("kl. 9 صباحا")
    assert not from_right("kl. 9")


def test_arabic_letters_join() -> None:
    assert join("بيت") == "\ufe91\ufef4\ufe96"
    assert join("hus") == "hus"


def test_signs_without_a_picture_are_not_set() -> None:
    assert visible("a\u200db\ufe0fc\u00ad") == "abc"


def test_a_line_is_turned_and_its_brackets_with_it() -> None:
    tagged = [(letter, place) for place, letter in enumerate("אב (ג)")]
    assert "".join(letter for letter, _ in as_seen(tagged, right=True)) == "(ג) בא"
    assert [tag for _, tag in as_seen(tagged, right=True)] == [5, 4, 3, 2, 1, 0]
