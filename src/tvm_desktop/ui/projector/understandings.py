"""Understandings, one below the other; differing views side by side and equally large."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.ui.projector.blocks import Block, Field, Group, Look, Paragraph, Row, field
from tvm_desktop.ui.projector.typeset import SMALLEST, Style
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.session.frames.model import UnderstandingFrame, Understandings, View
    from tvm_desktop.ui.projector.area import Area, Items

_SIZES = (50, 46, 40, 36)
_GAP = 22.0
_BESIDE = 24.0
_MOST_BESIDE = 3


def lay_understandings(body: Understandings, area: Area) -> list[Items]:
    """Give the pages of understandings."""

    def make(size: int) -> Sequence[Block]:
        return [_understanding(item, size, area) for item in body.items]

    return area.balanced(area.largest(_SIZES, _GAP, make), _GAP, share=0.3)


def _understanding(item: UnderstandingFrame, size: int, area: Area) -> Block:
    views = (item.view, *item.others)
    if len(views) == 1:
        return _view(item.view, _explains(item, size, area), size, area.width, area, newest=item.newest)
    rows: list[Block] = []
    for start in range(0, len(views), _MOST_BESIDE):
        beside = views[start : start + _MOST_BESIDE]
        width = _width(len(beside), len(views), area)
        rows.append(Row(tuple(_view(v, (), size, width, area, newest=item.newest) for v in beside), _BESIDE))
    below = [
        field([each], Look("", pad_x=size * 0.8, pad_y=0.0), area.width)
        for each in _explains(item, size, area)
    ]
    return Group((*rows, *below), 12.0)


def _width(beside: int, views: int, area: Area) -> float:
    """Return the width of a view; all views of one understanding are equally wide."""
    columns = min(views, _MOST_BESIDE) if views > _MOST_BESIDE else beside
    return (area.width - _BESIDE * (columns - 1)) / columns


def _view(
    view: View, after: Sequence[Paragraph], size: int, width: float, area: Area, *, newest: bool
) -> Field:
    label = Style(max(SMALLEST, size - 10), bold=True)
    said = (
        Paragraph(view.voice, label, area.wall.muted, label=True),
        Paragraph(view.text, Style(size, bold=not view.voice.strip()), area.wall.ink),
        *after,
    )
    look = replace(area.card(newest=newest), pad_x=size * 0.8, pad_y=size * 0.55)
    return field(said, look, width)


def _explains(item: UnderstandingFrame, size: int, area: Area) -> list[Paragraph]:
    cards = " · ".join(text.strip() for text in item.explains if text.strip())
    if not cards:
        return []
    text = say(msg("Explains: {cards}", cards=cards), area.language)
    return [Paragraph(text, Style(max(SMALLEST, size - 12)), area.wall.muted, gap=10.0)]
