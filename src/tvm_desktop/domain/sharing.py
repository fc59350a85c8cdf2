"""Who may see a text: on the wall, and on a copy of the paper. The careful answer is no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Said, Shared
from tvm_desktop.domain.enums import Share

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


def may_project(thing: Shared, present: AbstractSet[str], child_present: bool) -> bool:
    """Say whether a thing may be on the wall while these persons are in the room."""
    return _open_to(thing, present) and (thing.fit_for_child or not child_present)


def may_print(thing: Shared, receivers: AbstractSet[str], *, to_child: bool = False) -> bool:
    """Say whether a thing may be on a copy that these persons get; ``to_child``: a child is one of them."""
    return _open_to(thing, receivers) and (thing.fit_for_child or not to_child)


def _open_to(thing: Shared, persons: AbstractSet[str]) -> bool:
    if isinstance(thing, Said) and thing.prepared:
        return False
    match thing.share:
        case Share.ALL:
            return True
        case Share.NOT_TO:
            # Nobody named yet: somebody was meant, so nobody sees it.
            return bool(thing.not_to) and persons.isdisjoint(thing.not_to)
        case Share.FACILITATOR:
            return False
