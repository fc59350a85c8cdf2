"""Hints at the board: few worries, said whole; strengths with an example; numbers, and what became of agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Card, Scale, Statement
from tvm_desktop.domain.enums import CardSort
from tvm_desktop.domain.followup import untold
from tvm_desktop.domain.hints.model import Finding
from tvm_desktop.domain.sorts import sort_words
from tvm_desktop.domain.wording import shortened
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

MOST_WORRIES = 3


def protected_example(record: Record) -> list[Finding]:
    """What has already protected the child is shown by an example and a day."""
    return [
        Finding(msg("“{text}”: what happened, and when?", text=shortened(card.text)), (card.id,))
        for card in record.all(Card)
        if card.sort is CardSort.PROTECTED
        and sort_words(card)
        and not (card.basis.strip() and card.seen_when.strip())
    ]


def too_many_worries(record: Record) -> list[Finding]:
    """More than three worries are hard to work with at once."""
    count = len(record.all(Statement))
    if count <= MOST_WORRIES:
        return []
    return [Finding(msg("{count} worries are many. Which three matter most?", count=count))]


def worry_unfinished(record: Record) -> list[Finding]:
    """A worry says who is worried, and what may happen."""
    findings = []
    for worry in record.all(Statement):
        text = shortened(worry.text)
        if not worry.worried:
            findings.append(Finding(msg("“{text}”: who is worried?", text=text), (worry.id,)))
        elif not worry.future.strip():
            findings.append(Finding(msg("“{text}”: what may happen?", text=text), (worry.id,)))
    return findings


def follow_up_untold(record: Record) -> list[Finding]:
    """Some agreements of last time have not been told about."""
    left = untold(record)
    if not left:
        return []
    said = msgs(
        "{count} agreement from last time has not been talked about.",
        "{count} agreements from last time have not been talked about.",
        len(left),
    )
    return [Finding(said, tuple(action.id for action in left))]


def numbers_waiting(record: Record) -> list[Finding]:
    """Somebody's number is missing; never on the wall, since nobody is to be hurried."""
    return [
        Finding(
            msg("Numbers are missing from {names}.", names=", ".join(map(record.called, ids))), (scale.id,)
        )
        for scale in record.all(Scale)
        if not scale.revealed and (ids := [person.id for person in scales.waiting(record, scale.id)])
    ]
