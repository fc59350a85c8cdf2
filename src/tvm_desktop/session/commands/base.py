"""The shape of a command, and the few things most commands need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from tvm_desktop.domain.entities import (
    Correction,
    Entity,
    FollowUp,
    Goal,
    Link,
    Position,
    Scale,
    ScaleRating,
    Sign,
    UnmetNeed,
)
from tvm_desktop.domain.record import Edit, Record, adding, changing, removing
from tvm_desktop.words import Message, msg


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a rule may not make up itself: the time, and new ids."""

    now: datetime
    new_id: Callable[[], str]


@dataclass(frozen=True)
class Command:
    """Something the person did. ``decide`` is pure: same record, command and stamp, same edits.

    One that ``erases_steps`` leaves nothing of the meeting that undo, or what was half typed, could bring back.
    """

    label: ClassVar[Message] = msg("change")
    undoable: ClassVar[bool] = True
    when_closed: ClassVar[bool] = False
    erases_steps: ClassVar[bool] = False

    @property
    def merge(self) -> str:
        """Consecutive commands with the same key, not "", are undone as one."""
        return ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Return the edits; () when nothing changes."""
        raise NotImplementedError


@dataclass(frozen=True)
class EditFields(Command):
    """Give some fields of one entity new values."""

    kind: ClassVar[type[Entity]]
    id: str
    values: Mapping[str, Any]

    @property
    def merge(self) -> str:
        """Changing the same fields again is one step."""
        return f"{self.id}/{'+'.join(sorted(self.values))}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change what differs."""
        return changing(record.get(self.kind, self.id), **self.values)


def next_rank(entities: Iterable[Entity]) -> float:
    """Return a rank after all of these."""
    return max((getattr(e, "rank", 0.0) for e in entities), default=0.0) + 1.0


def put(entity: Entity, exists: bool, values: Mapping[str, Any]) -> tuple[Edit, ...]:
    """Change an entity that is there; one that is not is added with these values, unless they say nothing."""
    if exists:
        return changing(entity, **values)
    (edit,) = changing(entity, **values) or (None,)
    if edit is None or edit.after is None:
        return ()
    new = adding(entity)
    return (Edit(new.kind, new.id, None, {**(new.after or {}), **edit.after}),)


def remove_with_ties(record: Record, ids: Iterable[str]) -> tuple[Edit, ...]:
    """Remove entities and what cannot stand without them: links, positions, corrections, signs, numbers.

    Goals outlive a need, and a scale the one it followed.
    """
    going, known = set(ids), -1
    while len(going) != known:  # what goes along may be what something else cannot stand without
        known = len(going)
        going |= _tied(record, going)
    needs = {need.id for need in record.every(UnmetNeed)} & going
    freed = [g for g in record.every(Goal) if g.need_id in needs and g.id not in going]
    loose = [edit for goal in freed for edit in changing(goal, need_id="")]
    later = [s for s in record.every(Scale) if s.follows in going and s.id not in going]
    loose += [edit for scale in later for edit in changing(scale, follows="")]
    found = [record.anything(entity_id) for entity_id in sorted(going)]
    return (*loose, *(removing(entity) for entity in found if entity is not None))


def _tied(record: Record, going: AbstractSet[str]) -> set[str]:
    return {
        *(sign.id for sign in record.every(Sign) if sign.goal_id in going),
        *(rating.id for rating in record.every(ScaleRating) if rating.scale_id in going),
        *(told.id for told in record.every(FollowUp) if told.action_id in going),
        *(position.id for position in record.every(Position) if position.about in going),
        *(correction.id for correction in record.every(Correction) if correction.about in going),
        *(link.id for link in record.every(Link) if link.upper in going or link.lower in going),
    }
