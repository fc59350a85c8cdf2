"""What we do not agree on: everybody in their own words, with equal weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Difference, Differences, Section, SectionKind, View
from tvm_desktop.documents.parts.sayings import says
from tvm_desktop.domain.entities import (
    Action,
    Card,
    Entity,
    FollowUp,
    FramingAnswer,
    Goal,
    Meeting,
    Position,
    Scale,
    Shared,
    Sign,
    Statement,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import FramingReply, Stance
from tvm_desktop.domain.wording import as_said
from tvm_desktop.domain.worries import sentence as worry_said
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source


def differences(source: Source) -> Section | None:
    """Return every difference that was recorded where it arose; first those about how we hold the meeting."""
    items = (*_framing(source), *_positions(source))
    if not items:
        return None
    return Section(SectionKind.DIFFERENCES, source.say(msg("What we do not agree on")), Differences(items))


def _positions(source: Source) -> list[Difference]:
    """Return the things that somebody sees differently, each with all that was said about it."""
    about: dict[str, list[Position]] = {}
    for position in source.record.all(Position):
        about.setdefault(position.about, []).append(position)
    found: list[Difference] = []
    for thing_id, positions in about.items():
        thing = source.record.anything(thing_id)
        if any(position.stance is Stance.DISAGREE for position in positions) and printable(thing, source):
            found.append(_difference(thing, positions, source))
    return found


def printable(thing: Entity | None, source: Source) -> bool:
    """Tell whether the thing itself may stand on this copy; what hangs on it follows it."""
    if isinstance(thing, Sign):
        goal = source.record.find(Goal, thing.goal_id)
        return source.may(thing) and (goal is None or source.may(goal))
    if isinstance(thing, FollowUp):
        action = source.record.find(Action, thing.action_id)
        return source.may(thing) and (action is None or source.may(action))
    if isinstance(thing, Shared):
        return source.may(thing)
    return isinstance(thing, Meeting)


def _difference(thing: Entity | None, positions: list[Position], source: Source) -> Difference:
    text, voice = _said(thing, source)
    views = [
        _view(position, source)
        for position in positions
        if position.text.strip() or position.stance is Stance.DISAGREE
    ]
    spoken = {position.person_id for position in positions}
    if text and voice and voice not in spoken:
        return Difference("", (View(says(voice, source), text), *views))
    return Difference(text, tuple(views))


def _said(thing: Entity | None, source: Source) -> tuple[str, str]:
    """Return the words that are seen in several ways, and whose they are; none when it is the plan itself."""
    text, voice = "", ""
    match thing:
        case Card():
            text, voice = as_said(thing, source.language), thing.voice
        case Understanding() | UnmetNeed() | Wish():
            text, voice = thing.text, thing.voice
        case Goal() | Sign() | Scale():
            text = thing.text
        case Statement():
            text = worry_said(source.record, thing, source.language)
        case Action():
            text = thing.what
        case FollowUp():
            text = _agreed(thing, source)
    return text, voice


def _agreed(answer: FollowUp, source: Source) -> str:
    action = source.record.find(Action, answer.action_id)
    return action.what if action else ""


def _view(position: Position, source: Source) -> View:
    text = position.text.strip() or source.say(msg("I see it differently."))
    return View(says(position.person_id, source), text)


def _framing(source: Source) -> list[Difference]:
    about: dict[str, list[FramingAnswer]] = {}
    for answer in source.record.all(FramingAnswer):
        if answer.reply is FramingReply.DISAGREE:
            about.setdefault(answer.statement, []).append(answer)
    return [
        Difference(framing_sentence(statement, source), tuple(_answer(answer, source) for answer in answers))
        for statement, answers in about.items()
    ]


def _answer(answer: FramingAnswer, source: Source) -> View:
    text = answer.comment.strip() or source.say(msg("I see it differently."))
    return View(says(answer.person_id, source), text)


def framing_sentence(statement_id: str, source: Source) -> str:
    """Return a sentence of the framing in the paper's language."""
    steps = source.format.steps if source.format else ()
    for step in steps:
        for statement in step.statements:
            if statement.id == statement_id:
                return statement.text.say(source.language, source.child)
    return source.say(msg("How we hold the meeting"))
