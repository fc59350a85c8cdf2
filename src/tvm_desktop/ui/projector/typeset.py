"""Text on the wall: plain, in Noto Sans, wrapped, cut over pages. Lengths are in the canvas, 1080 high."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from tvm_desktop.ui.fonts import FAMILY, load_other_scripts
from tvm_desktop.ui.projector.keep import forget_at_end, watch_the_end

SMALLEST = 30
"""Nothing on the wall is set smaller: 1/36 of its height."""

_LINE = 1.32
_SHORT = 4
_ALONE = 0.3
_MORE = "…"
# Control characters, lone surrogates, and marks that would turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffc\ud800-\udfff]")
_BREAKS = re.compile("\\s*[\n\u2028\u2029]\\s*")
# What belongs together on a line: "kl. 15", "20. marts".
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_BOUND = re.compile(rf"(?<=\bkl\.) (?=\d)|(?<=\d\.) (?=(?:{_MONTHS})\b)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; ``size`` in the canvas."""

    size: int
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A text set in lines.

    ``ends`` and ``bottoms``: where each line ends in the text, and its lower edge. ``last`` is the last line's width.
    """

    layout: QTextLayout
    box: QRectF
    ends: tuple[int, ...]
    bottoms: tuple[float, ...]
    last: float

    @property
    def height(self) -> float:
        """Return the height of all lines."""
        return self.bottoms[-1] if self.bottoms else 0.0

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Paint the lines with their upper left corner at a point."""
        painter.setPen(QColor(colour))
        self.layout.draw(painter, QPointF(x, y))


def clean(text: str) -> str:
    """Return a text fit for the wall: no control characters, no turned directions, no empty lines, dates bound."""
    text = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _BOUND.sub("\u00a0", _BREAKS.sub("\n", text.strip()))


@lru_cache(maxsize=4096)
def typeset(text: str, style: Style, width: float) -> Setting:
    """Set a cleaned text in lines of a width. The same text is set once."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font(style))
    layout.setTextOption(_option(text, centred=style.centred))
    layout.setCacheEnabled(True)
    ends: list[int] = []
    bottoms: list[float] = []
    box, last = QRectF(), 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, bottoms[-1] if bottoms else 0))
        ends.append(line.textStart() + line.textLength())
        bottoms.append(line.y() + max(line.height(), style.size * _LINE))
        box, last = box.united(line.naturalTextRect()), line.naturalTextWidth()
    layout.endLayout()
    return Setting(layout, box, _python_indices(text, ends), tuple(bottoms), last)


def split_text(text: str, style: Style, width: float, room: float) -> tuple[str, str]:
    """Cut a text in what fits into a height and the rest, each with "…" at the cut; ("", text) when no line fits."""
    window = text[: int(room / style.size + 2) * 200]
    setting = typeset(window, style, width)
    if window == text and setting.height <= room:
        return text, ""
    fitting = len(list(takewhile(lambda bottom: bottom <= room, setting.bottoms)))
    if not fitting:
        return "", text
    cut = setting.ends[fitting - 1]
    while typeset(_head(text, cut), style, width).height > room and cut > 1:
        cut = _before(text, cut)
    return _head(text, cut), f"{_MORE} {text[cut:].lstrip()}"


def elided(text: str, style: Style, width: float, lines: int = 1) -> str:
    """Return the text, cut with "…" where it would need more lines."""
    head, _ = split_text(text, style, width, lines * style.size * (_LINE + 0.1))
    return head


def balanced_width(text: str, style: Style, width: float) -> float:
    """Return the narrowest width that needs no more lines, so that no word is left alone on the last one."""
    lines = len(typeset(text, style, width).bottoms)
    if lines < 2:
        return width
    narrow, wide = width / lines, width
    for _ in range(7):
        middle = round((narrow + wide) / 2)
        if len(typeset(text, style, middle).bottoms) > lines:
            narrow = middle
        else:
            wide = middle
    return wide


def typeset_well(text: str, style: Style, width: float) -> Setting:
    """Set a short text so that its last line is not a single word; a long one as it comes."""
    setting = typeset(text, style, width)
    alone = 1 < len(setting.bottoms) <= _SHORT and setting.last < width * _ALONE
    if not alone or "\n" in text or _runs_left(text):
        return setting
    return typeset(text, style, balanced_width(text, style, width))


def line_width(text: str, style: Style) -> float:
    """Return how wide a text is on one line."""
    return typeset(text, style, 100_000.0).box.width()


@lru_cache(maxsize=64)
def font(style: Style) -> QFont:
    """Return the font of a style, the same on every system and at every scale."""
    load_other_scripts()
    watch_the_end()
    chosen = QFont(FAMILY)
    chosen.setPixelSize(style.size)
    chosen.setBold(style.bold)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen


forget_at_end(typeset.cache_clear)
forget_at_end(font.cache_clear)


def _head(text: str, cut: int) -> str:
    return f"{text[:cut].rstrip()} {_MORE}"


def _before(text: str, cut: int) -> int:
    space = text.rfind(" ", 0, cut - 1)
    if cut - space < 40 and space > 2:
        return space
    cut -= 2
    while cut > 1 and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f"):
        cut -= 1
    return cut


def _python_indices(text: str, ends: list[int]) -> tuple[int, ...]:
    """Turn Qt's positions (UTF-16) into Python's (code points)."""
    if not text or max(text) < "\U00010000":
        return tuple(ends)
    units = text.encode("utf-16-le")
    return tuple(len(units[: end * 2].decode("utf-16-le", "ignore")) for end in ends)


def _option(text: str, *, centred: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    leftward = _runs_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    if centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif leftward:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _runs_left(text: str) -> bool:
    """Say whether the first letter belongs to a script that is written from the right."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((found in {"R", "AL"} for found in directions if found in {"L", "R", "AL"}), False)
