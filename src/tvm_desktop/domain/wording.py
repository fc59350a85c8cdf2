"""What a text looks like, in Danish and English: rough tests that advise and never decide."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.enums import CardSort
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tvm_desktop.domain.entities import Said

# What a card turned out to be, in words that the family reads too.
SORTS: Mapping[CardSort, Message] = MappingProxyType(
    {
        CardSort.HAPPENED: msg("has happened"),
        CardSort.MAY_HAPPEN: msg("may happen"),
        CardSort.HARD: msg("makes it hard"),
        CardSort.STRENGTH: msg("strength"),
        CardSort.PROTECTED: msg("has already protected"),
    }
)
_MARKS = {"da": ("”", "”"), "en": ("“", "”")}
QUOTATION_MARKS = '"“”„»«'
_SINGLE = "'‘’"

CPR = re.compile(r"(?<![\d+])\d{6}[- ]?\d{4}(?!\d)")

_VAGUE = re.compile(
    r"\b(udvikl\w*|styrk(e|es|er|et)|(under)?støtt(e|es|er|et)|foku\w+|arbejde[rst]? med|forbedr\w*|fremme[rs]?"
    r"|trives|trivsel|få det bedre|develop\w*|strengthen\w*|support\w*|focus\w*|work(ing)? on|improv\w*|thrive\w*)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(ikke|ingen|intet|aldrig|undgår?|holder op med|stopper med|not|no longer|never|nobody|nothing|without"
    r"|stops?|avoids?)\b|n[’']t\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(voksen|voksne\w*|lærer\w*|pædagog\w*|mor|mors|moren|far|fars|faren|forældre\w*|klassen|andre|nogen"
    r"|en fra|børnene|kammerat\w*|ven|venner|vi|os|familien|skolen"
    r"|adults?|grown-ups?|teachers?|mother|father|mum|dad|parents?|class|others|someone|somebody|friends?|we|us"
    r"|family|school)\b",
    re.IGNORECASE,
)
_SOLUTION = re.compile(
    r"^\W*(vi (skal|bør|burde|kunne|må)\b|(kan|kunne|skal|skulle|bør) (vi|I|man)\b|man (kunne|burde|skulle)\b"
    r"|hvad med at\b|hvad hvis\b|lad os\b|jeg foreslår\b|vi foreslår\b"
    r"|we (should|must|could|need to)\b|(can|could|should) we\b|what if\b|what about\b|let[’']?s\b|let us\b"
    r"|(I|we) suggest\b|why don[’']t we\b)",
    re.IGNORECASE,
)


def the_child(name: str) -> str | Message:
    """Return what a sentence calls the child: the name, or "the child" while there is none."""
    return name.strip() or msg("the child")


def cpr_like(text: str) -> bool:
    """Say whether a text holds something that looks like a civil registration number."""
    return CPR.search(text) is not None


def vague(text: str) -> bool:
    """Say whether a goal uses a verb that nobody can see happen."""
    return _VAGUE.search(text) is not None


def negative(text: str) -> bool:
    """Say whether a sign tells what is not there."""
    return _NEGATIVE.search(text) is not None


def about_others(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Say whether a sign is about others than the child: a common word for them, or one of their names."""
    words = {word.casefold().removesuffix("s") for word in re.findall(r"\w+", text)}
    return _OTHERS.search(text) is not None or any(
        name.casefold().removesuffix("s") in words for name in names
    )


def solution_like(text: str) -> bool:
    """Say whether a text begins like a proposal rather than something seen."""
    return _SOLUTION.search(text) is not None


def shortened(text: str, most: int = 60) -> str:
    """Return the beginning of a text, on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[:most].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,.;:')}…"


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = text.strip()
    ends = not text or text.rstrip(QUOTATION_MARKS)[-1:] in {".", "!", "?", "…", ":", "؟", "۔", "।"}
    return text if ends else f"{text}."


def quoted(text: str, language: str) -> str:
    """Return words in the language's quotation marks, once."""
    opening, closing = _MARKS.get(language, _MARKS["en"])
    bare = text.strip().strip(QUOTATION_MARKS).strip()
    if len(bare) > 2 and bare[0] in _SINGLE and bare[-1] in _SINGLE:  # one alone is an apostrophe
        bare = bare[1:-1].strip()
    return f"{opening}{bare}{closing}"


def as_said(card: Said, language: str) -> str:
    """Return words as they were said, in quotation marks when they are the very words, not the interpreter’s."""
    return quoted(card.text, language) if card.verbatim and not card.interpreted else card.text.strip()
