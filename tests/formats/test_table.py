"""A table of a file gives what it holds, or notes what is wrong and goes on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.formats.model import Phrase, Tint
from tvm_desktop.formats.table import LONGEST_PHRASE, Problems, Table, listed, shortened, text_problem
from tvm_desktop.words import say


def table(**values: object) -> Table:
    return Table(values, Problems("own.toml"), "step[1]")


def notes(of: Table) -> list[str]:
    return [say(problem, "en") for problem in of.problems.found]


def test_a_choice_a_number_and_a_flag_are_read() -> None:
    read = table(tint="sun", minutes=5, on=False)
    assert read.choice("tint", Tint) is Tint.SUN
    assert read.number("minutes", 1, 9) == 5
    assert read.flag("on", default=True) is False
    read.done()
    assert not notes(read)


def test_what_is_not_there_takes_its_default() -> None:
    read = table()
    assert read.choice("tint", Tint, Tint.PLAIN) is Tint.PLAIN
    assert read.number("minutes", 1, 9, 3) == 3
    assert read.phrase("lead", Phrase("a", "b")) == Phrase("a", "b")
    assert read.phrases("prompts") == ()
    assert read.tables("column") == []
    assert not notes(read)


def test_what_must_be_there_is_missed_at_its_place() -> None:
    read = table()
    read.ident()
    assert notes(read) == ["own.toml: step[1].id: is missing."]


def test_a_key_that_nobody_asked_for_is_said() -> None:
    read = table(id="a", idd="b")
    read.ident()
    read.done()
    assert notes(read) == ["own.toml: step[1].idd: is not a key here. Choose one of id."]


def test_choices_are_listed_in_order() -> None:
    assert listed(["b", "a"]) == "a, b"


def test_a_long_or_strange_value_is_shown_short_and_on_one_line() -> None:
    assert shortened("x" * 100) == "x" * 39 + "…"
    assert shortened("a\nb\x00") == "a b "


@pytest.mark.parametrize("text", ["Hvad ser I hos {child}?", "{child_s} egne ord", "x" * LONGEST_PHRASE])
def test_words_for_the_wall_are_plain(text: str) -> None:
    assert text_problem(text) is None


@pytest.mark.parametrize(
    "text", ["", "  ", "a\tb", "{child", "{0}", "{child.x}", "x" * (LONGEST_PHRASE + 1), None]
)
def test_other_words_are_refused(text: object) -> None:
    assert text_problem(text) is not None


@given(st.text(max_size=40))
def test_words_that_pass_can_be_shown_with_a_name(text: str) -> None:
    if text_problem(text) is None:
        shown = Phrase(text, text).say("da", "Minh")
        assert shown.isprintable()
        assert "{" not in shown
