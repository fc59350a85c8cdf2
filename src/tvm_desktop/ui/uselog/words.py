"""The use log in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import clock, local, plain_date
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from datetime import datetime

    from tvm_desktop.storage.rows import UseRow
    from tvm_desktop.words import Message

ACTS: dict[UseAct, Message] = {
    UseAct.CREATED: msg("Made a course"),
    UseAct.OPENED: msg("Opened"),
    UseAct.STARTED: msg("Started a meeting"),
    UseAct.SHOWN: msg("Shown on the projector"),
    UseAct.CLOSED: msg("Ended a meeting"),
    UseAct.REOPENED: msg("Reopened a meeting"),
    UseAct.PRINTED: msg("Printed"),
    UseAct.SAVED_PDF: msg("Saved as PDF"),
    UseAct.EXPORTED: msg("Written to a file"),
    UseAct.IMPORTED: msg("Brought in"),
    UseAct.DELETED: msg("Deleted"),
    UseAct.LOCKED: msg("Locked the file"),
    UseAct.UNLOCKED: msg("Opened the file"),
    UseAct.BACKED_UP: msg("Made a backup"),
    UseAct.COPIED: msg("Saved a copy of everything elsewhere"),
    UseAct.MIGRATED: msg("Brought the file up to date"),
    UseAct.FAILED_UNLOCK: msg("Tried a wrong password or code"),
    UseAct.PACKAGED: msg("Saved the record for the file"),
    UseAct.FILED: msg("Marked as filed"),
    UseAct.TO_BE_DELETED: msg("Chose a day for deletion"),
    UseAct.KEPT: msg("Kept, not to be deleted"),
    UseAct.HANDED_OVER: msg("Handed over to a colleague"),
    UseAct.PERSON_EXPORTED: msg("Saved what is here about a person"),
    UseAct.CORRECTED: msg("Added a correction"),
    UseAct.CONSENT_WITHDRAWN: msg("Noted a withdrawn consent"),
    UseAct.RESTORED: msg("Restored a backup"),
    UseAct.PASSWORD_CHANGED: msg("Changed the password"),
    UseAct.CODE_RENEWED: msg("Renewed the recovery code"),
    UseAct.KEY_REMEMBERED: msg("Let this computer remember the key"),
    UseAct.KEY_FORGOTTEN: msg("Let this computer remember the key no longer"),
    UseAct.LOG_EXPORTED: msg("Saved the use log"),
}
KINDS: dict[str, tuple[Message, tuple[UseAct, ...]]] = {
    "": (msg("All that was done"), ()),
    "meeting": (
        msg("Opened and changed"),
        (
            UseAct.CREATED,
            UseAct.OPENED,
            UseAct.STARTED,
            UseAct.CLOSED,
            UseAct.REOPENED,
            UseAct.CORRECTED,
            UseAct.CONSENT_WITHDRAWN,
        ),
    ),
    "shown": (msg("Shown, printed and saved"), (UseAct.SHOWN, UseAct.PRINTED, UseAct.SAVED_PDF)),
    "copies": (
        msg("Handed over and brought in"),
        (
            UseAct.EXPORTED,
            UseAct.IMPORTED,
            UseAct.HANDED_OVER,
            UseAct.COPIED,
            UseAct.PERSON_EXPORTED,
            UseAct.LOG_EXPORTED,
        ),
    ),
    "filed": (
        msg("Filed and deleted"),
        (UseAct.PACKAGED, UseAct.FILED, UseAct.TO_BE_DELETED, UseAct.KEPT, UseAct.DELETED),
    ),
    "file": (
        msg("Password, backups and the file"),
        (
            UseAct.UNLOCKED,
            UseAct.LOCKED,
            UseAct.FAILED_UNLOCK,
            UseAct.PASSWORD_CHANGED,
            UseAct.CODE_RENEWED,
            UseAct.KEY_REMEMBERED,
            UseAct.KEY_FORGOTTEN,
            UseAct.BACKED_UP,
            UseAct.RESTORED,
            UseAct.MIGRATED,
        ),
    ),
}
_SHORT = 6


def when(at: datetime, language: str) -> str:
    """Write an instant as the clock on the wall showed it."""
    here = local(at)
    return f"{plain_date(here.date(), language)}  {clock(here, language)}"


def when_in_table(at: datetime | None) -> str:
    """Write an instant so that spreadsheets sort it."""
    return f"{local(at):%Y-%m-%d %H:%M:%S}" if at is not None else ""


def act_of(row: UseRow) -> Message:
    """Say what was done."""
    return ACTS[row.act] if row.act else msg("Something that a newer program noted")


def course_of(row: UseRow) -> Message | None:
    """Name the course of a line; None when it was about no course."""
    if not row.course_id:
        return None
    return msg("{name}", name=row.course_name) if row.course_name else deleted_course(row.course_id)


def deleted_course(course_id: str) -> Message:
    """Name a course that has no name any more."""
    return msg("Deleted course {number}", number=course_id[:_SHORT])
