"""Understandings on the wall; differing views stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Card, Link, Understanding
from tvm_desktop.domain.wording import as_said
from tvm_desktop.session.frames.model import Body, UnderstandingFrame, Understandings, View
from tvm_desktop.session.frames.parts import others, visible

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the understandings with the cards they explain, as far as those may be seen."""
    shown = visible(record, record.all(Understanding))
    return Understandings(tuple(_item(record, u, showing) for u in shown))


def _item(record: Record, understanding: Understanding, showing: Showing) -> UnderstandingFrame:
    lower = {link.lower for link in record.every(Link) if link.upper == understanding.id}
    cards = visible(record, [c for c in record.all(Card) if c.id in lower])
    language = record.meeting.language
    return UnderstandingFrame(
        id=understanding.id,
        view=View(record.voice(understanding.voice), understanding.text),
        explains=tuple(as_said(card, language) for card in cards),
        others=others(record, understanding.id),
        newest=understanding.id == showing.newest,
    )
