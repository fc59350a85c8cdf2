"""Worries in plain words on the wall; the family's own version stands beside, unchanged and equally large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import worries
from tvm_desktop.domain.entities import Statement
from tvm_desktop.domain.wording import quoted
from tvm_desktop.session.frames.model import Body, UnderstandingFrame, Understandings, View
from tvm_desktop.session.frames.parts import others, visible
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the worries, one below the other."""
    shown = visible(record, record.all(Statement))
    return Understandings(tuple(_item(record, statement, showing) for statement in shown))


def _item(record: Record, statement: Statement, showing: Showing) -> UnderstandingFrame:
    language = record.meeting.language
    beside = (*_own(record, statement), *others(record, statement.id))
    title = say(msg("The worry"), language) if beside else ""
    return UnderstandingFrame(
        id=statement.id,
        view=View(title, worries.sentence(record, statement, language)),
        others=beside,
        newest=statement.id == showing.newest,
    )


def _own(record: Record, statement: Statement) -> tuple[View, ...]:
    """Return the family's own version; a child in the room sees it as little as what others say: none was asked."""
    if record.meeting.child_present or not statement.own_words.strip():
        return ()
    language = record.meeting.language
    name = record.voice(statement.own_voice) or say(msg("The family’s own words"), language)
    return (View(name, quoted(statement.own_words, language)),)
