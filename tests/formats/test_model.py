"""Words in both languages, with the child's name in them."""

from __future__ import annotations

import pytest

from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import Phrase, genitive


@pytest.mark.parametrize(
    ("name", "danish", "english"),
    [("Minh", "Minhs", "Minh’s"), ("Jonas", "Jonas’", "Jonas’"), ("Alex", "Alex’", "Alex’"), ("", "", "")],
)
def test_a_genitive_is_written_the_way_of_the_language(name: str, danish: str, english: str) -> None:
    assert genitive(name, "da") == danish
    assert genitive(name, "en") == english


def test_the_childs_name_stands_in_the_words() -> None:
    phrase = Phrase("{child} og {child_s} far", "{child} and {child_s} father")
    assert phrase.say("da", "Minh") == "Minh og Minhs far"
    assert phrase.say("en", "Minh") == "Minh and Minh’s father"


def test_a_name_in_curly_brackets_is_only_a_name() -> None:
    assert Phrase("Hej {child}", "Hi {child}").say("da", "{0}") == "Hej {0}"


def test_a_child_without_a_name_is_the_child() -> None:
    phrase = Phrase("{child} er med i {child_s} møde", "{child} is at {child_s} meeting")
    assert phrase.say("da") == "Barnet er med i barnets møde"
    assert phrase.say("en") == "The child is at the child’s meeting"


def test_without_english_the_danish_is_said() -> None:
    assert Phrase("Hej").say("en") == "Hej"
    assert not Phrase()


def test_an_unknown_step_is_the_first() -> None:
    fmt = FormatLibrary.load().formats[0]
    assert fmt.step("gone") == fmt.steps[0]
    assert fmt.step(fmt.steps[-1].id) == fmt.steps[-1]
