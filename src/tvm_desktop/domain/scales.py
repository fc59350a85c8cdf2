"""Questions from 0 to 10: who has answered, whether the numbers may be seen, and what they were last time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import Card, Link, Meeting, Person, Scale, ScaleRating, Shared
from tvm_desktop.domain.thread import everything

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tvm_desktop.domain.record import Record

HIGHEST = 10


@dataclass(frozen=True, slots=True)
class Number:
    """One person's number."""

    person_id: str
    value: int
    may_show: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question from 0 to 10: asked already (``id``), or proposed from the last meeting (``follows``) or the step.

    ``fit_for_child``: its words are the step's own, or somebody has found them fit.
    """

    text: str
    low: str = ""
    high: str = ""
    id: str = ""
    follows: str = ""
    about: str = ""
    fit_for_child: bool = False


def questions(record: Record, first: Question, may: Callable[[Shared], bool] = everything) -> list[Question]:
    """List what is asked here: last meeting's questions again, then new ones; ``first`` while there is nothing else.

    Nothing is written down by this: a question is asked once somebody has given a number, or its words were changed.
    What ``may`` not be counted is as if it were not there.
    """
    asked = {scale.id: scale for scale in record.all(Scale) if may(scale)}
    found: list[Question] = []
    for old in of_last_meeting(record, may):
        again = next((scale for scale in asked.values() if scale.follows == old.id), None)
        found.append(_asked(record, asked.pop(again.id)) if again else _again(record, old))
    found += [_asked(record, scale) for scale in asked.values()]
    return found or [first]


def _asked(record: Record, scale: Scale) -> Question:
    about, fit = belongs_to(record, scale.id), scale.fit_for_child
    return Question(scale.text, scale.low, scale.high, scale.id, scale.follows, about, fit)


def _again(record: Record, old: Scale) -> Question:
    about, fit = belongs_to(record, old.id), old.fit_for_child
    return Question(old.text, old.low, old.high, follows=old.id, about=about, fit_for_child=fit)


def belongs_to(record: Record, scale_id: str) -> str:
    """Return the id of the worry or goal that a question belongs to, "" for none."""
    return next((link.lower for link in record.every(Link) if link.upper == scale_id), "")


def reasons(record: Record, scale_id: str) -> list[Card]:
    """List what was said about the numbers of a question."""
    tied = {link.upper for link in record.every(Link) if link.lower == scale_id}
    return [card for card in record.all(Card) if card.id in tied]


def shown(record: Record, scale: Scale | None) -> tuple[Number, ...]:
    """Return the numbers that all may see: revealed, and a child's only with the child's yes."""
    if scale is None or not scale.revealed:
        return ()
    return tuple(number for number in numbers(record, scale.id) if number.may_show)


def numbers(record: Record, scale_id: str) -> tuple[Number, ...]:
    """Return the numbers given to a scale, whatever meeting it belongs to, in voice order where that is known."""
    order = {person.id: place for place, person in enumerate(turns.voices(record))}
    found = [r for r in record.every(ScaleRating) if r.scale_id == scale_id]
    found.sort(key=lambda rating: (order.get(rating.person_id, len(order)), rating.person_id))
    return tuple(Number(r.person_id, r.value, r.may_show) for r in found)


def waiting(record: Record, scale_id: str) -> list[Person]:
    """List those in the room with a voice whose number is not there yet."""
    there = turns.present(record)
    given = {number.person_id for number in numbers(record, scale_id)}
    return [p for p in turns.voices(record) if p.id in there and p.id not in given]


def last_time(
    record: Record, question: Question | Scale, may: Callable[[Shared], bool] = everything
) -> tuple[Number, ...]:
    """Return the numbers that all saw when the question was last answered; none behind what ``may`` not count."""
    for old in _followed(record, question.id, question.follows):
        if not may(old):
            return ()
        if found := shown(record, old):
            return found
    return ()


def _followed(record: Record, scale_id: str, follows: str) -> Iterator[Scale]:
    """Give the questions that one follows, the latest first; a ring ends where it began."""
    passed = {scale_id}
    while follows and follows not in passed:
        passed.add(follows)
        old = record.find(Scale, follows)
        if old is None:
            return
        yield old
        follows = old.follows


def of_last_meeting(record: Record, may: Callable[[Shared], bool] = everything) -> list[Scale]:
    """List the questions that the last earlier meeting with any asked; a follow-up asks them again."""
    here = record.meeting
    before = [m for m in record.every(Meeting) if m.id != here.id and is_before(m, here)]
    before.sort(key=lambda m: ((held := m.starts or m.created) is not None, held, m.id), reverse=True)
    for meeting in before:
        found = [s for s in record.every(Scale) if s.meeting_id == meeting.id and may(s)]
        if found:
            return found
    return []


def is_before(one: Meeting, other: Meeting) -> bool:
    """Say whether one meeting comes before another: by its time, else by when it was made, else it is last."""
    first, second = one.starts or one.created, other.starts or other.created
    return first is not None and (second is None or first < second)
