"""Small turns of phrase: quotation marks, full stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Card

_MARKS = {"da": ("”", "”"), "en": ("“", "”")}
_ANY_MARK = '"“”„»«'


def quoted(text: str, language: str) -> str:
    """Return words in the language's quotation marks, once."""
    opening, closing = _MARKS.get(language, _MARKS["en"])
    return f"{opening}{text.strip().strip(_ANY_MARK).strip()}{closing}"


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = text.strip()
    ends = not text or text.rstrip(_ANY_MARK)[-1:] in {".", "!", "?", "…", ":", "؟", "۔", "።"}
    return text if ends else f"{text}."


def as_said(card: Card, language: str) -> str:
    """Return a card's words, in quotation marks when they are the very words; through an interpreter they never are."""
    return quoted(card.text, language) if card.verbatim and not card.interpreted else card.text.strip()
