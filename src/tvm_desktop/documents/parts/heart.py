"""What goes well, the child's own words, and the family's wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import long_date
from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text, Tone, strong
from tvm_desktop.documents.parts.numbers import told_at_numbers
from tvm_desktop.documents.parts.people import children, named
from tvm_desktop.documents.parts.sayings import by, opened, saying
from tvm_desktop.domain.entities import Card, Wish
from tvm_desktop.domain.enums import CardKind, CardSort, Share, WishReply
from tvm_desktop.domain.wording import sentence
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.parts.source import Source


# What the child has a part of the paper for.
CHILDS = (CardKind.CHILD_WORDS, CardKind.CHILD_WISH)


def strengths(source: Source) -> Section | None:
    """Return what already goes well."""
    cards = [card for card in _strengths(source) if card.sort is not CardSort.PROTECTED]
    if not cards:
        return None
    items = tuple(saying(card, source) for card in cards)
    return Section(
        SectionKind.STRENGTHS, source.say(msg("This already goes well")), Paragraphs(items, listed=True)
    )


def protected(source: Source) -> Section | None:
    """Return what has protected the child when it was needed, each with its example and its day."""
    cards = [card for card in _strengths(source) if card.sort is CardSort.PROTECTED]
    if not cards:
        return None
    items = tuple((*saying(card, source), *example(card)) for card in cards)
    title = msg("This has already protected {child}", child=source.child)
    return Section(SectionKind.PROTECTED, source.say(title), Paragraphs(items, listed=True))


def child(source: Source) -> Section | None:
    """Return what the child says and wishes, when the child has said that all may know."""
    cards = [
        card
        for card in source.all(Card)
        if card.kind in CHILDS and card.share is Share.ALL and card.text.strip()
    ]
    if not cards:
        return None
    cards.sort(key=lambda card: CHILDS.index(card.kind))
    only = children(source.record)
    alone = only[0].id if len(only) == 1 else ""
    items = tuple(saying(card, source, unnamed=alone) for card in cards)
    title = msg("{child} says", child=source.child)
    return Section(SectionKind.CHILD, source.say(title), Paragraphs(items, listed=True))


def wishes(source: Source) -> Section | None:
    """Return the family's wishes and the answers they got."""
    found = [wish for wish in source.all(Wish) if wish.text.strip()]
    if not found:
        return None
    title = msg("The family’s wish") if len(found) == 1 else msg("The family’s wishes")
    items = tuple(wish_line(wish, source) for wish in found)
    return Section(SectionKind.WISHES, source.say(title), Paragraphs(items))


def _strengths(source: Source) -> list[Card]:
    """List the strengths that do not stand beside a number."""
    elsewhere = told_at_numbers(source)
    return [
        card
        for card in source.all(Card)
        if card.kind is CardKind.STRENGTH and card.text.strip() and card.id not in elsewhere
    ]


def example(card: Card) -> Iterator[Span]:
    """Go through the example that shows it, and its day."""
    day, example = card.seen_when.strip(), card.basis.strip()
    if example:
        said = sentence(f"{day}: {example}" if day else example)
        yield Span(f" {opened(said)}", Tone.QUIET)
    elif day:
        yield Span(f" ({day})", Tone.QUIET)


def wish_line(wish: Wish, source: Source) -> Text:
    """Return a wish with its answer."""
    who = named(source.record, wish.voice, source.language)
    answer = sentence(source.say(_answer(wish, source)))
    because = f" {sentence(wish.because)}" if wish.because.strip() else ""
    return (*by(who), Span(f"{sentence(wish.text)} "), strong(f"{answer}{because}"))


def _answer(wish: Wish, source: Source) -> Message:
    who = named(source.record, wish.answered_by, source.language)
    day = long_date(wish.due, source.language) if wish.due else ""
    match wish.reply:
        case WishReply.NONE:
            return msg("It has not been answered yet")
        case WishReply.NO:
            return msg("{who} says no", who=who) if who else msg("The answer is no")
        case WishReply.YES:
            return _granted(who, day)
        case WishReply.EXAMINED:
            return _examined(who, day)


def _granted(who: str, day: str) -> Message:
    if not who:
        return msg("Yes, by {date}", date=day) if day else msg("Yes")
    return (
        msg("Yes, {name} does it by {date}", name=who, date=day)
        if day
        else msg("Yes, {name} does it", name=who)
    )


def _examined(who: str, day: str) -> Message:
    if not day:
        return msg("{who} is looking into it", who=who) if who else msg("We are looking into it")
    if who:
        return msg("{who} is looking into it and will answer by {date}", who=who, date=day)
    return msg("We are looking into it and will answer by {date}", date=day)
