"""The invented examples of ``resources/demo``: read, given today's dates and today's formats."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.importer import bring_in
from tvm_desktop.storage.exchange.model import SUFFIX, CourseFile, ExchangeFile, FormatText
from tvm_desktop.storage.exchange.reader import read_file
from tvm_desktop.storage.exchange.shift import shifted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.store import Store


def demo_files() -> list[Path]:
    """List the invented examples."""
    return sorted(resource("demo").glob(f"*{SUFFIX}"))


def fill_with_demo(store: Store, formats: Sequence[MeetingFormat], *, today: date | None = None) -> None:
    """Put all invented examples into an empty store, moved to ``today``; None leaves the dates as they are written."""
    for path in demo_files():
        file = with_formats(read_file(path), formats)
        bring_in(store, file if today is None else shifted(file, today))


def with_formats(file: ExchangeFile, formats: Sequence[MeetingFormat]) -> ExchangeFile:
    """Let meetings that name a form only by its id have its text, so that the examples follow the built-in forms."""
    by_id = {format_.id: format_ for format_ in formats}
    named = {
        meeting.format_id
        for held in file.courses
        for meeting in held.meetings
        if not meeting.format_hash and meeting.format_id in by_id
    }
    held_already = {format_.hash for format_ in file.formats}
    added = tuple(
        FormatText(hash=by_id[id_].hash, source=by_id[id_].source)
        for id_ in sorted(named)
        if by_id[id_].hash not in held_already
    )
    courses = tuple(_course(held, by_id) for held in file.courses)
    return replace(file, courses=courses, formats=(*file.formats, *added))


def _course(held: CourseFile, by_id: dict[str, MeetingFormat]) -> CourseFile:
    meetings = tuple(
        replace(meeting, format_hash=by_id[meeting.format_id].hash)
        if not meeting.format_hash and meeting.format_id in by_id
        else meeting
        for meeting in held.meetings
    )
    return replace(held, meetings=meetings)
