"""A picture that is kept while the leader works on, and whether it may stay on the wall."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import KINDS, Entity, Meeting, Position, Scale, ScaleRating, Shared
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.model import MeetingFormat
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.model import ProjectorFrame
from tvm_desktop.session.frames.parts import visible
from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Frozen:
    """A kept picture with all that it was made of."""

    frame: ProjectorFrame
    page: int
    record: Record
    fmt: MeetingFormat
    showing: Showing

    @classmethod
    def of(cls, record: Record, fmt: MeetingFormat, showing: Showing, page: int) -> Frozen:
        """Keep the picture of this moment."""
        return cls(projector_frame(record, fmt, showing), page, record, fmt, showing)

    def may_stay(self, now: Record) -> bool:
        """Say whether all of it may still be seen.

        New words and new cards leave it alone. Anything on it that is deleted, kept back, or hidden from somebody
        who has come in since, the child first of all, does not.
        """
        left = _what_is_left(self.record, now)
        return left is self.record or projector_frame(left, self.fmt, self.showing) == self.frame


def _what_is_left(then: Record, now: Record) -> Record:
    """Return what was known then without all that could be seen then and cannot be now."""
    lost = _seen(then) - _seen(now)
    meeting = replace(then.meeting, child_present=then.meeting.child_present or now.meeting.child_present)
    if not lost and meeting == then.meeting:
        return then
    rows = {
        kind: {key: thing for key, thing in things.items() if key not in lost}
        for kind, things in then.rows.items()
    }
    rows[Meeting.__name__][meeting.id] = meeting
    return replace(then, rows=rows)


def _seen(record: Record) -> set[str]:
    numbers = (rating.id for rating in record.all(ScaleRating) if _is_shown(record, rating))
    return {*(thing.id for thing in (*visible(record, _shared(record)), *record.all(Position))), *numbers}


def _is_shown(record: Record, rating: ScaleRating) -> bool:
    scale = record.find(Scale, rating.scale_id)
    return rating.may_show and scale is not None and scale.revealed


def _shared(record: Record) -> Iterator[Shared]:
    kinds: list[type[Entity]] = [kind for kind in KINDS.values() if issubclass(kind, Shared)]
    for kind in kinds:
        # Of every meeting: agreements of earlier ones are on the wall when they are followed up.
        yield from (thing for thing in record.every(kind) if isinstance(thing, Shared))
