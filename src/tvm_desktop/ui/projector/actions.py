"""Who does what and when, in rows under the goals, as on the paper that the family takes home."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tvm_desktop.ui.projector.area import outlined
from tvm_desktop.ui.projector.blocks import (
    Block,
    Group,
    Look,
    Paragraph,
    Stack,
    Wide,
    first_page,
    place_all,
    ready,
    tall,
)
from tvm_desktop.ui.projector.colours import Wall
from tvm_desktop.ui.projector.scene import Box
from tvm_desktop.ui.projector.typeset import SMALLEST, Style, clean, line_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tvm_desktop.session.frames.model import ActionFrame, ActionGroup, Actions
    from tvm_desktop.ui.projector.area import Area, Items
    from tvm_desktop.ui.projector.scene import Item

_SIZES = (40, 36, 32)
_GAP = 12.0
_PAD_X = 24.0
_BETWEEN = 28.0
_SHARES = (0.19, 0.45, 0.36)
_BAR = 6.0
_AIR = 14.0


def lay_actions(body: Actions, area: Area) -> list[Items]:
    """Give the pages of agreements; a goal that goes on over a page is named again."""
    for size in _SIZES:
        members = [member for group in body.groups for member in _members(group, size, area)]
        if tall(members, _GAP) <= area.height:
            break
    return [tuple(place_all(page, area.x, area.y, _GAP)) for page in _pages(members, area.height)]


def _pages(members: Sequence[Block], height: float) -> list[list[Block]]:
    """Share agreements over pages; one that begins in the middle of a goal names it again."""
    rest = list(members)
    pages: list[list[Block]] = []
    while rest or not pages:
        first = rest[0] if rest else None
        again = [first.title] if isinstance(first, Member) and first.title and not first.opens else []
        page, rest = first_page(rest, height - tall(again, _GAP) - _GAP * len(again), _GAP)
        pages.append([*again, *page])
    return pages


@dataclass(frozen=True, slots=True)
class Title:
    """A goal above its agreements."""

    stack: Stack
    wall: Wall

    @property
    def height(self) -> float:
        """How much room it needs."""
        return self.stack.height + 6 + _BAR

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the title with its bar."""
        yield from self.stack.place(x, y)
        yield Box(
            QRectF(x, y + self.stack.height + 6, self.stack.width, _BAR), self.wall.works, radius=_BAR / 2
        )

    def cut(self, _room: float) -> None:
        """Never cut."""


@dataclass(frozen=True, slots=True)
class Member:
    """One agreement with the goal it stands under; the first one brings the goal's title with it."""

    block: Block
    title: Title | None
    opens: bool
    air: float = 0.0

    @property
    def height(self) -> float:
        """How much room it needs."""
        return self.block.height + self.air + (self.title.height + _GAP if self.title and self.opens else 0.0)

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the title if it opens, and the agreement."""
        y += self.air
        if self.title and self.opens:
            yield from self.title.place(x, y)
            y += self.title.height + _GAP
        yield from self.block.place(x, y)

    def cut(self, room: float) -> tuple[Member, Member] | None:
        """Give what fits into a height and the rest."""
        parts = self.block.cut(room - (self.height - self.block.height))
        if parts is None:
            return None
        return replace(self, block=parts[0]), replace(self, block=parts[1], opens=False, air=0.0)


def _members(group: ActionGroup, size: int, area: Area) -> Iterator[Member]:
    style = Style(max(32, size - 4), bold=True)
    text = ready([Paragraph(group.title, style, area.wall.ink)], area.width)
    title = Title(Stack(text, area.width, area.wall.ground), area.wall) if text else None
    for number, item in enumerate(group.items):
        first_of_later = number == 0 and title is not None
        yield Member(_action(item, size, area), title, opens=number == 0, air=_AIR if first_of_later else 0.0)


def _action(item: ActionFrame, size: int, area: Area) -> Block:
    wall = area.wall
    look = Look(wall.sun_soft) if item.is_wish else Look(wall.panel, wall.line)
    look = outlined(replace(look, pad_x=_PAD_X, pad_y=size * 0.36), wall, newest=item.newest)
    shares = [(area.width - 2 * _PAD_X - 2 * _BETWEEN) * share for share in _SHARES]
    small = Style(max(SMALLEST, size - 6))
    cells = (
        [Paragraph(item.who, Style(size, bold=True), wall.accent)],
        [Paragraph(item.what, Style(size), wall.ink)],
        [Paragraph(text, small, wall.muted) for text in _when_and_answer(item, small, shares[-1])],
    )
    row = Wide(_stacks(cells, shares, look), look, area.width, _BETWEEN)
    return Group((row, *_others(item, size, shares, area)), 6.0) if item.others else row


def _stacks(cells: Sequence[Sequence[Paragraph]], widths: Sequence[float], look: Look) -> tuple[Stack, ...]:
    pairs = zip(cells, widths, strict=True)
    return tuple(Stack(ready(cell, width), width, look.fill) for cell, width in pairs)


def _others(item: ActionFrame, size: int, shares: Sequence[float], area: Area) -> Iterator[Block]:
    """Give the differing views, as large as the agreement."""
    look = replace(area.card(), pad_x=_PAD_X, pad_y=size * 0.36)
    widths = (shares[0], sum(shares[1:]) + _BETWEEN)
    for view in item.others:
        voice = [Paragraph(view.voice, Style(size, bold=True), area.wall.muted)]
        cells = (voice, [Paragraph(view.text, Style(size), area.wall.ink)])
        yield Wide(_stacks(cells, widths, look), look, area.width, _BETWEEN)


def _when_and_answer(item: ActionFrame, style: Style, width: float) -> tuple[str, ...]:
    """Say when and the answer on one line where there is room for both."""
    texts = tuple(clean(text) for text in (item.when, item.answer) if text.strip())
    together = " · ".join(texts)
    return (together,) if together and line_width(together, style) <= width else texts
