"""Who does what as a table.

In large print four columns would be too narrow: all but who stands in one, each thing with its title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Row, Stack
from tvm_desktop.documents.layout.look import LINE
from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.model import BREAK, Promise, Promises, Span, Text, Tone, strong
from tvm_desktop.documents.text import longest_word, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.documents.layout.setter import Setter

# Between two columns, in units.
_GAP = 3
# How what, when and how-we-see may share the room that the names leave; the lowest table is taken.
_SHARES = (
    (0.40, 0.27, 0.33),
    (0.36, 0.26, 0.38),
    (0.38, 0.32, 0.30),
    (0.46, 0.27, 0.27),
    (0.54, 0.23, 0.23),
    (0.33, 0.23, 0.44),
)


Widths = tuple[float, ...]


def table(content: Promises, setter: Setter) -> list[Item]:
    """Return the rows; the header stands above the first and above the first on every further page."""
    if setter.style.large:
        return _wide_rows(content, setter)
    widths = setter.widths.get(content) or min(
        _ways(content, setter), key=lambda way: _lines(content, way, setter)
    )
    setter.widths[content] = widths
    titles = tuple((Span(title),) for title in content.titles)
    head = _row(titles, widths, setter, header=True)
    rows = [Item(_row(_cells(promise), widths, setter), head=head) for promise in content.rows]
    return [Item(head, before=setter.style.air(0.5), keep=True), *rows]


def _wide_rows(content: Promises, setter: Setter) -> list[Item]:
    style = setter.style
    who = _names_width(content, setter)
    width = setter.width - who - _GAP * style.unit
    rows = []
    for promise in content.rows:
        name, what, *others = _cells(promise)
        titled = zip(content.titles[2:], others, strict=True)
        texts = [what, *((Span(f"{title}: ", Tone.QUIET), *text) for title, text in titled if text[0].text)]
        lines = tuple(setter.words(text, style.body(), width) for text in texts)
        cells = (Stack((setter.words(name, style.body(), who),), who), Stack(lines, width))
        places = (0.0, who + _GAP * style.unit)
        rows.append(Row(cells, places, setter.width, style.air(1.5), style.air(1.75), LINE))
    return [Item(row, before=0 if number else style.air(0.5)) for number, row in enumerate(rows)]


def _cells(promise: Promise) -> tuple[Text, ...]:
    beside = (Span(f" ({promise.beside})", Tone.QUIET),) if promise.beside else ()
    corrected = (span for line in promise.corrected for span in (BREAK, Span(line)))
    what = (Span(promise.what), *beside, *corrected)
    return (strong(promise.who),), what, (Span(promise.when),), (Span(promise.seen),)


def _ways(content: Promises, setter: Setter) -> list[Widths]:
    """Return the ways to divide the width; a column without words gets none."""
    who = _names_width(content, setter)
    used = (True, any(row.when for row in content.rows), any(row.seen for row in content.rows))
    left = setter.width - who - _GAP * setter.style.unit * sum(used)
    ways = [[share if shown else 0.0 for share, shown in zip(way, used, strict=True)] for way in _SHARES]
    return [(who, *(left * share / sum(way) for share in way)) for way in ways]


def _lines(content: Promises, widths: Widths, setter: Setter) -> int:
    """Return how many lines a table is high; a word that has to be broken counts as many."""
    cells = [
        [(cell, width) for cell, width in zip(_cells(row), widths, strict=True) if width]
        for row in content.rows
    ]
    body = setter.style.body()
    lines = sum(max(len(setter.words(cell, body, width).lines) for cell, width in row) for row in cells)
    broken = sum(longest_word(cell[0].text, body) > width for row in cells for cell, width in row[1:])
    return lines + 100 * broken


def _names_width(content: Promises, setter: Setter) -> float:
    look = setter.style.body(Tone.STRONG)
    names = [content.titles[0], *(row.who for row in content.rows)]
    word = max(longest_word(name, look) for name in names)
    name = max(text_width(name, look) for name in names)
    return min(max(word, min(0.6 * name, 0.16 * setter.width)) + 1, 0.24 * setter.width)


def _row(cells: Sequence[Text], widths: Widths, setter: Setter, *, header: bool = False) -> Row:
    unit, style = setter.style.unit, setter.style
    stacks: list[Stack] = []
    places: list[float] = []
    x = 0.0
    for cell, width in zip(cells, widths, strict=True):
        if width:
            words = (
                setter.words(cell[0].text, style.column, width)
                if header
                else setter.words(cell, style.body(), width)
            )
            stacks.append(Stack((words,), width))
            places.append(x)
            x += width + _GAP * unit
    above, below = style.air(0.75 if header else 1.5), style.air(1.75)
    return Row(tuple(stacks), tuple(places), setter.width, above, below, LINE)
