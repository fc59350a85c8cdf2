"""The red thread: every agreement rests on a goal, and the goal on something that somebody saw.

Between them stand a need and an understanding (the five steps), or a worry said in three parts (the board).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from tvm_desktop.domain.entities import (
    Action,
    Card,
    Entity,
    FollowUp,
    Goal,
    Link,
    Shared,
    Statement,
    Understanding,
    UnmetNeed,
)
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.wording import shortened
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tvm_desktop.domain.record import Record

E = TypeVar("E", bound=Entity)


class GapKind(StrEnum):
    """Where the thread is broken."""

    ACTION_WITHOUT_GOAL = "action_without_goal"
    GOAL_WITHOUT_ACTION = "goal_without_action"
    GOAL_WITHOUT_NEED = "goal_without_need"
    NEED_WITHOUT_GOAL = "need_without_goal"
    NEED_WITHOUT_UNDERSTANDING = "need_without_understanding"
    UNDERSTANDING_WITHOUT_CARD = "understanding_without_card"
    WORRY_WITHOUT_GOAL = "worry_without_goal"
    WORRY_WITHOUT_CARD = "worry_without_card"


@dataclass(frozen=True, slots=True)
class Gap:
    """One break in the thread, at one thing. For the leader only."""

    kind: GapKind
    id: str


@dataclass(frozen=True, slots=True)
class Chain:
    """One whole chain from what was seen to what is done: over understanding and need, or over a worry."""

    card: Card
    goal: Goal
    action: Action
    understanding: Understanding | None = None
    need: UnmetNeed | None = None
    worry: Statement | None = None

    @property
    def stations(self) -> tuple[Shared, ...]:
        """What it goes through, from what was seen to what is done."""
        whole = (self.card, self.understanding, self.need, self.worry, self.goal, self.action)
        return tuple(station for station in whole if station is not None)


@dataclass(frozen=True, slots=True)
class Strand:
    """Everything that one agreement rests on; an empty tuple is a break."""

    action: Action
    goals: tuple[Goal, ...]
    needs: tuple[UnmetNeed, ...]
    understandings: tuple[Understanding, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal beside the need or worry that it answers; either may be missing. ``first`` of those of one upper thing."""

    upper: UnmetNeed | Statement | None
    goal: Goal | None
    first: bool = True


def everything(thing: Shared) -> bool:
    """Let every thing be part of a chain."""
    return True


def chains(record: Record, may: Callable[[Shared], bool] = everything) -> list[Chain]:
    """List whole chains, one per agreement and goal, made of things that ``may`` be in it."""
    web = _Web(record)
    return [
        chain
        for action in live_actions(record)
        if may(action)
        for goal in web.below(action.id, Goal)
        if may(goal) and (chain := web.chain(action, goal, may))
    ]


def goal_rows(record: Record, may: Callable[[Shared], bool] = everything) -> list[GoalRow]:
    """List the open meeting's goals beside what they answer; needs and worries without a goal wait in their place."""
    web = _Web(record)
    goals = [goal for goal in record.all(Goal) if may(goal)]
    uppers: list[UnmetNeed | Statement] = [need for need in record.all(UnmetNeed) if may(need)]
    uppers += [worry for worry in record.all(Statement) if may(worry)]
    left = {goal.id: goal for goal in goals}
    rows: list[GoalRow] = []
    for upper in uppers:
        mine = [goal for goal in left.values() if upper.id in web.answered(goal)]
        for place, goal in enumerate(mine):
            rows.append(GoalRow(upper, goal, first=place == 0))
            del left[goal.id]
        if not mine and not any(upper.id in web.answered(goal) for goal in goals):
            rows.append(GoalRow(upper, None))
    return [*rows, *(GoalRow(None, goal) for goal in left.values())]


def strand(record: Record, action_id: str) -> Strand:
    """Return what one agreement rests on. Raises KeyError when there is no such agreement."""
    web = _Web(record)
    goals = tuple(web.below(action_id, Goal))
    needs = tuple(_once(need for goal in goals for need in web.needs(goal)))
    understandings = tuple(_once(u for need in needs for u in web.below(need.id, Understanding)))
    cards = tuple(_once(card for u in understandings for card in web.below(u.id, Card)))
    return Strand(record.get(Action, action_id), goals, needs, understandings, cards)


def gaps(record: Record) -> list[Gap]:
    """List where the thread is broken, agreements first."""
    web, kind = _Web(record), GapKind
    actions, goals, needs = live_actions(record), record.all(Goal), record.all(UnmetNeed)
    worked_for = {goal.id for action in actions for goal in web.below(action.id, Goal)}
    answered = {goal.need_id for goal in record.every(Goal)}
    found = [(kind.ACTION_WITHOUT_GOAL, a.id) for a in actions if not web.below(a.id, Goal)]
    found += [(kind.GOAL_WITHOUT_ACTION, g.id) for g in goals if g.id not in worked_for]
    unfounded = [g for g in goals if not web.needs(g) and not web.below(g.id, Statement)]
    found += [(kind.GOAL_WITHOUT_NEED, g.id) for g in unfounded]
    found += [(kind.NEED_WITHOUT_GOAL, n.id) for n in needs if n.id not in answered]
    found += [(kind.NEED_WITHOUT_UNDERSTANDING, n.id) for n in needs if not web.below(n.id, Understanding)]
    found += [
        (kind.UNDERSTANDING_WITHOUT_CARD, u.id)
        for u in record.all(Understanding)
        if not web.below(u.id, Card)
    ]
    worries = record.all(Statement)
    aimed_at = {worry.id for goal in record.every(Goal) for worry in web.below(goal.id, Statement)}
    found += [(kind.WORRY_WITHOUT_GOAL, w.id) for w in worries if w.id not in aimed_at]
    found += [(kind.WORRY_WITHOUT_CARD, w.id) for w in worries if not web.below(w.id, Card)]
    return [Gap(*gap) for gap in found]


def gap_line(record: Record, gap: Gap) -> Message:
    """Say a break to the leader, with the first words of the thing."""
    thing = record.anything(gap.id)
    text = shortened(str(getattr(thing, "what", getattr(thing, "text", ""))))
    return replace(_GAPS[gap.kind], args=MappingProxyType({"text": text}))


_GAPS: Mapping[GapKind, Message] = MappingProxyType(
    {
        GapKind.ACTION_WITHOUT_GOAL: msg("“{text}”: which goal does it help?"),
        GapKind.GOAL_WITHOUT_ACTION: msg("“{text}”: nobody does anything about this goal yet."),
        GapKind.GOAL_WITHOUT_NEED: msg("“{text}”: what need is behind this goal?"),
        GapKind.NEED_WITHOUT_GOAL: msg("“{text}”: there is no goal for this need yet."),
        GapKind.NEED_WITHOUT_UNDERSTANDING: msg("“{text}”: which understanding is behind this need?"),
        GapKind.UNDERSTANDING_WITHOUT_CARD: msg("“{text}”: which cards does this explain?"),
        GapKind.WORRY_WITHOUT_GOAL: msg("“{text}”: there is no goal for this worry yet."),
        GapKind.WORRY_WITHOUT_CARD: msg("“{text}”: which cards does this worry rest on?"),
    }
)


def live_actions(record: Record) -> list[Action]:
    """List the open meeting's agreements that were not dropped there."""
    return [action for action in record.all(Action) if lives(record, action)]


def lives(record: Record, action: Action) -> bool:
    """Say whether an agreement stands in its own meeting: one that a later meeting gave up was agreed there still."""
    return action.status is not ActionStatus.DROPPED or any(
        told.action_id == action.id
        and told.status is ActionStatus.DROPPED
        and told.meeting_id != action.meeting_id
        for told in record.every(FollowUp)
    )


class _Web:
    """The links of a record, looked up by their upper end."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.lower: dict[str, list[str]] = {}
        for link in record.every(Link):
            self.lower.setdefault(link.upper, []).append(link.lower)

    def below(self, upper: str, kind: type[E]) -> list[E]:
        found = (self.record.find(kind, lower) for lower in self.lower.get(upper, ()))
        things = [thing for thing in found if thing is not None]
        return sorted(things, key=lambda thing: (getattr(thing, "rank", 0.0), thing.id))

    def needs(self, goal: Goal) -> list[UnmetNeed]:
        need = self.record.find(UnmetNeed, goal.need_id)
        return [need] if need else []

    def answered(self, goal: Goal) -> set[str]:
        return {goal.need_id, *self.lower.get(goal.id, ())}

    def chain(self, action: Action, goal: Goal, may: Callable[[Shared], bool]) -> Chain | None:
        for need in filter(may, self.needs(goal)):
            for understanding in filter(may, self.below(need.id, Understanding)):
                for card in filter(may, self.below(understanding.id, Card)):
                    return Chain(card, goal, action, understanding, need)
        for worry in filter(may, self.below(goal.id, Statement)):
            for card in filter(may, self.below(worry.id, Card)):
                return Chain(card, goal, action, worry=worry)
        return None


def _once(things: Iterable[E]) -> Iterator[E]:
    return iter({thing.id: thing for thing in things}.values())
