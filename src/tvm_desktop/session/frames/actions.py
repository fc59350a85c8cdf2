"""Who does what, on the wall, under the goals; the family's wishes with their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop import dates
from tvm_desktop.domain.entities import Action, Goal, Link, Wish
from tvm_desktop.domain.enums import WishReply
from tvm_desktop.domain.thread import live_actions
from tvm_desktop.domain.when import read_date
from tvm_desktop.session.frames.model import ActionFrame, ActionGroup, Actions, Body
from tvm_desktop.session.frames.parts import others, visible
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return agreements by goal, then those without one, then the wishes."""
    language = record.meeting.language
    actions = visible(record, live_actions(record))
    goals = visible(record, record.all(Goal))
    first = {action.id: _first_goal(record, action, goals) for action in actions}
    groups = [
        ActionGroup(goal.text, tuple(_action(record, a, showing) for a in actions if first[a.id] == goal.id))
        for goal in goals
    ]
    loose = tuple(_action(record, a, showing) for a in actions if not first[a.id])
    wishes = tuple(_wish(record, wish, showing) for wish in visible(record, record.all(Wish)))
    groups.append(ActionGroup(say(msg("We also do this"), language) if goals else "", loose))
    groups.append(ActionGroup(say(msg("The family’s wishes"), language), wishes))
    return Actions(tuple(group for group in groups if group.items))


def _first_goal(record: Record, action: Action, goals: list[Goal]) -> str:
    lower = {link.lower for link in record.every(Link) if link.upper == action.id}
    return next((goal.id for goal in goals if goal.id in lower), "")


def names(record: Record, person_ids: tuple[str, ...]) -> str:
    """Join names as one says them: "mor, far og Mai"."""
    called = [name for name in map(record.called, person_ids) if name]
    if len(called) < 2:
        return "".join(called)
    both = msg("{first} and {last}", first=", ".join(called[:-1]), last=called[-1])
    return say(both, record.meeting.language)


def when(record: Record, action: Action) -> str:
    """Say when: the words that were used, and the last day, unless the words said that day and no more."""
    if action.due is None:
        return action.when
    language = record.meeting.language
    by = say(msg("by {date}", date=dates.long_date(action.due, language)), language)
    only_that_day = not action.when or read_date(action.when, action.due) == action.due
    return by if only_that_day else f"{action.when} · {by}"


def _action(record: Record, action: Action, showing: Showing) -> ActionFrame:
    accepted = bool(action.who) and set(action.who) <= set(action.accepted_by)
    return ActionFrame(
        id=action.id,
        who=names(record, action.who),
        what=action.what,
        when=when(record, action),
        answer=say(msg("has said yes"), record.meeting.language) if accepted else "",
        others=others(record, action.id),
        newest=action.id == showing.newest,
    )


def _wish(record: Record, wish: Wish, showing: Showing) -> ActionFrame:
    return ActionFrame(
        id=wish.id,
        who=record.called(wish.voice),
        what=wish.text,
        answer=wish_answer(record, wish),
        is_wish=True,
        others=others(record, wish.id),
        newest=wish.id == showing.newest,
    )


def wish_answer(record: Record, wish: Wish) -> str:
    """Say the answer to a wish in one line; "" while there is none."""
    language = record.meeting.language
    name = record.called(wish.answered_by)
    day = dates.long_date(wish.due, language) if wish.due else ""
    match wish.reply:
        case WishReply.YES:
            text = msg("Yes, {name} does it", name=name) if name else msg("Yes")
        case WishReply.NO:
            text = msg("No, because {because}", because=wish.because) if wish.because else msg("No")
        case WishReply.EXAMINED if name and day:
            text = msg("{name} finds out and answers by {date}", name=name, date=day)
        case WishReply.EXAMINED:
            text = msg("We find out")
        case _:
            return ""
    return say(text, language)
