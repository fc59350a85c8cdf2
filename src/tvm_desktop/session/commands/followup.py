"""What became of the agreements of earlier meetings, as it is told at this one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvm_desktop.domain.entities import Action, FollowUp
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, Stamp, next_rank
from tvm_desktop.words import msg


@dataclass(frozen=True)
class TellWhatBecame(Command):
    """Say what became of an agreement."""

    label = msg("say what became of an agreement")
    action_id: str
    status: ActionStatus
    voice: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Keep the answer with this meeting, and give the agreement its new status."""
        action = record.get(Action, self.action_id)
        told = _told(record, self.action_id)
        answer = (
            changing(told, status=self.status, voice=self.voice or told.voice)
            if told
            else (adding(replace(_new(record, stamp, action), status=self.status, voice=self.voice)),)
        )
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
        told = _told(record, self.action_id)
        if told:
            return changing(told, text=self.text.strip(), voice=self.voice or told.voice)
        new = replace(_new(record, stamp, action), text=self.text.strip(), voice=self.voice)
        return (adding(new),) if new.text else ()


def _told(record: Record, action_id: str) -> FollowUp | None:
    return next((told for told in record.all(FollowUp) if told.action_id == action_id), None)


def _new(record: Record, stamp: Stamp, action: Action) -> FollowUp:
    return FollowUp(
        id=stamp.new_id(),
        meeting_id=record.meeting_id,
        action_id=action.id,
        status=action.status,
        rank=next_rank(record.all(FollowUp)),
    )
