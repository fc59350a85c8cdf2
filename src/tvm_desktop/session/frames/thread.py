"""The red thread on the wall: one whole chain, calm. The list of gaps is the leader's and never here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import sharing, turns
from tvm_desktop.domain.entities import Action, Card, Goal, Shared, Statement, Understanding, UnmetNeed
from tvm_desktop.domain.thread import Chain, chains
from tvm_desktop.domain.wording import as_said
from tvm_desktop.session.frames.actions import names
from tvm_desktop.session.frames.model import Body, Thread, ThreadLink
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, showing: Showing) -> Body:
    """Return the chosen chain among those of which every part may be seen."""
    whole = visible_chains(record)
    if not whole:
        return Thread((), 0, 0)
    index = min(max(showing.item, 0), len(whole) - 1)
    return Thread(_links(record, whole[index]), index, len(whole))


def visible_chains(record: Record) -> list[Chain]:
    """Return the chains of this meeting of which every part may be projected now."""
    there, child = turns.present(record), record.meeting.child_present

    def may(thing: Shared) -> bool:
        return thing.meeting_id == record.meeting_id and sharing.may_project(thing, there, child)

    return chains(record, may)


def _links(record: Record, chain: Chain) -> tuple[ThreadLink, ...]:
    language, child = record.meeting.language, record.course.name
    titles = {
        Card: msg("We saw"),
        Understanding: msg("We understand it like this"),
        UnmetNeed: msg("What {child} needs", child=child),
        Statement: msg("What worries us"),
        Goal: msg("What we want to reach"),
        Action: msg("What we do"),
    }
    return tuple(
        ThreadLink(say(titles[type(part)], language), (_text(record, part),)) for part in chain.stations
    )


def _text(record: Record, part: object) -> str:
    match part:
        case Card():
            return as_said(part, record.meeting.language)
        case Understanding() | UnmetNeed() | Statement() | Goal():
            return part.text
        case Action():
            who = names(record, part.who)
            return f"{who}: {part.what}" if who else part.what
        case _:
            return ""
