"""A record without what some people have said: for a copy that goes into another home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Correction,
    Entity,
    Evaluation,
    FollowUp,
    FramingAnswer,
    Link,
    Person,
    Position,
    ScaleRating,
    Statement,
    Wish,
)
from tvm_desktop.domain.enums import WishReply
from tvm_desktop.domain.record import Record

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_ANSWERS = Position | FramingAnswer | ScaleRating | Evaluation


def without(record: Record, persons: AbstractSet[str]) -> Record:
    """Return the record without what these people said, and what hangs on it.

    What was agreed stays, and who does what; so does what nobody's name stands at.
    """
    if not persons:
        return record
    kept = {e.id: left for e in record.entities() if (left := _left_of(e, persons)) is not None}
    gone = {e.id for e in record.entities()} - kept.keys()
    while loose := {e.id for e in kept.values() if _hangs_on(e, gone)}:
        gone |= loose
        kept = {id_: entity for id_, entity in kept.items() if id_ not in loose}
    return Record.of(record.meeting_id, kept.values())


def _hangs_on(entity: Entity, gone: AbstractSet[str]) -> bool:
    match entity:
        case Link():
            return entity.upper in gone or entity.lower in gone
        case Position() | Correction():
            return entity.about in gone
        case _:
            return False


def _left_of(entity: Entity, persons: AbstractSet[str]) -> Entity | None:
    """Return what is left of one thing, None when all of it was theirs."""
    left: Entity | None = entity
    match entity:
        case Person() if entity.id in persons:
            left = replace(entity, phone="")
        case FollowUp() if entity.voice in persons:
            left = replace(entity, text="", voice="")  # what became of it is common knowledge
        case Wish() if entity.voice not in persons and entity.answered_by in persons:
            left = _without_answer(entity)
        case Statement():
            left = _of_worry(entity, persons)
        case _ if _is_theirs(entity, persons):
            left = None
    return left


def _is_theirs(entity: Entity, persons: AbstractSet[str]) -> bool:
    if isinstance(entity, _ANSWERS):
        return entity.person_id in persons
    return getattr(entity, "voice", "") in persons


def _without_answer(wish: Wish) -> Wish:
    """A yes, and looking into it, are promises and keep their names; a no is only that it was one."""
    refused = wish.reply is WishReply.NO
    return replace(wish, because="", answered_by="" if refused else wish.answered_by)


def _of_worry(worry: Statement, persons: AbstractSet[str]) -> Statement | None:
    """A worry is gone when nobody else has it; own words go with the one whose they are."""
    others = tuple(person for person in worry.worried if person not in persons)
    if worry.worried and not others:
        return None
    own = worry.own_voice not in persons
    return replace(
        worry,
        worried=others,
        own_words=worry.own_words if own else "",
        own_voice=worry.own_voice if own else "",
    )
