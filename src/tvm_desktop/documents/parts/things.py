"""Any thing of a record as one text that can be read without the rest: for quotes, and for one person's paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import clock, local, long_moment, plain_date
from tvm_desktop.documents.parts.people import all_named, named
from tvm_desktop.documents.parts.wordlists import ANSWERS, OUTCOMES, PRESENCE, REPLIES, ROLES, SIDES, STANCES
from tvm_desktop.domain import entities as e
from tvm_desktop.domain.consents import details
from tvm_desktop.domain.enums import Share
from tvm_desktop.domain.followup import STATUS
from tvm_desktop.domain.sorts import sort_words
from tvm_desktop.domain.wording import as_said
from tvm_desktop.domain.worries import sentence as worry_said
from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.domain.record import Record

Part = str | Message | None
_DOT = " · "
# Where a kind's own words stand; in all others it is "text", or they have none.
_WORDS: dict[type[e.Entity], str] = {
    e.Action: "what",
    e.FramingAnswer: "comment",
    e.Closing: "child_told_what",
    e.Meeting: "purpose",
    e.NextMeeting: "note",
    e.Filing: "note",
    e.Consent: "note",
    e.Person: "name",
    e.Course: "name",
}


def words_of(record: Record, thing: e.Entity, language: str) -> str:
    """Return the words of a thing themselves; "" where it has none."""
    match thing:
        case e.Said():
            text = as_said(thing, language)
        case e.Statement():
            text = worry_said(record, thing, language)
        case e.FollowUp():
            text = thing.text.strip() or _agreement(record, thing)
        case _:
            name = _WORDS.get(type(thing), "text")
            text = str(getattr(thing, name, ""))
    return text.strip()


def whole(record: Record, thing: e.Entity, language: str) -> str:
    """Return the words of a thing with all else that it says."""
    parts = (words_of(record, thing, language), *_beside(record, thing, language))
    said = [say(part, language) if isinstance(part, Message) else part.strip() for part in parts if part]
    *before, last = [part for part in said if part] or [""]
    return _DOT.join((*(part.removesuffix(".") for part in before), last))


def _beside(record: Record, thing: e.Entity, language: str) -> Iterator[Part]:
    match thing:
        case e.Said():
            yield from _of_said(thing)
        case e.Action():
            yield from _of_action(record, thing, language)
        case e.Wish():
            yield from _of_wish(record, thing, language)
        case e.Person():
            yield from _of_person(thing)
        case e.Attendance():
            yield from _of_attendance(record, thing, language)
        case e.Consent():
            yield from details(thing, language)
        case _:
            yield from _of_answer(record, thing, language)


def _of_said(thing: e.Said) -> Iterator[Part]:
    yield thing.basis
    yield ", ".join(part for part in (thing.seen_when.strip(), thing.seen_where.strip()) if part)
    yield sort_words(thing)
    yield msg("through an interpreter") if thing.interpreted else None


def _of_action(record: Record, action: e.Action, language: str) -> Iterator[Part]:
    who, beside = all_named(record, action.who, language), all_named(record, action.with_whom, language)
    yield msg("done by {people}", people=who) if who else None
    yield msg("together with {people}", people=beside) if beside else None
    yield action.when
    yield msg("by {date}", date=plain_date(action.due, language)) if action.due else None
    yield action.seen_by
    checker = named(record, action.checked_by, language)
    yield msg("{name} follows up", name=checker) if checker else None
    yield STATUS[action.status]


def _of_wish(record: Record, wish: e.Wish, language: str) -> Iterator[Part]:
    who = named(record, wish.answered_by, language)
    answer = REPLIES[wish.reply]
    yield msg("{who}: {answer}", who=who, answer=answer) if who else answer
    yield wish.because
    yield msg("by {date}", date=plain_date(wish.due, language)) if wish.due else None


def _of_person(person: e.Person) -> Iterator[Part]:
    yield msg("called {name}", name=person.called) if person.called else None
    yield person.relation
    yield person.profession
    yield msg("child") if person.is_child else SIDES[person.side]
    yield msg("has custody") if person.has_custody else None
    yield msg("phone {number}", number=person.phone) if person.phone else None


def _of_attendance(record: Record, seat: e.Attendance, language: str) -> Iterator[Part]:
    yield PRESENCE[seat.presence]
    other = named(record, seat.instead_of, language)
    yield msg("instead of {name}", name=other) if other else None
    yield from (ROLES[role] for role in seat.roles)
    yield msg("may decide: {what}", what=seat.mandate) if seat.mandate else None
    yield msg("from {clock}", clock=clock(seat.arrives, language)) if seat.arrives else None
    yield msg("until {clock}", clock=clock(seat.leaves, language)) if seat.leaves else None


def _of_answer(record: Record, thing: e.Entity, language: str) -> Iterator[Part]:
    match thing:
        case e.Statement() if thing.own_words.strip():
            yield msg("in their own words: {words}", words=thing.own_words.strip())
        case e.FollowUp():
            yield _agreement(record, thing) if thing.text.strip() else None
            yield STATUS[thing.status]
        case e.Position():
            yield STANCES[thing.stance]
            yield from _about(record, thing.about, language)
        case e.Correction():
            yield plain_date(local(thing.written).date(), language) if thing.written else None
            yield from _about(record, thing.about, language)
        case e.FramingAnswer():
            yield ANSWERS[thing.reply]
        case e.ScaleRating():
            scale = _quotable(record, thing.scale_id)
            yield msg("{number} out of 10", number=thing.value)
            yield words_of(record, scale, language) if scale else None
        case e.Evaluation():
            yield msg("{number} out of 10", number=thing.number) if thing.number is not None else None
        case e.Scale():
            yield from (thing.low, thing.high)
        case _:
            yield from _of_ending(record, thing, language)


def _of_ending(record: Record, thing: e.Entity, language: str) -> Iterator[Part]:
    match thing:
        case e.ParkedIdea():
            yield OUTCOMES[thing.outcome]
        case e.Closing():
            who = all_named(record, thing.child_told_by, language)
            yield msg("told by {people}", people=who) if who else None
            yield from (thing.child_told_when, thing.documentation)
        case e.NextMeeting():
            yield long_moment(thing.starts, thing.zone, language) if thing.starts else None
            yield thing.place
        case e.Meeting():
            yield thing.place
        case e.FramingSkip():
            yield thing.reason


def _about(record: Record, about: str, language: str) -> Iterator[Part]:
    """Quote what it is about."""
    original = _quotable(record, about)
    if original is not None and (text := words_of(record, original, language)):
        yield msg("about: {what}", what=text)


def _quotable(record: Record, thing_id: str) -> e.Shared | None:
    """Return a thing that another one may quote, wherever that is read: one that is kept from nobody."""
    found = record.anything(thing_id)
    if not isinstance(found, e.Shared) or found.share is not Share.ALL:
        return None
    return None if isinstance(found, e.Said) and found.prepared else found


def _agreement(record: Record, thing: e.FollowUp) -> str:
    action = _quotable(record, thing.action_id)
    return action.what.strip() if isinstance(action, e.Action) else ""
