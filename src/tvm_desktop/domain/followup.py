"""What a follow-up meeting opens with: the open agreements of the course, by themselves, and whom it missed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, FollowUp, Meeting, Missed
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.scales import is_before
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

# How an agreement stands, in the same words wherever it is said. None of them lays blame.
STATUS: dict[ActionStatus, Message] = {
    ActionStatus.OPEN: msg("open"),
    ActionStatus.DONE: msg("carried out"),
    ActionStatus.PARTLY: msg("partly done"),
    ActionStatus.NOT_DONE: msg("not done yet"),
    ActionStatus.DROPPED: msg("no longer relevant"),
}
# What is asked about again next time.
LASTING = frozenset({ActionStatus.OPEN, ActionStatus.PARTLY, ActionStatus.NOT_DONE})


def from_before(record: Record) -> list[Action]:
    """List the agreements of earlier meetings that are still open, or that this meeting has told about.

    One that an earlier meeting said was not done, or only partly, is asked about again. The oldest come first.
    """
    here = record.meeting
    meetings = {m.id: m for m in record.every(Meeting) if m.id != here.id and is_before(m, here)}
    told = {answer.action_id for answer in record.all(FollowUp)}
    found = [
        action
        for action in record.every(Action)
        if action.meeting_id in meetings and (action.id in told or action.status in LASTING)
    ]

    def age(action: Action) -> tuple[str, float, str]:
        return (_held(meetings[action.meeting_id]), action.rank, action.id)

    return sorted(found, key=age)


def answer(record: Record, action_id: str) -> FollowUp | None:
    """Return what this meeting says of an agreement, or None."""
    return next((told for told in record.all(FollowUp) if told.action_id == action_id), None)


def untold(record: Record) -> list[Action]:
    """List the agreements from before that this meeting has said nothing of yet."""
    told = {answer.action_id for answer in record.all(FollowUp) if answer.status is not ActionStatus.OPEN}
    return [action for action in from_before(record) if action.id not in told]


def missed_last_time(record: Record) -> list[Missed]:
    """List whom the meeting before this one missed, to be offered as participants."""
    here = record.meeting
    before = [m for m in record.every(Meeting) if m.id != here.id and is_before(m, here)]
    last = max(before, key=lambda m: (m.starts is not None, _held(m), m.id), default=None)
    return [missed for missed in record.every(Missed) if last is not None and missed.meeting_id == last.id]


def _held(meeting: Meeting) -> str:
    at = meeting.starts or meeting.created
    return at.isoformat() if at else ""
