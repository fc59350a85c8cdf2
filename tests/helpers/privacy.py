"""All that a paper says, and a word to be put into everything that no paper may say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Consent,
    Entity,
    Evaluation,
    FramingSkip,
    Missed,
    ParkedIdea,
    PrivateNote,
    Said,
    Shared,
    StepTime,
)
from tvm_desktop.domain.enums import Share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.model import PlanDocument

SECRET = "Q7kanariefugl"


def texts(value: object) -> Iterator[str]:
    """Go through every text in a plan."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def everything(document: PlanDocument) -> str:
    """Return all that a plan says."""
    return "\n".join(texts(document))


def marked(entity: Entity, word: str) -> Entity:
    """Return the entity with a word in every one of its texts that is no id."""
    ids = {
        "id",
        "meeting_id",
        "voice",
        "need_id",
        "goal_id",
        "person_id",
        "about",
        "instead_of",
        "answered_by",
    }
    ids |= {"action_id", "scale_id", "follows", "own_voice"}
    ids |= {"checked_by", "proposed_by", "zone", "format_id", "format_hash", "language", "upper", "lower"}
    values = {f.name: getattr(entity, f.name) for f in fields(entity) if f.name not in ids}
    return replace(entity, **{name: word + value for name, value in values.items() if type(value) is str})


def is_private(entity: Entity, receivers: frozenset[str]) -> bool:
    """Tell whether nothing of an entity may ever be printed for these receivers."""
    if isinstance(entity, PrivateNote | Consent | ParkedIdea | FramingSkip | StepTime | Evaluation | Missed):
        return True
    if isinstance(entity, Said) and entity.prepared:
        return True
    if isinstance(entity, Shared):
        reached = entity.share is Share.NOT_TO and (not entity.not_to or receivers & set(entity.not_to))
        return entity.share is Share.FACILITATOR or bool(reached)
    return False
