"""The grid: columns of cards in rows by who said them; what was agreed last time has pages of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tvm_desktop.formats.model import Tint
from tvm_desktop.ui.projector.blocks import Block, Paragraph, Stack, first_page, flow, place_all, ready, tall
from tvm_desktop.ui.projector.columns import column_card, waiting
from tvm_desktop.ui.projector.lanes import GAP, Lane, heads, lay_lanes, placed, shared
from tvm_desktop.ui.projector.scene import Box, Item
from tvm_desktop.ui.projector.typeset import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tvm_desktop.session.frames.model import CardFrame, Grid, GridColumnFrame
    from tvm_desktop.ui.projector.area import Area, Items
    from tvm_desktop.ui.projector.lanes import Heads

_SIZE = 32
_LABEL = Style(30, bold=True)
_LINE = 2.0
_BELOW_LABEL = 10.0
_BETWEEN_ROWS = 22.0


@dataclass(frozen=True)
class Band:
    """One row: its title, and below it a cell per column, each as far to the right as its column."""

    label: Stack
    cells: tuple[tuple[float, tuple[Block, ...]], ...]
    width: float
    line: str

    @cached_property
    def height(self) -> float:
        """How much room it needs."""
        return self._top + max((tall(blocks, GAP) for _, blocks in self.cells), default=0.0)

    @property
    def _top(self) -> float:
        return self.label.height + _LINE + _BELOW_LABEL

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the title, a thin line across the columns, and the cards."""
        first = self.cells[0][0] if self.cells else 0.0
        yield from self.label.place(x + first + 8, y)
        for left, blocks in self.cells:
            yield Box(QRectF(x + left, y + self.label.height, self.width, _LINE), self.line)
            yield from place_all(blocks, x + left, y + self._top, GAP)

    def cut(self, room: float) -> tuple[Band, Band] | None:
        """Give what fits into a height and the rest; the title is said again above it."""
        parts = [(left, first_page(blocks, room - self._top, GAP)) for left, blocks in self.cells]
        first = tuple((left, tuple(page)) for left, (page, _) in parts)
        rest = tuple((left, tuple(after)) for left, (_, after) in parts)
        if not any(blocks for _, blocks in rest) or any(tall(b, GAP) > room - self._top for _, b in first):
            return None
        return replace(self, cells=first), replace(self, cells=rest)


def lay_grid(body: Grid, area: Area) -> list[Items]:
    """Give the pages of the grid, then those of what was agreed last time."""
    pages = [page for part in shared(body.columns, area) for page in _table(body.rows, part, area)]
    return [*pages, *_since(body, area)] or [()]


def _table(rows: tuple[str, ...], columns: Sequence[GridColumnFrame], area: Area) -> list[Items]:
    above = heads([(column.title, area.wall.tint(column.tint)) for column in columns], area)
    room = area.height - above.top
    y = area.y + above.top
    bands = flow(_bands(rows, columns, above, area), room, _BETWEEN_ROWS)
    common = [
        (x, flow(_cards(column, column.cells[0], above.width, area), room, GAP))
        for column, x in zip(columns, above.lefts, strict=True)
        if column.common
    ]
    pages = []
    for number in range(max(len(bands), *(len(shares) for _, shares in common), 1)):
        items: list[Item] = [item for head in above.items for item in head]
        items += place_all(bands[min(number, len(bands) - 1)], area.x, y, _BETWEEN_ROWS)
        for x, shares in common:
            items += placed(tuple(shares[min(number, len(shares) - 1)]), x, y)
        pages.append(tuple(items))
    return pages


def _bands(rows: tuple[str, ...], columns: Sequence[GridColumnFrame], above: Heads, area: Area) -> list[Band]:
    parted = [(x, c) for x, c in zip(above.lefts, columns, strict=True) if not c.common]
    if not parted:
        return []
    return [_band(title, row, parted, above.width, area) for row, title in enumerate(rows)]


def _band(
    title: str, row: int, parted: Sequence[tuple[float, GridColumnFrame]], width: float, area: Area
) -> Band:
    label = ready([Paragraph(title, _LABEL, area.wall.muted, label=True)], width - 16)
    return Band(
        Stack(label, width - 16, area.wall.tint(parted[0][1].tint).faint),
        tuple(
            (x - area.x, tuple(_cards(column, column.cells[row], width, area, alone=row == 0)))
            for x, column in parted
        ),
        width,
        area.wall.line,
    )


def _cards(
    column: GridColumnFrame, cards: Sequence[CardFrame], width: float, area: Area, *, alone: bool = True
) -> list[Block]:
    """Return the cards of a cell; in a column where nothing stands yet, what is said meanwhile."""
    colours = area.wall.tint(column.tint)
    if alone and column.waiting.strip() and not any(column.cells):
        return [waiting(column.waiting, colours, width, area)]
    return [column_card(card, colours, width, _SIZE, area.wall) for card in cards]


def _since(body: Grid, area: Area) -> list[Items]:
    """Give what was agreed last time, a column for each row of the grid."""
    if not body.since:
        return []
    titles = [f"{body.since_title}: {title}" for title in body.rows]
    found = [(title, cards) for title, cards in zip(titles, body.since, strict=True) if cards]
    colours = area.wall.tint(Tint.PLAIN)

    def blocks(cards: tuple[CardFrame, ...]) -> Callable[[float, int], list[Block]]:
        return lambda width, size: [column_card(card, colours, width, size, area.wall) for card in cards]

    return lay_lanes([Lane(title, colours, blocks(cards)) for title, cards in found], area)
