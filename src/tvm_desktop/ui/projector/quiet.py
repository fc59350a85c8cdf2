"""The two quiet pictures: the pause screen, and the question alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from tvm_desktop.ui.projector.scene import Box, Item, SetWords
from tvm_desktop.ui.projector.typeset import Style, balanced_width, clean, elided, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.ui.projector.colours import Wall

_HEIGHT = 1080.0
_PAUSE = (Style(92, bold=True, centred=True), Style(64, bold=True, centred=True))
_SMALL = Style(40, centred=True)
_ALONE = (Style(92, bold=True), Style(76, bold=True), Style(60, bold=True))
_LINES = 5


def lay_pause(title: str, below: str, width: float, wall: Wall) -> tuple[Item, ...]:
    """Give the calm pause screen; ``below`` stands under it, smaller."""
    inner = width * 0.8
    words = _first_fitting(title, _PAUSE, inner, 2)
    if words is None:
        return ()
    text, style = words
    inner = balanced_width(text, style, inner)
    setting = typeset(text, style, inner)
    x, y = (width - inner) / 2, 490 - setting.height / 2
    items: list[Item] = [
        SetWords(QRectF(x, y, inner, setting.height), setting, text, style, wall.ink, wall.calm),
        Box(QRectF(width / 2 - 60, y + setting.height + 34, 120, 8), wall.accent, radius=4),
    ]
    small = elided(clean(below), _SMALL, inner, 2)
    if small:
        set_small = typeset(small, _SMALL, inner)
        room = QRectF(x, y + setting.height + 76, inner, set_small.height)
        items.append(SetWords(room, set_small, small, _SMALL, wall.muted, wall.calm))
    return tuple(items)


def lay_alone(question: str, rect: QRectF, wall: Wall) -> tuple[Item, ...]:
    """Give the question alone, large, a little above the middle."""
    words = _first_fitting(question, _ALONE, rect.width(), _LINES)
    if words is None:
        return ()
    text, style = words
    setting = typeset(text, style, balanced_width(text, style, rect.width()))
    y = rect.y() + (rect.height() - setting.height) * 0.42
    room = QRectF(rect.x(), y, rect.width(), setting.height)
    return (SetWords(room, setting, text, style, wall.ink, wall.ground),)


def _first_fitting(text: str, styles: Sequence[Style], width: float, lines: int) -> tuple[str, Style] | None:
    text = clean(text)
    if not text:
        return None
    style = next((s for s in styles if elided(text, s, width, lines) == text), styles[-1])
    return elided(text, style, width, lines), style
