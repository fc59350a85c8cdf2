"""Put a whole picture together: the head, the body of its kind, the foot, and the mark of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF

from tvm_desktop.session.frames.model import (
    Actions,
    Agreement,
    BigLines,
    Blank,
    Body,
    Columns,
    Goals,
    Grid,
    Pause,
    ProjectorFrame,
    ScaleFrame,
    Statements,
    Thread,
    Understandings,
)
from tvm_desktop.ui.projector.actions import lay_actions
from tvm_desktop.ui.projector.agreement import lay_agreement
from tvm_desktop.ui.projector.area import Area, Items
from tvm_desktop.ui.projector.big_lines import lay_big_lines
from tvm_desktop.ui.projector.columns import lay_columns
from tvm_desktop.ui.projector.goals import lay_goals
from tvm_desktop.ui.projector.grid import lay_grid
from tvm_desktop.ui.projector.head import FOOT, MARGIN, Head, foot, head
from tvm_desktop.ui.projector.quiet import lay_alone, lay_pause
from tvm_desktop.ui.projector.scale import lay_scale
from tvm_desktop.ui.projector.scene import Page
from tvm_desktop.ui.projector.statements import lay_statements
from tvm_desktop.ui.projector.thread import lay_thread
from tvm_desktop.ui.projector.understandings import lay_understandings
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.projector.colours import Wall

_ABOVE_FOOT = 26.0


def lay_body(frame: ProjectorFrame, width: float, wall: Wall) -> tuple[Page, ...]:
    """Lay out all pages of a frame on a canvas of a width."""
    if isinstance(frame.body, Pause):
        title = frame.body.title or frame.question
        return (Page(wall.calm, lay_pause(title, frame.foot_right, width, wall)),)
    if isinstance(frame.body, Blank):
        return (_alone(frame, width, wall),)
    top = _head(frame, width, wall, _mark(frame, 0, 1)).bottom
    pages = _pages(frame, width, wall, top)
    if len(pages) > 1:
        lower = _head(frame, width, wall, _mark(frame, len(pages) - 1, len(pages))).bottom
        pages = pages if lower == top else _pages(frame, width, wall, lower)
    below = foot(frame.foot_left, frame.foot_right, width, wall)
    return tuple(
        Page(wall.ground, (*_head(frame, width, wall, _mark(frame, i, len(pages))).items, *items, *below))
        for i, items in enumerate(pages)
    )


def _head(frame: ProjectorFrame, width: float, wall: Wall, mark: str) -> Head:
    return head(frame.question, frame.crumbs, mark, width, wall)


def _pages(frame: ProjectorFrame, width: float, wall: Wall, top: float) -> list[Items]:
    area = Area(MARGIN, top, width - 2 * MARGIN, FOOT - _ABOVE_FOOT - top, wall, frame.language)
    return _lay(frame.body, area)


def _alone(frame: ProjectorFrame, width: float, wall: Wall) -> Page:
    top = head("", frame.crumbs, "", width, wall)
    rect = QRectF(MARGIN, top.bottom, width - 2 * MARGIN, FOOT - _ABOVE_FOOT - top.bottom)
    below = foot(frame.foot_left, frame.foot_right, width, wall)
    return Page(wall.ground, (*top.items, *lay_alone(frame.question, rect, wall), *below))


def _lay(body: Body, area: Area) -> list[Items]:
    return _LAYERS[type(body)](body, area)


_LAYERS: dict[type, Callable[[Any, Area], list[Items]]] = {
    Statements: lay_statements,
    Columns: lay_columns,
    Grid: lay_grid,
    Understandings: lay_understandings,
    Goals: lay_goals,
    Actions: lay_actions,
    ScaleFrame: lay_scale,
    Thread: lay_thread,
    Agreement: lay_agreement,
    BigLines: lay_big_lines,
}


def _mark(frame: ProjectorFrame, page: int, pages: int) -> str:
    """Say which item and which page this is; nothing when there is but one of each."""
    body = frame.body
    item, items = (body.index, body.total) if isinstance(body, Thread | Agreement) else (0, 1)
    if items > 1 and pages > 1:
        message = msg(
            "{item} of {items} · page {page} of {pages}",
            item=item + 1,
            items=items,
            page=page + 1,
            pages=pages,
        )
    elif items > 1 or pages > 1:
        first, last = (item, items) if items > 1 else (page, pages)
        message = msg("{page} of {pages}", page=first + 1, pages=last)
    else:
        return ""
    return say(message, frame.language)
