"""Blocks that stand below one another on a page, and are cut where a page ends: paragraphs, fields, rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF

from tvm_desktop.ui.projector.scene import Box, Item, SetWords
from tvm_desktop.ui.projector.typeset import Setting, Style, clean, elided, split_text, typeset_well

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEAST_TO_CUT = 240.0
"""A block is cut only where at least this much room is left; else it starts the next page."""


_BAR = 10.0
_BAR_AT = 18.0


class Block(Protocol):
    """Something with a height that can be placed, and cut."""

    @property
    def height(self) -> float:
        """How much room it needs."""

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give what is painted, with the upper left corner at a point."""

    def cut(self, room: float) -> tuple[Block, Block] | None:
        """Give what fits into a height and the rest; None where nothing fits or nothing is left."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One text in one style.

    A ``label`` stays with what follows and is said again where that goes on. ``boxed`` draws an empty tick box in the
    ``indent``.
    """

    text: str
    style: Style
    colour: str
    gap: float = 0.0
    label: bool = False
    indent: float = 0.0
    boxed: bool = False


@dataclass(frozen=True)
class Stack:
    """Paragraphs below one another on a ground."""

    paragraphs: tuple[Paragraph, ...]
    width: float
    ground: str

    @cached_property
    def height(self) -> float:
        """How much room it needs."""
        return sum(gap + setting.height for _, gap, setting in self._set)

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the words."""
        for paragraph, gap, setting in self._set:
            y += gap
            yield from _marks(paragraph, QRectF(x, y, self.width, setting.height))
            room = QRectF(x + paragraph.indent, y, self.width - paragraph.indent, setting.height)
            yield SetWords(room, setting, paragraph.text, paragraph.style, paragraph.colour, self.ground)
            y += setting.height

    def cut(self, room: float) -> tuple[Stack, Stack] | None:
        """Give what fits into a height and the rest."""
        used = 0.0
        for index, (paragraph, gap, setting) in enumerate(self._set):
            used += gap + setting.height
            if used > room:
                return self._cut_at(index, paragraph, room - (used - setting.height))
        return None

    def _cut_at(self, index: int, paragraph: Paragraph, room: float) -> tuple[Stack, Stack] | None:
        before, after = self.paragraphs[:index], self.paragraphs[index + 1 :]
        head, tail = split_text(paragraph.text, paragraph.style, self.width - paragraph.indent, room)
        if head and not paragraph.label:
            first = (*before, replace(paragraph, text=head))
            rest = (*_labels_of(before), replace(paragraph, text=tail, boxed=False), *after)
            return replace(self, paragraphs=first), replace(self, paragraphs=rest)
        if before and before[-1].label:
            return self._parted(before[:-1], (before[-1], paragraph, *after))
        return self._parted(before, (paragraph, *after))

    def _parted(
        self, before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]
    ) -> tuple[Stack, Stack] | None:
        if not before:
            return None
        return replace(self, paragraphs=before), replace(self, paragraphs=after)

    @cached_property
    def _set(self) -> tuple[tuple[Paragraph, float, Setting], ...]:
        return tuple(
            (each, each.gap if index else 0.0, typeset_well(each.text, each.style, self.width - each.indent))
            for index, each in enumerate(self.paragraphs)
        )


def _marks(paragraph: Paragraph, rect: QRectF) -> Iterator[Item]:
    if paragraph.boxed:
        side = paragraph.style.size * 0.62
        top = rect.y() + (paragraph.style.size * 1.36 - side) / 2 + 1
        yield Box(QRectF(rect.x() + 2, top, side, side), "", paragraph.colour, 2.5, 5)


def _labels_of(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    last = paragraphs[-1:]
    return last if last and last[0].label else ()


@dataclass(frozen=True, slots=True)
class Look:
    """How a field looks: its ground, edge and inner distances; ``bar`` is a mark at its left.

    ``newest`` says that it is the newest thing on the wall.
    """

    fill: str
    edge: str = ""
    edge_width: float = 2.0
    bar: str = ""
    pad_x: float = 24.0
    pad_y: float = 16.0
    radius: float = 18.0
    newest: bool = False


@dataclass(frozen=True, eq=False)
class Field:
    """A rounded field with paragraphs in it; the same card is the same object, so that its place is kept."""

    stack: Stack
    look: Look
    width: float

    @cached_property
    def height(self) -> float:
        """How much room it needs."""
        return self.stack.height + 2 * self.look.pad_y

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the field and its words."""
        return self.place_in(x, y, self.height)

    def place_in(self, x: float, y: float, height: float) -> Iterator[Item]:
        """Give the field at a height of its row."""
        look = self.look
        rect = QRectF(x, y, self.width, height)
        if look.fill or look.edge:
            yield Box(rect, look.fill, look.edge, look.edge_width, look.radius, look.newest)
        if look.bar:
            pill = QRectF(x + _BAR_AT, y + _BAR_AT, _BAR, height - 2 * _BAR_AT)
            yield Box(pill, look.bar, radius=_BAR / 2)
        yield from self.stack.place(x + look.pad_x, y + look.pad_y)

    def cut(self, room: float) -> tuple[Field, Field] | None:
        """Give what fits into a height and the rest, each a field."""
        parts = self.stack.cut(room - 2 * self.look.pad_y)
        if parts is None:
            return None
        return replace(self, stack=parts[0]), replace(self, stack=parts[1])


def field(paragraphs: Sequence[Paragraph], look: Look, width: float) -> Field:
    """Return a field with what is said in it; empty paragraphs are left out, labels kept to two lines."""
    inner = width - 2 * look.pad_x
    return Field(Stack(ready(paragraphs, inner), inner, look.fill), look, width)


def ready(paragraphs: Sequence[Paragraph], width: float) -> tuple[Paragraph, ...]:
    """Clean paragraphs for a width and leave out the empty ones."""
    cleaned = (_ready(paragraph, width) for paragraph in paragraphs)
    return tuple(paragraph for paragraph in cleaned if paragraph.text)


def _ready(paragraph: Paragraph, width: float) -> Paragraph:
    text = clean(paragraph.text)
    if paragraph.label:
        text = elided(text, paragraph.style, width, lines=2)
    return replace(paragraph, text=text)


@dataclass(frozen=True)
class Row:
    """Fields side by side, equally high. Where one goes on over a page, the others stay standing beside it."""

    fields: tuple[Field, ...]
    gap: float

    @cached_property
    def height(self) -> float:
        """How much room it needs."""
        return max(field.height for field in self.fields)

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give all fields."""
        height = self.height
        for each in self.fields:
            yield from each.place_in(x, y, height)
            x += each.width + self.gap

    def cut(self, room: float) -> tuple[Row, Row] | None:
        """Give what fits into a height and the rest."""
        parts = [each.cut(room) if each.height > room else (each, each) for each in self.fields]
        whole = [part for part in parts if part is not None]
        if len(whole) < len(parts) or all(first is rest for first, rest in whole):
            return None
        first, rest = zip(*whole, strict=True)
        return replace(self, fields=tuple(first)), replace(self, fields=tuple(rest))


@dataclass(frozen=True)
class Wide:
    """One field with several stacks side by side in it, like a row of a table."""

    stacks: tuple[Stack, ...]
    look: Look
    width: float
    gap: float

    @cached_property
    def height(self) -> float:
        """How much room it needs."""
        return max(stack.height for stack in self.stacks) + 2 * self.look.pad_y

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give the field and all words."""
        look = self.look
        rect = QRectF(x, y, self.width, self.height)
        yield Box(rect, look.fill, look.edge, look.edge_width, look.radius, look.newest)
        x += look.pad_x
        for stack in self.stacks:
            yield from stack.place(x, y + look.pad_y)
            x += stack.width + self.gap

    def cut(self, room: float) -> tuple[Wide, Wide] | None:
        """Give what fits into a height and the rest; a stack that is all said stands on both."""
        inner = room - 2 * self.look.pad_y
        parts = [each.cut(inner) if each.height > inner else (each, each) for each in self.stacks]
        whole = [part for part in parts if part is not None]
        if len(whole) < len(parts) or all(first is rest for first, rest in whole):
            return None
        first, rest = zip(*whole, strict=True)
        return replace(self, stacks=tuple(first)), replace(self, stacks=tuple(rest))


@dataclass(frozen=True)
class Group:
    """Blocks that belong together, one below the other, drawn to one another by a small gap."""

    blocks: tuple[Block, ...]
    gap: float

    @cached_property
    def height(self) -> float:
        """How much room it needs."""
        return tall(self.blocks, self.gap)

    def place(self, x: float, y: float) -> Iterator[Item]:
        """Give all blocks."""
        return place_all(self.blocks, x, y, self.gap)

    def cut(self, room: float) -> tuple[Block, Block] | None:
        """Give what fits into a height and the rest."""
        first, *rest = flow(self.blocks, room, self.gap)
        if not rest:
            return None
        after = tuple(block for page in rest for block in page)
        return replace(self, blocks=tuple(first)), replace(self, blocks=after)


def tall(blocks: Sequence[Block], gap: float) -> float:
    """Return the height of blocks below one another."""
    return sum(block.height for block in blocks) + gap * max(len(blocks) - 1, 0)


def place_all(blocks: Sequence[Block], x: float, y: float, gap: float) -> Iterator[Item]:
    """Give what is painted of blocks below one another."""
    for block in blocks:
        yield from block.place(x, y)
        y += block.height + gap


def flow(blocks: Sequence[Block], room: float, gap: float) -> list[list[Block]]:
    """Share blocks over pages of a height; one that is higher than a page is cut."""
    page, rest = first_page(blocks, room, gap)
    pages = [page]
    while rest:
        page, rest = first_page(rest, room, gap)
        pages.append(page)
    return pages


def first_page(blocks: Sequence[Block], room: float, gap: float) -> tuple[list[Block], list[Block]]:
    """Give the blocks that fit into a height, at least one or a part of one, and the rest."""
    page: list[Block] = []
    used = 0.0
    for index, block in enumerate(blocks):
        start = used + (gap if page else 0.0)
        if start + block.height <= room:
            page.append(block)
            used = start + block.height
            continue
        parts = _parts(block, room - start, room)
        if parts is not None:
            return [*page, parts[0]], [parts[1], *blocks[index + 1 :]]
        if not page:
            return [block], list(blocks[index + 1 :])
        return page, list(blocks[index:])
    return page, []


def _parts(block: Block, left: float, room: float) -> tuple[Block, Block] | None:
    if block.height <= room or left < min(_LEAST_TO_CUT, room):
        return None
    return block.cut(left)
