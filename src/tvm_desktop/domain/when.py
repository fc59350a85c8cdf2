"""What is typed about time, and the one line that holds who, what and when. When unsure, all stays in what."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from tvm_desktop.domain.days import COUNTS, MONTHS, WEEKDAYS, read_day
from tvm_desktop.domain.entities import Person
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.domain.record import Record

LONGEST = 80

_ANCHOR_WORDS = (
    "dag dage dagen dagligt uge uger ugen ugentligt måned måneder måneden morgen morgenen aften aftenen eftermiddag "
    "eftermiddagen formiddag formiddagen weekend weekender weekenden hverdag hverdage skoledag skoledage nu altid "
    "day days daily week weeks weekly month months morning evening afternoon weekends weekday weekdays now always"
)
_JOINING_WORDS = (
    "hver hvert hele anden andet tredje gang gange næste denne dette første sidste om i på fra til og den d kl klokken "
    "af ad fremover the every each other second third once twice times next this last from on until and at am pm of "
    "for in to"
)
_HEAD_WORDS = (
    "hver hvert hele fra om i på næste denne dagligt ugentligt uge every each from on in next this once twice daily "
    "weekly until altid always"
)
# After these a name is part of what is said, not who does it: "Mor til Ali henter".
_NO_VERB = frozenset(
    re.findall(r"\w+", "til fra i på med af som der om ved for og eller from in on with of who and or to at")
)
_WEEKDAY_FORMS = {f"{day}{end}" for day in WEEKDAYS for end in ("", "e", "en", "ene", "s")}
_ANCHORS = {*_ANCHOR_WORDS.split(), *_WEEKDAY_FORMS, *MONTHS}
_JOINING = {*_JOINING_WORDS.split(), *COUNTS}
_HEADS = {*_HEAD_WORDS.split(), *_WEEKDAY_FORMS, *COUNTS}

_DEADLINE = re.compile(r"(senest|no later than|not later than|by)\s+(?=\S)")
_TRAILING = re.compile(r"\s(?=(?:senest|no later than)\s)", re.IGNORECASE)
_HOUR = r"(\d{1,2})(?:[.:](\d{2}))?(?: ?[-–] ?\d{1,2}(?:[.:]\d{2})?)?(?: ?(am|pm))?"
_EACH = re.compile(r"\s(?=(?:hver|hvert|every)\s)", re.IGNORECASE)
_CLOCK = re.compile(rf"(?:kl\.?|klokken|at|@) ?{_HOUR}|(\d{{1,2}}):(\d{{2}})")
_HOUR_ALONE = re.compile(rf"(?:kl\.?|klokken|at|@)? ?{_HOUR}")
_AFTER_DAY = re.compile(rf"{_CLOCK.pattern}|\d{{1,2}}\.\d{{2}}")
_LATER = re.compile(r"(efter|før|om|mellem|ved|når|after|before|in the|between|around|when)\b")
_SINCE = re.compile(r"(?:fra|til|from|until)\s+")
_AND = re.compile(r"\s*(?:,|&|\+|\bog\b|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """What a text about time means: words that remain to be said, the day, the clock, or what is wrong."""

    text: str = ""
    due: date | None = None
    at: time | None = None
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One typed line taken apart. ``problem`` says what is wrong with its time; ``when`` then holds it as typed."""

    who: tuple[str, ...]
    what: str
    when: str = ""
    due: date | None = None
    problem: Message | None = None


def read_when(text: str, today: date) -> When | None:
    """Read a whole text about time; None when it is about something else, or not only about time."""
    typed = _tidy(text)
    return _read(typed.rstrip(" ."), today) or (_read(typed, today) if typed.endswith(".") else None)


def read_clock(text: str) -> time | Message | None:
    """Read a clock time ("kl. 16", "8.50", "16:30", "at 4 pm"); a sentence when there is no such time."""
    found = _HOUR_ALONE.fullmatch(_tidy(text).lower().rstrip("."))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if hour > 23 or minute > 59:
        return msg("There is no time “{text}”.", text=_tidy(text))
    return time(hour, minute)


def read_date(text: str, today: date) -> date | Message | None:
    """Read a text that is one day and no more; a sentence when that day does not exist."""
    when = read_when(text, today)
    if when is None or (when.text and not when.problem):
        return None
    return when.problem or when.due


def split_line(text: str, people: Iterable[tuple[str, str]], today: date) -> Line:
    """Take "Mette starter en legegruppe, senest fredag" apart. ``people`` are (id, name), see spoken_names."""
    line = _tidy(text)
    body, when = _cut_time(line, today)
    who, what = _cut_names(body, people)
    if not what:
        return Line((), _begun(line))
    if when is None:
        return Line(who, _begun(what))
    return Line(who, _begun(what), when.text, when.due, when.problem)


def split_answer(text: str, people: Iterable[tuple[str, str]], today: date) -> Line:
    """Take "Jonas, senest onsdag" apart: by when; who, or the words that are left, perhaps a bare name."""
    line = _tidy(text)
    whole = read_when(line, today)
    body, when = ("", whole) if whole else _cut_time(line, today)
    who, what = _cut_names(body := body.rstrip(" ,"), people)
    left = what if who else body
    if when is None:
        return Line(who, left)
    return Line(who, left, when.text, when.due, when.problem)


def spoken_names(record: Record) -> list[tuple[str, str]]:
    """List what each person of the course may be called in a line: name, everyday name, first name, tie."""
    return [
        (person.id, name)
        for person in record.every(Person)
        for name in dict.fromkeys((person.name, person.called, *person.name.split()[:1], person.relation))
        if name.strip()
    ]


def _read(typed: str, today: date) -> When | None:
    low = _small(typed)
    if not low or len(low) > LONGEST:
        return None
    if _CLOCK.fullmatch(low):
        return _after(typed)
    return _on_a_day(typed, low, today) or _clock_first(typed, low, today) or _loose(typed, low, today)


def _clock_first(typed: str, low: str, today: date) -> When | None:
    clock = _CLOCK.match(low)
    day = read_day(low[clock.end() :].lstrip(" ,"), today) if clock else None
    if clock is None or day is None or day.rest.strip():
        return None
    found = _after(typed[: clock.end()])
    problem = day.problem or (found.problem if found else None)
    return When(typed, problem=problem) if problem or not found else replace(found, due=day.date)


def _on_a_day(typed: str, low: str, today: date) -> When | None:
    deadline = _DEADLINE.match(low)
    day = read_day(low[deadline.end() :] if deadline else low, today)
    if day is None:
        return When(typed) if deadline and deadline[1] != "by" and len(low.split()) <= 6 else None
    after = _after(typed[len(typed) - len(day.rest) :].strip(" ,"))
    if after is None:
        return None
    problem = day.problem or after.problem
    return When(typed, problem=problem) if problem else replace(after, due=day.date)


def _after(rest: str) -> When | None:
    low = _small(rest)
    if not low:
        return When()
    if _AFTER_DAY.fullmatch(low):
        at = read_clock(low)
        return When(rest, problem=at) if isinstance(at, Message) else When(rest, at=at)
    return When(rest) if _LATER.match(low) and len(low.split()) <= 5 else None


def _loose(typed: str, low: str, today: date) -> When | None:
    since = _SINCE.match(low)
    if since and (day := read_day(low[since.end() :], today)) and not day.rest.strip():
        return When(typed, problem=day.problem)
    tokens = re.findall(r"\w+", low)
    is_time = all(token.isdigit() or token in _ANCHORS or token in _JOINING for token in tokens)
    has_anchor = any(token in _ANCHORS for token in tokens)
    return When(typed) if tokens and tokens[0] in _HEADS and is_time and has_anchor else None


def _cut_time(line: str, today: date) -> tuple[str, When | None]:
    for place in (found.start() for found in re.finditer(",", line)):
        when = read_when(line[place + 1 :], today)
        if when and line[:place].strip():
            return line[:place].rstrip(), when
    for found in _TRAILING.finditer(line):
        when = read_when(line[found.end() :], today)
        if when and (when.due or when.problem):
            return line[: found.start()].rstrip(), when
    for found in _EACH.finditer(line):
        when = read_when(line[found.end() :], today)
        if when:
            return line[: found.start()].rstrip(), when
    return line, None


def _cut_names(body: str, people: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], str]:
    known = _unique(people)
    who: list[str] = []
    place = 0
    while name := _name_at(body, place, known):
        who.append(known[_small(name)])
        place += len(name)
        joined = _AND.match(body, place)
        if not joined or not joined[0].strip():
            break
        place = joined.end()
    else:
        return (), body
    rest = body[place:]
    if who and not rest:
        return (), ""
    if not re.match(r":?\s", rest) or not _starts_a_deed(rest):
        return (), body
    return tuple(dict.fromkeys(who)), rest.lstrip(": ")


def _starts_a_deed(rest: str) -> bool:
    word = re.match(r"[:\s]*(\w+)", rest)
    return word is not None and word[1].lower() not in _NO_VERB


def _name_at(body: str, place: int, known: Iterable[str]) -> str:
    low = _small(body)
    for name in sorted(known, key=len, reverse=True):
        end = place + len(name)
        if low.startswith(name, place) and not re.match(r"[\w’']", body[end : end + 1]):
            return body[place:end]
    return ""


def _unique(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for person_id, name in people:
        found.setdefault(_small(_tidy(name)), set()).add(person_id)
    return {name: next(iter(ids)) for name, ids in found.items() if name and len(ids) == 1}


def _begun(what: str) -> str:
    return what[:1].upper() + what[1:]


def _small(text: str) -> str:
    # One letter for one letter, so that places in the text stay the same: "İ".lower() is two.
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
