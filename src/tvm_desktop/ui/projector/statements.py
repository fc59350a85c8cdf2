"""Framing sentences, a few at a time; the one being read stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.ui.projector.blocks import Block, Look, Paragraph, field
from tvm_desktop.ui.projector.typeset import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.session.frames.model import Statements
    from tvm_desktop.ui.projector.area import Area, Items

_SIZES = (50, 46, 40, 36)
_GAP = 16.0


def lay_statements(body: Statements, area: Area) -> list[Items]:
    """Give the pages of sentences."""

    def make(size: int) -> Sequence[Block]:
        return [_line(text, size, area, now=i == body.current) for i, text in enumerate(body.lines)]

    return area.balanced(area.largest(_SIZES, _GAP, make), _GAP)


def _line(text: str, size: int, area: Area, *, now: bool) -> Block:
    wall = area.wall
    look = Look("", pad_x=60.0, pad_y=size * 0.42)
    if now:
        look = replace(look, fill=wall.accent_soft, bar=wall.accent)
    said = Paragraph(text, Style(size, bold=now), wall.ink)
    return field([said], look, area.width)
