"""Paint a frame into any rectangle at any size.

Everything is laid out on a canvas 1080 high and scaled, so that the wall, the rehearsal window and the leader's
thumbnail break their lines and turn their pages alike.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from tvm_desktop.ui.projector.bodies import lay_body
from tvm_desktop.ui.projector.colours import wall_of
from tvm_desktop.ui.projector.keep import forget_at_end
from tvm_desktop.ui.projector.scene import Page, differing, draw

if TYPE_CHECKING:
    from tvm_desktop.session.frames.model import ProjectorFrame
    from tvm_desktop.ui.theme import Theme

HEIGHT = 1080.0
_NARROWEST = 1440.0
_STEP = 32.0


def paint_frame(painter: QPainter, rect: QRectF, frame: ProjectorFrame, page: int, theme: Theme) -> None:
    """Paint one page of a frame; a page that is not there is the last one."""
    shown = page_of(frame, page, rect.size(), theme)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    clipped = painter.transform().map(painter.clipRegion())
    whole = clipped.boundingRect() == painter.transform().mapRect(rect).toAlignedRect()
    painter.fillRect(rect, QColor(shown.ground))
    painter.setTransform(_canvas_on(rect), combine=True)
    draw(painter, shown.items, None if whole else clipped)
    painter.restore()


def changed_rects(rect: QRectF, before: Page, after: Page) -> list[QRectF]:
    """Return where in a rectangle one page differs from another."""
    place = _canvas_on(rect)
    return (
        [rect]
        if before.ground != after.ground
        else [place.mapRect(each) for each in differing(before, after)]
    )


def page_of(frame: ProjectorFrame, page: int, size: QSize | QSizeF, theme: Theme) -> Page:
    """Return one page of a frame; a page that is not there is the last one."""
    pages = pages_of(frame, size, theme)
    return pages[min(max(page, 0), len(pages) - 1)]


def page_count(frame: ProjectorFrame, size: QSize | QSizeF, theme: Theme) -> int:
    """Return how many pages a frame has on a wall of a size."""
    return len(pages_of(frame, size, theme))


def newest_page(frame: ProjectorFrame, size: QSize | QSizeF, theme: Theme) -> int:
    """Return the first page on which the newest thing stands; 0 when nothing is new."""
    for index, page in enumerate(pages_of(frame, size, theme)):
        if page.has_newest:
            return index
    return 0


def text_of(frame: ProjectorFrame, page: int, size: QSize | QSizeF, theme: Theme) -> str:
    """Return what one page says, line by line, for a screen reader."""
    said = "\n".join(words.text for words in page_of(frame, page, size, theme).words)
    return said.replace("\u00a0", " ")


def pages_of(frame: ProjectorFrame, size: QSize | QSizeF, theme: Theme) -> tuple[Page, ...]:
    """Return all pages of a frame, laid out on the canvas."""
    return _lay_out(frame, canvas_width(size), theme)


def canvas_width(size: QSize | QSizeF) -> float:
    """Return the canvas's width for a wall; one narrower than 4:3 gets empty bands above and below.

    It is rounded, so that a small picture of the wall with its own rounding has the same canvas.
    """
    if size.height() <= 0:
        return HEIGHT * 16 / 9
    return max(_NARROWEST, round(HEIGHT * size.width() / size.height() / _STEP) * _STEP)


def _canvas_on(rect: QRectF) -> QTransform:
    """Return how the canvas lies in a rectangle: as large as it fits, in the middle."""
    width = canvas_width(rect.size())
    scale = min(rect.width() / width, rect.height() / HEIGHT)
    left, top = rect.width() - width * scale, rect.height() - HEIGHT * scale
    return QTransform.fromTranslate(rect.x() + left / 2, rect.y() + top / 2).scale(scale, scale)


@lru_cache(maxsize=16)
def _lay_out(frame: ProjectorFrame, width: float, theme: Theme) -> tuple[Page, ...]:
    return lay_body(frame, width, wall_of(theme))


forget_at_end(_lay_out.cache_clear)
