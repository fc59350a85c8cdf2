"""Hints about who is at the table and who has been heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import turns
from tvm_desktop.domain.enums import Holds, Role, Side
from tvm_desktop.domain.hints.model import Finding
from tvm_desktop.domain.wording import the_child
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

MOST_PROFESSIONALS_PER_FAMILY = 3


def sides(record: Record) -> list[Finding]:
    """Professionals outnumber the family and its network by more than three to one."""
    count = turns.sides(record)
    if count.professionals <= MOST_PROFESSIONALS_PER_FAMILY * count.family:
        return []
    said = msg(
        "Professionals: {professionals}. Family and network: {family}. Give the family plenty of room.",
        professionals=count.professionals,
        family=count.family,
    )
    return [Finding(said)]


def coordinator(record: Record) -> list[Finding]:
    """Several professionals, and nobody whom the family can call."""
    if turns.sides(record).professionals < 2 or turns.with_role(record, Role.COORDINATOR):
        return []
    return [Finding(msg("There is no coordinator yet. Whom can the family call?"))]


def child_voice_bearer(record: Record) -> list[Finding]:
    """The child is not at the meeting, and nobody brings the child's voice."""
    if turns.with_role(record, Role.CHILD_VOICE) or any(p.is_child for p in turns.voices(record)):
        return []
    return [Finding(msg("Who brings what {child} thinks?", child=the_child(record.course.name)))]


def family_unheard(record: Record) -> list[Finding]:
    """Professionals have told what they see, and nobody from the family yet."""
    said = msg("Nobody from the family has been heard yet. What do they see?")
    return [Finding(said)] if _only_professionals(record, "board") else []


def family_view_missing(record: Record) -> list[Finding]:
    """Professionals have said how they understand it, and nobody from the family yet."""
    said = msg("Nobody from the family has been heard yet. How do they understand it?")
    return [Finding(said)] if _only_professionals(record, "understandings") else []


def child_voice(record: Record) -> list[Finding]:
    """Others have told, and nothing comes from the child."""
    cards = turns.said_at(record, "board")
    children = {person.id for person in turns.voices(record) if person.is_child}
    told_by_child = children & {turns.speaker(card) for card in cards}
    if not cards or told_by_child or turns.said_at(record, "board", {Holds.CHILD_WORDS}):
        return []
    return [
        Finding(
            msg("We have not heard {child} yet. What has {child} said?", child=the_child(record.course.name))
        )
    ]


def _only_professionals(record: Record, panel: str) -> bool:
    heard = turns.heard(record, turns.said_at(record, panel))
    return {person.side for person in heard} == {Side.PROFESSIONAL}
