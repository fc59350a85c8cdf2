"""What stands in a cell of the form: one thing as a line or a few, always with whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Span, Text, Tone
from tvm_desktop.documents.parts.aims import goal_item, own_side
from tvm_desktop.documents.parts.heart import example, wish_line
from tvm_desktop.documents.parts.people import named
from tvm_desktop.documents.parts.promises import promise
from tvm_desktop.documents.parts.sayings import by, opened, saying
from tvm_desktop.domain.entities import Action, Card, Goal, Shared, Statement, Understanding, UnmetNeed, Wish
from tvm_desktop.domain.sorts import sort_words
from tvm_desktop.domain.wording import sentence
from tvm_desktop.domain.worries import sentence as worry_said
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.parts.source import Source


def cell(thing: Shared, source: Source) -> Iterator[Text]:
    """Go through the lines of one thing; an empty one has none."""
    match thing:
        case Card() if thing.text.strip():
            yield (*saying(thing, source), *_sorted(thing, source))
        case Understanding() if thing.text.strip():
            yield saying(thing, source)
        case UnmetNeed() if thing.text.strip():
            yield (_label(source.say(msg("Need"))), *_by(thing.voice, source), Span(thing.text.strip()))
        case Wish() if thing.text.strip():
            yield (_label(source.say(msg("Wish"))), *wish_line(thing, source))
        case Action() if thing.what.strip():
            yield _agreed(thing, source)
        case Goal() if thing.text.strip():
            yield from _goal(thing, source)
        case Statement() if thing.text.strip():
            yield (Span(_worry(thing, source)),)


def _sorted(card: Card, source: Source) -> Iterator[Span]:
    words = sort_words(card)
    if words:
        yield Span(f" ({source.say(words)})", Tone.QUIET)
    yield from example(card)


def _goal(goal: Goal, source: Source) -> Iterator[Text]:
    item = goal_item(goal, source)
    yield (Span(item.goal.strip()),)
    for sign in item.signs:
        yield (_label(source.say(msg("Sign"))), Span(sign.strip()))


def _agreed(action: Action, source: Source) -> Text:
    row = promise(action, source)
    beside = (Span(f" ({row.beside})", Tone.QUIET),) if row.beside else ()
    said = opened(sentence(", ".join(row.when.split("\n"))))
    when = (Span(f" {said}"),) if said else ()
    seen = [Span(f" {opened(sentence(line))}", Tone.QUIET) for line in row.seen.split("\n") if line]
    return (*by(row.who), Span(sentence(row.what)), *beside, *when, *seen)


def _worry(worry: Statement, source: Source) -> str:
    whole = worry_said(source.record, worry, source.language)
    own = worry.own_words.strip()
    return f"{whole}\n{own_side(worry, source)} {own}" if own else whole


def _by(person_id: str, source: Source) -> Text:
    return by(named(source.record, person_id, source.language))


def _label(title: str) -> Span:
    return Span(f"{title}: ", Tone.QUIET)
