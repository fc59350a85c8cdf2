"""Entities with every field filled: any at all for property tests, and one of each kind that fit together."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from tvm_desktop.domain.entities import KINDS, Course, Entity, Meeting

if TYPE_CHECKING:
    from tvm_desktop.storage.mapper import Value

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_INSTANTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1), timezones=st.timezones())
_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXTS,
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    date: st.dates(),
    time: st.times(),
    datetime: _INSTANTS,
}
_SAMPLES: dict[type, Any] = {
    str: "Østergård siger: “Jeg går ikke i skole.” 漢字 🌱",
    bool: True,
    int: 7,
    float: 2.5,
    date: date(2026, 3, 20),
    time: time(10, 35),
    datetime: datetime(2026, 3, 20, 9, 0, tzinfo=UTC),
}


def any_of(hint: object) -> st.SearchStrategy[Any]:
    """Return every value that a field of this type may have."""
    if isinstance(hint, type) and hint in _VALUES:
        return _VALUES[hint]
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if args[-1] is Ellipsis:
            return st.lists(any_of(args[0]), max_size=3).map(tuple)
        return st.tuples(*(any_of(arg) for arg in args))
    if isinstance(hint, type):
        return st.sampled_from(hint)
    return st.one_of(*(st.none() if arg is NoneType else any_of(arg) for arg in get_args(hint)))


def any_entity() -> st.SearchStrategy[Entity]:
    """Return any entity at all."""
    kinds = [
        st.builds(kind, **{name: any_of(hint) for name, hint in get_type_hints(kind).items()})
        for kind in KINDS.values()
    ]
    return st.one_of(*kinds)


def one_of_each(course_id: str = "course") -> list[Entity]:
    """List one of each kind in one course and one meeting, no field left at its default."""
    return [_filled(kind, course_id) for kind in KINDS.values()]


def _filled(kind: type[Entity], course_id: str) -> Entity:
    ids = {"id": f"{course_id}-{kind.__name__}", "meeting_id": f"{course_id}-Meeting"}
    if kind is Course:
        ids["id"] = course_id
    hints = get_type_hints(kind)
    values = {f.name: ids.get(f.name) or _sample(hints[f.name], f.default) for f in fields(kind)}
    return kind(**values)


def _sample(hint: object, default: object) -> Value:
    if isinstance(hint, type) and hint in _SAMPLES:
        return not default if hint is bool and default is not MISSING else _SAMPLES[hint]
    if get_origin(hint) is tuple:
        args = [arg for arg in get_args(hint) if arg is not Ellipsis]
        return tuple(_sample(arg, MISSING) for arg in args)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(member for member in hint if member is not default)
    return _sample(next(arg for arg in get_args(hint) if arg is not NoneType), MISSING)


def meeting_of(entities: list[Entity]) -> Meeting:
    """Return the meeting among entities."""
    return next(entity for entity in entities if isinstance(entity, Meeting))
