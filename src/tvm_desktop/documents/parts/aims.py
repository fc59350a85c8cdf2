"""What we are worried about and what we want to reach: a worry and the goals that answer it stand together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tvm_desktop.documents.model import (
    Aim,
    Aims,
    Difference,
    GoalItem,
    Goals,
    Paragraphs,
    Section,
    SectionKind,
    View,
)
from tvm_desktop.documents.parts.numbers import told_at_numbers
from tvm_desktop.documents.parts.people import named, side_of
from tvm_desktop.documents.parts.sayings import saying, says
from tvm_desktop.domain.entities import Card, Goal, Link, Scale, Sign, Statement
from tvm_desktop.domain.enums import CardKind, Side
from tvm_desktop.domain.thread import live_actions, strand
from tvm_desktop.domain.worries import lead, rest
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source


@dataclass(slots=True)
class _Pair:
    """Worries that share a goal, and their goals."""

    goals: dict[str, Goal]
    worries: list[Statement] = field(default_factory=list)


def hopes(source: Source) -> Section | None:
    """Return what the family itself said needs to happen, unless something in the plan was made of it.

    What only belongs to a number is left out where it stands beside that number on this copy.
    """
    asked = {scale.id for scale in source.record.every(Scale)}
    ties = [link for link in source.record.every(Link) if link.lower not in asked]
    made = {end for link in ties for end in (link.upper, link.lower)} | told_at_numbers(source)
    cards = [
        card
        for card in source.all(Card)
        if card.kind is CardKind.NEXT and card.text.strip() and card.id not in made and _is_own(card, source)
    ]
    if not cards:
        return None
    items = tuple(saying(card, source) for card in cards)
    title = msg("What the family itself would like")
    return Section(SectionKind.HOPES, source.say(title), Paragraphs(items, listed=True))


def worries(source: Source) -> Section | None:
    """Return the worries said whole, the family's own version beside them unchanged, and the goals that answer them."""
    pairs = _pairs(source)
    if not pairs:
        return None
    items = tuple(
        Aim(
            tuple(_worry(worry, source) for worry in pair.worries),
            tuple(goal_item(goal, source) for goal in pair.goals.values()),
        )
        for pair in pairs
    )
    title = (
        msg("What we are worried about, and what we want to reach")
        if any(item.goals for item in items)
        else msg("What we are worried about")
    )
    return Section(SectionKind.WORRIES, source.say(title), Aims(items))


def goals(source: Source) -> Section | None:
    """Return what else we want to reach, and how we will be able to see it."""
    paired = {goal_id for pair in _pairs(source) for goal_id in pair.goals}
    found = [goal for goal in _goals(source) if goal.id not in paired]
    if not found:
        return None
    title = msg("What we also want to reach") if paired else msg("What we want to reach")
    items = tuple(goal_item(goal, source) for goal in found)
    return Section(SectionKind.GOALS, source.say(title), Goals(items))


def _is_own(card: Card, source: Source) -> bool:
    return bool(card.voice) and side_of(source.record, card.voice) is not Side.PROFESSIONAL


def _goals(source: Source) -> list[Goal]:
    """List this meeting's goals, and earlier ones that its agreements go on working for."""
    record = source.record
    worked_for = [
        goal
        for action in live_actions(record)
        if source.may(action)
        for goal in strand(record, action.id).goals
    ]
    every = {goal.id: goal for goal in (*record.all(Goal), *worked_for)}.values()
    return [goal for goal in every if source.may(goal) and goal.text.strip()]


def goal_item(goal: Goal, source: Source) -> GoalItem:
    """Return a goal with its own signs."""
    every = [sign for sign in source.record.every(Sign) if sign.goal_id == goal.id and source.may(sign)]
    signs = [sign for sign in every if sign.text.strip()]
    return GoalItem(goal.text, tuple(sign.text for sign in signs))


def _pairs(source: Source) -> list[_Pair]:
    """List the worries in their order; one that shares a goal with an earlier one stands beside it."""
    ties = {(link.upper, link.lower) for link in source.record.every(Link)}
    every = _goals(source)
    pairs: list[_Pair] = []
    for worry in source.all(Statement):
        if not worry.text.strip():
            continue
        answers = {goal.id: goal for goal in every if (goal.id, worry.id) in ties}
        pair = next((pair for pair in pairs if not pair.goals.keys().isdisjoint(answers)), None)
        if pair is None:
            pair = _Pair({})
            pairs.append(pair)
        taken = {goal_id for other in pairs for goal_id in other.goals}
        pair.goals |= {goal_id: goal for goal_id, goal in answers.items() if goal_id not in taken}
        pair.worries.append(worry)
    return pairs


def _worry(worry: Statement, source: Source) -> Difference:
    record, language = source.record, source.language
    views = [View(lead(record, worry, language), rest(worry))]
    if worry.own_words.strip():
        views.append(View(own_side(worry, source), worry.own_words.strip()))
    return Difference("", tuple(views))


def own_side(worry: Statement, source: Source) -> str:
    """Return what leads up to the family's own version."""
    if named(source.record, worry.own_voice, source.language):
        return says(worry.own_voice, source)
    return source.say(msg("The family says:"))
