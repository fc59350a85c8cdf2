"""What the form adds: ideas that were kept for later, and those that were not taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text, Tone
from tvm_desktop.documents.parts.people import named
from tvm_desktop.documents.parts.sayings import by
from tvm_desktop.domain.entities import ParkedIdea
from tvm_desktop.domain.enums import ParkedOutcome
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source

_BECAME: dict[ParkedOutcome, Message] = {
    ParkedOutcome.WAITING: msg("kept for later"),
    ParkedOutcome.DECLINED: msg("we do not do that"),
}


def added(source: Source) -> Section | None:
    """Return the ideas that are in no agreement. They have no mark for the child, so a child's copy has none."""
    ideas = [idea for idea in source.record.all(ParkedIdea) if idea.text.strip() and idea.outcome in _BECAME]
    if source.to_child or not ideas:
        return None
    items = tuple(_line(idea, source) for idea in ideas)
    return Section(SectionKind.ADDED, source.say(msg("Additions")), Paragraphs(items, listed=True))


def _line(idea: ParkedIdea, source: Source) -> Text:
    became = Span(f" ({source.say(_BECAME[idea.outcome])})", Tone.QUIET)
    return (*by(named(source.record, idea.voice, source.language)), Span(idea.text.strip()), became)
