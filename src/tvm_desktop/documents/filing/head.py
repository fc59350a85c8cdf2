"""The head of the record: which meeting and version, who was there, how it was framed, what may be shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import plain_date
from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text, Tone, strong
from tvm_desktop.documents.parts.differences import framing_sentence
from tvm_desktop.documents.parts.formhead import facts, when_and_where
from tvm_desktop.documents.parts.people import all_named, named, side_of
from tvm_desktop.documents.parts.sayings import by, opened
from tvm_desktop.documents.parts.things import whole
from tvm_desktop.domain.consents import details
from tvm_desktop.domain.entities import Attendance, Consent, FramingAnswer, FramingSkip, Person
from tvm_desktop.domain.enums import FramingReply, Side
from tvm_desktop.domain.wording import sentence
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.documents.parts.source import Source

_DOT = " · "


def head(source: Source, version: int, made: date, program: str) -> Section:
    """Return when and where, why, and which version of the record this is."""
    record = source.record
    found = (
        *when_and_where(source),
        (msg("Purpose of the meeting"), record.meeting.purpose.strip()),
        (msg("Id of the meeting"), record.meeting_id),
        (msg("Version"), str(version)),
        (msg("Made on"), plain_date(made, source.language)),
        (msg("Made with"), f"TVM {program}"),
    )
    return Section(SectionKind.HEAD, "", facts(found, source))


def participants(source: Source) -> Section | None:
    """Return all who were asked, by their whole names, with their part in the meeting; the family first."""
    order = list(Side)
    seats = sorted(
        source.record.all(Attendance), key=lambda one: order.index(side_of(source.record, one.person_id))
    )
    items = tuple(text for one in seats if (text := _participant(one, source)))
    title = source.say(msg("Participants"))
    return Section(SectionKind.PARTICIPANTS, title, Paragraphs(items, listed=True)) if items else None


def _participant(seat: Attendance, source: Source) -> Text:
    person = source.record.find(Person, seat.person_id)
    if person is None:
        return ()
    tie = (
        source.say(msg("child")) if person.is_child else person.relation.strip() or person.profession.strip()
    )
    custody = source.say(msg("has custody")) if person.has_custody else ""
    standing = whole(source.record, seat, source.language).split(_DOT)
    said = dict.fromkeys(part for part in (tie, custody, *standing) if part)
    return (strong(f"{person.name.strip()}: "), Span(_DOT.join(said)))


def framing(source: Source) -> Section | None:
    """Return whether the framing was gone through, and what was asked; other views stand with the differences."""
    answers, skips = source.record.all(FramingAnswer), source.record.all(FramingSkip)
    if not (answers or skips):
        return None
    done = msg("The framing was gone through.") if answers else msg("The framing was not gone through.")
    why = " ".join(sentence(skip.reason) for skip in skips if skip.reason.strip())
    asked = (_asked(one, source) for one in answers if one.reply is FramingReply.QUESTION)
    items = ((Span(" ".join(part for part in (source.say(done), why) if part)),), *asked)
    return Section(SectionKind.FRAMING, source.say(msg("The framing")), Paragraphs(items))


def _asked(answer: FramingAnswer, source: Source) -> Text:
    about = f"{sentence(framing_sentence(answer.statement, source))} "
    who = opened(named(source.record, answer.person_id, source.language)) or source.say(msg("Somebody"))
    words = sentence(answer.comment)
    asked = (
        msg("{who} asked: {words}", who=who, words=words) if words else msg("{who} had a question.", who=who)
    )
    return (Span(about, Tone.QUIET), Span(source.say(asked)))


def consents(source: Source) -> Section | None:
    """Return what the family has said yes to sharing, and what it has taken back."""
    items = tuple(_consent(consent, source) for consent in source.record.all(Consent))
    title = source.say(msg("Consent to share information"))
    return Section(SectionKind.CONSENTS, title, Paragraphs(items, listed=True)) if items else None


def _consent(consent: Consent, source: Source) -> Text:
    who = all_named(source.record, consent.given_by, source.language)
    said = sentence(opened(", ".join(source.say(one) for one in details(consent, source.language))))
    return (*by(who), Span(f"{said} {sentence(consent.note)}".strip()))
