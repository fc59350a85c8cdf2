"""What became of the agreements of earlier meetings, as it is told at this one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvm_desktop.domain.entities import Action, FollowUp
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import answer as told_of
from tvm_desktop.domain.record import Edit, Record, adding, changing, removing
from tvm_desktop.session.commands.base import Command, Stamp, next_rank
from tvm_desktop.words import msg


@dataclass(frozen=True)
class TellWhatBecame(Command):
    """Say what became of an agreement; open again takes an answer without words back."""

    label = msg("say what became of an agreement")
    action_id: str
    status: ActionStatus
    voice: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Keep the answer with this meeting, and give the agreement its new status."""
        action = record.get(Action, self.action_id)
        told = told_of(record, self.action_id)
        if told is None:
            answer: tuple[Edit, ...] = (
                adding(replace(_new(record, stamp, action), status=self.status, voice=self.voice)),
            )
        elif self.status is ActionStatus.OPEN and not told.text:
            answer = (removing(told),)
        else:
            answer = changing(told, status=self.status, voice=self.voice or told.voice)
        return (*answer, *changing(action, status=self.status))


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
        status=action.status,
        share=action.share,
        not_to=action.not_to,
        rank=next_rank(record.all(FollowUp)),
    )
