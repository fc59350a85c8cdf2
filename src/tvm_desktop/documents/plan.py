"""The only place that decides what is printed on the family's plan, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import local, long_date
from tvm_desktop.documents.model import PlanDocument, Section
from tvm_desktop.documents.parts.aims import goals, hopes, worries
from tvm_desktop.documents.parts.corrections import corrected
from tvm_desktop.documents.parts.differences import differences
from tvm_desktop.documents.parts.ending import child_told, contact, documentation, explained
from tvm_desktop.documents.parts.heart import child, protected, strengths, wishes
from tvm_desktop.documents.parts.numbers import numbers
from tvm_desktop.documents.parts.people import agreeing, helping, introduced, joined
from tvm_desktop.documents.parts.promises import promises
from tvm_desktop.documents.parts.since import since
from tvm_desktop.documents.parts.source import Source
from tvm_desktop.documents.reading import texts_on
from tvm_desktop.domain.enums import MeetingStatus, Role
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tvm_desktop.documents.audience import Audience
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat

_PARTS: tuple[Callable[[Source], Section | None], ...] = (
    strengths,
    protected,
    child,
    since,
    hopes,
    worries,
    goals,
    numbers,
    promises,
    wishes,
    differences,
    child_told,
    contact,
    documentation,
)


def plan_document(
    record: Record, fmt: MeetingFormat | None, audience: Audience, language: str
) -> PlanDocument:
    """Return the plan of the open meeting for one audience. Parts that have nothing to say are left out."""
    source = Source.of(record, fmt, audience, language)
    sections = corrected((section for part in _PARTS if (section := part(source))), source)
    subtitle = (*_subtitle(source), *source.left_out)
    name = record.course.name.strip()
    return PlanDocument(
        language=language,
        title=source.say(msg("Our plan for {name}", name=name) if name else msg("Our plan")),
        neutral_title=source.say(msg("Our plan")),
        subtitle=subtitle,
        sections=sections,
        footer=(
            *explained(source, texts_on(subtitle, sections)),
            source.say(
                msg("The plan is what we agreed at the meeting. It is not a decision by the municipality.")
            ),
        ),
        page_of=say(msg("page {page} of {pages}", page="{page}", pages="{pages}"), language),
    )


def _subtitle(source: Source) -> Iterator[str]:
    """Return when and where it was agreed, by whom, and who interpreted."""
    record, language = source.record, source.language
    meeting = record.meeting
    held = meeting.status is not MeetingStatus.PLANNED
    if meeting.starts:
        day = long_date(local(meeting.starts, meeting.zone).date(), language)
        when = ", ".join(part for part in (day, meeting.place.strip()) if part)
        yield source.say(msg("Agreed {when}", when=when) if held else msg("Meeting {when}", when=when))
    people = [name for name in (introduced(record, one, language) for one in agreeing(record)) if name]
    if people and held:
        yield source.say(msg("By {people}", people=joined(people, language)))
    interpreters = helping(record, Role.INTERPRETER)
    if interpreters and held:
        yield source.say(msg("Interpreter: {people}", people=joined(interpreters, language)))
