"""One meeting, from how it is framed to how it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tvm_desktop.domain.entities.base import Entity, InMeeting
from tvm_desktop.domain.enums import FramingReply, MeetingKind, MeetingStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Entity):
    """One meeting. ``minutes`` holds (step id, minutes) where they differ from the format's.

    ``left_out`` names optional steps, and optional columns as "step/column", that this meeting does without;
    ``column_order`` names the columns that come first, in the same way.
    """

    kind: MeetingKind = MeetingKind.NETWORK
    format_id: str = ""
    format_hash: str = ""
    language: str = "da"
    purpose: str = ""
    place: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = "Europe/Copenhagen"
    status: MeetingStatus = MeetingStatus.PLANNED
    live_step: str = ""
    child_present: bool = False
    minutes: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()
    column_order: tuple[str, ...] = ()
    framing_per_person: bool = False
    evaluation_numbers: bool = False
    created: datetime | None = None
    closed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingAnswer(InMeeting):
    """What one person, or everybody (``person_id`` ""), answers to one framing sentence."""

    statement: str
    person_id: str = ""
    reply: FramingReply = FramingReply.AGREE
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingSkip(InMeeting):
    """That the framing was not gone through, and why."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote(InMeeting):
    """The leader's own note to one step: never projected, never printed."""

    step: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(InMeeting):
    """What the closing must settle: what the child is told, by whom and when, and whom the family calls.

    ``explain`` names the entries of the word list that the paper explains at its foot.
    """

    child_told_what: str = ""
    child_told_by: tuple[str, ...] = ()
    child_told_when: str = ""
    phone_hours: str = ""
    documentation: str = ""
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting(InMeeting):
    """When and where we meet again."""

    starts: datetime | None = None
    zone: str = "Europe/Copenhagen"
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(InMeeting):
    """Whether the meeting made sense to one person, in words, and 0 to 10 where numbers are asked for."""

    person_id: str
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed(InMeeting):
    """Somebody who was missed at the table; offered as a participant next time."""

    text: str
    voice: str = ""
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime(InMeeting):
    """Seconds the table has spent on one step."""

    step: str
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(InMeeting):
    """How a meeting went into the municipality's own system; it is filed when ``filed_on`` is set.

    ``version`` counts the packages that were made of it, ``sha256`` is the record's of the last one, in hexadecimal.
    ``note`` is what the leader has moved into the file out of the private notes.
    """

    version: int = 0
    made: datetime | None = None
    sha256: str = ""
    filed_on: date | None = None
    system: str = ""
    case_number: str = ""
    note: str = ""
