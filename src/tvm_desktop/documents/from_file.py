"""The plan or the form of a meeting that stands in an exchange file, without opening any data of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.grid import NO_GRID, grid_document, grid_step
from tvm_desktop.documents.paper import Paper, PaperOptions
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.documents.render import render
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.record import Record
from tvm_desktop.errors import UserError
from tvm_desktop.formats.library import FormatLibrary, read_source
from tvm_desktop.formats.model import MeetingFormat
from tvm_desktop.storage.exchange.reader import read_file
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.domain.entities import Meeting
    from tvm_desktop.storage.exchange.model import ExchangeFile

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
_ORDINARY = PaperOptions()


@dataclass(frozen=True, slots=True)
class _Held:
    """A meeting in a file, with the form it had."""

    record: Record
    format: MeetingFormat | None

    @property
    def language(self) -> str:
        """That of the meeting."""
        return self.record.meeting.language


def plan_from_file(source: Path, options: PaperOptions = _ORDINARY) -> Paper:
    """Return the plan of the newest meeting that was held. Raises UserError when the file holds no meeting."""
    held = _newest(source)
    return render(plan_document(held.record, held.format, Audience(), held.language), options)


def form_from_file(source: Path, options: PaperOptions = _ORDINARY) -> Paper:
    """Return the form for the file of the newest meeting that was held. Raises UserError."""
    held = _newest(source)
    step = grid_step(held.format, FormatLibrary.load().formats)
    if step is None:
        raise UserError(NO_GRID)
    return render(grid_document(held.record, held.format, step, Audience(), held.language), options)


def _newest(source: Path) -> _Held:
    file = read_file(source)
    held = [(course, meeting) for course in file.courses for meeting in course.meetings]
    if not held:
        raise UserError(
            msg("There is no meeting in this file, so there is no plan to make. Choose another file.")
        )
    course, meeting = max(held, key=lambda pair: _newest_held(pair[1]))
    return _Held(Record.of(meeting.id, course.entities()), _format_of(meeting, file))


def _newest_held(meeting: Meeting) -> tuple[bool, datetime]:
    return meeting.status is not MeetingStatus.PLANNED, meeting.starts or _LONG_AGO


def _format_of(meeting: Meeting, file: ExchangeFile) -> MeetingFormat | None:
    text = next((kept.source for kept in file.formats if kept.hash == meeting.format_hash), None)
    return read_source(text) if text else FormatLibrary.load().by_id(meeting.format_id)
