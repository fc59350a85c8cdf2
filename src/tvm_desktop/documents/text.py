"""The one paragraph class that takes every text to paper.

It sets letters, never markup: what a person typed as ``<b>`` is printed as ``<b>``. A letter that no font has is drawn
as an empty frame and remembered in :class:`Missing`, since ReportLab itself would leave it out without a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from tvm_desktop.documents.fonts import font_for, fonts
from tvm_desktop.documents.letters import as_seen, clean, from_right, join, starts_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlab.pdfgen.canvas import Canvas

# A word with the blanks before it; inside a word a line may also end after a hyphen or a slash.
_WORD = re.compile(r" *[^ /-]+[/-]*| *[/-]+| +")
# "kl. 14.30", "klokken 8" and "20. marts" stay on one line.
_TIED = re.compile(r"(?<=\bkl\.) (?=\d)|(?<=\bklokken) (?=\d)|(?<=\d\.) (?=[a-zæøå])")
_TIE = "\u00a0"
_FRAME = 0.62


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: size and leading in points, colour as "#rrggbb"."""

    size: float
    leading: float
    colour: str
    bold: bool = False


@dataclass(slots=True)
class Missing:
    """The letters that no font has, in the order in which they were met."""

    letters: dict[str, None] = field(default_factory=dict)

    def look_at(self, text: str, *, bold: bool) -> None:
        """Remember what is missing of a text; a joined form counts as the letter itself."""
        if fonts(bold=bold)[0].letters.issuperset(text):
            return
        for letter in text:
            if font_for(letter, bold=bold) is None:
                self.letters[unicodedata.normalize("NFKC", letter)] = None


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring letters of one font and look; ``font`` "" means a frame for each letter that is missing."""

    text: str
    font: str
    look: Look
    width: float

    def draw(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Set the letters from ``x`` on."""
        canvas.setFillColor(HexColor(self.look.colour))
        if self.font:
            canvas.setFont(self.font, self.look.size)
            canvas.drawString(x, baseline, self.text)
            return
        canvas.setStrokeColor(HexColor(self.look.colour))
        canvas.setLineWidth(0.05 * self.look.size)
        step, high = _FRAME * self.look.size, 0.7 * self.look.size
        for place in range(len(self.text)):
            canvas.rect(x + place * step + 0.1 * step, baseline, 0.8 * step, high)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is seen, and whether it belongs at the right edge."""

    runs: tuple[Run, ...]
    right: bool

    @property
    def width(self) -> float:
        """Points from its left to its right."""
        return sum(run.width for run in self.runs)

    def draw(self, canvas: Canvas, x: float, baseline: float, room: float) -> None:
        """Set the line into ``room`` points."""
        if self.right:
            x += room - self.width
        for run in self.runs:
            run.draw(canvas, x, baseline)
            x += run.width


Piece = tuple[str, Look]


def break_lines(pieces: Iterable[Piece], width: float, missing: Missing) -> tuple[Line, ...]:
    """Return a text broken into lines of a width in points."""
    return tuple(
        _line(line, right=starts_right("".join(text for text, _ in hard)))
        for hard in _hard_lines(pieces, missing)
        for line in _wrapped(hard, width)
    )


def longest_word(text: str, look: Look) -> float:
    """Return the width of the widest word in points."""
    return max((_width(word, look) for word in clean(text).split()), default=0.0)


def text_width(text: str, look: Look) -> float:
    """Return the width of a text on one line, in points."""
    return _measure([(clean(text), look)])


def _hard_lines(pieces: Iterable[Piece], missing: Missing) -> list[list[Piece]]:
    """Return the pieces, cleaned and joined, by the line ends that were typed."""
    lines: list[list[Piece]] = [[]]
    for text, look in pieces:
        for number, part in enumerate(clean(text).split("\n")):
            if number:
                lines.append([])
            ready = join(_TIED.sub(_TIE, part))
            missing.look_at(ready, bold=look.bold)
            lines[-1].append((ready, look))
    return lines


def _words(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return what may stand on a line of its own, each with the blanks before it."""
    words: list[list[Piece]] = []
    for text, look in pieces:
        for number, token in enumerate(_WORD.findall(text)):
            if words and not number and token[0] != " " and words[-1][-1][0][-1] not in " -/":
                words[-1].append((token, look))
            else:
                words.append([(token, look)])
    return words


def _wrapped(pieces: Sequence[Piece], room: float) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    used = 0.0
    for word in _words(pieces):
        for part in _fitting(word, room):
            size = _measure(part)
            if line and used + size > room:
                yield line
                bare = part[0][0].lstrip(" ")
                line = [(bare, part[0][1]), *part[1:]]
                used = _measure(line)
            else:
                line += part
                used += size
    yield line


def _fitting(word: list[Piece], room: float) -> list[list[Piece]]:
    """Return a word whole, or letter by letter when it is wider than the paper."""
    if _measure(word) <= room:
        return [word]
    return [[(letter, look)] for text, look in word for letter in text]


def _measure(pieces: Iterable[Piece]) -> float:
    return sum(_width(text, look) for text, look in pieces)


def _line(pieces: Sequence[Piece], *, right: bool) -> Line:
    if any(from_right(text) for text, _ in pieces):
        pieces = _reordered(pieces, right=right)
    looks = groupby(pieces, key=lambda piece: piece[1])
    merged = [("".join(text for text, _ in group), look) for look, group in looks]
    return Line(tuple(run for text, look in merged for run in _runs(text, look)), right)


def _reordered(pieces: Sequence[Piece], *, right: bool) -> list[Piece]:
    tagged = [(letter, place) for place, (text, _) in enumerate(pieces) for letter in text]
    seen = groupby(as_seen(tagged, right=right), key=lambda pair: pair[1])
    return [("".join(letter for letter, _ in group), pieces[place][1]) for place, group in seen]


@lru_cache(maxsize=4096)
def _width(text: str, look: Look) -> float:
    return sum(run.width for run in _runs(text, look))


def _runs(text: str, look: Look) -> tuple[Run, ...]:
    text = text.replace(_TIE, " ")
    first = fonts(bold=look.bold)[0]
    if first.letters.issuperset(text):
        return (_run(text, first.name, look),) if text else ()
    by_font = groupby(text, key=lambda letter: _font_name(letter, look))
    return tuple(_run("".join(letters), name, look) for name, letters in by_font)


def _font_name(letter: str, look: Look) -> str:
    font = font_for(letter, bold=look.bold)
    return font.name if font else ""


def _run(text: str, font: str, look: Look) -> Run:
    width = stringWidth(text, font, look.size) if font else len(text) * _FRAME * look.size
    return Run(text, font, look, float(width))
