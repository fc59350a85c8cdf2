"""The end of the plan: what the child is told, when we meet again, whom to call, how we see whether it helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import long_moment
from tvm_desktop.documents.model import Box, Paragraphs, Section, SectionKind, Span, Text, strong
from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.documents.parts.sayings import opened
from tvm_desktop.domain.entities import Attendance, Closing, NextMeeting, Person
from tvm_desktop.domain.enums import Role
from tvm_desktop.domain.wording import sentence
from tvm_desktop.formats.jargon import JargonKind, find_jargon, jargon
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.documents.parts.source import Source


def child_told(source: Source) -> Section | None:
    """Return what the child is told, and by whom."""
    closing = _closing(source)
    if closing is None:
        return None
    what, when = sentence(closing.child_told_what), closing.child_told_when.strip().rstrip(".")
    who = all_named(source.record, closing.child_told_by, source.language)
    items: list[Text] = []
    if who:
        named = {"who": who, "child": source.child, "when": when}
        told = (
            msg("{who} will tell {child} {when}", **named)
            if when
            else msg("{who} will tell {child}", **named)
        )
        items.append((Span(opened(sentence(source.say(told)))),))
    if what:
        items.append((Span(what),))
    if not items:
        return None
    title = msg("What {child} is told", child=source.child)
    return Section(SectionKind.CHILD_TOLD, source.say(title), Paragraphs(tuple(items)))


def contact(source: Source) -> Section | None:
    """Return the box with the next meeting and the one to call."""
    items = (*_next(source), *_call(source))
    return Section(SectionKind.NEXT, "", Box(items)) if items else None


def documentation(source: Source) -> Section | None:
    """Return how we see whether the plan as a whole helps."""
    closing = _closing(source)
    if closing is None or not closing.documentation.strip():
        return None
    text = Paragraphs(((Span(sentence(closing.documentation)),),))
    return Section(SectionKind.DOCUMENTATION, source.say(msg("How we see whether it helps")), text)


def explained(source: Source, texts: Iterable[str] = ()) -> Iterator[str]:
    """Return the words that need explaining: the coordinator's, and those chosen that stand in the paper's texts."""
    if _coordinator(source):
        yield source.say(msg("Coordinator: the one who keeps track of what we agreed."))
    closing = _closing(source)
    if closing and closing.explain:
        chosen = tuple(
            word for word in jargon() if word.id in closing.explain and word.kind is JargonKind.EXPLAIN
        )
        for hit in find_jargon(texts, chosen):
            meaning = hit.jargon.plain.say(source.language, source.child)
            yield sentence(f"{hit.head[:1].upper()}{hit.head[1:]}: {meaning}")


def _next(source: Source) -> Iterator[Text]:
    for meeting in source.record.all(NextMeeting):
        if meeting.starts:
            when = long_moment(meeting.starts, meeting.zone, source.language)
            place = meeting.place.strip()
            said = (
                msg("We meet again {when}, {place}", when=when, place=place)
                if place
                else msg("We meet again {when}", when=when)
            )
            yield (strong(sentence(source.say(said))),)
        if meeting.note.strip():
            yield (Span(sentence(meeting.note)),)


def _call(source: Source) -> Iterator[Text]:
    closing = _closing(source)
    hours = closing.phone_hours.strip().strip(",") if closing else ""
    coordinator = _coordinator(source)
    name = source.record.called(coordinator.id) if coordinator else source.audience.own_name.strip()
    phone = coordinator.phone.strip() if coordinator else source.audience.own_phone.strip()
    if not name:
        return
    who = source.say(msg("{name} (coordinator)", name=name)) if coordinator else name
    if not phone:
        yield (Span(sentence(source.say(msg("Questions before then? Talk to {who}", who=who)))),)
        return
    lead = source.say(msg("Call {who}", who=who))
    yield (Span(f"{lead}, {hours}, " if hours else f"{lead}, "), Span(phone, whole=True))


def _coordinator(source: Source) -> Person | None:
    for attendance in source.record.all(Attendance):
        person = source.record.find(Person, attendance.person_id)
        if Role.COORDINATOR in attendance.roles and person:
            return person
    return None


def _closing(source: Source) -> Closing | None:
    return next(iter(source.record.all(Closing)), None)
