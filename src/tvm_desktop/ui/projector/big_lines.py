"""A few large lines: the next meeting, or who tells the child what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tvm_desktop.session.frames.model import BigLines
from tvm_desktop.ui.projector.area import Area, Items
from tvm_desktop.ui.projector.blocks import Block, Look, Paragraph, field
from tvm_desktop.ui.projector.typeset import Style

_SIZES = (52, 46, 40, 36)
_PLAIN = Look("", pad_x=0.0, pad_y=0.0)


def lay_big_lines(body: BigLines, area: Area) -> list[Items]:
    """Give the pages of large lines."""

    def make(size: int) -> Sequence[Block]:
        return list(_blocks(body, size, area))

    return area.balanced(area.largest(_SIZES, 20.0, make), 20.0)


def _blocks(body: BigLines, size: int, area: Area) -> Iterator[Block]:
    for line in body.lines:
        yield field([Paragraph(line, Style(size, bold=True), area.wall.ink)], _PLAIN, area.width)
    for line in body.small:
        yield field([Paragraph(line, Style(max(34, size - 12)), area.wall.muted)], _PLAIN, area.width)
