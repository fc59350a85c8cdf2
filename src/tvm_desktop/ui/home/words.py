"""How meetings and agreements are spoken of in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import clock, local
from tvm_desktop.domain.enums import MeetingKind, MeetingStatus
from tvm_desktop.ui.days import near_date, upper_first
from tvm_desktop.words import Message, Words, msg, msgs, say

if TYPE_CHECKING:
    from datetime import date, datetime

    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.storage.rows import ActionRow, MeetingRow

DOT = " · "
_STATUS = {
    MeetingStatus.PLANNED: msg("prepared"),
    MeetingStatus.RUNNING: msg("running"),
}


def meeting_title(kind: MeetingKind, name: str) -> Message:
    """Return what a meeting is called on the laptop."""
    if not name:
        return msg("Meeting")
    match kind:
        case MeetingKind.FOLLOW_UP:
            return msg("Follow-up meeting: {name}", name=name)
        case MeetingKind.PROFESSIONAL:
            return msg("Meeting of professionals: {name}", name=name)
        case MeetingKind.PREP:
            return msg("Preparatory meeting: {name}", name=name)
        case MeetingKind.NETWORK:
            return msg("Meeting with {name} and the family", name=name)


ANONYMOUS = msg("anonymous")


def listed_title(row: MeetingRow, words: Words) -> str:
    """Return what a meeting is called in a list, and that its course has no names."""
    title = words(meeting_title(row.kind, row.course_name))
    return f"{title}{DOT}{words(ANONYMOUS)}" if row.anonymous else title


def status(row: MeetingRow) -> Message:
    """Return how far a meeting has come; one that was held is filed or not."""
    if row.status is MeetingStatus.CLOSED:
        return msg("filed") if row.filed_on else msg("not filed")
    return _STATUS[row.status]


def agreements(row: MeetingRow) -> Message:
    """Return how it stands with a meeting's agreements."""
    if not row.actions:
        return msg("–")
    if row.done_actions:
        return msg("{done} of {all} done", done=row.done_actions, all=row.actions)
    if not row.open_actions:
        return msg("none open")
    return msgs("{count} open", "{count} open", row.open_actions)


def form(row: MeetingRow, library: FormatLibrary, language: str) -> str:
    """Return the name of a meeting's form, or its id when the form is gone."""
    known = library.by_id(row.format_id)
    return known.name.say(language) if known else row.format_id


def day(row: MeetingRow, today: date, language: str) -> str:
    """Return the day of a meeting, "" when there is none yet."""
    return near_date(local(row.starts, row.zone).date(), today, language) if row.starts else ""


def when_and_where(row: MeetingRow, now: datetime, words: Words) -> str:
    """Return "I dag kl. 10.15 · Lærkeskolen, lokale 12"."""
    language = words.language
    parts = []
    if row.status is MeetingStatus.RUNNING:
        parts.append(words(msg("The meeting is running")))
    if row.starts:
        here = local(row.starts, row.zone)
        nearby = near_date(here.date(), local(now, row.zone).date(), language)
        at = msg("{date} at {clock}", date=nearby, clock=clock(here, language))
        parts.append(upper_first(words(at)))
    elif row.status is MeetingStatus.PLANNED:
        parts.append(words(msg("No date yet")))
    if row.place:
        parts.append(row.place)
    return DOT.join(parts)


def facts(row: MeetingRow, library: FormatLibrary, today: date, since_last: int, words: Words) -> str:
    """Return "Fem trin · 6 inviterede · samtykke 2. marts · 3 aftaler siden sidst"."""
    parts = [form(row, library, words.language)]
    if row.anonymous:
        parts.insert(0, words(ANONYMOUS))
    if row.invited:
        parts.append(words(msgs("{count} invited", "{count} invited", row.invited)))
    if row.consent_on:
        parts.append(words(msg("consent {date}", date=near_date(row.consent_on, today, words.language))))
    if since_last:
        parts.append(
            words(msgs("{count} agreement since last time", "{count} agreements since last time", since_last))
        )
    return DOT.join(parts)


def is_late(row: ActionRow, today: date) -> bool:
    """Say whether an agreement should have been done by now."""
    return row.due is not None and row.due < today


def is_soon(row: ActionRow, today: date) -> bool:
    """Say whether an agreement is due within three days."""
    return row.due is not None and 0 <= (row.due - today).days <= 3


def action_line(row: ActionRow, today: date, words: Words) -> str:
    """Return "Jonas · Amina · skulle være gjort 10. marts"."""
    who = _joined(row.who, words.language)
    return DOT.join(part for part in (who, row.course_name, _due(row, today, words)) if part)


def _due(row: ActionRow, today: date, words: Words) -> str:
    if row.due is None:
        return row.when
    near = near_date(row.due, today, words.language)
    if is_late(row, today):
        return words(msg("late: was due {date}", date=near))
    return near


def _joined(names: tuple[str, ...], language: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return say(msg("{names} and {last}", names=", ".join(names[:-1]), last=names[-1]), language)
