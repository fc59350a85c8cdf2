"""How the meeting was, and whom one missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tvm_desktop.domain.entities import Evaluation, Missed
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, Stamp, next_rank
from tvm_desktop.words import msg


@dataclass(frozen=True)
class Evaluate(Command):
    """Put down whether the meeting made sense to somebody: ``values`` are ``text`` or ``number``."""

    label = msg("say how the meeting was")
    person_id: str
    values: Mapping[str, Any]

    @property
    def merge(self) -> str:
        """Changing the same fields again is one step."""
        return f"evaluation/{self.person_id}/{'+'.join(sorted(self.values))}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change this person's answer, or add it."""
        for found in record.all(Evaluation):
            if found.person_id == self.person_id:
                return changing(found, **self.values)
        new = Evaluation(id=stamp.new_id(), meeting_id=record.meeting_id, person_id=self.person_id)
        filled = replace(new, **self.values)
        return () if filled == new else (adding(filled),)


@dataclass(frozen=True)
class Miss(Command):
    """Note somebody who should have been there."""

    label = msg("note whom we missed")
    text: str
    voice: str = ""
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the name, to be offered next time."""
        new = Missed(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            voice=self.voice,
            rank=next_rank(record.all(Missed)),
        )
        return (adding(new),) if new.text else ()
