"""Hints about what is told and how it is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Card, Link, Understanding, UnmetNeed
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.hints.model import Finding
from tvm_desktop.domain.wording import shortened, solution_like, the_child
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

_SEEN = {CardKind.WORRY, CardKind.STRENGTH, CardKind.LIFE_CONTEXT}


def no_strength(record: Record) -> list[Finding]:
    """There are worries, and nothing that goes well."""
    kinds = {card.kind for card in _said(record)}
    if CardKind.WORRY not in kinds or CardKind.STRENGTH in kinds:
        return []
    return [Finding(msg("There are no strengths yet. What goes well?"))]


def early_solution(record: Record) -> list[Finding]:
    """A card about what was seen begins like a proposal."""
    return [
        Finding(
            msg("“{text}” sounds like a solution. Keep it for later?", text=shortened(card.text)), (card.id,)
        )
        for card in _said(record)
        if card.kind in _SEEN and solution_like(card.text)
    ]


def nothing_told(record: Record) -> list[Finding]:
    """The understanding is opened with an empty story."""
    understood = bool(record.all(Understanding))
    if _said(record) or understood:
        return []
    return [Finding(msg("Nothing has been told yet. What have you seen and heard?"))]


def unexplained_worry(record: Record) -> list[Finding]:
    """Some worries are explained, others not yet."""
    explained = {link.lower for link in record.every(Link)}
    open_ones = [c.id for c in _said(record) if c.kind is CardKind.WORRY and c.id not in explained]
    if not open_ones or not record.all(Understanding):
        return []
    said = msgs(
        "{count} worry is not explained yet.", "{count} worries are not explained yet.", len(open_ones)
    )
    return [Finding(said, tuple(open_ones))]


def pulse(record: Record) -> list[Finding]:
    """When there is an understanding, the family says whether it is theirs."""
    if not record.all(Understanding):
        return []
    return [Finding(msg("Ask the family: “Have we understood you right? Is anything missing?”"))]


def too_early(record: Record) -> list[Finding]:
    """The effort is opened before there is an understanding or a need."""
    if not record.all(Understanding):
        return [Finding(msg("There is no shared understanding yet. How can it be understood?"))]
    if not record.all(UnmetNeed):
        child = the_child(record.course.name)
        return [Finding(msg("No need has been named yet. What does {child} need?", child=child))]
    return []


def _said(record: Record) -> list[Card]:
    return [card for card in record.all(Card) if not card.prepared]
