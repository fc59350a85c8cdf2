"""Which fields hold the ids of other things, and of what kind; :class:`Entity` stands for any kind."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Consent,
    Entity,
    Evaluation,
    Goal,
    Meeting,
    Person,
    Scale,
    ScaleRating,
    UnmetNeed,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

E = TypeVar("E", bound=Entity)

TARGETS: dict[str, type[Entity]] = {
    "meeting_id": Meeting,
    "person_id": Person,
    "instead_of": Person,
    "given_by": Person,
    "not_to": Person,
    "voice": Person,
    "who": Person,
    "with_whom": Person,
    "proposed_by": Person,
    "accepted_by": Person,
    "answered_by": Person,
    "checked_by": Person,
    "child_told_by": Person,
    "worried": Person,
    "own_voice": Person,
    "action_id": Action,
    "scale_id": Scale,
    "follows": Scale,
    "need_id": UnmetNeed,
    "goal_id": Goal,
    "about": Entity,
    "upper": Entity,
    "lower": Entity,
}
_OF_A_PERSON = Attendance | ScaleRating | Evaluation
_NEVER_EMPTY = {"meeting_id", "goal_id", "action_id", "scale_id", "about", "upper", "lower"}


def references(entity: Entity) -> Iterator[tuple[str, type[Entity], str]]:
    """Go through the ids that an entity names: field (with index), the kind it must be, the id."""
    for name, kind in _held_by(entity):
        value: object = getattr(entity, name)
        if isinstance(value, tuple):
            yield from ((f"{name}[{index}]", kind, id_) for index, id_ in enumerate(value))
        elif value or name in _NEVER_EMPTY or (name == "person_id" and isinstance(entity, _OF_A_PERSON)):
            yield name, kind, str(value)


def renamed(entity: E, rename: Callable[[str], str]) -> E:
    """Return the entity with its own id and every id that it names changed."""
    changed: dict[str, Any] = {"id": rename(entity.id)}
    for name, _kind in _held_by(entity):
        value = getattr(entity, name)
        changed[name] = tuple(map(rename, value)) if isinstance(value, tuple) else value and rename(value)
    return replace(entity, **changed)


def _held_by(entity: Entity) -> Iterator[tuple[str, type[Entity]]]:
    for field in fields(entity):
        if field.name in TARGETS and not (isinstance(entity, Consent) and field.name == "about"):
            yield field.name, TARGETS[field.name]
