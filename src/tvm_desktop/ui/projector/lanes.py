"""Columns of cards under their titles; each column has its own pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF

from tvm_desktop.ui.projector.area import Items
from tvm_desktop.ui.projector.blocks import Block, Look, flow, place_all
from tvm_desktop.ui.projector.colours import TintColours, Wall
from tvm_desktop.ui.projector.keep import forget_at_end
from tvm_desktop.ui.projector.scene import Box, Item, SetWords
from tvm_desktop.ui.projector.typeset import Style, clean, elided, typeset

if TYPE_CHECKING:
    from tvm_desktop.ui.projector.area import Area

L = TypeVar("L")

GAP = 14.0
_BETWEEN = 32.0
_NARROWEST = 400.0
_TITLES = (Style(36, bold=True), Style(32, bold=True))
_TITLE_LINES = 4
_BAR = 7.0
# One column has room for larger type; where it does not fit on one page, the next size is tried.
_SIZES = {1: (46, 40), 2: (40, 36)}
_USUAL_SIZES = (32,)


@dataclass(frozen=True, slots=True)
class Lane:
    """One column; ``blocks`` makes its cards for a width and a size of type."""

    title: str
    colours: TintColours
    blocks: Callable[[float, int], Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Heads:
    """The tops of columns side by side: what is painted of them, where each begins, and the room below."""

    items: tuple[Items, ...]
    lefts: tuple[float, ...]
    width: float
    top: float


def lay_lanes(lanes: Sequence[Lane], area: Area) -> list[Items]:
    """Give pages of columns side by side; more than the wall has room for are shared evenly over several pages."""
    pages = [page for part in shared(lanes, area) for page in _side_by_side(part, area)]
    return pages or [()]


def shared(lanes: Sequence[L], area: Area) -> list[Sequence[L]]:
    """Share columns evenly over as many pages as they need to be wide enough."""
    most = max(1, int((area.width + _BETWEEN) // (_NARROWEST + _BETWEEN)))
    turns = ceil(len(lanes) / most)
    cuts = [len(lanes) * turn // turns for turn in range(turns + 1)] if turns else [0]
    return [lanes[first:last] for first, last in pairwise(cuts)]


def heads(lanes: Sequence[tuple[str, TintColours]], area: Area) -> Heads:
    """Lay out the titles of columns side by side, each above its own ground."""
    count = len(lanes)
    width = (area.width - _BETWEEN * (count - 1)) / count
    style = _title_style([title for title, _ in lanes], width)
    titles = [elided(clean(title), style, width, lines=_TITLE_LINES) for title, _ in lanes]
    title_height = max(typeset(title, style, width).height if title else 0.0 for title in titles)
    top = title_height + (8 + _BAR + 20 if title_height else 0.0)
    lefts = tuple(area.x + index * (width + _BETWEEN) for index in range(count))
    items: list[Items] = []
    for x, title, (_, colours) in zip(lefts, titles, lanes, strict=True):
        ground = Box(QRectF(x, area.y + top - 6, width, area.height - top + 6), colours.faint, radius=18)
        rect = QRectF(x, area.y, width, title_height)
        items.append((ground, *(_title(title, style, colours, rect, area.wall) if title else ())))
    return Heads(tuple(items), lefts, width, top)


def lane_look(size: int, fill: str, edge: str = "") -> Look:
    """Return the look of a card in a column; smaller type comes with less air."""
    return Look(fill, edge, pad_y=16.0 if size > _USUAL_SIZES[0] else 14.0)


def _side_by_side(lanes: Sequence[Lane], area: Area) -> list[Items]:
    above = heads([(lane.title, lane.colours) for lane in lanes], area)
    columns = _largest(lanes, above.width, area.height - above.top)
    pages = []
    for number in range(max(len(column) for column in columns)):
        items: list[Item] = []
        for head, x, column in zip(above.items, above.lefts, columns, strict=True):
            items += head
            items += placed(tuple(column[min(number, len(column) - 1)]), x, area.y + above.top)
        pages.append(tuple(items))
    return pages


@lru_cache(maxsize=256)
def placed(blocks: tuple[Block, ...], x: float, y: float) -> tuple[Item, ...]:
    """Place a page's cards; of a long board only what is different is placed anew."""
    return tuple(place_all(blocks, x, y, GAP))


forget_at_end(placed.cache_clear)


def _largest(lanes: Sequence[Lane], width: float, height: float) -> list[list[list[Block]]]:
    sizes = _SIZES.get(len(lanes), _USUAL_SIZES)
    for size in sizes:
        columns = [flow(lane.blocks(width, size), height, GAP) for lane in lanes]
        if all(len(column) == 1 for column in columns):
            break
    return columns


def _title_style(said: Sequence[str], width: float) -> Style:
    """Return the larger style where every title fits on two lines, else the smaller one."""
    usual, smaller = _TITLES
    titles = [clean(title) for title in said]
    return usual if all(elided(title, usual, width, lines=2) == title for title in titles) else smaller


def _title(title: str, style: Style, colours: TintColours, rect: QRectF, wall: Wall) -> Iterator[Item]:
    setting = typeset(title, style, rect.width())
    room = QRectF(rect.x(), rect.bottom() - setting.height, rect.width(), setting.height)
    yield SetWords(room, setting, title, style, wall.ink, wall.ground)
    yield Box(QRectF(rect.x(), rect.bottom() + 8, rect.width(), _BAR), colours.bar, radius=_BAR / 2)
