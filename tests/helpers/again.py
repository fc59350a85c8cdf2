"""Minh's second meeting, four weeks after the first: the agreements of the first wait to be told about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from helpers.minh import MEETING, minh_entities
from tvm_desktop.domain.entities import Attendance, Entity, Meeting, Missed
from tvm_desktop.domain.enums import MeetingKind, MeetingStatus
from tvm_desktop.domain.record import Record

AGAIN = "minh-2"


def again_entities() -> list[Entity]:
    """List the first meeting, closed, and the second with the same people round the table."""
    first = minh_entities()
    came = [replace(a, id=f"again-{a.id}", meeting_id=AGAIN) for a in first if isinstance(a, Attendance)]
    closed = [replace(e, status=MeetingStatus.CLOSED) if isinstance(e, Meeting) else e for e in first]
    second = Meeting(
        id=AGAIN,
        kind=MeetingKind.FOLLOW_UP,
        purpose="Vi ser, hvad der hjalp, og hvad der er næste skridt.",
        starts=datetime(2026, 2, 10, 13, 30, tzinfo=UTC),
        ends=datetime(2026, 2, 10, 14, 45, tzinfo=UTC),
        status=MeetingStatus.RUNNING,
        created=datetime(2026, 2, 1, 9, 0, tzinfo=UTC),
        live_step="since-last",
        format_id="five-steps",
    )
    missed = Missed(id="missed-1", meeting_id=MEETING, text="Mette Skov, idrætslærer", voice="hoa")
    return [*closed, second, *came, missed]


def again() -> Record:
    """Return the record with the second meeting open."""
    return Record.of(AGAIN, again_entities())
