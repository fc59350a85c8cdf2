"""What a column of a view holds: the same things, whichever way a meeting looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Action,
    Card,
    Goal,
    Shared,
    Statement,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import CardKind, Holds
from tvm_desktop.domain.thread import live_actions, lives

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.domain.record import Record

_KINDS: dict[Holds, type[Shared]] = {
    Holds.UNDERSTANDING: Understanding,
    Holds.STATEMENT: Statement,
    Holds.NEED: UnmetNeed,
    Holds.GOAL: Goal,
    Holds.ACTION: Action,
    Holds.WISH: Wish,
}
_CARDS = {kind: Holds(kind) for kind in CardKind}
_NAMES = [kind.__name__ for kind in _KINDS.values()]


def held(record: Record, holds: Holds) -> list[Shared]:
    """List what a column holds in the open meeting, by rank; agreements that were dropped there are in none."""
    if holds is Holds.ACTION:
        return list(live_actions(record))
    if holds in _KINDS:
        return list(record.all(_KINDS[holds]))
    kind = CardKind(holds)
    return [card for card in record.all(Card) if card.kind is kind]


def holds_of(thing: Shared) -> Holds | None:
    """Return the column that a thing belongs to; None for what stands in no column by itself."""
    if isinstance(thing, Card):
        return _CARDS[thing.kind]
    return next((holds for holds, kind in _KINDS.items() if isinstance(thing, kind)), None)


def movable(holds: Holds) -> bool:
    """Say whether cards can be moved to a column: among other cards, and among the understandings."""
    return holds is Holds.UNDERSTANDING or holds not in _KINDS


def anything(thing: Shared) -> bool:
    """Let every thing count."""
    return True


def filled(record: Record, may: Callable[[Shared], bool] = anything) -> frozenset[Holds]:
    """Return what there is anything of in the open meeting, of things that ``may`` count.

    Nothing is sorted: this is asked at every picture.
    """
    found = {
        holds_of(thing)
        for kind in ("Card", *_NAMES)
        for thing in record.rows.get(kind, {}).values()
        if isinstance(thing, Shared)
        and thing.meeting_id == record.meeting_id
        and may(thing)
        and (not isinstance(thing, Action) or lives(record, thing))
    }
    return frozenset(holds for holds in found if holds is not None)
