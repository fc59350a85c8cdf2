"""The room a body has on the wall, and the ways to fill it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tvm_desktop.ui.projector.blocks import Block, Look, flow, place_all, tall
from tvm_desktop.ui.projector.colours import Wall
from tvm_desktop.ui.projector.scene import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Items = tuple[Item, ...]

_BALANCE = 0.42
"""Few things stand a little above the middle, where the eye rests."""


@dataclass(frozen=True, slots=True)
class Area:
    """Where a body may paint, with the wall's colours and the language of its few own words."""

    x: float
    y: float
    width: float
    height: float
    wall: Wall
    language: str

    def top(self, blocks: Sequence[Block], gap: float) -> list[Items]:
        """Give pages of blocks that begin at the top."""
        return [tuple(place_all(page, self.x, self.y, gap)) for page in flow(blocks, self.height, gap)]

    def balanced(self, blocks: Sequence[Block], gap: float, share: float = _BALANCE) -> list[Items]:
        """Give a page of blocks with a ``share`` of the free room above them; several pages begin at the top."""
        shared = flow(blocks, self.height, gap)
        share = share if len(shared) == 1 else 0.0
        pages = []
        for page in shared:
            y = self.y + max(0.0, self.height - tall(page, gap)) * share
            pages.append(tuple(place_all(page, self.x, y, gap)))
        return pages

    def largest(
        self, sizes: Sequence[int], gap: float, make: Callable[[int], Sequence[Block]]
    ) -> Sequence[Block]:
        """Return the blocks in the largest type that fits on one page; in the last size if none does."""
        for size in sizes[:-1]:
            blocks = make(size)
            if tall(blocks, gap) <= self.height:
                return blocks
        return make(sizes[-1])

    def newest(self, look: Look, *, newest: bool) -> Look:
        """Return a look, outlined when it is that of the newest thing."""
        return outlined(look, self.wall, newest=newest)

    def card(self, *, newest: bool = False) -> Look:
        """Return the look of an ordinary card."""
        return self.newest(Look(self.wall.panel, self.wall.line), newest=newest)


def outlined(look: Look, wall: Wall, *, newest: bool) -> Look:
    """Return a look, outlined when it is that of the newest thing."""
    return replace(look, edge=wall.accent, edge_width=5.0, newest=True) if newest else look
