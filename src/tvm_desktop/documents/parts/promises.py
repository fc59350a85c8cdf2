"""Who does what: the professionals' promises first, the family's own last; one's promises stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tvm_desktop.dates import MONTHS, long_date
from tvm_desktop.documents.model import Promise, Promises, Section, SectionKind
from tvm_desktop.documents.parts.people import all_named, named, side_of
from tvm_desktop.documents.parts.sayings import opened
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.thread import live_actions
from tvm_desktop.domain.wording import sentence
from tvm_desktop.words import LANGUAGES, msg, say

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source
    from tvm_desktop.domain.entities import Action

_ORDER = {Side.PROFESSIONAL: 0, Side.PRIVATE: 1, Side.FAMILY: 2}
_NOBODY = 3
# Words that only lead up to a date: what is left of "senest fredag d. 20. marts" is nothing.
_LEADING = {"senest", "inden", "den", "d", "fra", "by", "the", "on", "latest", "at", "before"}


def promises(source: Source) -> Section | None:
    """Return the table of promises; what was dropped at the meeting itself is none."""
    actions = promised(source)
    if not actions:
        return None
    titles = (
        source.say(msg("Who")),
        source.say(msg("What")),
        source.say(msg("When")),
        source.say(msg("How we see whether it helps")),
    )
    rows = tuple(promise(action, source) for action in actions)
    return Section(SectionKind.PROMISES, source.say(msg("What we do")), Promises(titles, rows))


def promised(source: Source) -> list[Action]:
    """List the agreements that may stand on this copy, in the table's order."""
    actions = [a for a in live_actions(source.record) if source.may(a) and a.what.strip()]
    first: dict[tuple[str, ...], int] = {}
    for number, action in enumerate(actions):
        first.setdefault(action.who, number)
    return sorted(actions, key=lambda action: (_place(action, source), first[action.who]))


def _place(action: Action, source: Source) -> int:
    known = [side_of(source.record, who) for who in action.who if source.record.called(who)]
    return min((_ORDER[side] for side in known), default=_NOBODY)


def promise(action: Action, source: Source) -> Promise:
    """Return one agreement as a row."""
    record, language = source.record, source.language
    others = [person for person in action.with_whom if not _mentioned(record.called(person), action.what)]
    beside = all_named(record, others, language)
    return Promise(
        who=opened(all_named(record, action.who, language)) or source.say(msg("Not agreed yet")),
        what=action.what.strip(),
        beside=source.say(msg("together with {people}", people=beside)) if beside else "",
        when=_when(action, source),
        seen=_seen(action, source),
    )


def _mentioned(name: str, text: str) -> bool:
    """Tell whether a text already names somebody."""
    return bool(name) and re.search(rf"\b{re.escape(name)}s?\b", text) is not None


def _when(action: Action, source: Source) -> str:
    """Return what was said about when, and the last day written out unless that was all that was said."""
    said = action.when.strip()
    if not action.due:
        return said
    last = source.say(msg("by {date}", date=long_date(action.due, source.language)))
    if not said or _only_a_date(said):
        return last
    return said if _names_day(said, action) else f"{said}\n{last}"


def _seen(action: Action, source: Source) -> str:
    checker = named(source.record, action.checked_by, source.language)
    follows = source.say(msg("{who} follows up.", who=opened(checker))) if checker else ""
    seen = sentence(action.seen_by) if follows else action.seen_by.strip()
    return "\n".join(part for part in (seen, follows) if part)


def _only_a_date(said: str) -> bool:
    words = re.findall(r"[^\W\d_]+", said.lower())
    return all(word in _LEADING or word in _calendar() for word in words)


def _names_day(said: str, action: Action) -> bool:
    if action.due is None:
        return False
    month = "|".join(re.escape(say(MONTHS[action.due.month - 1], language)) for language in LANGUAGES)
    day = action.due.day
    return bool(
        re.search(
            rf"\b0?{day}\.? ?({month})|\b({month}) {day}\b|\b0?{day}[./-] ?0?{action.due.month}\b",
            said,
            re.IGNORECASE,
        )
    )


def _calendar() -> set[str]:
    from tvm_desktop.dates import WEEKDAYS

    return {say(word, language).lower() for word in (*MONTHS, *WEEKDAYS) for language in LANGUAGES}
