"""The course as a whole: without names, and until when it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvm_desktop.domain.record import Edit, Record, changing
from tvm_desktop.session.commands.base import Command, Stamp
from tvm_desktop.words import msg


@dataclass(frozen=True)
class SetAnonymous(Command):
    """Talk about the child without names, or no longer."""

    label = msg("talk without names, or with")
    when_closed = True
    on: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set it."""
        return changing(record.course, anonymous=self.on)


@dataclass(frozen=True)
class SetDeleteOn(Command):
    """Say on which day the course goes; None = it stays."""

    label = msg("say how long the course is kept")
    undoable = False
    when_closed = True
    day: date | None

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the day."""
        return changing(record.course, delete_on=self.day)
