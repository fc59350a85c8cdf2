"""Small turns of phrase."""

from __future__ import annotations

import pytest

from tvm_desktop.documents.parts.sayings import as_said, quoted, sentence
from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.enums import CardKind


@pytest.mark.parametrize("typed", ["Ja.", "”Ja.”", '"Ja."', " “Ja.” "])
def test_words_are_quoted_once(typed: str) -> None:
    assert quoted(typed, "da") == "”Ja.”"
    assert quoted(typed, "en") == "“Ja.”"


@pytest.mark.parametrize(
    ("typed", "ended"),
    [("Ja", "Ja."), ("Ja.", "Ja."), ("Hvornår?", "Hvornår?"), ("”Ja.”", "”Ja.”"), ("", ""), ("نعم؟", "نعم؟")],
)
def test_a_sentence_ends_once(typed: str, ended: str) -> None:
    assert sentence(typed) == ended


def test_only_very_words_are_quoted() -> None:
    card = Card(id="c", meeting_id="m", kind=CardKind.STRENGTH, text="Ja.")
    assert as_said(card, "da") == "Ja."
