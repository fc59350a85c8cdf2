"""Understandings, one below the other; differing views side by side and equally large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tvm_desktop.session.frames.model import UnderstandingFrame, Understandings, View
from tvm_desktop.ui.projector.area import Area, Items
from tvm_desktop.ui.projector.blocks import Block, Field, Group, Paragraph, Row, field
from tvm_desktop.ui.projector.typeset import SMALLEST, Style

_SIZES = (46, 40, 36)
_GAP = 22.0
_BESIDE = 24.0
_MOST_BESIDE = 3


def lay_understandings(body: Understandings, area: Area) -> list[Items]:
    """Give the pages of understandings."""

    def make(size: int) -> Sequence[Block]:
        return [_understanding(item, size, area) for item in body.items]

    return area.top(area.largest(_SIZES, _GAP, make), _GAP)


def _understanding(item: UnderstandingFrame, size: int, area: Area) -> Block:
    views = (item.view, *item.others)
    explains = item.explains if len(views) == 1 else ()
    rows: list[Block] = []
    for start in range(0, len(views), _MOST_BESIDE):
        beside = views[start : start + _MOST_BESIDE]
        width = _width(len(beside), len(views), area)
        rows.append(
            Row(tuple(_view(v, explains, size, width, area, newest=item.newest) for v in beside), _BESIDE)
        )
    return rows[0] if len(rows) == 1 else Group(tuple(rows), _BESIDE)


def _width(beside: int, views: int, area: Area) -> float:
    """Return the width of a view; all views of one understanding are equally wide."""
    columns = min(views, _MOST_BESIDE) if views > _MOST_BESIDE else beside
    return (area.width - _BESIDE * (columns - 1)) / columns


def _view(view: View, explains: Sequence[str], size: int, width: float, area: Area, *, newest: bool) -> Field:
    said = _said(view, explains, size, area)
    return field(list(said), area.card(newest=newest), width)


def _said(view: View, explains: Sequence[str], size: int, area: Area) -> Iterator[Paragraph]:
    yield Paragraph(view.voice, Style(max(SMALLEST, size - 10), bold=True), area.wall.muted, label=True)
    yield Paragraph(view.text, Style(size, bold=not view.voice.strip()), area.wall.ink)
    for index, text in enumerate(explains):
        yield Paragraph(
            text, Style(max(SMALLEST, size - 10)), area.wall.muted, gap=10.0 if index == 0 else 2.0
        )
