"""All that a record holds about one person: what they said and do, who mentions them, and what was kept back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    KINDS,
    Attendance,
    Correction,
    Course,
    Entity,
    Evaluation,
    FramingAnswer,
    InMeeting,
    Link,
    Meeting,
    Person,
    Position,
    PrivateNote,
    Said,
    ScaleRating,
    Shared,
    StepTime,
)
from tvm_desktop.domain.enums import Share
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.watching import texts_of
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet


class How(StrEnum):
    """How somebody appears in a thing."""

    SELF = "self"
    SAID = "said"
    OWN_WORDS = "own_words"
    WORRIED = "worried"
    POSITION = "position"
    FRAMING = "framing"
    NUMBER = "number"
    EVALUATION = "evaluation"
    TOOK_PART = "took_part"
    REPLACED = "replaced"
    DOES = "does"
    TOGETHER = "together"
    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    CHECKS = "checks"
    ANSWERED = "answered"
    TELLS_CHILD = "tells_child"
    CONSENTED = "consented"
    CORRECTED = "corrected"
    MENTIONED = "mentioned"
    MAYBE = "maybe"


class Tie(StrEnum):
    """Why a thing belongs here, or may; only what is somebody's ``OWN`` goes along before the leader has looked."""

    OWN = "own"
    MENTIONED = "mentioned"
    MAYBE = "maybe"
    KEPT_BACK = "kept_back"


_SAID: Mapping[How, Message] = MappingProxyType(
    {
        How.SELF: msg("About {name}"),
        How.SAID: msg("Said by {name}"),
        How.OWN_WORDS: msg("Own words of {name}"),
        How.WORRIED: msg("{name} is worried"),
        How.POSITION: msg("How {name} sees it"),
        How.FRAMING: msg("Answer from {name} to how we hold the meeting"),
        How.NUMBER: msg("Number from {name}"),
        How.EVALUATION: msg("{name} on the meeting"),
        How.TOOK_PART: msg("{name} at the meeting"),
        How.REPLACED: msg("Somebody came instead of {name}"),
        How.DOES: msg("{name} does it"),
        How.TOGETHER: msg("Done together with {name}"),
        How.ACCEPTED: msg("{name} has said yes"),
        How.PROPOSED: msg("Proposed by {name}"),
        How.CHECKS: msg("{name} follows it up"),
        How.ANSWERED: msg("{name} has answered the wish"),
        How.TELLS_CHILD: msg("{name} tells the child"),
        How.CONSENTED: msg("Consent from {name}"),
        How.CORRECTED: msg("A correction of something about {name}"),
        How.MENTIONED: msg("Mentions {name}"),
        How.MAYBE: msg("May be about {name}"),
    }
)
_BY_FIELD: Mapping[str, How] = MappingProxyType(
    {
        "voice": How.SAID,
        "own_voice": How.OWN_WORDS,
        "worried": How.WORRIED,
        "instead_of": How.REPLACED,
        "who": How.DOES,
        "with_whom": How.TOGETHER,
        "accepted_by": How.ACCEPTED,
        "proposed_by": How.PROPOSED,
        "checked_by": How.CHECKS,
        "answered_by": How.ANSWERED,
        "child_told_by": How.TELLS_CHILD,
        "given_by": How.CONSENTED,
    }
)
_BY_KIND: Mapping[type[Entity], How] = MappingProxyType(
    {
        Attendance: How.TOOK_PART,
        Position: How.POSITION,
        FramingAnswer: How.FRAMING,
        ScaleRating: How.NUMBER,
        Evaluation: How.EVALUATION,
    }
)
_BY_WORDS: Mapping[How, Tie] = MappingProxyType({How.MENTIONED: Tie.MENTIONED, How.MAYBE: Tie.MAYBE})
# What a relation is called too; "parents" may be either.
_PARENTS = ("forældre", "forældrene", "parents", "parent")
_KIN = (
    frozenset({"far", "faren", "faderen", "father", "dad", "daddy", *_PARENTS}),
    frozenset({"mor", "moren", "moderen", "mother", "mum", "mummy", "mom", *_PARENTS}),
)
_DEFINITE = ("", "en", "n", "et", "ren")
_NO_DATA = (Course, Link, StepTime)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing in which somebody appears, and how; ``corrections`` are those beside it."""

    thing: Entity
    hows: tuple[How, ...]
    tie: Tie
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What one meeting holds about somebody; None: what stands for the whole course."""

    meeting: Meeting | None
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What goes along of one course: the groups without what was left ``out``, by the things' ids."""

    record: Record
    person_id: str
    groups: tuple[Group, ...]

    @classmethod
    def of(cls, record: Record, person_id: str, out: AbstractSet[str] = frozenset()) -> Part:
        """Take all but what is left out; a correction goes with what it corrects."""
        kept = (Group(g.meeting, tuple(_without(g.found, out))) for g in about(record, person_id))
        return cls(record, person_id, tuple(group for group in kept if group.found))


def in_words(how: How, name: str) -> Message:
    """Say how somebody appears in a thing."""
    return replace(_SAID[how], args={"name": name})


def about(record: Record, person_id: str) -> tuple[Group, ...]:
    """Return everything about a person: first what stands for the whole course, then meeting by meeting."""
    groups: dict[str, list[Found]] = {"": []}
    for one in _found(record, person_id):
        meeting_id = one.thing.meeting_id if isinstance(one.thing, InMeeting) else _meeting_of(one.thing)
        groups.setdefault(meeting_id, []).append(one)
    made = (Group(record.find(Meeting, id_), tuple(found)) for id_, found in groups.items() if found)
    return tuple(sorted(made, key=_when))


def hows(thing: Entity, person_id: str) -> tuple[How, ...]:
    """Say by which of a thing's ids a person appears in it."""
    if thing.id == person_id:
        return (How.SELF,)
    by_field = [how for name, how in _BY_FIELD.items() if _holds(getattr(thing, name, ""), person_id)]
    own = getattr(thing, "person_id", "") == person_id
    return (*((_BY_KIND[type(thing)],) if own else ()), *by_field)


def mentions(text: str, names: frozenset[str]) -> bool:
    """Say whether a text names somebody: whole words, in whatever case, also as "Hoàs"."""
    words = " ".join(_words(text))
    return any(re.search(rf"(?<!\S){re.escape(name)}s?(?!\S)", words) for name in names)


def names_of(record: Record, person: Person) -> frozenset[str]:
    """Return what somebody may be called in a text: the whole name, the first name, the everyday name."""
    found = (person.name, person.name.split(" ")[0], person.called, record.called(person.id))
    return frozenset(name for name in (" ".join(_words(one)) for one in found) if name)


def relation_words(person: Person) -> frozenset[str]:
    """Return what others may call somebody without a name: "far", "faren", "dad"; from the relation or profession."""
    said = _words(person.relation or person.profession)
    kin = [group for group in _KIN if not group.isdisjoint(set(said) - set(_PARENTS))]
    if kin:
        return frozenset().union(*kin)
    return frozenset(f"{said[0]}{ending}" for ending in _DEFINITE) if len(said) == 1 else frozenset()


def _without(found: tuple[Found, ...], out: AbstractSet[str]) -> Iterator[Found]:
    kept = [one for one in found if one.thing.id not in out]
    with_theirs = {one.thing.id for one in kept} | out
    for one in kept:
        if isinstance(one.thing, Correction) and one.thing.about in with_theirs:
            continue
        yield replace(one, corrections=tuple(c for c in one.corrections if c.id not in out))


def _found(record: Record, person_id: str) -> Iterator[Found]:
    person = record.get(Person, person_id)
    names, maybe = names_of(record, person), relation_words(person)
    beside: dict[str, list[Correction]] = {}
    for correction in record.every(Correction):
        beside.setdefault(correction.about, []).append(correction)
    for kind in KINDS.values():
        for thing in record.every(kind) if kind not in _NO_DATA else ():
            ways = _ways(record, thing, person_id, names)
            if not ways and any(mentions(text, maybe) for _, text in texts_of(thing)):
                ways = (How.MAYBE,)
            if ways:
                tie = _tie(thing, ways, person_id)
                yield Found(thing, ways, tie, tuple(beside.get(thing.id, ())))


def _ways(record: Record, thing: Entity, person_id: str, names: frozenset[str]) -> tuple[How, ...]:
    ways = hows(thing, person_id)
    if not ways and isinstance(thing, Correction):
        original = record.anything(thing.about)
        ways = (How.CORRECTED,) if original is not None and hows(original, person_id) else ()
    if not ways and any(mentions(text, names) for _, text in texts_of(thing)):
        ways = (How.MENTIONED,)
    return ways


def _tie(thing: Entity, ways: tuple[How, ...], person_id: str) -> Tie:
    """Say how near a thing is; what others asked to keep from somebody is for the leader to decide."""
    if isinstance(thing, PrivateNote):
        return Tie.KEPT_BACK
    theirs = How.SAID in ways or How.OWN_WORDS in ways
    if isinstance(thing, Shared) and not theirs and _is_kept_from(thing, person_id):
        return Tie.KEPT_BACK
    return _BY_WORDS.get(ways[0], Tie.OWN)


def _is_kept_from(thing: Shared, person_id: str) -> bool:
    match thing.share:
        case Share.FACILITATOR:
            return True
        case Share.NOT_TO:
            return not thing.not_to or person_id in thing.not_to
        case Share.ALL:
            return isinstance(thing, Said) and thing.prepared


def _meeting_of(thing: Entity) -> str:
    return thing.id if isinstance(thing, Meeting) else ""


def _when(group: Group) -> tuple[bool, str, str]:
    if group.meeting is None:
        return False, "", ""
    at = group.meeting.starts or group.meeting.created
    return True, at.isoformat() if at else "~", group.meeting.id


def _holds(value: object, person_id: str) -> bool:
    return person_id in value if isinstance(value, tuple) else value == person_id


def _words(text: str) -> list[str]:
    """Split into words, folded, "Hoà’s" as "hoàs"."""
    found = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    return [part for word in found for part in re.sub(r"[’']", "", word).split("-")]
