"""A round of talking on the wall: whose turn it is, and who comes after. Nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import turns
from tvm_desktop.session.frames.model import BigLines, Blank, Body
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Person
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def order(record: Record) -> list[Person]:
    """List who speaks in a round, the family first: those in the room who have a voice."""
    there = turns.present(record)
    return turns.family_first(person for person in turns.voices(record) if person.id in there)


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return whose turn it is; past the last one, a thank you."""
    people, language = order(record), record.meeting.language
    at = max(showing.item, 0)
    if not people:
        return Blank()
    if at >= len(people):
        return BigLines((say(msg("Thank you, all of you"), language),))
    now = say(msg("Your turn, {name}", name=record.called(people[at].id)), language)
    following = record.called(people[at + 1].id) if at + 1 < len(people) else ""
    after = say(msg("After that: {name}", name=following), language) if following else ""
    return BigLines((now,), (after,) if after else ())
