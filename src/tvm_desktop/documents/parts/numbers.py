"""Where we are from 0 to 10: only what has been shown to all, and a child's number only with the child's yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import (
    Question,
    Questions,
    Reasons,
    Section,
    SectionKind,
    Span,
    Text,
    Tone,
    strong,
)
from tvm_desktop.documents.parts.people import named
from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Card, Link, Scale
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.wording import as_said, sentence
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.parts.source import Source
    from tvm_desktop.words import Message

_REASONS: tuple[tuple[CardKind, Message], ...] = (
    (CardKind.STRENGTH, msg("Why it is not lower")),
    (CardKind.NEXT, msg("What would move it up by one")),
)


def numbers(source: Source) -> Section | None:
    """Return the questions, everybody's number beside that of last time, and what was said about them."""
    items = tuple(_question(scale, source) for scale in _shown(source))
    if not items:
        return None
    return Section(SectionKind.NUMBERS, source.say(msg("Where are we now, from 0 to 10?")), Questions(items))


def told_at_numbers(source: Source) -> frozenset[str]:
    """Return the ids of the cards that stand beside a number, and so nowhere else."""
    return frozenset(card.id for scale in _shown(source) for card in _cards(scale, source))


def _shown(source: Source) -> list[Scale]:
    """List the questions that may stand here. The grown-ups' numbers are not for a copy that only a child gets."""
    if source.to_child:
        return []
    return [
        scale
        for scale in source.all(Scale)
        if scale.revealed and (_values(scale, source) or _cards(scale, source))
    ]


def _values(scale: Scale, source: Source) -> dict[str, int]:
    """Return the numbers that all may see, by person."""
    found = scales.shown(source.record, scale)
    return {n.person_id: n.value for n in found if source.record.called(n.person_id)}


def _cards(scale: Scale, source: Source) -> list[Card]:
    tied = {link.upper for link in source.record.every(Link) if link.lower == scale.id}
    kinds = [kind for kind, _ in _REASONS]
    return [c for c in source.all(Card) if c.id in tied and c.kind in kinds and c.text.strip()]


def _question(scale: Scale, source: Source) -> Question:
    ends = [f"{end}: {words.strip()}" for end, words in ((0, scale.low), (10, scale.high)) if words.strip()]
    last = {n.person_id: n.value for n in scales.last_time(source.record, scale, source.may)}
    numbers_now = tuple(
        _number(person, value, last.get(person), source) for person, value in _values(scale, source).items()
    )
    return Question(scale.text.strip(), tuple(ends), numbers_now, tuple(_reasons(scale, source)))


def _number(person_id: str, value: int, last: int | None, source: Source) -> Text:
    """Return "mor 6 (sidst 5)", never broken over two lines."""
    name = named(source.record, person_id, source.language)
    beside = () if last is None else (source.say(msg("(last time {number})", number=last)),)
    spans = [
        Span(f"{name} ", whole=True),
        strong(str(value)),
        *(Span(f" {text}", whole=True) for text in beside),
    ]
    return tuple(spans)


def _reasons(scale: Scale, source: Source) -> Iterator[Reasons]:
    cards = _cards(scale, source)
    for kind, title in _REASONS:
        items = tuple(_reason(card, source) for card in cards if card.kind is kind)
        if items:
            yield Reasons(source.say(title), items)


def _reason(card: Card, source: Source) -> Text:
    """Return what was said and, quietly, by whom: these are short, and several stand in a line."""
    who = named(source.record, card.voice, source.language)
    by = (Span(f" ({who})", Tone.QUIET),) if who else ()
    return (Span(sentence(as_said(card, source.language))), *by)
