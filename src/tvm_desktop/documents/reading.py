"""What of a plan is measured and searched for words to explain: the texts, not the headings."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Aims, Box, Differences, Goals, Paragraphs, Promises, Questions, Tone
from tvm_desktop.domain.entities import NextMeeting, Person
from tvm_desktop.domain.reading.lix import Reading, measure
from tvm_desktop.domain.reading.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.documents.model import Content, GoalItem, PlanDocument, Section, Text
    from tvm_desktop.domain.record import Record

# A cell of fewer words is a note. Counted as a sentence, it would make the whole plan look easier than it is.
_FEWEST_WORDS = 5
_TITLES = {"title", "titles"}


def reading_of(plan: PlanDocument, record: Record) -> Reading:
    """Return how easy a plan reads."""
    return measure(free_texts(plan), names_in(record))


def free_texts(plan: PlanDocument) -> Iterator[str]:
    """Go through the sentences on a plan: no headings, no lists of names, no dates."""
    for section in plan.sections:
        yield from _free(section.content)


def names_in(record: Record) -> Iterator[str]:
    """Go through the names of people and places, which are as long as they are."""
    yield record.course.name
    yield record.meeting.place
    for meeting in record.all(NextMeeting):
        yield meeting.place
    for person in record.every(Person):
        yield person.name
        yield person.called


def texts_on(subtitle: tuple[str, ...], sections: Iterable[Section]) -> Iterator[str]:
    """Go through every text on a plan but its headings and its foot, in the order of the paper."""
    yield from subtitle
    for section in sections:
        yield from _texts(section.content)


def _texts(value: object) -> Iterator[str]:
    if type(value) is str:  # an enum's member is no text
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _TITLES:
                yield from _texts(getattr(value, field.name))


def _free(content: Content) -> Iterator[str]:
    match content:
        case Paragraphs():
            yield from (_without_name(item) for item in content.items)
        case Goals():
            yield from _of_goals(content.items)
        case Aims():
            yield from _of_aims(content)
        case Questions():
            reasons = (reason for item in content.items for reason in item.reasons)
            yield from (_without_name(item) for reason in reasons for item in reason.items)
        case Promises():
            yield from _cells([cell for row in content.rows for cell in (row.what, row.seen)])
        case Differences():
            for difference in content.items:
                yield from (difference.about, *(view.text for view in difference.views))
        case Box():
            yield from (_without_name(item) for item in content.items if _is_plain(item))


def _of_goals(items: Iterable[GoalItem]) -> Iterator[str]:
    for item in items:
        yield from (item.goal, *item.signs)


def _of_aims(content: Aims) -> Iterator[str]:
    for aim in content.items:
        yield from (view.text for worry in aim.worries for view in worry.views)
        yield from _of_goals(aim.goals)


def _without_name(item: Text) -> str:
    """Return a text without the strong words in front that say whose it is."""
    named = item and item[0].tone is Tone.STRONG and item[0].text.rstrip().endswith(":")
    return "".join(span.text for span in (item[1:] if named else item))


def _is_plain(item: Text) -> bool:
    return all(span.tone is Tone.PLAIN and not span.whole for span in item)


def _cells(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from (line for line in cell.split("\n") if len(words(line)) >= _FEWEST_WORDS)
