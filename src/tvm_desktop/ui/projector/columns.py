"""Cards in columns."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tvm_desktop.ui.projector.area import outlined
from tvm_desktop.ui.projector.blocks import Block, Look, Paragraph, field
from tvm_desktop.ui.projector.keep import forget_at_end
from tvm_desktop.ui.projector.lanes import Lane, lane_look, lay_lanes
from tvm_desktop.ui.projector.typeset import SMALLEST, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.session.frames.model import CardFrame, ColumnFrame, Columns
    from tvm_desktop.ui.projector.area import Area, Items
    from tvm_desktop.ui.projector.colours import TintColours, Wall


def lay_columns(body: Columns, area: Area) -> list[Items]:
    """Give the pages of the board."""
    return lay_lanes([_lane(column, area) for column in body.columns], area)


def _lane(column: ColumnFrame, area: Area) -> Lane:
    colours = area.wall.tint(column.tint)

    def blocks(width: float, size: int) -> Sequence[Block]:
        if not column.cards:
            return [waiting(column.waiting, colours, width, area)] if column.waiting.strip() else []
        return [column_card(card, colours, width, size, area.wall) for card in column.cards]

    return Lane(column.title, colours, blocks)


@lru_cache(maxsize=1024)
def column_card(card: CardFrame, colours: TintColours, width: float, size: int, wall: Wall) -> Block:
    """Return a card in the soft colour of its column."""
    look = outlined(lane_look(size, colours.soft, colours.edge), wall, newest=card.newest)
    label = Style(max(SMALLEST, size - 10), bold=True)
    said = (
        Paragraph(card.voice, label, wall.muted, label=True),
        Paragraph(card.text, Style(size), wall.ink),
    )
    return field(said, look, width)


forget_at_end(column_card.cache_clear)


def waiting(text: str, colours: TintColours, width: float, area: Area) -> Block:
    """Return what is said in a column that has no cards yet."""
    look = Look(colours.faint, colours.edge)
    return field([Paragraph(text, Style(34), area.wall.muted)], look, width)
