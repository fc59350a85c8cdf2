"""What frames every picture: the agenda's line, the question, the page, the foot."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from tvm_desktop.session.frames.model import Crumb, Progress
from tvm_desktop.ui.projector.keep import forget_at_end
from tvm_desktop.ui.projector.scene import Box, Dot, Item, SetWords
from tvm_desktop.ui.projector.typeset import (
    SMALLEST,
    Style,
    balanced_width,
    clean,
    elided,
    line_width,
    typeset,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tvm_desktop.ui.projector.colours import Wall

MARGIN = 72.0
FOOT = 1008.0
"""Where the thin line above the foot lies."""

_CRUMB = Style(SMALLEST)
_CRUMB_NOW = Style(SMALLEST, bold=True)
_FOOT = Style(SMALLEST)
_MARK = Style(34, bold=True)
_QUESTIONS = ((Style(64, bold=True), 2), (Style(54, bold=True), 3))
_AFTER_DOT = 16.0
_BETWEEN = 36.0
_DOT = 11.0


@dataclass(frozen=True, slots=True)
class Head:
    """The upper part: its items, and where the body may begin."""

    items: tuple[Item, ...]
    bottom: float


@lru_cache(maxsize=64)
def head(question: str, crumbs: tuple[Crumb, ...], mark: str, width: float, wall: Wall) -> Head:
    """Lay out the agenda's line, the question, and the mark of the page at the right."""
    items: list[Item] = []
    y = 50.0
    if crumbs:
        items += _crumbs(crumbs, y, width - 2 * MARGIN, wall)
        y += 52
    kept = line_width(mark, _MARK) + 2 * 24 if mark else 0.0
    right = width - MARGIN
    bottom = y
    if mark:
        items += _mark(mark, QRectF(right - kept, y + 14, kept, 60), wall)
        bottom = y + 78
    if question.strip():
        words = _question(clean(question), y, right - MARGIN - (kept + 40 if kept else 0), wall)
        items.append(words)
        bottom = words.rect.bottom()
    return Head(tuple(items), bottom + 30)


@lru_cache(maxsize=16)
def foot(left: str, right: str, width: float, wall: Wall) -> tuple[Item, ...]:
    """Lay out the purpose and when we end, under a thin line."""
    return tuple(_foot(left, right, width, wall))


def _foot(left: str, right: str, width: float, wall: Wall) -> Iterator[Item]:
    if not (left.strip() or right.strip()):
        return
    yield Box(QRectF(0, FOOT, width, 2), wall.line, radius=0)
    inner = width - 2 * MARGIN
    end = elided(clean(right), _FOOT, inner * 0.45)
    kept = line_width(end, _FOOT) + 2 if end else 0.0
    if end:
        yield _foot_words(end, width - MARGIN - kept, kept, wall)
    room = inner - (kept + 60 if end else 0.0)
    purpose = elided(clean(left), _FOOT, room)
    if purpose:
        yield _foot_words(purpose, MARGIN, room, wall)


forget_at_end(head.cache_clear)
forget_at_end(foot.cache_clear)


def _foot_words(text: str, x: float, width: float, wall: Wall) -> SetWords:
    setting = typeset(text, _FOOT, width)
    rect = QRectF(x, FOOT + 1 + (1080 - FOOT - setting.height) / 2, width, setting.height)
    return SetWords(rect, setting, text, _FOOT, wall.muted, wall.ground)


def _question(text: str, y: float, width: float, wall: Wall) -> SetWords:
    style, lines = next((pair for pair in _QUESTIONS if _fits(text, width, *pair)), _QUESTIONS[-1])
    text = elided(text, style, width, lines)
    width = balanced_width(text, style, width)
    setting = typeset(text, style, width)
    return SetWords(QRectF(MARGIN, y, width, setting.height), setting, text, style, wall.ink, wall.ground)


def _fits(text: str, width: float, style: Style, lines: int) -> bool:
    return elided(text, style, width, lines) == text


def _mark(text: str, rect: QRectF, wall: Wall) -> Iterator[Item]:
    yield Box(rect, wall.accent_soft, radius=30)
    setting = typeset(text, _MARK, rect.width())
    inner = QRectF(rect.x() + 24, rect.center().y() - setting.height / 2, rect.width() - 48, setting.height)
    yield SetWords(inner, setting, text, _MARK, wall.accent, wall.accent_soft)


def _crumbs(crumbs: Sequence[Crumb], y: float, width: float, wall: Wall) -> Iterator[Item]:
    titles = [clean(crumb.title) for crumb in crumbs]
    if _crumbs_width(crumbs, titles) > width:
        titles = [t if c.progress is Progress.NOW else "" for c, t in zip(crumbs, titles, strict=True)]
    x = MARGIN
    for crumb, title in zip(crumbs, titles, strict=True):
        yield _dot(crumb.progress, QPointF(x + _DOT, y + 20), wall)
        x += 2 * _DOT + _AFTER_DOT
        if title:
            words = _crumb_words(title, crumb.progress, QPointF(x, y), MARGIN + width - x, wall)
            yield words
            x += words.inked.width() + _BETWEEN
        else:
            x += 2


def _crumbs_width(crumbs: Sequence[Crumb], titles: Sequence[str]) -> float:
    texts = sum(line_width(t, _style_of(c.progress)) for c, t in zip(crumbs, titles, strict=True))
    return texts + len(crumbs) * (2 * _DOT + _AFTER_DOT + _BETWEEN) - _BETWEEN


def _crumb_words(title: str, progress: Progress, at: QPointF, room: float, wall: Wall) -> SetWords:
    style = _style_of(progress)
    text = elided(title, style, max(room, 200))
    setting = typeset(text, style, max(room, 200))
    colour = wall.ink if progress is Progress.NOW else wall.muted
    return SetWords(
        QRectF(at.x(), at.y(), max(room, 200), setting.height), setting, text, style, colour, wall.ground
    )


def _style_of(progress: Progress) -> Style:
    return _CRUMB_NOW if progress is Progress.NOW else _CRUMB


def _dot(progress: Progress, centre: QPointF, wall: Wall) -> Dot:
    if progress is Progress.DONE:
        return Dot(centre, _DOT, fill=wall.works, tick=wall.ground)
    if progress is Progress.NOW:
        return Dot(centre, _DOT + 2, fill=wall.accent)
    return Dot(centre, _DOT - 1.5, edge=wall.muted)
