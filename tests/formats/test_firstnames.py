"""The list of names is read whole, and no name stands in two of its lists."""

from __future__ import annotations

from tvm_desktop.formats.firstnames import first_names


def test_the_names_are_read_in_three_lists() -> None:
    names = first_names()
    assert {"kirsten", "mohammed", "ayşe", "nguyen"} <= names.clear
    assert {"bo", "ask", "liv", "storm", "hans"} <= names.also_words
    assert {"mor", "far", "dreng"} <= names.never
    assert len(names.clear) > 600


def test_no_word_stands_in_two_lists() -> None:
    names = first_names()
    assert not names.clear & names.also_words
    assert not (names.clear | names.also_words) & names.never
