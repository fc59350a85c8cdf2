"""The closing on the wall: the next meeting first, then one agreement at a time, wishes, what the child is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop import dates
from tvm_desktop.domain.entities import Action, Closing, NextMeeting, Wish
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.thread import live_actions
from tvm_desktop.session.frames.actions import names, when, wish_answer
from tvm_desktop.session.frames.model import Agreement, BigLines, Blank, Body
from tvm_desktop.session.frames.parts import visible
from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing

NEXT, ACTION, WISH, CHILD = "next", "action", "wish", "child"


@dataclass(frozen=True, slots=True)
class Stop:
    """One picture of the closing: what it is about, its question, and how it is built."""

    kind: str
    id: str
    question: Message
    build: Callable[[Record], Body]


def stops(record: Record) -> list[Stop]:
    """Return the pictures of the closing in their order, as far as they may be seen now."""
    found = [Stop(NEXT, "", msg("When do we meet again?"), _next_meeting)]
    actions = visible(record, live_actions(record))
    found += [
        Stop(ACTION, action.id, msg("Is this right?"), _agreement(action, n, len(actions)))
        for n, action in enumerate(actions)
    ]
    wishes = visible(record, record.all(Wish))
    found += [Stop(WISH, wish.id, msg("The family’s wish"), _wish(wish)) for wish in wishes]
    if not record.meeting.child_present:
        question = msg("Who tells {child} what we agreed?", child=record.course.name)
        found.append(Stop(CHILD, "", question, _child_told))
    return found


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the stop in view."""
    return _stop(record, showing).build(record)


def question(record: Record, showing: Showing) -> str:
    """Return the question of the stop in view."""
    return say(_stop(record, showing).question, record.meeting.language)


def _stop(record: Record, showing: Showing) -> Stop:
    found = stops(record)
    return found[min(max(showing.item, 0), len(found) - 1)]


def _next_meeting(record: Record) -> Body:
    # The note beside it is the leader's reminder, whom to invite or call: not for the wall.
    for meet in record.all(NextMeeting):
        if meet.starts is not None:
            language = record.meeting.language
            at = dates.long_moment(meet.starts, meet.zone, language)
            return BigLines((at[:1].upper() + at[1:],), (meet.place,) if meet.place else ())
    return Blank()


def _agreement(action: Action, index: int, total: int) -> Callable[[Record], Body]:
    def build(record: Record) -> Body:
        return Agreement(
            who=names(record, action.who),
            what=action.what,
            when=when(record, action),
            with_whom=names(record, action.with_whom),
            seen_by=action.seen_by,
            index=index,
            total=total,
        )

    return build


def _wish(wish: Wish) -> Callable[[Record], Body]:
    def build(record: Record) -> Body:
        answer = wish_answer(record, wish)
        small = tuple(text for text in (record.called(wish.voice), answer) if text)
        return BigLines((wish.text,), small)

    return build


def _child_told(record: Record) -> Body:
    for closing in record.all(Closing):
        who = names(record, closing.child_told_by)
        if who:
            return BigLines((who,), tuple(t for t in (closing.child_told_when, closing.child_told_what) if t))
    return Blank()
