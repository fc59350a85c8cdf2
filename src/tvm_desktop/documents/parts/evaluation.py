"""How the meeting was: whom we missed, and what each said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text
from tvm_desktop.documents.parts.people import named
from tvm_desktop.documents.parts.sayings import by
from tvm_desktop.domain.entities import Evaluation, Missed, Person
from tvm_desktop.domain.turns import family_first
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.parts.source import Source


def evaluation(source: Source) -> Section | None:
    """Return how the meeting was. Nobody can mark who may read it, so it is on no copy that only some get."""
    if source.audience.receivers:
        return None
    items = (*_missed(source), *_answers(source))
    if not items:
        return None
    title = source.say(msg("How was the meeting?"))
    return Section(SectionKind.EVALUATION, title, Paragraphs(items, listed=True))


def _missed(source: Source) -> Iterator[Text]:
    for missed in source.record.all(Missed):
        if missed.text.strip():
            who = by(named(source.record, missed.voice, source.language))
            yield (*who, Span(source.say(msg("We missed {name}", name=missed.text.strip()))))


def _answers(source: Source) -> Iterator[Text]:
    """Go through what each said, the family first; the number only where the meeting asks for numbers."""
    record = source.record
    given = {answer.person_id: answer for answer in record.all(Evaluation)}
    for person in family_first(person for person in record.every(Person) if person.id in given):
        answer = given[person.id]
        text, number = answer.text.strip(), _number(answer, source)
        said = f"{text} ({number})" if text and number else text or number
        if said:
            yield (*by(named(record, person.id, source.language)), Span(said))


def _number(answer: Evaluation, source: Source) -> str:
    if answer.number is None or not source.record.meeting.evaluation_numbers:
        return ""
    return source.say(msg("{number} out of 10", number=answer.number))
