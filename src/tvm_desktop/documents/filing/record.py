"""The only place that decides what stands in the record for the file, and in which order.

The file is not a copy for anybody at the table: what is kept from somebody stands in it, and says from whom. What only
the leader sees, what was prepared and never said, and private notes do not; the leader may move a note into the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tvm_desktop.documents.filing.agreed import agreed
from tvm_desktop.documents.filing.head import consents, framing, head, participants
from tvm_desktop.documents.filing.story import note, story, withheld
from tvm_desktop.documents.model import PlanDocument
from tvm_desktop.documents.parts.aims import goals, worries
from tvm_desktop.documents.parts.corrections import all_corrected
from tvm_desktop.documents.parts.differences import differences
from tvm_desktop.documents.parts.ending import child_told, contact, documentation
from tvm_desktop.documents.parts.evaluation import evaluation
from tvm_desktop.documents.parts.heart import wishes
from tvm_desktop.documents.parts.numbers import numbers
from tvm_desktop.documents.parts.parked import added
from tvm_desktop.documents.parts.since import since
from tvm_desktop.documents.parts.source import Source
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.documents.audience import Audience
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat


@dataclass(frozen=True, slots=True)
class Stamped:
    """Which package a record belongs to: its number, the day it was made, and the program that made it."""

    version: int
    made: date
    program: str


def file_source(record: Record, fmt: MeetingFormat | None, audience: Audience, language: str) -> Source:
    """Return what the record is made from; nobody at the table receives it."""
    return Source(record, fmt, audience, language, frozenset(), to_child=False)


def record_document(source: Source, stamped: Stamped) -> PlanDocument:
    """Return the record of the open meeting. Parts that have nothing to say are left out."""
    parts = (
        head(source, stamped.version, stamped.made, stamped.program),
        participants(source),
        framing(source),
        consents(source),
        withheld(source),
        since(source),
        *story(source),
        numbers(source),
        worries(source),
        goals(source),
        agreed(source),
        wishes(source),
        differences(source),
        added(source),
        child_told(source),
        documentation(source),
        contact(source),
        evaluation(source),
        note(source),
    )
    name = source.record.course.name.strip()
    words = msg(
        "The record is what was said and agreed at the meeting. It is not a decision by the municipality."
    )
    return PlanDocument(
        language=source.language,
        title=source.say(
            msg("Record of the meeting: {name}", name=name) if name else msg("Record of the meeting")
        ),
        neutral_title=source.say(msg("Record of the meeting")),
        subtitle=(),
        sections=all_corrected((section for section in parts if section), source),
        footer=(source.say(words),),
        page_of=_foot(source, stamped.version),
    )


def _foot(source: Source, version: int) -> str:
    """Return what stands on every page: which meeting, which version, which page."""
    page = say(msg("page {page} of {pages}", page="{page}", pages="{pages}"), source.language)
    numbered = source.say(msg("version {number}", number=version))
    meeting = source.record.meeting_id.replace("{", "{{").replace("}", "}}")
    return f"{meeting} · {numbered} · {page}"
