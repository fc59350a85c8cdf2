"""The one paragraph class that takes every text to paper.

It sets letters, never markup: what a person typed as ``<b>`` is printed as ``<b>``. A letter that no font has is drawn
as an empty frame and remembered in :class:`Missing`, since ReportLab itself would leave it out without a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from tvm_desktop.documents.fonts import first_font, font_for
from tvm_desktop.documents.letters import as_seen, clean, from_right, join, starts_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

# A word with the blanks before it; inside a word a line may also end after a hyphen or a slash.
_WORD = re.compile(r" *[^ /-]+[/-]*| *[/-]+| +")
# "kl. 14.30", "klokken 8" and "20. marts" stay on one line.
_TIED = re.compile(r"(?<=\bkl\.) (?=\d)|(?<=\bklokken) (?=\d)|(?<=\d\.) (?=[a-zæøå])")
_TIE = "\u00a0"
# A piece of its own that ends a line; line ends at the edges of what was typed are dropped.
_BREAK = "\n"
_FRAME = 0.62
# Naskh is drawn small for its size; so much larger, it reads as well as the letters around it.
_LARGER = {"NotoNaskhArabic": 1.15}


class Look(NamedTuple):
    """How words look: size and leading in points, colour as "#rrggbb"."""

    size: float
    leading: float
    colour: str
    bold: bool = False


@cache
def ink(colour: str) -> Color:
    """Return a colour as ReportLab has it."""
    return HexColor(colour)


@dataclass(slots=True)
class Missing:
    """The letters that no font has, in the order in which they were met."""

    letters: dict[str, None] = field(default_factory=dict)

    def look_at(self, text: str, *, bold: bool) -> None:
        """Remember what is missing of a text; a joined form counts as the letter itself."""
        if first_font(bold=bold).letters.issuperset(text):
            return
        for letter in text:
            if font_for(letter, bold=bold) is None:
                self.letters[unicodedata.normalize("NFKC", letter)] = None


class Run(NamedTuple):
    """Neighbouring letters of one font and look; ``font`` "" means a frame for each letter that is missing."""

    text: str
    font: str
    look: Look
    width: float

    def draw(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Set the letters from ``x`` on."""
        canvas.setFillColor(ink(self.look.colour))
        if self.font:
            canvas.setFont(self.font, self.look.size * _larger(self.font))
            canvas.drawString(x, baseline, self.text)
            return
        canvas.setStrokeColor(ink(self.look.colour))
        canvas.setLineWidth(0.05 * self.look.size)
        step, high = _FRAME * self.look.size, 0.7 * self.look.size
        for place in range(len(self.text)):
            canvas.rect(x + place * step + 0.1 * step, baseline, 0.8 * step, high)


Piece = tuple[str, Look]


class Line(NamedTuple):
    """One line in reading order, and whether it belongs at the right edge."""

    pieces: tuple[Piece, ...]
    right: bool

    def draw(self, canvas: Canvas, x: float, baseline: float, room: float) -> None:
        """Set the line into ``room`` points."""
        runs = self.runs()
        if self.right:
            x += room - sum(run.width for run in runs)
        for run in runs:
            run.draw(canvas, x, baseline)
            x += run.width

    def runs(self) -> list[Run]:
        """Return the line as it is seen, from left to right."""
        pieces: Iterable[Piece] = self.pieces
        if any(from_right(text) for text, _ in pieces):
            pieces = _reordered(self.pieces, right=self.right)
        looks = groupby(pieces, key=lambda piece: piece[1])
        merged = [("".join(text for text, _ in group), look) for look, group in looks]
        return [run for text, look in merged for run in _runs(text, look)]


@dataclass(slots=True)
class _Word:
    """What may stand on a line of its own, with the blanks before it."""

    pieces: list[Piece]
    width: float

    def bare(self) -> _Word:
        """Return it without the blanks before it."""
        (text, look), *rest = self.pieces
        cut = text.lstrip(" ")
        return _Word([(cut, look), *rest], self.width - _width(text[: len(text) - len(cut)], look))

    def letters(self) -> list[_Word]:
        """Return its letters one by one, for a word that is wider than the paper."""
        return [
            _Word([(letter, look)], _width(letter, look)) for text, look in self.pieces for letter in text
        ]


def break_lines(pieces: Iterable[Piece], width: float, missing: Missing) -> tuple[Line, ...]:
    """Return a text broken into lines of a width in points."""
    lines: list[Line] = []
    for hard in _hard_lines(pieces):
        for text, look in hard:
            missing.look_at(text, bold=look.bold)
        right = starts_right("".join(text for text, _ in hard))
        lines += [Line(tuple(line), right) for line in _wrapped(hard, width)]
    return tuple(lines)


@lru_cache(maxsize=512)
def longest_word(text: str, look: Look) -> float:
    """Return the width in points of the widest part that is never broken."""
    words = (word.strip() for line in _prepared(text) for word in _WORD.findall(line))
    return max((_width(word, look) for word in words), default=0.0)


def text_width(text: str, look: Look) -> float:
    """Return the width of a text on one line, in points."""
    return _width(join(clean(text)), look)


def _hard_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces by the line ends that were typed; words from the right do not follow words from the left."""
    lines: list[list[Piece]] = [[]]
    for text, look in pieces:
        if text == _BREAK:
            lines.append([])
            continue
        for number, part in enumerate(_prepared(text)):
            if number or _turns(lines[-1], part):
                lines.append([])
            lines[-1].append((part, look))
    return lines


@lru_cache(maxsize=2048)
def _prepared(text: str) -> tuple[str, ...]:
    """Return the lines of a text as it was typed, cleaned and joined."""
    return tuple(join(_TIED.sub(_TIE, part)) for part in clean(text).split("\n"))


def _turns(line: Sequence[Piece], text: str) -> bool:
    """Tell whether a text runs the other way than the line before it, so that it is read on a line of its own."""
    before = "".join(part for part, _ in line)
    if not (from_right(text) or from_right(before)) or not (_has_direction(text) and _has_direction(before)):
        return False
    return starts_right(text) != starts_right(before)


def _has_direction(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _words(pieces: Sequence[Piece]) -> list[_Word]:
    words: list[_Word] = []
    for text, look in pieces:
        for number, (token, width) in enumerate(_tokens(text, look)):
            if words and not number and token[0] != " " and words[-1].pieces[-1][0][-1] not in " -/":
                words[-1].pieces.append((token, look))
                words[-1].width += width
            else:
                words.append(_Word([(token, look)], width))
    return words


@lru_cache(maxsize=2048)
def _tokens(text: str, look: Look) -> tuple[tuple[str, float], ...]:
    return tuple((token, _width(token, look)) for token in _WORD.findall(text))


def _wrapped(pieces: Sequence[Piece], room: float) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    used = 0.0
    for word in _words(pieces):
        wide = word.width > room and word.bare().width > room
        if wide and line:
            yield line
            line, used = [], 0.0
        for part in word.letters() if wide else (word,):
            if line and used + part.width > room:
                yield line
                line, used = [], 0.0
            fitting = part if line else part.bare()
            line += fitting.pieces
            used += fitting.width
    yield line


def _reordered(pieces: Sequence[Piece], *, right: bool) -> list[Piece]:
    tagged = [(letter, place) for place, (text, _) in enumerate(pieces) for letter in text]
    seen = groupby(as_seen(tagged, right=right), key=lambda pair: pair[1])
    return [("".join(letter for letter, _ in group), pieces[place][1]) for place, group in seen]


@lru_cache(maxsize=4096)
def _width(text: str, look: Look) -> float:
    return sum(run.width for run in _runs(text, look))


def _runs(text: str, look: Look) -> list[Run]:
    text = text.replace(_TIE, " ")
    first = first_font(bold=look.bold)
    if first.letters.issuperset(text):
        return [_run(text, first.name, look)] if text else []
    by_font = groupby(text, key=lambda letter: _font_name(letter, look))
    return [_run("".join(letters), name, look) for name, letters in by_font]


def _font_name(letter: str, look: Look) -> str:
    font = font_for(letter, bold=look.bold)
    return font.name if font else ""


def _run(text: str, font: str, look: Look) -> Run:
    if not font:
        return Run(text, font, look, len(text) * _FRAME * look.size)
    return Run(text, font, look, float(stringWidth(text, font, look.size * _larger(font))))


def _larger(font: str) -> float:
    return _LARGER.get(font.partition("-")[0], 1.0)


def forget_texts() -> None:
    """Drop what is kept of texts that were printed."""
    for kept in (longest_word, _prepared, _tokens, _width):
        kept.cache_clear()
