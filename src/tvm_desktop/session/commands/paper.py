"""What the paper says that the meeting did not: words explained at its foot, also when the meeting is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Closing
from tvm_desktop.domain.record import adding, changing
from tvm_desktop.session.commands.base import Command, Stamp
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Edit, Record


@dataclass(frozen=True)
class ExplainWord(Command):
    """Explain a word of the list at the foot of the paper, or no longer."""

    label = msg("explain a word on the paper")
    when_closed = True
    word: str
    explained: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the word's id to those chosen, or take it away; the meeting's closing is made when it is missing."""
        closing = next(iter(record.all(Closing)), None)
        chosen = closing.explain if closing else ()
        if (self.word in chosen) == self.explained:
            return ()
        explain = (*chosen, self.word) if self.explained else tuple(w for w in chosen if w != self.word)
        if closing:
            return changing(closing, explain=explain)
        return (adding(Closing(id=stamp.new_id(), meeting_id=record.meeting_id, explain=explain)),)
