"""Columns of cards under their titles; each column has its own pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tvm_desktop.ui.projector.blocks import Block, Look, flow, place_all
from tvm_desktop.ui.projector.colours import TintColours, Wall
from tvm_desktop.ui.projector.keep import forget_at_end
from tvm_desktop.ui.projector.scene import Box, Item, SetWords
from tvm_desktop.ui.projector.typeset import Style, clean, elided, typeset

if TYPE_CHECKING:
    from tvm_desktop.ui.projector.area import Area, Items

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


def lay_lanes(lanes: Sequence[Lane], area: Area) -> list[Items]:
    """Give pages of columns side by side; more than the wall has room for are shared evenly over several pages."""
    most = max(1, int((area.width + _BETWEEN) // (_NARROWEST + _BETWEEN)))
    turns = ceil(len(lanes) / most)
    pages: list[Items] = []
    for turn in range(turns):
        first, last = (len(lanes) * share // turns for share in (turn, turn + 1))
        pages += _side_by_side(lanes[first:last], area)
    return pages or [()]


def lane_look(size: int, fill: str, edge: str = "") -> Look:
    """Return the look of a card in a column; smaller type comes with less air."""
    return Look(fill, edge, pad_y=16.0 if size > _USUAL_SIZES[0] else 14.0)


def _side_by_side(lanes: Sequence[Lane], area: Area) -> list[Items]:
    count = len(lanes)
    width = (area.width - _BETWEEN * (count - 1)) / count
    style = _title_style(lanes, width)
    titles = [elided(clean(lane.title), style, width, lines=_TITLE_LINES) for lane in lanes]
    title_height = max(typeset(title, style, width).height if title else 0.0 for title in titles)
    top = title_height + (8 + _BAR + 20 if title_height else 0.0)
    columns = _largest(lanes, width, area.height - top)
    heads: list[Items] = []
    for index, (lane, title) in enumerate(zip(lanes, titles, strict=True)):
        x = area.x + index * (width + _BETWEEN)
        ground = Box(QRectF(x, area.y + top - 6, width, area.height - top + 6), lane.colours.faint, radius=18)
        above = _title(title, style, lane, QRectF(x, area.y, width, title_height), area.wall) if title else ()
        heads.append((ground, *above))
    pages = []
    for number in range(max(len(column) for column in columns)):
        items: list[Item] = []
        for index, (head, column) in enumerate(zip(heads, columns, strict=True)):
            items += head
            blocks = tuple(column[min(number, len(column) - 1)])
            items += _cards(blocks, area.x + index * (width + _BETWEEN), area.y + top)
        pages.append(tuple(items))
    return pages


@lru_cache(maxsize=256)
def _cards(blocks: tuple[Block, ...], x: float, y: float) -> tuple[Item, ...]:
    """Place a page's cards; of a long board only what is different is placed anew."""
    return tuple(place_all(blocks, x, y, GAP))


forget_at_end(_cards.cache_clear)


def _largest(lanes: Sequence[Lane], width: float, height: float) -> list[list[list[Block]]]:
    sizes = _SIZES.get(len(lanes), _USUAL_SIZES)
    for size in sizes:
        columns = [flow(lane.blocks(width, size), height, GAP) for lane in lanes]
        if all(len(column) == 1 for column in columns):
            break
    return columns


def _title_style(lanes: Sequence[Lane], width: float) -> Style:
    """Return the larger style where every title fits on two lines, else the smaller one."""
    usual, smaller = _TITLES
    titles = [clean(lane.title) for lane in lanes]
    return usual if all(elided(title, usual, width, lines=2) == title for title in titles) else smaller


def _title(title: str, style: Style, lane: Lane, rect: QRectF, wall: Wall) -> Iterator[Item]:
    setting = typeset(title, style, rect.width())
    room = QRectF(rect.x(), rect.bottom() - setting.height, rect.width(), setting.height)
    yield SetWords(room, setting, title, style, wall.ink, wall.ground)
    yield Box(QRectF(rect.x(), rect.bottom() + 8, rect.width(), _BAR), lane.colours.bar, radius=_BAR / 2)
