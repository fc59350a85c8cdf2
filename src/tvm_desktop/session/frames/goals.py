"""Needs, worries, goals and signs on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Sign, Statement
from tvm_desktop.domain.thread import goal_rows
from tvm_desktop.session.frames.model import Body, GoalFrame, Goals
from tvm_desktop.session.frames.parts import others, seen, visible
from tvm_desktop.words import Message, msg, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.domain.record import Record
    from tvm_desktop.domain.thread import GoalRow
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return one row per goal, and one per need or worry that has no goal yet."""
    language = record.meeting.language
    rows = goal_rows(record, seen(record))
    titles = (
        say(first_title(record, rows), language),
        say(msg("What we want to reach"), language),
        say(msg("What we can see when it works"), language),
    )
    return Goals(titles, tuple(_row(record, row, showing) for row in rows))


def first_title(record: Record, rows: Iterable[GoalRow]) -> Message:
    """Return what stands above that which goals answer: needs, worries, or both."""
    kinds = {type(row.upper) for row in rows if row.upper is not None}
    if kinds == {Statement}:
        return msg("What worries us")
    if Statement in kinds:
        return msg("What {child} needs, and what worries us", child=record.course.name)
    return msg("What {child} needs", child=record.course.name)


def _row(record: Record, row: GoalRow, showing: Showing) -> GoalFrame:
    goal = row.goal
    signs = visible(record, [s for s in record.all(Sign) if goal is not None and s.goal_id == goal.id])
    ids = [thing.id for thing in (goal, row.upper, *signs) if thing is not None]
    return GoalFrame(
        id=ids[0],
        need=row.upper.text if row.upper is not None and row.first else "",
        goal=goal.text if goal is not None else "",
        signs=tuple(sign.text for sign in signs),
        others=others(record, ids[0]),
        newest=showing.newest in ids,
    )
