"""Dates and times written out for people: "tirsdag den 10. februar 2026 kl. 14.30"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from datetime import date, datetime, time

HOME_ZONE = "Europe/Copenhagen"

WEEKDAYS = (
    msg("Monday"),
    msg("Tuesday"),
    msg("Wednesday"),
    msg("Thursday"),
    msg("Friday"),
    msg("Saturday"),
    msg("Sunday"),
)
MONTHS = (
    msg("January"),
    msg("February"),
    msg("March"),
    msg("April"),
    msg("May"),
    msg("June"),
    msg("July"),
    msg("August"),
    msg("September"),
    msg("October"),
    msg("November"),
    msg("December"),
)


def local(instant: datetime, zone: str = HOME_ZONE) -> datetime:
    """Return an aware instant as the clock on the wall shows it in a zone; an unknown zone counts as home."""
    return instant.astimezone(_zone(zone))


def long_date(day: date, language: str) -> str:
    """Write a date out: "fredag den 20. marts 2026", "Friday 20 March 2026"."""
    weekday = WEEKDAYS[day.weekday()]
    return say(msg("{weekday} {day} {month} {year}", weekday=weekday, **_parts(day)), language)


def plain_date(day: date, language: str) -> str:
    """Write a date without its weekday: "20. marts 2026", "20 March 2026"."""
    return say(msg("{day} {month} {year}", **_parts(day)), language)


def day_and_month(day: date, language: str) -> str:
    """Write a date within a known year: "20. marts", "20 March"."""
    return say(msg("{day} {month}", **_parts(day)), language)


def clock(moment: time | datetime, language: str) -> str:
    """Write a clock time, already local: "14.30", "14:30"."""
    return say(_clock(moment), language)


def long_moment(instant: datetime, zone: str, language: str) -> str:
    """Write an aware instant out: "tirsdag den 10. februar 2026 kl. 14.30"."""
    there = local(instant, zone)
    words = {"date": long_date(there.date(), language), "clock": clock(there, language)}
    return say(msg("{date} at {clock}", **words), language)


def home_moment(instant: datetime) -> Message:
    """Return an aware instant as the clock at home showed it: "20. marts 2026 kl. 14.30", in whatever language."""
    here = local(instant)
    day = msg("{day} {month} {year}", **_parts(here.date()))
    return msg("{date} at {clock}", date=day, clock=_clock(here))


def _clock(moment: time | datetime) -> Message:
    return msg("{hour}:{minute}", hour=f"{moment.hour}", minute=f"{moment.minute:02}")


def _parts(day: date) -> dict[str, str | Message]:
    return {"day": str(day.day), "month": MONTHS[day.month - 1], "year": str(day.year)}


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(HOME_ZONE)
