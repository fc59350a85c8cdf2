"""The plain frozen rows that the store takes and gives, beside the entities themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tvm_desktop.domain.enums import MeetingKind, MeetingStatus
from tvm_desktop.domain.record import Edit


class JournalAct(StrEnum):
    """What a journal row says was done."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class UseAct(StrEnum):
    """What the use log keeps: acts only, never content."""

    CREATED = "created"
    OPENED = "opened"
    STARTED = "started"
    SHOWN = "shown"
    CLOSED = "closed"
    REOPENED = "reopened"
    PRINTED = "printed"
    SAVED_PDF = "saved_pdf"
    EXPORTED = "exported"
    IMPORTED = "imported"
    DELETED = "deleted"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    BACKED_UP = "backed_up"
    COPIED = "copied"
    MIGRATED = "migrated"
    FAILED_UNLOCK = "failed_unlock"
    PACKAGED = "packaged"
    FILED = "filed"
    TO_BE_DELETED = "to_be_deleted"
    KEPT = "kept"
    HANDED_OVER = "handed_over"
    PERSON_EXPORTED = "person_exported"
    CORRECTED = "corrected"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    RESTORED = "restored"
    PASSWORD_CHANGED = "password_changed"
    CODE_RENEWED = "code_renewed"
    KEY_REMEMBERED = "key_remembered"
    KEY_FORGOTTEN = "key_forgotten"
    LOG_EXPORTED = "log_exported"


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One act of an open meeting, with what it changed. ``seq`` 0 = not yet written."""

    seq: int = 0
    meeting_id: str
    at: datetime
    act: JournalAct = JournalAct.DO
    label: str = ""
    merge: str = ""
    target: int = 0
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being typed in one field; the key names the field."""

    key: str
    course_id: str
    text: str
    cursor: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """One line in a list of courses; ``unfiled`` counts the meetings that were held and are not filed."""

    id: str
    name: str
    created: datetime
    meetings: int
    open_actions: int
    last_starts: datetime | None
    anonymous: bool = False
    delete_on: date | None = None
    unfiled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One line in a list of meetings, with its counts."""

    id: str
    course_id: str
    course_name: str
    kind: MeetingKind
    purpose: str
    place: str
    starts: datetime | None
    ends: datetime | None
    created: datetime | None
    zone: str
    language: str
    status: MeetingStatus
    format_id: str
    format_hash: str
    actions: int
    open_actions: int
    done_actions: int
    invited: int
    consent_on: date | None
    filed_on: date | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One agreement that waits; ``who`` are everyday names."""

    id: str
    meeting_id: str
    course_id: str
    course_name: str
    what: str
    who: tuple[str, ...]
    when: str
    due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a search found; ``kind`` is the entity's class name."""

    kind: str
    id: str
    course_id: str
    course_name: str
    meeting_id: str
    text: str
    starts: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody of a course; ``tie`` is the relation to the child, or the profession."""

    id: str
    name: str
    called: str
    tie: str
    course_id: str
    course_name: str


@dataclass(frozen=True, slots=True)
class UseNote:
    """Who did what with which course, and when."""

    at: datetime
    who: str
    act: UseAct
    course_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseRow:
    """One line of the use log. ``course_name`` is "" when the act was about no course, or it is deleted.

    ``act`` is None for one that only a newer program knows.
    """

    seq: int
    at: datetime
    who: str
    act: UseAct | None
    course_id: str
    course_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a course was deleted: no names, only when, by whom, and how much."""

    seq: int
    at: datetime
    who: str
    course_id: str
    meetings: int
    things: int
    backups_replaced: datetime | None = None
