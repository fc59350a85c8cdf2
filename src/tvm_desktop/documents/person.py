"""One person's paper: all that is written down about somebody, meeting by meeting, in words that they can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import local, long_date, plain_date
from tvm_desktop.documents.model import Paragraphs, PlanDocument, Section, SectionKind, Span, Text, strong
from tvm_desktop.documents.parts.corrections import said_by
from tvm_desktop.documents.parts.people import named
from tvm_desktop.documents.parts.things import whole
from tvm_desktop.domain.entities import Meeting, Person
from tvm_desktop.domain.persondata import How, in_words
from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from tvm_desktop.domain.persondata import Found, Group, Part


def person_document(
    parts: Sequence[Part], made: datetime, language: str, *, left_out: bool = False
) -> PlanDocument:
    """Return the paper for one human being, who may stand in several courses; the first one gives the name."""

    def said(message: Message) -> str:
        return say(message, language)

    first = parts[0]
    name = first.record.get(Person, first.person_id).name
    day = long_date(local(made).date(), language)
    sections = [_why(first.record.called(first.person_id), language, left_out=left_out)]
    for part in parts:
        sections += [_section(part, group, language, several=len(parts) > 1) for group in part.groups]
    return PlanDocument(
        language=language,
        title=said(msg("What is written down about {name}", name=name)),
        neutral_title=said(msg("What is written down about one person")),
        subtitle=(said(msg("Made on {date}", date=day)),),
        sections=tuple(sections),
        footer=(),
        page_of=said(msg("page {page} of {pages}", page="{page}", pages="{pages}")),
    )


def line(part: Part, found: Found, language: str) -> tuple[str, str]:
    """Return how somebody appears in a thing, and what it says; somebody else's words with whose they are."""
    name = part.record.called(part.person_id)
    how = " · ".join(say(in_words(one, name), language) for one in found.hows)
    text = whole(part.record, found.thing, language)
    voice = str(getattr(found.thing, "voice", "") or getattr(found.thing, "person_id", ""))
    who = named(part.record, voice, language)
    other = who and voice != part.person_id and How.SELF not in found.hows
    return how, f"{text} ({who})" if other else text


def heading(part: Part, group: Group, language: str, *, several: bool) -> str:
    """Return which meeting it was, and of which course where there are several."""
    title = say(_held(group.meeting, language) if group.meeting else msg("Details"), language)
    return f"{title} · {part.record.course.name}" if several else title


def _held(meeting: Meeting, language: str) -> Message:
    if meeting.starts is None:
        return msg("A meeting without a date")
    day = plain_date(local(meeting.starts, meeting.zone).date(), language)
    place = meeting.place.strip()
    return (
        msg("Meeting on {date}, {place}", date=day, place=place)
        if place
        else msg("Meeting on {date}", date=day)
    )


def _why(name: str, language: str, *, left_out: bool) -> Section:
    """Say what this paper is, and what it cannot hold."""
    texts = [
        msg(
            "This is what the program that the meeting leader uses at the meetings holds about {name}.",
            name=name,
        ),
        msg(
            "The municipality may have written more in other places, such as its own system, papers and mail. Ask the "
            "meeting leader whom to turn to."
        ),
        msg(
            "It was found by the name, and by who said or does what. A text that only says “he” or “she”, or calls "
            "{name} something else, may be missing.",
            name=name,
        ),
        msg("If something is not right, say so. Then your correction is put beside it."),
    ]
    if left_out:
        texts.append(msg("Something is left out of this copy."))
    items: tuple[Text, ...] = tuple((Span(say(text, language)),) for text in texts)
    return Section(SectionKind.PERSON, "", Paragraphs(items))


def _section(part: Part, group: Group, language: str, *, several: bool) -> Section:
    items = tuple(text for found in group.found for text in _lines(part, found, language))
    title = heading(part, group, language, several=several)
    return Section(SectionKind.PERSON, title, Paragraphs(items, listed=True))


def _lines(part: Part, found: Found, language: str) -> Iterator[Text]:
    how, text = line(part, found, language)
    yield (strong(f"{how}: "), Span(text)) if text else (strong(how),)
    for correction in found.corrections:
        lead = say(msg("Correction:"), language)
        who = said_by(part.record, correction, language)
        yield (strong(f"{lead} {who} "), Span(correction.text.strip()))
