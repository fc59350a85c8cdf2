"""What somebody says is not right: beside the original, which is never changed."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain.entities import Correction, InMeeting
from tvm_desktop.domain.record import Edit, Record, adding
from tvm_desktop.session.commands.base import Command, Stamp, next_rank, remove_with_ties
from tvm_desktop.session.commands.filing import not_filed
from tvm_desktop.words import msg


@dataclass(frozen=True)
class AddCorrection(Command):
    """Put a correction beside something. A filed meeting has to be filed again."""

    label = msg("add a correction")
    when_closed = True
    about: str
    text: str
    voice: str = ""
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it to the meeting of the original; what belongs to no meeting is corrected in the open one."""
        text, original = self.text.strip(), record.anything(self.about)
        if not text or original is None:
            return ()
        meeting_id = original.meeting_id if isinstance(original, InMeeting) else record.meeting_id
        correction = Correction(
            id=self.id or stamp.new_id(),
            meeting_id=meeting_id,
            about=self.about,
            text=text,
            voice=self.voice,
            written=stamp.now,
            rank=next_rank(record.every(Correction)),
        )
        return (adding(correction), *not_filed(record, meeting_id))


@dataclass(frozen=True)
class RemoveCorrection(Command):
    """Take a correction away again, as when it was written at the wrong place."""

    label = msg("remove a correction")
    when_closed = True
    id: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Remove it."""
        meeting_id = record.get(Correction, self.id).meeting_id
        return (*remove_with_ties(record, [self.id]), *not_filed(record, meeting_id))
