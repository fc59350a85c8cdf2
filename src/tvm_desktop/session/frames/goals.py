"""Needs, worries, goals and signs on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Goal, Sign, Statement
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
    upper, goal = row.upper, row.goal
    text = upper.text if upper is not None and row.first else ""
    if goal is None:
        upper_id = upper.id if upper is not None else ""
        new = bool(upper_id) and upper_id == showing.newest
        return GoalFrame(upper_id, text, "", (), others(record, upper_id), new)
    signs = visible(record, [s for s in record.all(Sign) if s.goal_id == goal.id])
    ids = {goal.id, *(s.id for s in signs)} | ({upper.id} if upper is not None else set())
    new = bool(showing.newest) and showing.newest in ids
    return _goal_frame(record, goal, text, tuple(s.text for s in signs), new=new)


def _goal_frame(record: Record, goal: Goal, text: str, signs: tuple[str, ...], *, new: bool) -> GoalFrame:
    return GoalFrame(goal.id, text, goal.text, signs, others(record, goal.id), new)
