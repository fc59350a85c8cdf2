"""Cards in columns on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.wording import as_said
from tvm_desktop.session.frames.model import Body, CardFrame, ColumnFrame, Columns, Statements
from tvm_desktop.session.frames.parts import visible, voice

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Column, Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the columns; before anything is said, the step's sentences of welcome, if it has any."""
    cards = visible(record, record.all(Card))
    kinds = {column.kind for column in step.columns}
    if step.statements and not any(card.kind in kinds for card in cards):
        lines = (s.text.say(record.meeting.language, record.course.name) for s in step.statements)
        return Statements(tuple(lines))
    return Columns(tuple(_column(record, column, cards, showing) for column in step.columns))


def _column(record: Record, column: Column, cards: list[Card], showing: Showing) -> ColumnFrame:
    language, child = record.meeting.language, record.course.name
    mine = tuple(_card(record, card, showing) for card in cards if card.kind is column.kind)
    return ColumnFrame(column.title.say(language, child), column.tint, mine)


def _card(record: Record, card: Card, showing: Showing) -> CardFrame:
    return CardFrame(
        id=card.id,
        voice=voice(record, card.voice, interpreted=card.interpreted),
        text=as_said(card, record.meeting.language),
        newest=card.id == showing.newest,
    )
