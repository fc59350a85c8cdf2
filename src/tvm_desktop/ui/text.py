"""Small words for the screen: safe text, and dates and clock times as people say them."""

from __future__ import annotations

import html
import unicodedata
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tvm_desktop.words import Message, msg

_MONTHS = {
    "da": ["jan.", "feb.", "marts", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
_LONG_MONTHS = {
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_WEEKDAYS = {
    "da": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


def clean(text: str, *, one_line: bool = False) -> str:
    """Return what somebody typed or pasted without control characters and direction overrides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if one_line:
        text = text.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in text if c in "\n\t" or not _unwanted(c))


def _unwanted(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202a\u202b\u202c\u202d\u202e"


def escape_mnemonic(text: str) -> str:
    """Return a text for a button or a menu, where & would underline a letter."""
    return text.replace("&", "&&")


def plain_tip(text: str) -> str:
    """Return a text for a tool tip, where < could start markup."""
    return f"<p>{html.escape(text)}</p>" if text else ""


@cache
def zone(name: str) -> ZoneInfo:
    """Return a time zone; an unknown one is read as Danish time."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Europe/Copenhagen")


def local(moment: datetime, zone_name: str) -> datetime:
    """Return an instant on the clock of its own place."""
    return moment.astimezone(zone(zone_name))


def short_date(day: date, language: str, today: date | None = None) -> str:
    """Return 12. marts / 12 Mar, with the year when it is another one than today's."""
    month = _MONTHS[language][day.month - 1]
    text = f"{day.day}. {month}" if language == "da" else f"{day.day} {month}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def long_date(day: date, language: str) -> str:
    """Return torsdag den 12. marts 2026 / Thursday 12 March 2026."""
    weekday, month = _WEEKDAYS[language][day.weekday()], _LONG_MONTHS[language][day.month - 1]
    if language == "da":
        return f"{weekday} den {day.day}. {month} {day.year}"
    return f"{weekday} {day.day} {month} {day.year}"


def weekday(day: date, language: str) -> str:
    """Return the name of a day."""
    return _WEEKDAYS[language][day.weekday()]


def clock(moment: datetime, language: str) -> str:
    """Return 10.15 / 10:15."""
    return f"{moment:%H.%M}" if language == "da" else f"{moment:%H:%M}"


def near_date(day: date, today: date, language: str) -> Message:
    """Return today, tomorrow, on Sunday, or the date."""
    away = (day - today).days
    if away == 0:
        return msg("today")
    if away == 1:
        return msg("tomorrow")
    if timedelta(days=2).days <= away < 7:
        return msg("on {day}", day=weekday(day, language))
    return msg("{date}", date=short_date(day, language, today))
