"""How a backup is told of: when it was made, why, how large it is, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import clock, local, plain_date
from tvm_desktop.storage import backups as made
from tvm_desktop.ui.days import near_date, upper_first
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from datetime import datetime

    from tvm_desktop.storage.backups import Backup
    from tvm_desktop.storage.restoring import Contents
    from tvm_desktop.ui.context import UiContext

_REASONS = {
    made.START: msg("made at the start of the program"),
    made.BY_HAND: msg("made by you"),
    made.MIGRATION: msg("made before the file was brought up to date"),
    made.BEFORE_RESTORE: msg("from before a backup was restored"),
    made.PUT_ASIDE: msg("the file that was put aside"),
    made.AFTER_DELETION: msg("made after a course was deleted"),
    made.COPY: msg("a copy"),
    made.MOVED: msg("saved elsewhere when the disk failed"),
}
_OTHER = msg("made by the program")
_MOST_NAMES = 20


def when(at: datetime, context: UiContext) -> str:
    """Return "i dag kl. 8.12"."""
    day, time = _day_and_time(at, context)
    return context.words(msg("{date} at {clock}", date=day, clock=time))


def _day_and_time(at: datetime, context: UiContext) -> tuple[str, str]:
    there, today = local(at), local(context.clock()).date()
    return near_date(there.date(), today, context.language), clock(there, context.language)


def row(backup: Backup, context: UiContext) -> str:
    """Return the two lines of a list: when, and below it why and how large."""
    words = context.words
    days = (local(context.clock()).date() - local(backup.at).date()).days
    age = [words(msgs("{count} day old", "{count} days old", days))] if days > 1 else []
    why = [words(_REASONS.get(backup.kind, _OTHER)), words(size(backup.size))]
    return upper_first(when(backup.at, context)) + "\n" + " · ".join([*age, *why])


def size(count: int) -> Message:
    """Say a number of bytes."""
    if count < 1_000_000:
        return msg("{size} kB", size=max(1, round(count / 1000)))
    return msg("{size} MB", size=round(count / 1_000_000))


def newest(backups: tuple[Backup, ...], context: UiContext) -> Message:
    """Say how old the newest one is."""
    latest = made.newest(backups)
    if latest is None:
        return msg("There is no backup yet.")
    return msg("Newest backup: {when}", when=when(latest.at, context))


def inside(contents: Contents, context: UiContext, *, discreet: bool) -> str:
    """Say what is in a backup; where the room may see it, no names."""
    words = context.words
    lines = [words(msgs("{count} course", "{count} courses", len(contents.courses)))]
    if contents.courses and not discreet:
        lines[0] += ": " + " · ".join(contents.courses[:_MOST_NAMES])
        more = len(contents.courses) - _MOST_NAMES
        if more > 0:
            lines[0] += words(msgs(" and {count} more", " and {count} more", more))
    meetings = words(msgs("{count} meeting", "{count} meetings", len(contents.meetings)))
    if contents.newest is not None:
        day = plain_date(local(contents.newest).date(), context.language)
        meetings += words(msg(", the newest on {date}", date=day))
    return "\n".join([*lines, meetings])


def lost(present: Contents | None, contents: Contents, backup: Backup, context: UiContext) -> str:
    """Say what is not in a backup: everything since, and how many meetings that are here now."""
    words = context.words
    day, time = _day_and_time(backup.at, context)
    said = words(msg("What you have written since {date} at {clock} is not in it.", date=day, clock=time))
    missing = len(present.meetings - contents.meetings) if present is not None else 0
    if missing:
        said += " " + words(
            msgs(
                "{count} meeting that is here now is missing there.",
                "{count} meetings that are here now are missing there.",
                missing,
            )
        )
    return said
