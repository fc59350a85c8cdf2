"""What can be done with anything that was said: change, remove, mark, link, disagree, park."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain.entities import Action, Course, Link, Meeting, ParkedIdea, Person, Position, Shared
from tvm_desktop.domain.enums import ParkedOutcome, Share, Stance
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, Stamp, next_rank, remove_with_ties
from tvm_desktop.words import msg


@dataclass(frozen=True)
class EditText(Command):
    """Change the words of a card, understanding, need, goal, sign, action, wish or position."""

    label = msg("change a text")
    id: str
    text: str

    @property
    def merge(self) -> str:
        """Typing on is one step."""
        return f"text/{self.id}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change the field that holds the words."""
        entity = record.anything(self.id)
        if entity is None or not self.text.strip():
            return ()
        return changing(entity, **{"what" if isinstance(entity, Action) else "text": self.text.strip()})


@dataclass(frozen=True)
class SetVoice(Command):
    """Say whose words these are."""

    label = msg("change who said it")
    ids: tuple[str, ...]
    voice: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the voice where there is one."""
        found = [record.anything(i) for i in self.ids]
        return tuple(
            edit
            for e in found
            if e is not None and hasattr(e, "voice")
            for edit in changing(e, voice=self.voice)
        )


@dataclass(frozen=True)
class Remove(Command):
    """Remove one or several things."""

    label = msg("delete")
    ids: tuple[str, ...]

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Remove them with what cannot stand alone; the meeting and its people are no such things."""
        found = ((entity_id, record.anything(entity_id)) for entity_id in self.ids)
        ids = [entity_id for entity_id, thing in found if not isinstance(thing, Course | Meeting | Person)]
        return remove_with_ties(record, ids)


@dataclass(frozen=True)
class MarkForChild(Command):
    """Mark things as fit for the child to see, or not."""

    label = msg("mark for the child")
    ids: tuple[str, ...]
    fit: bool

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the mark."""
        return tuple(edit for e in _shared(record, self.ids) for edit in changing(e, fit_for_child=self.fit))


@dataclass(frozen=True)
class ShareWith(Command):
    """Say who may see things on the wall and on paper."""

    label = msg("change who may see it")
    ids: tuple[str, ...]
    share: Share
    not_to: tuple[str, ...] = ()

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the scope."""
        found = _shared(record, self.ids)
        return tuple(edit for e in found for edit in changing(e, share=self.share, not_to=self.not_to))


def _shared(record: Record, ids: tuple[str, ...]) -> list[Shared]:
    return [e for e in map(record.anything, ids) if isinstance(e, Shared)]


@dataclass(frozen=True)
class Tie(Command):
    """Tie one thing to what it rests on, or untie it."""

    label = msg("change what it builds on")
    upper: str
    lower: str
    on: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add or remove the link."""
        found = [k for k in record.every(Link) if k.upper == self.upper and k.lower == self.lower]
        if self.on and not found:
            link = Link(id=stamp.new_id(), meeting_id=record.meeting_id, upper=self.upper, lower=self.lower)
            return (adding(link),)
        return remove_with_ties(record, [link.id for link in found]) if not self.on else ()


@dataclass(frozen=True)
class TakePosition(Command):
    """Record that somebody agrees, or sees it differently and says what."""

    label = msg("record a different view")
    about: str
    person_id: str
    text: str = ""
    stance: Stance = Stance.DISAGREE

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the position, or change the one this person has."""
        for position in record.all(Position):
            if position.about == self.about and position.person_id == self.person_id:
                return changing(position, stance=self.stance, text=self.text.strip())
        new = Position(
            id=stamp.new_id(),
            meeting_id=record.meeting_id,
            about=self.about,
            person_id=self.person_id,
            stance=self.stance,
            text=self.text.strip(),
            rank=next_rank(record.all(Position)),
        )
        return (adding(new),)


@dataclass(frozen=True)
class Park(Command):
    """Keep a solution that was said too early, so that it is not forgotten."""

    label = msg("keep for later")
    text: str
    voice: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the parked idea."""
        idea = ParkedIdea(
            id=stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            voice=self.voice,
            rank=next_rank(record.all(ParkedIdea)),
        )
        return (adding(idea),)


@dataclass(frozen=True)
class Unpark(Command):
    """Say what became of a parked idea."""

    label = msg("settle an idea that was kept")
    id: str
    outcome: ParkedOutcome

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the outcome."""
        return changing(record.get(ParkedIdea, self.id), outcome=self.outcome)
