"""Framing sentences, a few at a time; the one being read stands out."""

from __future__ import annotations

from collections.abc import Sequence

from tvm_desktop.session.frames.model import Statements
from tvm_desktop.ui.projector.area import Area, Items
from tvm_desktop.ui.projector.blocks import Block, Look, Paragraph, field
from tvm_desktop.ui.projector.typeset import Style

_SIZES = (50, 46, 40, 36)
_GAP = 16.0


def lay_statements(body: Statements, area: Area) -> list[Items]:
    """Give the pages of sentences."""

    def make(size: int) -> Sequence[Block]:
        return [_line(text, size, area, now=i == body.current) for i, text in enumerate(body.lines)]

    return area.balanced(area.largest(_SIZES, _GAP, make), _GAP)


def _line(text: str, size: int, area: Area, *, now: bool) -> Block:
    wall = area.wall
    pads = {"pad_x": 40.0, "pad_y": size * 0.42}
    look = Look(wall.accent_soft, bar=wall.accent, **pads) if now else Look("", **pads)
    said = Paragraph(text, Style(size, bold=now), wall.ink)
    return field([said], look if now else look, area.width)
