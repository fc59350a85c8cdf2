"""What every picture asks of the record: may this be seen, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tvm_desktop.domain import sharing, turns
from tvm_desktop.domain.entities import Position, Shared
from tvm_desktop.domain.enums import Stance
from tvm_desktop.session.frames.model import View
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tvm_desktop.domain.record import Record

S = TypeVar("S", bound=Shared)


def seen(record: Record) -> Callable[[Shared], bool]:
    """Return the test of what may be projected to those who are in the room now."""
    there, child = turns.present(record), record.meeting.child_present

    def may(thing: Shared) -> bool:
        return sharing.may_project(thing, there, child)

    return may


def visible(record: Record, things: Iterable[S]) -> list[S]:
    """Keep what may be projected to those who are in the room now."""
    return list(filter(seen(record), things))


def voice(record: Record, person_id: str, *, interpreted: bool = False) -> str:
    """Name who says it: "Hodan, mor · gennem tolk"."""
    name = record.voice(person_id)
    if not (name and interpreted):
        return name
    return f"{name} · {say(msg('through an interpreter'), record.meeting.language)}"


def others(record: Record, about: str) -> tuple[View, ...]:
    """Return what those say who see a thing differently; a child in the room sees none of it.

    A position has no mark for the child, so the careful answer is to leave it out while a child is in.
    """
    if record.meeting.child_present:
        return ()
    found = [p for p in record.all(Position) if p.about == about and p.stance is Stance.DISAGREE]
    unsaid = say(msg("sees it differently"), record.meeting.language)
    return tuple(View(record.voice(p.person_id), p.text or unsaid) for p in found)
