"""Consent as it was noted: in words, and what it touches when it is withdrawn. Nothing here judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tvm_desktop.dates import local, plain_date
from tvm_desktop.domain.entities import Attendance, Consent, Meeting
from tvm_desktop.domain.enums import ConsentForm, MeetingStatus
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.domain.record import Record

FORMS = {ConsentForm.WRITTEN: msg("in writing"), ConsentForm.ORAL: msg("orally")}


@dataclass(frozen=True, slots=True)
class Touched:
    """What a consent has to do with: meetings held while it stood, and those to come with who is asked to them."""

    held: tuple[Meeting, ...]
    planned: tuple[Meeting, ...]
    invited: tuple[str, ...]


def details(consent: Consent, language: str) -> Iterator[Message]:
    """Go through what was noted of a consent, a withdrawal first."""
    if consent.withdrawn_on:
        yield msg("withdrawn on {date}", date=plain_date(consent.withdrawn_on, language))
    yield FORMS[consent.form]
    if consent.given_on:
        yield msg("on {date}", date=plain_date(consent.given_on, language))
    if consent.valid_until:
        yield msg("valid until {date}", date=plain_date(consent.valid_until, language))
    if consent.about:
        yield msg("about {what}", what=consent.about)
    if consent.to_whom:
        yield msg("shared with {whom}", whom=consent.to_whom)


def withdrawals(consents: Iterable[Consent], language: str) -> Iterator[Message]:
    """Say, once for each day, that a consent was taken back: whoever gets the course has to know."""
    days = sorted({consent.withdrawn_on for consent in consents if consent.withdrawn_on})
    for day in days:
        yield msg(
            "A consent was withdrawn on {date}. Ask the family what may be shared.",
            date=plain_date(day, language),
        )


def touched(record: Record, consent: Consent) -> Touched:
    """Return the meetings that were held from the day it was given on, and all that are to come."""
    meetings = record.every(Meeting)
    planned = tuple(m for m in meetings if m.status is not MeetingStatus.CLOSED)
    held = tuple(m for m in meetings if m.status is MeetingStatus.CLOSED and _stood(consent, m))
    coming = {meeting.id for meeting in planned}
    seats = (seat for seat in record.every(Attendance) if seat.meeting_id in coming)
    invited = dict.fromkeys(seat.person_id for seat in seats)
    return Touched(_by_day(held), _by_day(planned), tuple(invited))


def _stood(consent: Consent, meeting: Meeting) -> bool:
    """A day that nobody knows counts in: better one meeting too many than one too few."""
    day = _day(meeting)
    after = not consent.given_on or not day or consent.given_on <= day
    until = consent.withdrawn_on or consent.valid_until
    return after and (not until or not day or day <= until)


def _day(meeting: Meeting) -> date | None:
    return local(meeting.starts, meeting.zone).date() if meeting.starts else None


def _by_day(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    return tuple(sorted(meetings, key=lambda m: (_day(m) is not None, _day(m) or date.min, m.id)))
