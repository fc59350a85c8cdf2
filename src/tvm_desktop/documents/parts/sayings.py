"""How somebody's words stand on paper: after the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Span, Text, strong
from tvm_desktop.documents.parts.people import named
from tvm_desktop.domain.wording import as_said
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source
    from tvm_desktop.domain.entities import Said


def saying(card: Said, source: Source, unnamed: str = "") -> Text:
    """Return a card's words after the name of the one who said them; ``unnamed`` is somebody who needs no name."""
    text = as_said(card, source.language)
    who = named(source.record, card.voice, source.language) if card.voice != unnamed else ""
    return (*by(who), Span(text))


def says(person_id: str, source: Source) -> str:
    """Return what leads up to somebody's words on a line of its own: "Hoà siger:"."""
    who = named(source.record, person_id, source.language)
    return opened(source.say(msg("{who} says:", who=who) if who else msg("Some say:")))


def by(who: str) -> Text:
    """Return the name in front of what somebody said or does; nothing for nobody."""
    return (strong(f"{opened(who)}: "),) if who else ()


def opened(text: str) -> str:
    """Return a text that begins as a sentence does: somebody may be called "mor"."""
    return f"{text[:1].upper()}{text[1:]}"
