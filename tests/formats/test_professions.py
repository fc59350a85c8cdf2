"""The list of professions is sound and has each word once."""

from __future__ import annotations

import pytest

from tvm_desktop.formats.professions import professions
from tvm_desktop.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_profession_has_its_own_word(language: str) -> None:
    words = [phrase.say(language) for phrase in professions()]
    assert len(words) == len(set(words)) > 20
    assert all(words)


def test_the_words_are_danish_as_they_stand_beside_a_name() -> None:
    assert "lærer" in [phrase.say("da") for phrase in professions()]
