"""Numbers from 0 to 10: asked, entered hidden, shown together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Card, Link, Person, Scale, ScaleRating
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, EditFields, Stamp, next_rank, remove_with_ties
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.words import msg


@dataclass(frozen=True)
class AskScale(Command):
    """Ask for a number, with words for both ends; ``about`` is the goal or worry it belongs to.

    Only the caller knows whether the words are the method's own: what somebody typed is not yet fit for a child.
    """

    label = msg("ask for a number")
    text: str
    low: str = ""
    high: str = ""
    follows: str = ""
    about: str = ""
    fit_for_child: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the scale, hidden, with its tie."""
        new = Scale(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            low=self.low.strip(),
            high=self.high.strip(),
            follows=self.follows,
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(Scale)),
        )
        if not self.about:
            return (adding(new),)
        tie = Link(id=stamp.new_id(), meeting_id=record.meeting_id, upper=new.id, lower=self.about)
        return adding(new), adding(tie)


@dataclass(frozen=True)
class EditScale(EditFields):
    """Change the question or the words for its ends; new words lose the mark for the child."""

    label = msg("change a scale")
    kind = Scale

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change what differs; what a child may see was said of the words as they were."""
        before = record.get(Scale, self.id)
        words = {"text": before.text, "low": before.low, "high": before.high}
        new = any(self.values.get(part, old) != old for part, old in words.items())
        return changing(before, **({"fit_for_child": False, **self.values} if new else self.values))


@dataclass(frozen=True)
class Rate(Command):
    """Put down somebody's number, or change it. None takes it back; ``ask`` is the question while it is a proposal.

    ``shows`` False: the last number shows none of them, for they have been shown once, and hidden again.
    """

    label = msg("put down a number")
    scale_id: str
    person_id: str
    value: int | None
    ask: AskScale | None = None
    shows: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Keep the number; when everybody in the room has answered, all are shown together."""
        if self.ask is not None and record.find(Scale, self.scale_id) is None:
            asked = replace(self.ask, id=self.scale_id).decide(record, stamp)
            return (*asked, *self._rate(record.apply(asked), stamp, reveal=False))
        return self._rate(record, stamp, reveal=self.shows)

    def _rate(self, record: Record, stamp: Stamp, *, reveal: bool) -> tuple[Edit, ...]:
        scale = record.get(Scale, self.scale_id)
        found = [
            r for r in record.every(ScaleRating) if r.scale_id == scale.id and r.person_id == self.person_id
        ]
        if self.value is None:
            return remove_with_ties(record, [rating.id for rating in found])
        value = min(max(self.value, 0), scales.HIGHEST)
        if found:
            return changing(found[0], value=value)
        person = record.find(Person, self.person_id)
        new = ScaleRating(
            id=stamp.new_id(),
            meeting_id=record.meeting_id,
            scale_id=scale.id,
            person_id=self.person_id,
            value=value,
            may_show=person is None or not person.is_child,  # a child is asked first
        )
        left = [p.id for p in scales.waiting(record, scale.id) if p.id != self.person_id]
        return (adding(new), *(changing(scale, revealed=True) if reveal and not left else ()))


@dataclass(frozen=True)
class Reveal(Command):
    """Show all numbers together, or hide them again."""

    label = msg("show the numbers")
    scale_id: str
    on: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set it."""
        return changing(record.get(Scale, self.scale_id), revealed=self.on)


@dataclass(frozen=True)
class AllowNumber(Command):
    """Say whether somebody's number may be seen; a child says yes first."""

    label = msg("change who may see it")
    scale_id: str
    person_id: str
    on: bool

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set it on the number."""
        return tuple(
            edit
            for rating in record.every(ScaleRating)
            if rating.scale_id == self.scale_id and rating.person_id == self.person_id
            for edit in changing(rating, may_show=self.on)
        )


@dataclass(frozen=True)
class SayWhy(Command):
    """Write down what somebody says about the numbers: a card of its own, tied to the question."""

    label = msg("add a card")
    scale_id: str
    card: AddCard

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the card with its tie."""
        added = self.card.decide(record, stamp)
        scale = record.get(Scale, self.scale_id)
        ties = [
            Link(id=stamp.new_id(), meeting_id=record.meeting_id, upper=edit.id, lower=scale.id)
            for edit in added
            if edit.kind == Card.__name__
        ]
        return (*added, *(adding(tie) for tie in ties))
