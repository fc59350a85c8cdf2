"""Small turns of phrase."""

from __future__ import annotations

import pytest

from tvm_desktop.documents.parts.sayings import sentence


@pytest.mark.parametrize(
    ("typed", "ended"),
    [("Ja", "Ja."), ("Ja.", "Ja."), ("Hvornår?", "Hvornår?"), ("”Ja.”", "”Ja.”"), ("", ""), ("نعم؟", "نعم؟")],
)
def test_a_sentence_ends_once(typed: str, ended: str) -> None:
    assert sentence(typed) == ended
