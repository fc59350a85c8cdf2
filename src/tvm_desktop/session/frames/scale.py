"""A question from 0 to 10 on the wall. Before the numbers are shown the picture knows nothing of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Person, Scale
from tvm_desktop.domain.enums import CardKind, Side
from tvm_desktop.domain.scales import Question
from tvm_desktop.domain.thread import everything
from tvm_desktop.formats.model import Tint
from tvm_desktop.session.frames.board import card_frame
from tvm_desktop.session.frames.model import Body, ColumnFrame, Mark, Part, ScaleFrame
from tvm_desktop.session.frames.parts import seen, visible
from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tvm_desktop.domain.entities import Card, Shared
    from tvm_desktop.domain.record import Record
    from tvm_desktop.domain.scales import Number
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing

WHY = msg("What makes it not lower?")
UP = msg("What would it take to get up by one?")
# What is said about a number, by what it becomes.
REASONS: tuple[tuple[CardKind, Message, Tint], ...] = (
    (CardKind.STRENGTH, WHY, Tint.WORKS),
    (CardKind.NEXT, UP, Tint.NEXT),
)


def questions(record: Record, step: Step, may: Callable[[Shared], bool] = everything) -> list[Question]:
    """List what is asked at a step, in the meeting's language; the step's own question while there is no other."""
    language, child = record.meeting.language, record.course.name
    ends = step.scale
    first = Question(
        text=step.question.say(language, child),
        low=ends.low.say(language, child) if ends else "",
        high=ends.high.say(language, child) if ends else "",
        fit_for_child=True,
    )
    return scales.questions(record, first, may)


def question(record: Record, step: Step, showing: Showing) -> str:
    """Return the question in view."""
    return _in_view(record, step, showing).text


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the line with its ends; the numbers once they are shown, and what was said about them."""
    asked = _in_view(record, step, showing)
    scale = record.find(Scale, asked.id)
    said = visible(record, scales.reasons(record, asked.id))
    revealed = scale is not None and scale.revealed
    return ScaleFrame(
        low=asked.low,
        high=asked.high,
        prompt=showing.prompt or (say(WHY, record.meeting.language) if revealed and not said else ""),
        marks=_marks(record, scales.shown(record, scale)),
        # Each thinks of a number of their own first: last time's stand there once this time's do.
        earlier=_marks(record, scales.last_time(record, asked, seen(record)) if revealed else ()),
        reasons=_reasons(record, said, showing) if said else (),
    )


def _in_view(record: Record, step: Step, showing: Showing) -> Question:
    """Return the question in view among those that may be seen; ``showing.item`` counts these alone."""
    found = questions(record, step, seen(record))
    return found[min(max(showing.item, 0), len(found) - 1)]


def _marks(record: Record, numbers: Iterable[Number]) -> tuple[Mark, ...]:
    return tuple(
        Mark(record.called(number.person_id), _part(record, number.person_id), number.value)
        for number in numbers
    )


def _part(record: Record, person_id: str) -> Part:
    person = record.find(Person, person_id)
    if person is None or person.side is Side.PROFESSIONAL:
        return Part.PROFESSIONAL
    return Part.CHILD if person.is_child else Part.FAMILY


def _reasons(record: Record, cards: list[Card], showing: Showing) -> tuple[ColumnFrame, ...]:
    language = record.meeting.language
    return tuple(
        ColumnFrame(say(title, language), tint, tuple(card_frame(record, card, showing) for card in mine))
        for (_, title, tint), mine in zip(REASONS, by_reason(cards), strict=True)
        if mine
    )


def by_reason(cards: list[Card]) -> list[list[Card]]:
    """Part what was said about a number as :data:`REASONS`; a card sorted otherwise since stands in the first."""
    kinds = [kind for kind, _, _ in REASONS]
    places = [kinds.index(card.kind) if card.kind in kinds else 0 for card in cards]
    return [[card for card, at in zip(cards, places, strict=True) if at == n] for n in range(len(REASONS))]
