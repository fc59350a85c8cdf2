"""What the leader sees of one thing on the table: words, chips, and small lines. Pure values for lists and cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Card, Person, Position, Shared
from tvm_desktop.domain.enums import Share, Side, Stance
from tvm_desktop.domain.wording import as_said
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.words import Words


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """A small rounded word; ``kind`` is "", "child" or "family"."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One card as it is painted; ``raw`` are the words as they are edited. ``shown`` False: not on the wall."""

    id: str
    text: str
    raw: str
    chips: tuple[ChipSpec, ...] = ()
    lines: tuple[str, ...] = ()
    shown: bool = True


def chip_kind(person: Person | None) -> str:
    """Return how a person's chip is coloured."""
    if person is None or person.side is Side.PROFESSIONAL:
        return ""
    return "child" if person.is_child else "family"


def person_chip(record: Record, person_id: str) -> ChipSpec | None:
    """Return the chip of a person, or None for nobody."""
    person = record.find(Person, person_id)
    return ChipSpec(record.voice(person_id), chip_kind(person)) if person else None


def marks(record: Record, thing: Shared, words: Words) -> list[ChipSpec]:
    """Return the chips that say who may see a thing; what is fit for the child is said while the child is in."""
    found = []
    if thing.share is Share.FACILITATOR:
        found.append(ChipSpec(words(msg("not shown"))))
    if thing.share is Share.NOT_TO:
        found.append(ChipSpec(words(msg("not to everybody"))))
    if thing.fit_for_child and record.meeting.child_present:
        found.append(ChipSpec(words(msg("fit for the child")), "child"))
    return found


def differing(record: Record, about: str, words: Words) -> tuple[str, ...]:
    """Return one line per person who sees a thing differently."""
    found = [p for p in record.all(Position) if p.about == about and p.stance is Stance.DISAGREE]
    unsaid = words(msg("sees it differently")) if found else ""
    return tuple(f"{record.called(p.person_id)}: {p.text or unsaid}" for p in found)


def card_thing(record: Record, card: Card, words: Words) -> Thing:
    """Return a card of the board as the leader sees it."""
    voice = person_chip(record, card.voice)
    chips = [voice] if voice else []
    if card.interpreted:
        chips.append(ChipSpec(words(msg("through an interpreter"))))
    if card.prepared:
        chips.append(ChipSpec(words(msg("prepared"))))
    return Thing(
        id=card.id,
        text=as_said(card, record.meeting.language),
        raw=card.text,
        chips=(*chips, *marks(record, card, words)),
        lines=differing(record, card.id, words),
        shown=card.share is not Share.FACILITATOR and not card.prepared,
    )
