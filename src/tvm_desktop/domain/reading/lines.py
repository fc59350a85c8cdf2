"""From a text as it was typed or pasted to lines without markup, each with no sentence running out of it."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A line as long as this whose sentence goes on with a small letter was broken by a margin, not by a person.
_MARGIN = 60

_BLOCK_TAG = re.compile(
    r"</?(article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)"
    r"(\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(a|abbr|b|code|em|font|i|img|mark|s|small|span|strong|sub|sup|u)(\s[^<>]*)?/?>", re.IGNORECASE
)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_ADDRESS = re.compile(r"(https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_EMPHASIS = re.compile(r"[*_`~]+(?=\S)(?<![^\W_])|(?<=\S)[*_`~]+(?![^\W_])")
_HEADING = re.compile(r"^[ \t]*(#+|>+)[ \t]+", re.MULTILINE)
_HYPHENED = re.compile(r"(?<=[^\W\d_])-[ \t]*\n[ \t]*(?!(?:og|eller|samt|til|and|or|to)\b)(?=[^\W\d_])")
_BULLET = re.compile(r"(?:[-–—+*•·◦▪‣]|\(?\d{1,2}[.)]|\(?[a-zæøå]\))[ \t]+")
_CELL_END = re.compile(r"[|\t]+")
_DOT_BULLET = re.compile(r"[•◦▪‣]")


def lines(text: str) -> Iterator[str]:
    """Go through the lines of a text: bullets and table cells are lines, a line that a margin broke is none."""
    waiting, length = "", 0
    for raw in _bare(text).split("\n"):
        line, bullet = _without_bullet(raw.strip())
        first, *cells = [cell.strip() for cell in _CELL_END.split(line)]
        if waiting and first and not bullet and length >= _MARGIN and first[0].islower():
            first = f"{waiting} {first}"
        elif waiting:
            yield waiting
        yield from (cell for cell in (first, *cells)[:-1] if cell)
        waiting, length = (cells[-1] if cells else first), len(raw.strip())
    if waiting:
        yield waiting


def composed(text: str) -> str:
    """Return a text whose letters are one sign each, also those that are typed as a letter and a mark."""
    return unicodedata.normalize("NFC", text)


def _bare(text: str) -> str:
    """Return a text without markup and addresses, with words whole that a line end had divided."""
    text = composed(text).replace("\u00ad", "").replace("\r\n", "\n").replace("\r", "\n")
    text = html.unescape(_INLINE_TAG.sub("", _BLOCK_TAG.sub("\n", text))).replace("\u00a0", " ")
    text = _ADDRESS.sub(" ", _LINK.sub(r"\1", text))
    text = _DOT_BULLET.sub("\n• ", _HEADING.sub("", text))
    return _HYPHENED.sub(_rejoined, text)


def _rejoined(found: re.Match[str]) -> str:
    """Return what was between the halves of a word: nothing, or its own hyphen before a capital letter."""
    return "-" if found.string[found.end()].isupper() else ""


def _without_bullet(line: str) -> tuple[str, bool]:
    found = _BULLET.match(line)
    bare = line[found.end() :] if found else line
    return _EMPHASIS.sub("", bare), found is not None
