"""Goals in rows: what the child needs, what we want to reach, what we will be able to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tvm_desktop.ui.projector.area import Area, Items
from tvm_desktop.ui.projector.blocks import Block, Group, Look, Paragraph, Row, field
from tvm_desktop.ui.projector.scene import Box, SetWords
from tvm_desktop.ui.projector.typeset import SMALLEST, Style, clean, elided, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.session.frames.model import GoalFrame, Goals

_TITLE = Style(34, bold=True)
_SIZES = (42, 38, 34)
_GAP = 22.0
_BESIDE = 24.0
_SHARES = (0.27, 0.33, 0.40)
_BAR = 7.0


def lay_goals(body: Goals, area: Area) -> list[Items]:
    """Give the pages of goals; the columns' titles stand on each."""
    titles = tuple(_titles(body, area))
    top = max((item.rect.bottom() for item in titles), default=area.y) + 18 - area.y if titles else 0.0
    inner = Area(area.x, area.y + top, area.width, area.height - top, area.wall, area.language)

    def make(size: int) -> Sequence[Block]:
        return [_goal(item, size, area) for item in body.items]

    pages = inner.top(inner.largest(_SIZES, _GAP, make), _GAP)
    return [(*titles, *page) for page in pages]


def _widths(area: Area) -> list[float]:
    return [(area.width - 2 * _BESIDE) * share for share in _SHARES]


def _titles(body: Goals, area: Area) -> list[Box | SetWords]:
    widths = _widths(area)
    texts = [elided(clean(text), _TITLE, width, 2) for text, width in zip(body.titles, widths, strict=True)]
    if not any(texts):
        return []
    height = max(typeset(text, _TITLE, width).height for text, width in zip(texts, widths, strict=True))
    items: list[Box | SetWords] = []
    x = area.x
    for text, width in zip(texts, widths, strict=True):
        setting = typeset(text, _TITLE, width)
        room = QRectF(x, area.y + height - setting.height, width, setting.height)
        items.append(SetWords(room, setting, text, _TITLE, area.wall.ink, area.wall.ground))
        items.append(Box(QRectF(x, area.y + height + 8, width, _BAR), area.wall.accent, radius=_BAR / 2))
        x += width + _BESIDE
    return items


def _goal(item: GoalFrame, size: int, area: Area) -> Block:
    wall = area.wall
    need, goal, signs = _widths(area)
    plain = area.card(newest=item.newest)
    marked = area.newest(Look(wall.panel, wall.line, bar=wall.works, pad_x=46.0), newest=item.newest)
    row = Row(
        (
            field([Paragraph(item.need, Style(size), wall.ink)], plain, need),
            field([Paragraph(item.goal, Style(size, bold=True), wall.ink)], marked, goal),
            field(_signs(item.signs, size, area), plain, signs),
        ),
        _BESIDE,
    )
    if not item.others:
        return row
    return Group((row, *_others(item, size, area)), 12.0)


def _signs(signs: Sequence[str], size: int, area: Area) -> list[Paragraph]:
    return [
        Paragraph(sign, Style(size), area.wall.ink, gap=8.0, indent=size * 1.1, boxed=True) for sign in signs
    ]


def _others(item: GoalFrame, size: int, area: Area) -> list[Block]:
    label = Style(max(SMALLEST, size - 10), bold=True)
    return [
        field(
            [
                Paragraph(view.voice, label, area.wall.muted, label=True),
                Paragraph(view.text, Style(size), area.wall.ink),
            ],
            area.card(),
            area.width,
        )
        for view in item.others
    ]
