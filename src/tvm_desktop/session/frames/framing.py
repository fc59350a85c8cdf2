"""Framing sentences on the wall: a small group at a time, the one being read marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.session.frames.model import Body, Statements

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing

GROUP = 4


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the group that holds the current sentence."""
    meeting = record.meeting
    lines = [s.text.say(meeting.language, record.course.name) for s in step.statements]
    current = min(max(showing.item, 0), max(len(lines) - 1, 0))
    start = current // GROUP * GROUP
    return Statements(tuple(lines[start : start + GROUP]), current - start)
