"""What an exchange file holds, typed by the entities themselves. The JSON names are the field names here."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Closing,
    Consent,
    Correction,
    Course,
    Entity,
    Evaluation,
    Filing,
    FollowUp,
    FramingAnswer,
    FramingSkip,
    Goal,
    Link,
    Meeting,
    Missed,
    NextMeeting,
    ParkedIdea,
    Person,
    Position,
    PrivateNote,
    Scale,
    ScaleRating,
    Sign,
    Statement,
    StepTime,
    Understanding,
    UnmetNeed,
    Wish,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERSION = 1
SUFFIX = ".tvm.json"
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatText:
    """The full text of a meeting format; ``hash`` is the SHA-256 of ``source``, in hexadecimal."""

    hash: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile:
    """One course with everything in it."""

    course: Course
    people: tuple[Person, ...] = ()
    consents: tuple[Consent, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    framing_answers: tuple[FramingAnswer, ...] = ()
    framing_skips: tuple[FramingSkip, ...] = ()
    cards: tuple[Card, ...] = ()
    understandings: tuple[Understanding, ...] = ()
    statements: tuple[Statement, ...] = ()
    needs: tuple[UnmetNeed, ...] = ()
    goals: tuple[Goal, ...] = ()
    signs: tuple[Sign, ...] = ()
    actions: tuple[Action, ...] = ()
    wishes: tuple[Wish, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    scales: tuple[Scale, ...] = ()
    scale_ratings: tuple[ScaleRating, ...] = ()
    positions: tuple[Position, ...] = ()
    links: tuple[Link, ...] = ()
    parked_ideas: tuple[ParkedIdea, ...] = ()
    private_notes: tuple[PrivateNote, ...] = ()
    closings: tuple[Closing, ...] = ()
    next_meetings: tuple[NextMeeting, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    missed: tuple[Missed, ...] = ()
    filings: tuple[Filing, ...] = ()
    corrections: tuple[Correction, ...] = ()
    step_times: tuple[StepTime, ...] = ()

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> CourseFile:
        """Gather a course's loose entities, each kind in a fixed order."""
        held: dict[str, list[Any]] = {name: [] for name in PLACES.values()}
        for entity in sorted(entities, key=_order):
            held[PLACES[type(entity)]].append(entity)
        (course,) = held.pop("course")
        return cls(course=course, **{name: tuple(found) for name, found in held.items()})

    def places(self) -> Iterator[tuple[str, Entity]]:
        """Go through every entity with the place where it stands: ``cards[3]``."""
        yield "course", self.course
        for name in list(PLACES.values())[1:]:
            for index, entity in enumerate(getattr(self, name)):
                yield f"{name}[{index}]", entity

    def entities(self) -> list[Entity]:
        """List every entity."""
        return [entity for _, entity in self.places()]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeFile:
    """A whole file. ``anchor`` is the day that counts as today in an invented example; real courses have none."""

    version: int = VERSION
    anchor: date | None = None
    courses: tuple[CourseFile, ...] = ()
    formats: tuple[FormatText, ...] = ()


def _kind_of(hint: object) -> type[Entity]:
    return next(part for part in (*get_args(hint), hint) if isinstance(part, type))


_HINTS = get_type_hints(CourseFile)
PLACES: dict[type[Entity], str] = {_kind_of(_HINTS[f.name]): f.name for f in fields(CourseFile)}


def _order(entity: Entity) -> tuple[str, float, str]:
    return getattr(entity, "meeting_id", ""), getattr(entity, "rank", 0.0), entity.id
