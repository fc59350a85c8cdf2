"""Who does what, under the goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.formats.model import Tint
from tvm_desktop.ui.projector.blocks import Block, Paragraph, field
from tvm_desktop.ui.projector.lanes import Lane, lane_look, lay_lanes
from tvm_desktop.ui.projector.typeset import SMALLEST, Style, clean, line_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tvm_desktop.session.frames.model import ActionFrame, ActionGroup, Actions
    from tvm_desktop.ui.projector.area import Area, Items


def lay_actions(body: Actions, area: Area) -> list[Items]:
    """Give the pages of agreements, a column for each goal."""
    return lay_lanes([_lane(group, area) for group in body.groups], area)


def _lane(group: ActionGroup, area: Area) -> Lane:
    def blocks(width: float, size: int) -> Sequence[Block]:
        return [_action(item, width, size, area) for item in group.items]

    return Lane(group.title, area.wall.tint(Tint.WORKS), blocks)


def _action(item: ActionFrame, width: float, size: int, area: Area) -> Block:
    wall = area.wall
    look = lane_look(size, wall.sun_soft) if item.is_wish else lane_look(size, wall.panel, wall.line)
    return field(
        list(_said(item, size, width - 2 * look.pad_x, area)), area.newest(look, newest=item.newest), width
    )


def _said(item: ActionFrame, size: int, width: float, area: Area) -> Iterator[Paragraph]:
    wall = area.wall
    small = Style(max(SMALLEST, size - 6))
    label = Style(max(SMALLEST, size - 6), bold=True)
    yield Paragraph(item.who, label, wall.accent, label=True)
    yield Paragraph(item.what, Style(size), wall.ink)
    for index, text in enumerate(_when_and_answer(item, small, width)):
        yield Paragraph(text, small, wall.muted, gap=0.0 if index else 2.0)
    for view in item.others:
        yield Paragraph(view.voice, label, wall.muted, gap=22.0, label=True, rule=wall.line)
        yield Paragraph(view.text, Style(size), wall.ink)


def _when_and_answer(item: ActionFrame, style: Style, width: float) -> tuple[str, ...]:
    """Say when and the answer on one line where there is room for both."""
    texts = tuple(clean(text) for text in (item.when, item.answer) if text.strip())
    together = " · ".join(texts)
    return (together,) if together and line_width(together, style) <= width else texts
