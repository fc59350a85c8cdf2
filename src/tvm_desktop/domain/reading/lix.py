"""LIX (Björnsson 1968): words per sentence, plus how many per cent of the words have more than six letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tvm_desktop.domain.reading.sentences import letters, sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST_WORDS, FEWEST_SENTENCES = 50, 3
MOST_SHOWN = 3
_LONG = 7
_MEDIUM, _HARD = 35, 45


class Ease(StrEnum):
    """How easy a text reads, by the bands that are common in Denmark."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted; ``longest`` are the sentences with most words, the longest first."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0
    longest: tuple[str, ...] = ()

    @property
    def number(self) -> int | None:
        """LIX; None when the text is too short to measure."""
        if self.words < FEWEST_WORDS or self.sentences < FEWEST_SENTENCES:
            return None
        return int(self.words / self.sentences + 100 * self.long_words / self.words + 0.5)

    @property
    def ease(self) -> Ease | None:
        """The number in words; None when the text is too short to measure."""
        number = self.number
        if number is None:
            return None
        return Ease.EASY if number < _MEDIUM else Ease.MEDIUM if number < _HARD else Ease.HARD


def measure(texts: Iterable[str], names: Iterable[str] = ()) -> Reading:
    """Count texts that each stand for themselves. ``names`` of people and places are never long words."""
    known = frozenset(word.casefold() for name in names for word in words(name))
    counted = [(sentence, words(sentence)) for text in texts for sentence in sentences(text)]
    spoken = [(sentence, said) for sentence, said in counted if said]
    return Reading(
        words=sum(len(said) for _, said in spoken),
        sentences=len(spoken),
        long_words=sum(_is_long(word, known) for _, said in spoken for word in said),
        longest=tuple(one for one, _ in sorted(spoken, key=_word_count, reverse=True)[:MOST_SHOWN]),
    )


def _word_count(spoken: tuple[str, list[str]]) -> int:
    return len(spoken[1])


def _is_long(word: str, names: frozenset[str]) -> bool:
    return letters(word) >= _LONG and not (word[0].isupper() and _named(word.casefold(), names))


def _named(word: str, names: frozenset[str]) -> bool:
    """Tell whether a word is a name, or what belongs to one: "Vestergaards", "Warsame’s"."""
    return word in names or word.removesuffix("s").rstrip("'’") in names
