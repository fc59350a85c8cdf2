"""How what was said is sorted afterwards: three sorts of worry, two of what works."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.columns import holds_of
from tvm_desktop.domain.enums import CardSort, Holds
from tvm_desktop.domain.wording import SORTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tvm_desktop.domain.entities import Said
    from tvm_desktop.words import Message

SORTS_OF: Mapping[Holds, tuple[CardSort, ...]] = MappingProxyType(
    {
        Holds.WORRY: (CardSort.HAPPENED, CardSort.MAY_HAPPEN, CardSort.HARD),
        Holds.STRENGTH: (CardSort.STRENGTH, CardSort.PROTECTED),
    }
)


def sorts_for(thing: Said) -> tuple[CardSort, ...]:
    """List how a thing can be sorted where it stands now; () when it is not sorted there."""
    holds = holds_of(thing)
    return SORTS_OF.get(holds, ()) if holds else ()


def sort_words(thing: Said) -> Message | None:
    """Say how a thing was sorted; a sort that does not fit where the thing stands now rests until it moves back."""
    return SORTS.get(thing.sort) if thing.sort in sorts_for(thing) else None
