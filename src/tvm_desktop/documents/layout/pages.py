"""Blocks onto pages: nothing that belongs together is torn apart, and the last page is not nearly empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.documents.layout.blocks import Block

# A last page that holds less than this share looks like a mistake.
_NEARLY_EMPTY = 0.22
_STEPS = 24


class Item(NamedTuple):
    """A block in the flow: air above it (not at the top of a page), and what it must not be parted from.

    ``head`` is drawn first when the block opens a page, as the header of a table.
    """

    block: Block
    before: float = 0.0
    keep: bool = False
    head: Block | None = None


class Placed(NamedTuple):
    """A block and how far below the top of its page it begins."""

    block: Block
    down: float


Page = tuple[Placed, ...]


def paginate(items: Sequence[Item], height: float) -> tuple[Page, ...]:
    """Return the pages of a flow; the last ones are evened out when the last would be nearly empty."""
    pages = _fill(items, (height,))
    if len(pages) == 1 or _used(pages[-1]) >= _NEARLY_EMPTY * height:
        return pages
    for step in range(1, _STEPS):
        lower = height * (1 - step / (2 * _STEPS))
        others = _fill(items, (*(height,) * (len(pages) - 2), lower, height))
        if len(others) != len(pages):
            break
        if _used(others[-1]) >= _NEARLY_EMPTY * height:
            return others
    return pages


def _used(page: Page) -> float:
    return max((placed.down + placed.block.height for placed in page), default=0.0)


def _fill(items: Sequence[Item], heights: Sequence[float]) -> tuple[Page, ...]:
    """Return the pages when page n is ``heights[n]`` high; the last height counts for all that follow."""
    pages: list[list[Placed]] = [[]]
    down = 0.0
    queue = list(reversed(items))
    while queue:
        item = queue.pop()
        room = heights[min(len(pages), len(heights)) - 1]
        page = pages[-1]
        start = down + (item.before if page else 0.0)
        if page and start + _needed(item, queue) > room:
            queue.append(item)
            pages.append([])
            down = 0.0
            continue
        if not page and item.head:
            page.append(Placed(item.head, 0.0))
            start = item.head.height
        first, rest = _cut(item.block, room - start)
        page.append(Placed(first, start))
        down = start + first.height
        if rest is not None:
            queue.append(item._replace(block=rest, before=0.0))
            pages.append([])
            down = 0.0
    return tuple(map(tuple, pages))


def _needed(item: Item, following: Sequence[Item]) -> float:
    """Return the least height that makes it worth beginning here."""
    if not item.keep or not following:
        return item.block.least
    after = following[-1]
    return item.block.height + after.before + _needed(after, following[:-1])


def _cut(block: Block, room: float) -> tuple[Block, Block | None]:
    halves = block.split(room) if block.height > room else None
    return halves or (block, None)
