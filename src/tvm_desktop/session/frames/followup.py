"""What became of the agreements, on the wall: one at a time while it is told, and at the end all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import LASTING, STATUS, answer, from_before
from tvm_desktop.session.frames.actions import names, when
from tvm_desktop.session.frames.model import ActionFrame, ActionGroup, Actions, Agreement, Blank, Body, View
from tvm_desktop.session.frames.parts import visible
from tvm_desktop.words import say

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Action, FollowUp
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def stops(record: Record) -> list[Action]:
    """Return the agreements in their order, as far as they may be seen now.

    One that is settled is there only with its answer, so that an answer kept back leaves no trace.
    """
    found = visible(record, from_before(record))
    return [action for action in found if action.status in LASTING or told(record, action)]


def told(record: Record, action: Action) -> FollowUp | None:
    """Return what this meeting says of an agreement, if it may be seen now."""
    found = answer(record, action.id)
    return found if found and visible(record, [found]) else None


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the agreement that is talked about; past the last one, all of them with their answers."""
    found = stops(record)
    if not found:
        return Blank()
    at = max(showing.item, 0)
    return _one(record, found, at) if at < len(found) else _all(record, found)


def said(record: Record, status: ActionStatus) -> str:
    """Say how an agreement stands; "" while nothing is told."""
    words = say(STATUS[status], record.meeting.language) if status is not ActionStatus.OPEN else ""
    return words[:1].upper() + words[1:]


def _one(record: Record, found: list[Action], at: int) -> Agreement:
    action = found[at]
    known = told(record, action)
    return Agreement(
        who=names(record, action.who),
        what=action.what,
        when=when(record, action),
        index=at,
        total=len(found),
        answer=said(record, known.status) if known else "",
        view=View(record.voice(known.voice), known.text) if known and known.text else None,
    )


def _all(record: Record, found: list[Action]) -> Actions:
    return Actions((ActionGroup("", tuple(_row(record, action) for action in found)),))


def _row(record: Record, action: Action) -> ActionFrame:
    known = told(record, action)
    parts = (said(record, known.status), known.text) if known else ()
    return ActionFrame(
        id=action.id,
        who=names(record, action.who),
        what=action.what,
        answer=" · ".join(part for part in parts if part),
    )
