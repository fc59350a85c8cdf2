"""What became of the agreements of earlier meetings, as it is told at this one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvm_desktop.domain.entities import Action, FollowUp, Meeting, Position
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import answer as told_of
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.domain.scales import is_before
from tvm_desktop.session.commands.base import Command, Stamp, next_rank, remove_with_ties
from tvm_desktop.words import msg


@dataclass(frozen=True)
class TellWhatBecame(Command):
    """Say what became of an agreement; open again takes it back, all of it where nothing else was said."""

    label = msg("say what became of an agreement")
    action_id: str
    status: ActionStatus
    voice: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Keep the answer with this meeting; the agreement stands as the latest meeting that told of it says."""
        action = record.get(Action, self.action_id)
        answer = self._answer(record, stamp, action)
        return (*answer, *changing(action, status=_stands(record.apply(answer), action.id))) if answer else ()

    def _answer(self, record: Record, stamp: Stamp, action: Action) -> tuple[Edit, ...]:
        told = told_of(record, action.id)
        if told is None:
            new = replace(_new(record, stamp, action), status=self.status, voice=self.voice)
            return () if self.status is ActionStatus.OPEN else (adding(new),)
        viewed = any(position.about == told.id for position in record.every(Position))
        if self.status is ActionStatus.OPEN and not told.text and not viewed:
            return remove_with_ties(record, (told.id,))
        return changing(told, status=self.status, voice=self.voice or told.voice)


def _stands(record: Record, action_id: str) -> ActionStatus:
    """Return what the latest meeting that has answered says; words without an answer are none."""
    status, latest = ActionStatus.OPEN, None
    for told in record.every(FollowUp):
        meeting = record.find(Meeting, told.meeting_id)
        if told.action_id != action_id or told.status is ActionStatus.OPEN or meeting is None:
            continue
        if latest is None or not is_before(meeting, latest):
            status, latest = told.status, meeting
    return status


@dataclass(frozen=True)
class TellWhatHelped(Command):
    """Say what made the difference."""

    label = msg("say what made the difference")
    action_id: str
    text: str
    voice: str = ""

    @property
    def merge(self) -> str:
        """Typing on is one step."""
        return f"helped/{self.action_id}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Keep the words with the answer of this meeting."""
        action = record.get(Action, self.action_id)
        told = told_of(record, self.action_id)
        if told:
            return changing(told, text=self.text.strip(), voice=self.voice or told.voice)
        new = replace(_new(record, stamp, action), text=self.text.strip(), voice=self.voice)
        return (adding(new),) if new.text else ()


def _new(record: Record, stamp: Stamp, action: Action) -> FollowUp:
    """Make an answer that may be seen by nobody who may not see the agreement; whether the child may is asked anew."""
    return FollowUp(
        id=stamp.new_id(),
        meeting_id=record.meeting_id,
        action_id=action.id,
        share=action.share,
        not_to=action.not_to,
        rank=next_rank(record.all(FollowUp)),
    )
