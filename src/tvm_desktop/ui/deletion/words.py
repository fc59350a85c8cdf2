"""What is said about a course that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import local, plain_date
from tvm_desktop.domain.entities import Action, Entity, Meeting, PrivateNote
from tvm_desktop.domain.filing import agreed_meeting, is_open, unfiled
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tvm_desktop.domain.record import Record
    from tvm_desktop.storage.rows import CourseRow
    from tvm_desktop.words import Message

REMAINS = msg(
    "Lines in the use log, and a receipt: who deleted it, when, and how much it was. "
    "The family is not named, and nothing of what was said is there."
)
OUT_OF_REACH = msg(
    "Copies that were taken out of the program: backups copied to another place, PDFs you saved or printed, "
    "and a folder that the meetings were moved from. Delete those yourself, if they are to go. "
    "What you handed over, and what is in the municipality’s system, stays there."
)
KNOWN_UNFILED = msg("I know that it is not filed")
DELETED = msg("The course is deleted. The receipt is in the use log.")
WAITS = msg(
    "What was deleted is gone from the file, but the old backups could not be replaced yet. "
    "The program tries again each time it opens the file. Make room on the disk if it is full."
)
WAY_BACK = msg(
    "A backup was restored, and what was here before it is kept among the backups. It would go with a course, "
    "so nothing is deleted by itself. Delete a course yourself when you no longer need to go back."
)
GONE_ALREADY = msg("This course is no longer here.")


def what_goes(record: Record, backups: int) -> tuple[Message, ...]:
    """List what is deleted with a course."""
    counts = (
        msgs(
            "{count} meeting, with all that was said",
            "{count} meetings, with all that was said",
            _n(record, Meeting),
        ),
        msgs("{count} agreement", "{count} agreements", _n(record, Action)),
        msgs("{count} private note", "{count} private notes", _n(record, PrivateNote)),
    )
    held = tuple(count for count in counts if count.args["count"])
    typed = msg("What is being typed, what can be undone, and what the search finds")
    copies = msgs(
        "The course’s part of {count} backup: a new one without the course takes its place",
        "The course’s part of {count} backups: one new one without the course takes their place",
        backups,
    )
    return (*held, typed, copies) if backups else (*held, typed)


def way_back(when: str) -> Message:
    """Name a backup that goes and is the only one of its kind."""
    return msg(
        "The backup from {when}: the only one of what was here before a backup was restored", when=when
    )


def still_in(folder: str) -> Message:
    """Say that a folder that was left has it still."""
    return msg(
        "The meetings were moved here from {path}. The course is still there, with its backups, "
        "until the meetings are restored in that folder.",
        path=folder,
    )


def warning(record: Record, today: date, language: str) -> Message | None:
    """Say what speaks against deleting a course now; None when nothing does."""
    missing = len(unfiled(record))
    if missing:
        return msgs(
            "{count} meeting is not filed in the municipality’s system. It is lost when the course is deleted.",
            "{count} meetings are not filed in the municipality’s system. They are lost when the course is deleted.",
            missing,
        )
    if is_open(record):
        return msg("A meeting in this course is still to come, or is not ended.")
    agreed = agreed_meeting(record, today)
    return msg("The next meeting is agreed for {day}.", day=plain_date(agreed, language)) if agreed else None


def day_line(delete_on: date | None, today: date, language: str) -> Message:
    """Say on which day a course goes."""
    if delete_on is None:
        return msg("stays")
    day = plain_date(delete_on, language)
    left = (delete_on - today).days
    if left > 0:
        return msgs(
            "is deleted on {day}, in {count} day", "is deleted on {day}, in {count} days", left, day=day
        )
    return msg("is to be deleted today") if left == 0 else msg("was to be deleted on {day}", day=day)


def course_name(row: CourseRow) -> Message:
    """Name a course, also one that has no name."""
    return msg("{name}", name=row.name) if row.name else msg("A course without a name")


def names_of(rows: Sequence[CourseRow], most: int = 3) -> str:
    """Name a few courses."""
    named = ", ".join(row.name for row in rows[:most])
    return f"{named} …" if len(rows) > most else named


def today_of(now: datetime) -> date:
    """Return the day on the wall."""
    return local(now).date()


def _n(record: Record, kind: type[Entity]) -> int:
    return len(record.every(kind))
