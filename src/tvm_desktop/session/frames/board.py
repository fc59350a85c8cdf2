"""Cards in columns on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.columns import held
from tvm_desktop.domain.entities import Action, Goal, Said, Statement, UnmetNeed, Wish
from tvm_desktop.domain.sorts import sort_words
from tvm_desktop.domain.wording import as_said
from tvm_desktop.domain.worries import rest
from tvm_desktop.session.frames.actions import names
from tvm_desktop.session.frames.model import (
    Blank,
    Body,
    CardFrame,
    ColumnFrame,
    Columns,
    Statements,
)
from tvm_desktop.session.frames.parts import visible, voice
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Shared
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Column, Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the columns; before anything is said, the step's sentences of welcome, if it has any.

    When feelings run high the leader may let one column stand alone; when that may not be seen any more, nothing is.
    """
    columns = [column for column in step.columns if showing.only in {"", column.kind}]
    if not columns:
        return Blank()
    frames = tuple(_column(record, column, showing) for column in columns)
    if step.statements and not any(frame.cards for frame in frames):
        lines = (s.text.say(record.meeting.language, record.course.name) for s in step.statements)
        return Statements(tuple(lines))
    return Columns(frames)


def _column(record: Record, column: Column, showing: Showing) -> ColumnFrame:
    language, child = record.meeting.language, record.course.name
    things = [thing for holds in column.holds for thing in visible(record, held(record, holds))]
    cards = tuple(card_frame(record, thing, showing) for thing in things)
    return ColumnFrame(
        column.title.say(language, child), column.tint, cards, column.waiting.say(language, child)
    )


def card_frame(record: Record, thing: Shared, showing: Showing) -> CardFrame:
    """Return one thing as a card on the wall: who says it, how it was sorted, and the words."""
    language = record.meeting.language
    return CardFrame(
        id=thing.id,
        voice=_heading(record, thing),
        text=words_of(thing, language),
        newest=thing.id == showing.newest,
    )


def _heading(record: Record, thing: Shared) -> str:
    match thing:
        case Said():
            sorted_so = sort_words(thing)
            sort = say(sorted_so, record.meeting.language) if sorted_so else ""
            said_by = voice(record, thing.voice, interpreted=thing.interpreted)
            return " · ".join(part for part in (said_by, sort) if part)
        case Statement():
            return names(record, thing.worried)
        case Action():
            return names(record, thing.who)
        case Goal():
            return say(msg("Goal"), record.meeting.language)
        case UnmetNeed() | Wish():
            return record.voice(thing.voice)
        case _:
            return ""


def words_of(thing: Shared, language: str) -> str:
    """Return the words of whatever stands in a column."""
    if isinstance(thing, Said):
        return as_said(thing, language)
    if isinstance(thing, Statement):
        return rest(thing)
    return str(thing.what if isinstance(thing, Action) else getattr(thing, "text", ""))
