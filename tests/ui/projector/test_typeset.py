"""Text on the wall: cleaned, set, cut, elided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.ui.projector.typeset import (
    Style,
    balanced_width,
    clean,
    elided,
    line_width,
    split_text,
    typeset,
)

pytestmark = pytest.mark.usefixtures("theme")
BODY = Style(36)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Hun læser  ", "Hun læser"),
        ("a\r\n\r\n\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\x00\x07\x1b[31mrød\x7f", "[31mrød"),
        ("\u202eabc\u202c \u2066d\u2069", "abc d"),
        ("\ud83d", ""),
        ("to\tord", "to ord"),
        ("kl. 15 den 20. marts", "kl.\u00a015 den 20.\u00a0marts"),
        ("<b>&amp;</b> {{x}}", "<b>&amp;</b> {{x}}"),
        ("👩‍👧 می‌خواهم", "👩‍👧 می‌خواهم"),
    ],
)
def test_a_text_is_cleaned(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")


def test_a_cut_text_says_that_it_goes_on_and_from_where() -> None:
    text = "Hun vil gerne være sammen med nogen i frikvarteret og efter skole."
    head, tail = split_text(text, BODY, 300, 100)
    assert head.endswith(" …")
    assert tail.startswith("… ")
    assert head.removesuffix(" …") + " " + tail.removeprefix("… ") == text
    assert typeset(head, BODY, 300).height <= 100


def test_a_text_that_fits_is_whole_and_one_without_room_is_left() -> None:
    assert split_text("Kort", BODY, 300, 100) == ("Kort", "")
    assert split_text("Kort", BODY, 300, 10) == ("", "Kort")


@given(st.text(min_size=1, max_size=400).map(clean).filter(bool))
def test_every_cut_takes_something_and_ends(text: str) -> None:
    rest, cuts = text, 0
    while rest:
        head, rest = split_text(rest, BODY, 220, 150)
        assert head
        cuts += 1
        assert cuts < 200


def test_eliding_keeps_to_its_lines() -> None:
    text = elided("Et langt navn på en organisation, som ingen kan huske " * 4, BODY, 400, lines=2)
    assert len(typeset(text, BODY, 400).bottoms) <= 2
    assert text.endswith("…")
    assert elided("Kort", BODY, 400) == "Kort"


def test_balancing_leaves_no_word_alone() -> None:
    text = "Hvad ser hver af jer hos Amina lige nu?"
    wide = line_width(text, BODY) * 0.95
    narrow = balanced_width(text, BODY, wide)
    assert narrow < wide * 0.7
    assert len(typeset(text, BODY, narrow).bottoms) == len(typeset(text, BODY, wide).bottoms) == 2
    assert balanced_width("Kort", BODY, 900) == 900
