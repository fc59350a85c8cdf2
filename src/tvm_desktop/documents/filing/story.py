"""What was said, column by column, what is kept from somebody, and the leader's note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text, Tone, strong
from tvm_desktop.documents.parts.cells import cell
from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.documents.parts.sayings import opened
from tvm_desktop.documents.parts.things import words_of
from tvm_desktop.domain.columns import held
from tvm_desktop.domain.entities import KINDS, Card, Filing, Said, Shared
from tvm_desktop.domain.enums import Holds, Share
from tvm_desktop.formats.agenda import agenda
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.parts.source import Source

# What was told, in its order; the form's own titles win.
_TITLES: dict[Holds, Message] = {
    Holds.CHILD_WORDS: msg("{child} says"),
    Holds.CHILD_WISH: msg("{child} says"),
    Holds.STRENGTH: msg("What goes well"),
    Holds.WORRY: msg("What worries us"),
    Holds.LIFE_CONTEXT: msg("Everyday life"),
    Holds.NEXT: msg("What needs to happen"),
    Holds.UNDERSTANDING: msg("How we understand it"),
    Holds.NEED: msg("What {child} needs"),
}


def story(source: Source) -> Iterator[Section]:
    """Go through the columns, each thing with whose it is; what stands under one title stands together."""
    own = _own_titles(source)
    found: dict[str, list[Text]] = {}
    for holds, title in _TITLES.items():
        words = own.get(holds) or source.say(replace(title, args={"child": source.child}))
        things = (thing for thing in held(source.record, holds) if source.may(thing))
        found.setdefault(words, []).extend(text for thing in things for text in _lines(thing, source))
    for words, texts in found.items():
        if texts:
            yield Section(SectionKind.STORY, words, Paragraphs(tuple(texts), listed=True))


def _own_titles(source: Source) -> dict[Holds, str]:
    """Return what the meeting's own columns are called; those of the child's own time come last."""
    if source.format is None:
        return {}
    steps = sorted(agenda(source.record, source.format), key=lambda step: step.for_child)
    titles: dict[Holds, str] = {}
    for step in steps:
        for column in step.columns:
            for holds in column.holds:
                titles.setdefault(holds, column.title.say(source.language, source.child))
    return titles


def _lines(thing: Shared, source: Source) -> Iterator[Text]:
    texts = list(cell(thing, source))
    marks = ", ".join(_marks(thing, source)) if isinstance(thing, Said) else ""
    for number, text in enumerate(texts):
        more = (Span(f" ({marks})", Tone.QUIET),) if marks and number == len(texts) - 1 else ()
        yield (*text, *more)


def _marks(thing: Said, source: Source) -> Iterator[str]:
    """Go through how something was said and where it was seen; a card's day and example stand in its line already."""
    if thing.interpreted:
        yield source.say(msg("through an interpreter"))
    beside = (
        (thing.seen_where,) if isinstance(thing, Card) else (thing.basis, thing.seen_when, thing.seen_where)
    )
    yield from (text.strip() for text in beside if text.strip())


def withheld(source: Source) -> Section | None:
    """Return what somebody at the table must not see: whoever gives access to the file has to know."""
    kinds = [kind for kind in KINDS.values() if issubclass(kind, Shared)]
    every = (thing for kind in kinds for thing in source.all(kind) if thing.share is Share.NOT_TO)
    items = tuple(
        _kept_from(thing, source) for thing in every if words_of(source.record, thing, source.language)
    )
    title = source.say(msg("Must not be shown to everybody"))
    return Section(SectionKind.WITHHELD, title, Paragraphs(items, listed=True)) if items else None


def _kept_from(thing: Shared, source: Source) -> Text:
    whom = all_named(source.record, thing.not_to, source.language)
    return (
        Span(f"{words_of(source.record, thing, source.language)} "),
        strong(source.say(msg("(not to be shown to {people})", people=whom))),
    )


def note(source: Source) -> Section | None:
    """Return what the leader has moved into the file."""
    texts = [
        part.strip() for one in source.record.all(Filing) for part in one.note.split("\n\n") if part.strip()
    ]
    if not texts:
        return None
    title = source.say(msg("The meeting leader’s note to the file"))
    return Section(SectionKind.NOTE, title, Paragraphs(tuple((Span(opened(text)),) for text in texts)))
