"""Hypothesis strategies for whole courses: every kind of entity, any text, and ids that hang together."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from tvm_desktop.domain.entities import KINDS, Consent, Course, Entity, Meeting
from tvm_desktop.domain.record import Record
from tvm_desktop.storage.exchange.references import TARGETS
from tvm_desktop.words import LANGUAGES

STEPS = ("child-time", "framing", "story", "understanding", "goal", "effort", "closing")

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
steps = st.sampled_from(STEPS)
_first, _last = datetime(1990, 1, 1), datetime(2090, 1, 1)
_values: dict[object, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(0, 10_000),
    float: st.floats(-1000, 1000),
    date: st.dates(_first.date(), _last.date()),
    time: st.times(),
    datetime: st.datetimes(_first, _last, timezones=st.just(UTC)),
}
_named: dict[str, st.SearchStrategy[Any]] = {
    "zone": st.sampled_from(("Europe/Copenhagen", "America/Nuuk", "UTC")),
    "language": st.sampled_from(LANGUAGES),
    "format_id": st.just("five-steps"),
    "format_hash": st.just(""),
    "live_step": steps,
    "step": steps,
    "left_out": st.lists(steps, max_size=2).map(tuple),
    "value": st.integers(0, 10),
    "number": st.none() | st.integers(0, 10),
    "minutes": st.lists(st.tuples(steps, st.integers(0, 90)), max_size=2).map(tuple),
}
_NEEDED = {
    "Person": ("Attendance", "ScaleRating", "Evaluation"),
    "Goal": ("Sign",),
    "Action": ("FollowUp",),
    "Scale": ("ScaleRating",),
}
_never_empty = {"meeting_id", "person_id", "goal_id", "action_id", "scale_id", "about", "upper", "lower"}


@st.composite
def courses(draw: st.DrawFn) -> list[Entity]:
    """Draw every entity of one course; it has at least one meeting."""
    sizes = {name: draw(st.integers(0, 2)) for name in KINDS} | {
        "Course": 1,
        "Meeting": draw(st.integers(1, 2)),
    }
    for needed, kinds in _NEEDED.items():
        if not sizes[needed]:
            sizes |= dict.fromkeys(kinds, 0)
    ids = {name: [f"{name.lower()}-{n}" for n in range(size)] for name, size in sizes.items()}
    return [draw(any_of_kind(kind, id_, ids)) for name, kind in KINDS.items() for id_ in ids[name]]


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record with one of its meetings open."""
    entities = draw(courses())
    meetings = [entity.id for entity in entities if isinstance(entity, Meeting)]
    return Record.of(draw(st.sampled_from(meetings)), entities)


def any_of_kind(kind: type[Entity], id_: str, ids: dict[str, list[str]]) -> st.SearchStrategy[Entity]:
    """Draw an entity whose references are among the ids of each kind."""
    hints = get_type_hints(kind)
    drawn = {f.name: _field(kind, f.name, hints[f.name], ids) for f in fields(kind)}
    return st.fixed_dictionaries(drawn | {"id": st.just(id_)}).map(lambda values: kind(**values))


def _field(kind: type[Entity], name: str, hint: object, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    if name in TARGETS and not (kind is Consent and name == "about"):
        return _reference(name, hint, ids)
    return _named[name] if name in _named else _value(hint)


def _reference(name: str, hint: object, ids: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    whole = [id_ for found in ids.values() for id_ in found]
    there = whole if TARGETS[name] is Entity else ids[TARGETS[name].__name__]
    if get_args(hint):
        return st.lists(st.sampled_from(there), max_size=3, unique=True).map(tuple) if there else st.just(())
    return st.sampled_from(there if there and name in _never_empty else ["", *there])


def _value(hint: object) -> st.SearchStrategy[Any]:
    if hint in _values:
        return _values[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    one = get_args(hint)[0]
    if get_args(hint)[-1] is ...:
        return st.lists(_value(one), max_size=3).map(tuple)
    return st.none() | _value(one)


def course_of(entities: list[Entity]) -> Course:
    """Return the course among its entities."""
    return next(entity for entity in entities if isinstance(entity, Course))
