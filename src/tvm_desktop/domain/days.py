"""One day as people type it, in Danish or English, seen from today: "20/3", "fredag d. 20. marts", "in two weeks"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tvm_desktop import dates
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKDAYS = {
    name: place
    for names in (
        ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
    for place, name in enumerate(names)
}
MONTHS = {
    name: place
    for names in (
        "januar februar marts april maj juni juli august september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for place, name in enumerate(names.split(), 1)
}
COUNTS = {
    name: place
    for names in ("en to tre fire fem seks syv otte ni ti", "a two three four five six seven eight nine ten",
                  "et to", "one two", "an two")
    for place, name in enumerate(names.split(), 1)
}  # fmt: skip
_RELATIVE = {
    "i dag": 0, "idag": 0, "today": 0,
    "i morgen": 1, "imorgen": 1, "tomorrow": 1,
    "i overmorgen": 2, "overmorgen": 2, "the day after tomorrow": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """A day at the start of a text: the date, or why there is none, and what is written after it."""

    date: date | None
    rest: str
    problem: Message | None = None


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_WEEKDAY = re.compile(rf"(?:på |on )?({_any(WEEKDAYS)})\b,?\s*(?:(?:den|d\.?|the)\s*(?=\d))?")
_SOON = re.compile(rf"({_any(_RELATIVE)})\b")
_AHEAD = re.compile(rf"(?:om|in) (\d{{1,2}}|{_any(COUNTS)}) (dage?|days?|uger?|weeks?)\b")
_YEAR = r"(?:[-/ ](?P<y>\d{4}|\d{2})(?![\d.:]))?"
_SHAPES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}}){_YEAR}(?![\d/])"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d{2})?(?![\d.])"),
    re.compile(r"(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>\d{4})(?!\d)"),
    re.compile(
        rf"(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of )?(?P<name>{_any(MONTHS)})\b\.?(?:,? (?P<y>\d{{4}})\b)?"
    ),
    re.compile(
        rf"(?P<name>{_any(MONTHS)})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:/])(?:,? (?P<y>\d{{4}})\b)?"
    ),
)
_PREFIX = re.compile(r"(?:on |på )?(?:den |d\. ?|the )?(?=\w)")
_DAY_ONLY = re.compile(r"(?:den|d\.?|the) ?(\d{1,2})(?:\.|st|nd|rd|th)?(?![\d.:/])")


def read_day(text: str, today: date) -> Day | None:
    """Read the day that a text begins with; None when it begins with something else.

    ``text`` is in small letters with single spaces. A day without a year is the next one, today included.
    """
    readers: tuple[Callable[[str, date], Day | None], ...] = (_soon, _ahead, _weekday, _dated, _day_only)
    return next((day for read in readers if (day := read(text, today))), None)


def _soon(text: str, today: date) -> Day | None:
    found = _SOON.match(text)
    return Day(today + timedelta(_RELATIVE[found[1]]), text[found.end() :]) if found else None


def _ahead(text: str, today: date) -> Day | None:
    found = _AHEAD.match(text)
    if not found:
        return None
    count = COUNTS.get(found[1]) or int(found[1])
    return Day(today + timedelta(count * (7 if found[2][0] in "uw" else 1)), text[found.end() :])


def _weekday(text: str, today: date) -> Day | None:
    found = _WEEKDAY.match(text)
    if not found:
        return None
    wanted, rest = WEEKDAYS[found[1]], text[found.end() :]
    dated = _dated(rest, today)
    if dated is None:
        return Day(today + timedelta((wanted - today.weekday() - 1) % 7 + 1), rest)
    if dated.date and dated.date.weekday() != wanted:
        said = msg(
            "“{text}”: that day is a {weekday}.", text=text, weekday=dates.WEEKDAYS[dated.date.weekday()]
        )
        return Day(None, dated.rest, said)
    return dated


def _dated(text: str, today: date) -> Day | None:
    start = _PREFIX.match(text)
    bare = text[start.end() :] if start else text
    for shape in _SHAPES:
        found = shape.match(bare)
        if found:
            parts = found.groupdict()
            month = MONTHS[parts["name"]] if parts.get("name") else int(parts["m"])
            made = _made(int(parts["d"]), month, parts.get("y"), today)
            problem = None if made else msg("“{text}” is not in the calendar.", text=found[0])
            return Day(made, bare[found.end() :], problem)
    return None


def _day_only(text: str, today: date) -> Day | None:
    found = _DAY_ONLY.match(text)
    if not found:
        return None
    day = int(found[1])
    year, month = today.year, today.month
    if day < today.day:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    made = _made(day, month, str(year), today)
    problem = None if made else msg("“{text}” is not in the calendar.", text=found[0])
    return Day(made, text[found.end() :], problem)


def _made(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        whole = int(year) + (2000 if len(year) == 2 else 0)
    else:
        whole = today.year + ((month, day) < (today.month, today.day))
    try:
        return date(whole, month, day)
    except ValueError:
        return None
