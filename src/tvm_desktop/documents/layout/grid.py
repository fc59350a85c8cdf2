"""Columns by rows. The rows' lines do not cross what is common to all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Block, Gap, Halves, Row, Stack, rule, split_all
from tvm_desktop.documents.layout.look import LINE
from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.model import Tone, strong
from tvm_desktop.documents.text import longest_word, text_width

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tvm_desktop.documents.layout.setter import Setter
    from tvm_desktop.documents.model import Fact, Facts, Grid, GridColumn, Text

# Between two columns, in units.
_GAP = 4
_TITLES_SHARE = 0.18
# So many letters more, so that an empty column can still be written in by hand.
_FEW = 250


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; where it goes on, on the next page, its title stands again."""

    row: Row
    lines: tuple[tuple[float, float], ...]

    @property
    def height(self) -> float:
        """That of its highest cell."""
        return self.row.height

    @property
    def least(self) -> float:
        """That of the first lines."""
        return self.row.least

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the cells, and a line below those that are the row's own."""
        self.row.draw(canvas, x, top)
        for place, width in self.lines:
            rule(canvas, x + place, top - self.height, width, LINE)

    def split(self, room: float) -> Halves | None:
        """Break every cell at the same height."""
        halves = self.row.split(room)
        if halves is None:
            return None
        first, later = halves
        if not isinstance(first, Row) or not isinstance(later, Row):
            return None
        titled = replace(later, cells=(self.row.cells[0], *later.cells[1:]))
        return replace(self, row=first, lines=()), replace(self, row=titled)


def facts(content: Facts, setter: Setter) -> list[Item]:
    """Return the head of a form: what is short in two columns, then what is long on lines of its own."""
    body = setter.style.body()
    half = (setter.width - _GAP * setter.style.unit) / 2
    titles = max(
        (text_width(fact.title, setter.style.body(Tone.STRONG)) for fact in content.items), default=0.0
    )
    first = min(titles + _GAP * setter.style.unit, 0.4 * half)
    short = [fact for fact in content.items if text_width(fact.text, body) <= half - first]
    down = -(-len(short) // 2)
    pairs = [(short[n], *short[n + down : n + down + 1]) for n in range(down)]
    rows = [*pairs, *((fact,) for fact in content.items if fact not in short)]
    blocks = [
        Row(
            tuple(_fact(fact, first, half if fact in short else setter.width, setter) for fact in row),
            (0.0, setter.width - half)[: len(row)],
            setter.width,
        )
        for row in rows
    ]
    return [Item(block, before=setter.style.air(0.5 if n else 2)) for n, block in enumerate(blocks)]


def _fact(fact: Fact, first: float, width: float, setter: Setter) -> Stack:
    body = setter.style.body()
    cells = (
        Stack((setter.words((strong(fact.title),), body, first),), first),
        Stack((setter.words(fact.text, body, width - first),), width - first),
    )
    return Stack((Row(cells, (0.0, first), width),), width)


def grid(content: Grid, setter: Setter) -> list[Item]:
    """Return the rows; the columns' titles stand above the first and above the first on every further page."""
    places, widths = _columns(content, setter)
    rows = _rows(content, places, widths, setter)
    if not any(column.title for column in content.columns):
        return [Item(row, before=setter.style.air(0 if n else 0.5)) for n, row in enumerate(rows)]
    titles = ["", *(column.title for column in content.columns)]
    cells = [
        Stack((setter.words((strong(title),), setter.style.body(), width),) if title else (), width)
        for title, width in zip(titles, widths, strict=True)
    ]
    head = Row(tuple(cells), places, setter.width, setter.style.air(1), setter.style.air(1.5), LINE)
    return [
        Item(head, before=setter.style.air(4), keep=True),
        *(Item(row, head=head) for row in rows),
    ]


def _columns(content: Grid, setter: Setter) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return where the rows' titles and the columns stand, and how wide they are."""
    style, gap = setter.style, _GAP * setter.style.unit
    words = max((longest_word(title, style.body(Tone.STRONG)) for title in content.titles), default=0.0)
    first = min(words + 1, _TITLES_SHARE * setter.width)
    room = setter.width - first - len(content.columns) * gap
    weights = [_weight(column) for column in content.columns]
    widths = (first, *(room * weight / sum(weights) for weight in weights))
    places = tuple(sum(widths[:number]) + number * gap for number in range(len(widths)))
    return places, widths


def _weight(column: GridColumn) -> float:
    """Return how wide a column wants to be: one with four times the words gets nearly twice the width."""
    letters = sum(len(span.text) for texts in column.cells for text in texts for span in text)
    return float(sqrt(_FEW + letters))


def _rows(
    content: Grid, places: tuple[float, ...], widths: tuple[float, ...], setter: Setter
) -> list[GridRow]:
    """Return the rows; what is common flows down along them, and makes the last one higher where it is longer."""
    whole = [
        _blocks(column.cells[0] if column.cells else (), width, setter) if column.common else ()
        for column, width in zip(content.columns, widths[1:], strict=True)
    ]
    rows: list[GridRow] = []
    for number, title in enumerate(content.titles):
        name = setter.words((strong(title),), setter.style.body(), widths[0])
        own = [
            () if column.common else _blocks(column.cells[number], width, setter)
            for column, width in zip(content.columns, widths[1:], strict=True)
        ]
        last = number == len(content.titles) - 1
        room = max(_height(blocks) for blocks in ((name,), *own))
        for place, column in enumerate(content.columns):
            if column.common:
                own[place], whole[place] = (whole[place], ()) if last else _fitting(whole[place], room)
        rows.append(_row(((name,), *own), content.columns, places, widths, setter, last=last))
    return rows


def _fitting(blocks: tuple[Block, ...], room: float) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    return split_all(blocks, room) or ((), blocks)


def _row(
    cells: tuple[tuple[Block, ...], ...],
    columns: tuple[GridColumn, ...],
    places: tuple[float, ...],
    widths: tuple[float, ...],
    setter: Setter,
    *,
    last: bool,
) -> GridRow:
    stacks = tuple(Stack(blocks, width) for blocks, width in zip(cells, widths, strict=True))
    row = Row(stacks, places, setter.width, setter.style.air(1.5), setter.style.air(2))
    gap = _GAP * setter.style.unit
    crossed = (True, *(last or not column.common for column in columns))
    lines = [
        (place, width + (gap if number < len(columns) else 0))
        for number, (place, width) in enumerate(zip(places, widths, strict=True))
        if crossed[number]
    ]
    return GridRow(row, tuple(lines))


def _blocks(texts: tuple[Text, ...], width: float, setter: Setter) -> tuple[Block, ...]:
    """Return the texts below each other, with a little air between."""
    blocks: list[Block] = []
    for number, text in enumerate(texts):
        if number:
            blocks.append(Gap(setter.style.air(1)))
        blocks.append(setter.words(text, setter.style.body(), width))
    return tuple(blocks)


def _height(blocks: tuple[Block, ...]) -> float:
    return sum(block.height for block in blocks)
