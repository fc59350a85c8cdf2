"""What the closing must settle, and what is still open when the meeting ends. A reminder, never a lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, Closing, Goal, Link, NextMeeting, Statement, UnmetNeed, Wish
from tvm_desktop.domain.hints.effort import answered
from tvm_desktop.domain.thread import gaps, live_actions, strand
from tvm_desktop.domain.wording import the_child
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


@dataclass(frozen=True, slots=True)
class Must:
    """One of the five. ``detail`` says what is missing, if that can be said in a few words."""

    key: str
    done: bool
    message: Message
    detail: Message | None = None


def musts(record: Record) -> tuple[Must, ...]:
    """Return the five musts in their order."""
    return (_needs(record), _who_when(record), _documented(record), _thread(record), _next(record))


def still_open(record: Record) -> tuple[Message, ...]:
    """Say what is missing when the meeting is to end; nothing when all is settled."""
    missing = [_missing(must) for must in musts(record) if not must.done]
    wishes = sum(not answered(wish) for wish in record.all(Wish))
    if wishes:
        missing.append(
            msgs(
                "{count} wish of the family has no answer",
                "{count} wishes of the family have no answer",
                wishes,
            )
        )
    if not any(closing.child_told_by for closing in record.all(Closing)):
        missing.append(msg("Who tells {child} what we agreed?", child=the_child(record.course.name)))
    return tuple(missing)


def _missing(must: Must) -> Message:
    if must.key == "thread" and must.detail:
        return msg("{question} {gaps}", question=must.message, gaps=must.detail)
    return must.detail or must.message


def _needs(record: Record) -> Must:
    goals = _goals(record)
    paired = {link.upper for link in record.every(Link) if record.find(Statement, link.lower)}
    done = bool(goals) and all(g.id in paired or record.find(UnmetNeed, g.need_id) for g in goals)
    return Must("needs", done, msg("Goals said as what {child} needs", child=the_child(record.course.name)))


def _goals(record: Record) -> list[Goal]:
    """List the goals that this meeting works for: its own, and earlier ones that its agreements rest on."""
    mine = record.all(Goal)
    worked_for = [goal for action in live_actions(record) for goal in strand(record, action.id).goals]
    return list({goal.id: goal for goal in (*mine, *worked_for)}.values())


def _who_when(record: Record) -> Must:
    actions = live_actions(record)
    unclear = sum(not clear(action) for action in actions)
    detail = (
        msgs("{count} agreement lacks who or when", "{count} agreements lack who or when", unclear)
        if unclear
        else None
    )
    said = msg("Who does what, when, and together with whom")
    return Must("who", bool(actions) and not unclear, said, detail)


def clear(action: Action) -> bool:
    """Say whether an agreement has who and when."""
    return bool(action.who) and (bool(action.when.strip()) or action.due is not None)


def _documented(record: Record) -> Must:
    actions = live_actions(record)
    overall = any(closing.documentation.strip() for closing in record.all(Closing))
    watched = {goal.id for a in actions if a.seen_by.strip() for goal in strand(record, a.id).goals}
    goals = {goal.id for a in actions for goal in strand(record, a.id).goals}
    done = bool(actions) and (overall or (any(a.seen_by.strip() for a in actions) and goals <= watched))
    return Must("documented", done, msg("How we see whether it helps"))


def _thread(record: Record) -> Must:
    missing = len(gaps(record))
    detail = msgs("{count} place is missing something", "{count} places are missing something", missing)
    done = bool(live_actions(record)) and not missing
    return Must("thread", done, msg("Does it hang together?"), detail if missing else None)


def _next(record: Record) -> Must:
    done = any(meet.starts is not None for meet in record.all(NextMeeting))
    return Must("next", done, msg("A time for a new meeting"))
