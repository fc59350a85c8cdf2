"""One whole chain of the red thread, from what we saw to what we do, down along one line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from tvm_desktop.ui.projector.area import Area, Items
from tvm_desktop.ui.projector.blocks import Block, Field, Look, Paragraph, field
from tvm_desktop.ui.projector.scene import Box, Dot, Item
from tvm_desktop.ui.projector.typeset import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tvm_desktop.session.frames.model import Thread, ThreadLink

_SIZES = (50, 46, 40, 36)
_TITLE_SIZE = 34
_TITLES = 0.24
_RAIL = 90.0
_DOT = 15.0
_LINE = 6.0
_SEAM = 0.5
_PLAIN = Look("", pad_x=0.0, pad_y=0.0)


def lay_thread(body: Thread, area: Area) -> list[Items]:
    """Give the pages of the chain."""

    def make(size: int) -> Sequence[Block]:
        stations = [_station(link, size, area) for link in body.links if any(t.strip() for t in link.texts)]
        return [replace(s, follows=i > 0, goes_on=i < len(stations) - 1) for i, s in enumerate(stations)]

    blocks = area.largest(_SIZES, 0.0, make)
    free = area.height - sum(block.height for block in blocks)
    air = min(max(free / max(len(blocks), 1), 0.0), 60.0)
    spread = [replace(block, air=block.air + air) for block in blocks if isinstance(block, Station)]
    return area.balanced(spread, 0.0)


@dataclass(frozen=True, slots=True)
class Station:
    """One station: its title, its place on the line, and what is said of it. ``air`` is the room below."""

    title: Field
    said: Field
    area: Area
    first_line: float
    follows: bool = False
    goes_on: bool = False
    air: float = 24.0

    @property
    def height(self) -> float:
        """How much room it needs."""
        return max(self.title.height, self.said.height) + self.air

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the title, the line with its dot, and the words."""
        wall = self.area.wall
        rail = x + self.title.width + _RAIL / 2
        centre = y + self.air / 2 + self.first_line / 2
        above = y if self.follows else centre
        below = y + self.height if self.goes_on else centre
        if below > above:
            yield Box(
                QRectF(rail - _LINE / 2, above - _SEAM, _LINE, below - above + 2 * _SEAM),
                wall.accent,
                radius=0,
            )
        yield Dot(QPointF(rail, centre), _DOT, fill=wall.accent)
        offset = (self.first_line - _TITLE_SIZE * 1.36) / 2
        yield from self.title.place(x, y + self.air / 2 + max(offset, 0.0))
        yield from self.said.place(x + self.title.width + _RAIL, y + self.air / 2)

    def cut(self, room: float) -> tuple[Station, Station] | None:
        """Give what fits into a height and the rest; the title stands on both."""
        parts = self.said.cut(room - self.air)
        if parts is None:
            return None
        return replace(self, said=parts[0], goes_on=True), replace(self, said=parts[1], follows=True)


def _station(link: ThreadLink, size: int, area: Area) -> Station:
    wall = area.wall
    titles = area.width * _TITLES
    title = Paragraph(link.title, Style(_TITLE_SIZE, bold=True), wall.muted, label=True)
    said = [Paragraph(text, Style(size), wall.ink, gap=8.0) for text in link.texts]
    return Station(
        field([title], _PLAIN, titles),
        field(said, _PLAIN, area.width - titles - _RAIL),
        area,
        first_line=size * 1.36,
    )
