"""A few large lines: the next meeting, or who tells the child what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.ui.projector.blocks import Block, Look, Paragraph, field
from tvm_desktop.ui.projector.typeset import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tvm_desktop.session.frames.model import BigLines
    from tvm_desktop.ui.projector.area import Area, Items

_SIZES = (54, 46, 40, 36)


def lay_big_lines(body: BigLines, area: Area) -> list[Items]:
    """Give the pages of large lines."""
    if not any(line.strip() for line in (*body.lines, *body.small)):
        return [()]

    def make(size: int) -> Sequence[Block]:
        look = Look(area.wall.accent_soft, pad_x=56.0, pad_y=48.0, radius=28.0)
        return [field(list(_said(body, size, area)), look, area.width)]

    return area.balanced(area.largest(_SIZES, 0.0, make), 0.0)


def _said(body: BigLines, size: int, area: Area) -> Iterator[Paragraph]:
    for line in body.lines:
        yield Paragraph(line, Style(size, bold=True), area.wall.ink, gap=14.0)
    for index, line in enumerate(body.small):
        yield Paragraph(line, Style(max(34, size - 14)), area.wall.muted, gap=8.0 if index else 26.0)
