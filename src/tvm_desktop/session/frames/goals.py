"""Needs, goals and signs on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Goal, Sign, UnmetNeed
from tvm_desktop.session.frames.model import Body, GoalFrame, Goals
from tvm_desktop.session.frames.parts import others, visible
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return one row per goal, and one per need that has no goal yet."""
    language, child = record.meeting.language, record.course.name
    titles = (
        say(msg("What {child} needs", child=child), language),
        say(msg("What we want to reach"), language),
        say(msg("What we can see when it works"), language),
    )
    return Goals(titles, tuple(_rows(record, showing)))


def _rows(record: Record, showing: Showing) -> Iterator[GoalFrame]:
    needs = visible(record, record.all(UnmetNeed))
    goals = visible(record, record.all(Goal))
    known = {need.id for need in needs}
    for need in needs:
        mine = [goal for goal in goals if goal.need_id == need.id]
        for n, goal in enumerate(mine):
            yield _row(record, goal, need.text if n == 0 else "", showing)
        if not mine:
            yield GoalFrame(need.id, need.text, "", (), others(record, need.id), need.id == showing.newest)
    yield from (_row(record, goal, "", showing) for goal in goals if goal.need_id not in known)


def _row(record: Record, goal: Goal, need: str, showing: Showing) -> GoalFrame:
    signs = visible(record, [s for s in record.all(Sign) if s.goal_id == goal.id])
    new = showing.newest in {goal.id, goal.need_id, *(s.id for s in signs)} if showing.newest else False
    return GoalFrame(goal.id, need, goal.text, tuple(s.text for s in signs), others(record, goal.id), new)
