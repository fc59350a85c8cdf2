"""What the leader sees of one thing on the table: words, chips, and small lines. Pure values for lists and cards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.documents.parts.corrections import said_by
from tvm_desktop.domain.columns import holds_of
from tvm_desktop.domain.entities import Action, Correction, Person, Position, Said, Shared, Statement, Wish
from tvm_desktop.domain.enums import CardSort, Holds, Share, Side, Stance
from tvm_desktop.domain.sorts import sort_words
from tvm_desktop.domain.wording import as_said
from tvm_desktop.session.frames.actions import names, wish_answer
from tvm_desktop.session.frames.actions import when as action_when
from tvm_desktop.session.frames.board import words_of
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """Return one line per person who sees a thing differently, and per correction of it."""
    found = [p for p in record.all(Position) if p.about == about and p.stance is Stance.DISAGREE]
    unsaid = words(msg("sees it differently")) if found else ""
    views = (f"{record.called(p.person_id)}: {p.text or unsaid}" for p in found)
    return (*views, *corrected(record, about, words))


def corrected(record: Record, about: str, words: Words) -> tuple[str, ...]:
    """Return one line per correction that stands beside a thing."""
    found = (c for c in record.every(Correction) if c.about == about)
    lead = words(msg("Correction:"))
    return tuple(f"{lead} {said_by(record, c, words.language)} {c.text}" for c in found)


# What stands in a column that is another thing's own.
_WHAT: Mapping[Holds, Message] = MappingProxyType(
    {
        Holds.CHILD_WORDS: msg("the child’s words"),
        Holds.WORRY: msg("worry"),
        Holds.STRENGTH: msg("what works"),
        Holds.LIFE_CONTEXT: msg("everyday life"),
        Holds.CHILD_WISH: msg("the child’s wish"),
        Holds.NEXT: msg("what needs to happen"),
        Holds.UNDERSTANDING: msg("understanding"),
        Holds.STATEMENT: msg("worry in plain words"),
        Holds.NEED: msg("need"),
        Holds.GOAL: msg("goal"),
        Holds.ACTION: msg("agreement"),
        Holds.WISH: msg("wish"),
    }
)


def column_thing(record: Record, thing: Shared, words: Words, own: Holds | None = None) -> Thing:
    """Return whatever stands in a column as the leader sees it; what is not the column's ``own`` says what it is."""
    holds = holds_of(thing)
    match thing:
        case Said():
            made = card_thing(record, thing, words)
        case Action():
            made = action_thing(record, thing, words)
        case Wish():
            made = wish_thing(record, thing, words)
        case _:
            made = _plain_thing(record, thing, words)
    if holds is None or holds is own:
        return made
    return replace(made, chips=(*made.chips, ChipSpec(words(_WHAT[holds]))))


def card_thing(record: Record, card: Said, words: Words) -> Thing:
    """Return what somebody said, as the leader sees it."""
    voice = person_chip(record, card.voice)
    chips = [voice] if voice else []
    if card.interpreted:
        chips.append(ChipSpec(words(msg("through an interpreter"))))
    if card.prepared:
        chips.append(ChipSpec(words(msg("prepared"))))
    sort = sort_words(card)
    if sort is not None:
        chips.append(ChipSpec(words(sort)))
    return Thing(
        id=card.id,
        text=as_said(card, record.meeting.language),
        raw=card.text,
        chips=(*chips, *marks(record, card, words)),
        lines=(*_seen(card, words), *differing(record, card.id, words)),
        shown=card.share is not Share.FACILITATOR and not card.prepared,
    )


def _seen(card: Said, words: Words) -> tuple[str, ...]:
    """Say what words build on, and when and where that was."""
    found = []
    if card.basis and sort_words(card) is not None and card.sort is CardSort.PROTECTED:
        found.append(words(msg("Example: {basis}", basis=card.basis)))
    elif card.basis:
        found.append(words(msg("Built on: {basis}", basis=card.basis)))
    when = ", ".join(part for part in (card.seen_when, card.seen_where) if part)
    if when:
        found.append(words(msg("Seen: {when}", when=when)))
    return tuple(found)


def action_thing(record: Record, action: Action, words: Words) -> Thing:
    """Return an agreement: who, what, when, and whether it is a promise."""
    chips = [ChipSpec(record.called(p), chip_kind(record.find(Person, p))) for p in action.who]
    if is_promised(action):
        chips.append(ChipSpec(words(msg("✓ has said yes"))))
    elif action.proposed_by and action.proposed_by not in action.who:
        chips.append(ChipSpec(words(msg("proposed by {name}", name=record.called(action.proposed_by)))))
    lines = [action_when(record, action)]
    if action.with_whom:
        lines.append(words(msg("together with {names}", names=names(record, action.with_whom))))
    lines += differing(record, action.id, words)
    return Thing(
        id=action.id,
        text=action.what,
        raw=action.what,
        chips=(*chips, *marks(record, action, words)),
        lines=tuple(line for line in lines if line),
    )


def is_promised(action: Action) -> bool:
    """Say whether all who are to do it have said yes."""
    return bool(action.who) and set(action.who) <= set(action.accepted_by)


def wish_thing(record: Record, wish: Wish, words: Words) -> Thing:
    """Return the family's wish with its answer."""
    person = record.find(Person, wish.voice)
    chip = ChipSpec(words(msg("{name} wishes", name=record.called(wish.voice))), chip_kind(person))
    lines = (wish_answer(record, wish), *differing(record, wish.id, words))
    return Thing(
        id=wish.id,
        text=wish.text,
        raw=wish.text,
        chips=(*([chip] if person else []), *marks(record, wish, words)),
        lines=tuple(line for line in lines if line),
    )


def _plain_thing(record: Record, thing: Shared, words: Words) -> Thing:
    """Return a goal, a need or a worry in plain words."""
    text = words_of(thing, record.meeting.language)
    people = thing.worried if isinstance(thing, Statement) else (getattr(thing, "voice", ""),)
    voices = (person_chip(record, person) for person in people)
    return Thing(
        id=thing.id,
        text=text,
        raw=str(getattr(thing, "text", "")),
        chips=(*(chip for chip in voices if chip), *marks(record, thing, words)),
        lines=differing(record, thing.id, words),
        shown=thing.share is not Share.FACILITATOR,
    )
