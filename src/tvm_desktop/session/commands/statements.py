"""A worry said so that all can understand it: who is worried, about what, and what may happen."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain.entities import Link, Statement
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, EditFields, Stamp, next_rank
from tvm_desktop.words import msg


@dataclass(frozen=True)
class AddStatement(Command):
    """Say a worry in three parts."""

    label = msg("add a worry")
    text: str
    worried: tuple[str, ...] = ()
    future: str = ""
    rests_on: tuple[str, ...] = ()
    fit_for_child: bool = False
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it, tied to the cards it rests on."""
        new = Statement(
            id=self.id or stamp.new_id(),
            meeting_id=record.meeting_id,
            text=self.text.strip(),
            worried=self.worried,
            future=self.future.strip(),
            fit_for_child=self.fit_for_child,
            rank=next_rank(record.all(Statement)),
        )
        links = [
            Link(id=stamp.new_id(), meeting_id=record.meeting_id, upper=new.id, lower=card)
            for card in self.rests_on
        ]
        return (adding(new), *(adding(link) for link in links))


@dataclass(frozen=True)
class EditStatement(EditFields):
    """Change who is worried, what may happen, or the family's own version; new words lose the mark for the child."""

    label = msg("change a worry")
    kind = Statement

    @property
    def merge(self) -> str:
        """Each change is a step of its own: what one voice said is not undone with what another said after."""
        return ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change what differs; what a child may see was said of the words as they were."""
        before = record.get(Statement, self.id)
        new = any(self.values.get(part, old) != old for part, old in _words(before).items())
        values = {"fit_for_child": False, **self.values} if new else self.values
        return changing(before, **values)


def _words(statement: Statement) -> dict[str, str]:
    return {"text": statement.text, "future": statement.future, "own_words": statement.own_words}
