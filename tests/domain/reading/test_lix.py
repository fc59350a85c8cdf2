"""The number, its words, and what it says nothing about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.reading.lix import Ease, Reading, measure

SHORT = "Han går til bold hver uge, og mor ser på, når hun kan."
LONG = "Skoleledelsen koordinerer tværprofessionelle indsatser vedrørende børnenes mistrivsel."


def test_words_sentences_and_long_words_are_counted() -> None:
    reading = measure(["Jonas ringer til mor. Hun svarer altid venligt, når telefonen ringer."])
    assert (reading.words, reading.sentences, reading.long_words) == (11, 2, 2)


def test_the_number_is_words_per_sentence_and_per_cent_of_long_words() -> None:
    assert Reading(words=100, sentences=10, long_words=20).number == 30
    assert Reading(words=200, sentences=8, long_words=51).number == 51, "50.5 is rounded up"


def test_simple_words_in_short_sentences_are_easy() -> None:
    assert measure([SHORT] * 6).number == 13
    assert measure([SHORT] * 6).ease is Ease.EASY


def test_long_words_are_hard() -> None:
    assert measure([LONG] * 9).ease is Ease.HARD


@pytest.mark.parametrize(
    ("long_words", "ease"), [(24, Ease.EASY), (25, Ease.MEDIUM), (34, Ease.MEDIUM), (35, Ease.HARD)]
)
def test_the_bands_are_the_danish_ones(long_words: int, ease: Ease) -> None:
    assert Reading(words=100, sentences=10, long_words=long_words).ease is ease


@pytest.mark.parametrize(("words", "sentences"), [(49, 9), (500, 2), (0, 0)])
def test_a_text_may_be_too_short_to_measure(words: int, sentences: int) -> None:
    reading = Reading(words=words, sentences=sentences, long_words=3)
    assert (reading.number, reading.ease) == (None, None)
    assert Reading(words=50, sentences=3).number == 17


def test_names_never_make_a_text_hard() -> None:
    text = "Jonas Vestergaard møder Minh. Vestergaards liste hænger hos Aavang Kommune, siger vestergaard."
    assert measure([text]).long_words == 4
    assert measure([text], ["Jonas Vestergaard", "Aavang Kommune"]).long_words == 1, (
        "a small letter is no name"
    )


def test_a_foreign_name_is_known_however_it_was_typed() -> None:
    assert measure(["Ag\u0306aog\u0306lu kommer."], ["Ağaoğlu"]).long_words == 0


def test_every_text_stands_for_itself() -> None:
    assert measure(["Han kommer", "Hun går"]).sentences == 2
    assert measure(["", "12", "§ 54"]) == Reading()


def test_the_three_longest_sentences_come_as_they_stand_there() -> None:
    texts = ["En to.", "En to tre fire fem. En to tre fire.", "En to tre, kl. 8.15."]
    assert measure(texts).longest == ("En to tre fire fem.", "En to tre fire.", "En to tre, kl. 8.15.")


@given(st.lists(st.text(max_size=200), max_size=5))
def test_nothing_that_can_be_typed_breaks_it(texts: list[str]) -> None:
    reading = measure(texts)
    assert reading.words >= reading.long_words
    assert reading.words >= reading.sentences
    assert len(reading.longest) <= 3
