"""A line from 0 to 10: names over their numbers, last meeting's below, and what was said about them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tvm_desktop.formats.model import Tint
from tvm_desktop.session.frames.model import Columns, Part
from tvm_desktop.ui.projector.columns import lay_columns
from tvm_desktop.ui.projector.scene import Box, SetWords
from tvm_desktop.ui.projector.typeset import SMALLEST, Style, balanced_width, clean, elided, typeset
from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tvm_desktop.session.frames.model import Mark, ScaleFrame
    from tvm_desktop.ui.projector.area import Area, Items
    from tvm_desktop.ui.projector.scene import Item

_NUMBERS = 11
_PROMPT = Style(44, bold=True)
_NUMBER = Style(40)
_CHIP = Style(SMALLEST, bold=True)
_SMALL = Style(SMALLEST)
_END = Style(34)
_CHIP_HEIGHT, _CHIP_GAP = 54.0, 8.0
_TICK = 28.0
_AFTER_PROMPT = 26.0
_LEAST_BELOW = 300.0
_END_LINES = 3
_MOST_EARLIER = 5
_PARTS: dict[Part, Message] = {
    Part.CHILD: msg("the child"),
    Part.FAMILY: msg("family and network"),
    Part.PROFESSIONAL: msg("professionals"),
}


def lay_scale(body: ScaleFrame, area: Area) -> list[Items]:
    """Give the line; more names over one number than there is room for go on over the page."""
    prompt, taken = _prompt(body, area)
    inner = replace(area, y=area.y + taken, height=area.height - taken)
    below = _below(body, inner, 0.0)[1]
    stacks = _stacks(body.marks)
    tallest = max(map(len, stacks.values()), default=0)
    step = _CHIP_HEIGHT + _CHIP_GAP
    fit = max(1, int((inner.height - below) // step))
    pages = max(1, ceil(tallest / fit))
    above = min(fit, tallest) * step
    shift = 0.0 if body.reasons else max(0.0, inner.height - above - below) * 0.42
    line = inner.y + shift + above
    under = _below(body, inner, line)[0]
    shown = [
        (*prompt, *_chips(stacks, slice(page * fit, (page + 1) * fit), line, inner), *under)
        for page in range(pages)
    ]
    return _with_reasons(shown, body, inner, line + below)


def _with_reasons(shown: list[Items], body: ScaleFrame, area: Area, bottom: float) -> list[Items]:
    """Put what was said below the line where there is room, else on pages of its own."""
    if not body.reasons:
        return shown
    columns = Columns(body.reasons)
    room = area.y + area.height - bottom
    if len(shown) == 1 and room >= _LEAST_BELOW:
        beneath = lay_columns(columns, replace(area, y=bottom, height=room))
        if len(beneath) == 1:
            return [(*shown[0], *beneath[0])]
    return [*shown, *lay_columns(columns, area)]


def _prompt(body: ScaleFrame, area: Area) -> tuple[Items, float]:
    text = elided(clean(body.prompt), _PROMPT, area.width, 2)
    if not text:
        return (), 0.0
    width = balanced_width(text, _PROMPT, area.width)
    setting = typeset(text, _PROMPT, width)
    rect = QRectF(area.x, area.y - 10, width, setting.height)
    return (
        SetWords(rect, setting, text, _PROMPT, area.wall.accent, area.wall.ground),
    ), setting.height + _AFTER_PROMPT


def _slot(area: Area) -> float:
    return area.width / _NUMBERS


def _left(value: int, area: Area) -> float:
    return area.x + value * _slot(area)


def _stacks(marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    stacks: dict[int, list[Mark]] = {}
    for mark in marks:
        stacks.setdefault(mark.value, []).append(mark)
    return stacks


def _chips(stacks: dict[int, list[Mark]], part: slice, line: float, area: Area) -> Iterator[Item]:
    for value, marks in stacks.items():
        for place, mark in enumerate(marks[part]):
            top = line - _TICK / 2 - (place + 1) * (_CHIP_HEIGHT + _CHIP_GAP) + _CHIP_GAP / 2
            room = QRectF(_left(value, area) + 1, top, _slot(area) - 2, _CHIP_HEIGHT)
            yield from _chip(mark.name, mark.part, room, area)


def _chip(name: str, part: Part, room: QRectF, area: Area) -> Iterator[Item]:
    wall = area.wall
    sun = wall.tint(Tint.SUN)
    fill, edge = {
        Part.CHILD: (sun.soft, sun.bar),
        Part.FAMILY: (wall.accent_soft, ""),
        Part.PROFESSIONAL: (wall.panel, wall.muted),
    }[part]
    yield Box(room, fill, edge, radius=room.height() / 2)
    yield _centred(name, _CHIP, room, wall.ink, fill, pad=4)


def _centred(text: str, style: Style, room: QRectF, colour: str, ground: str, *, pad: float = 0) -> SetWords:
    centred = replace(style, centred=True)
    width = room.width() - 2 * pad
    text = elided(clean(text), centred, width)
    setting = typeset(text, centred, width)
    top = room.y() + (room.height() - setting.height) / 2
    return SetWords(
        QRectF(room.x() + pad, top, width, setting.height), setting, text, centred, colour, ground
    )


def _below(body: ScaleFrame, area: Area, line: float) -> tuple[Items, float]:
    """Give the line itself and all that stands below it, and how high that is."""
    items = list(_axis(line, area))
    y = line + _TICK / 2 + 8
    for value in range(_NUMBERS):
        room = QRectF(_left(value, area), y, _slot(area), 58)
        items.append(_centred(str(value), _NUMBER, room, area.wall.ink, area.wall.ground))
    y += 66
    earlier = _earlier(body, area, y)
    items += earlier
    y = _bottom(earlier, y)
    ends = _ends(body, area, y + 12)
    items += ends
    y = _bottom(ends, y)
    legend = _legend(body, area, y + 18)
    items += legend
    return tuple(items), _bottom(legend, y) + 24 - line


def _bottom(items: Sequence[Item], y: float) -> float:
    return max([y, *(item.rect.bottom() for item in items if isinstance(item, SetWords | Box))])


def _axis(line: float, area: Area) -> Iterator[Item]:
    half = _slot(area) / 2
    first, last = _left(0, area) + half, _left(_NUMBERS - 1, area) + half
    yield Box(QRectF(first, line - 3, last - first, 6), area.wall.ink, radius=3)
    for value in range(_NUMBERS):
        tick = QRectF(_left(value, area) + half - 2.5, line - _TICK / 2, 5, _TICK)
        yield Box(tick, area.wall.ink, radius=2)


def _earlier(body: ScaleFrame, area: Area, y: float) -> list[Item]:
    """Name who said what last time, below the number."""
    items: list[Item] = []
    last = say(msg("last time:"), area.language)
    for value, marks in _stacks(body.earlier).items():
        names = [last, *(mark.name for mark in marks[:_MOST_EARLIER])]
        if len(marks) > _MOST_EARLIER:
            names.append(f"+ {len(marks) - _MOST_EARLIER}")
        for place, name in enumerate(names):
            room = QRectF(_left(value, area) + 2, y + place * 40, _slot(area) - 4, 42)
            items.append(_centred(name, _SMALL, room, area.wall.muted, area.wall.ground))
    return items


def _ends(body: ScaleFrame, area: Area, y: float) -> list[Item]:
    items: list[Item] = []
    width = area.width / 2 - 40
    for number, words in ((0, body.low), (_NUMBERS - 1, body.high)):
        if not words.strip():
            continue
        text = elided(clean(f"{number} · {words}"), _END, width, _END_LINES)
        narrow = balanced_width(text, _END, width)
        setting = typeset(text, _END, narrow)
        used = min(width, setting.box.width() + 2)
        x = area.x + area.width - used if number else area.x
        rect = QRectF(x, y, max(used, narrow if not number else used), setting.height)
        items.append(SetWords(rect, setting, text, _END, area.wall.ink, area.wall.ground))
    return items


def _legend(body: ScaleFrame, area: Area, y: float) -> list[Item]:
    """Say in words what the colours of the names say."""
    items: list[Item] = []
    x = area.x
    for part in (part for part in Part if any(mark.part is part for mark in body.marks)):
        text = say(_PARTS[part], area.language)
        width = typeset(text, _CHIP, area.width).box.width() + 48
        items += _chip(text, part, QRectF(x, y, width, _CHIP_HEIGHT), area)
        x += width + 14
    return items
