"""Where things can be moved on a board or a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.columns import holds_of, movable
from tvm_desktop.domain.entities import Said, Shared
from tvm_desktop.session.commands.cards import MoveCards
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.enums import Holds
    from tvm_desktop.formats.model import Column
    from tvm_desktop.ui.facilitator.desk import Desk


def place_for(thing: Shared, column: Column) -> Holds | None:
    """Return what a thing becomes in a column; None where it cannot be moved."""
    if not isinstance(thing, Said):
        return None
    holds = holds_of(thing)
    if holds in column.holds:
        return holds
    return next((other for other in column.holds if movable(other)), None)


def move(desk: Desk, ids: tuple[str, ...], column: Column, before: str = "") -> tuple[str, ...]:
    """Move things to a column, before one of its own or last. Return those that moved.

    Only cards and understandings can be moved; the quiet bar says so of the others.
    """
    things = [thing for thing in map(desk.record.anything, ids) if isinstance(thing, Shared)]
    if not things:
        return ()
    to = place_for(things[0], column)
    if to is None:
        desk.remark(msg("That cannot be moved there. Write it anew where it belongs."))
        return ()
    fitting = tuple(thing.id for thing in things if place_for(thing, column) is to)
    return fitting if desk.bridge.do(MoveCards(fitting, to, before)) else ()
