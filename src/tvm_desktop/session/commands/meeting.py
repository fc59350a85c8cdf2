"""The meeting itself: prepared, started, walked through, closed, reopened."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import (
    Attendance,
    Closing,
    Course,
    Meeting,
    NextMeeting,
    PrivateNote,
    StepTime,
)
from tvm_desktop.domain.enums import MeetingStatus, Presence
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, EditFields, Stamp, put
from tvm_desktop.session.commands.filing import not_filed
from tvm_desktop.words import msg


@dataclass(frozen=True)
class RenameCourse(EditFields):
    """Call the course something else."""

    label = msg("rename the course")
    when_closed = True
    kind = Course


# What happens at the table has commands of its own, which no undo takes back.
_LIVE = frozenset({"live_step", "child_present", "status", "closed"})


@dataclass(frozen=True)
class EditMeeting(EditFields):
    """Change purpose, place, time, minutes, language or settings of a meeting."""

    label = msg("change the meeting")
    kind = Meeting

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change what differs. Raises ValueError for what happens at the table."""
        if live := _LIVE & self.values.keys():
            raise ValueError(f"{', '.join(sorted(live))}: not undoable, so not here")
        return super().decide(record, stamp)


@dataclass(frozen=True)
class SwitchFormat(Command):
    """Go on in another kind of meeting: another view of the same record. The session takes the table along."""

    label = msg("go on in another kind of meeting")
    format_id: str
    format_hash: str
    left_out: tuple[str, ...] = ()

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Name the other form; nothing that was said is touched."""
        if self.format_hash == record.meeting.format_hash:
            return ()
        named = {"format_id": self.format_id, "format_hash": self.format_hash}
        return changing(record.meeting, left_out=self.left_out, **named)


@dataclass(frozen=True)
class StartMeeting(Command):
    """Begin; who was invited and has not sent word is there."""

    label = msg("start the meeting")
    undoable = False
    first_step: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the status, the first live step, who is there, and the voice numbers: family first.

        A meeting that nobody had set a time for begins now.
        """
        meeting = record.meeting
        if meeting.status is not MeetingStatus.PLANNED:
            return ()
        starts = meeting.starts or stamp.now.replace(second=0, microsecond=0)
        ranks = turns.opening_ranks(record)
        there = [edit for a in record.all(Attendance) for edit in _opening(a, ranks.get(a.id, a.rank))]
        begun = {"status": MeetingStatus.RUNNING, "live_step": self.first_step, "starts": starts}
        return (*changing(meeting, **begun), *there)


def _opening(attendance: Attendance, rank: float) -> tuple[Edit, ...]:
    invited = attendance.presence is Presence.INVITED
    return changing(attendance, presence=Presence.PRESENT if invited else attendance.presence, rank=rank)


@dataclass(frozen=True)
class GoToStep(Command):
    """Take the table to a step."""

    label = msg("go to a step")
    undoable = False
    step: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the live step."""
        return changing(record.meeting, live_step=self.step)


@dataclass(frozen=True)
class ChildInRoom(Command):
    """Say that the child is in the room, or has gone."""

    label = msg("child in or out of the room")
    undoable = False
    present: bool

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set it."""
        return changing(record.meeting, child_present=self.present)


@dataclass(frozen=True)
class EndMeeting(Command):
    """Close the meeting."""

    label = msg("end the meeting")
    undoable = False

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the status and the time."""
        return changing(record.meeting, status=MeetingStatus.CLOSED, closed=stamp.now, child_present=False)


@dataclass(frozen=True)
class ReopenMeeting(Command):
    """Open a closed meeting again; it has to be filed again too."""

    label = msg("reopen the meeting")
    undoable = False
    when_closed = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the status back; a meeting that is not closed stays as it is."""
        if record.meeting.status is not MeetingStatus.CLOSED:
            return ()
        return (*changing(record.meeting, status=MeetingStatus.RUNNING, closed=None), *not_filed(record))


@dataclass(frozen=True)
class SpendTime(Command):
    """Count seconds on a step."""

    label = msg("time")
    undoable = False
    step: str
    seconds: int

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add to what was spent."""
        for spent in record.all(StepTime):
            if spent.step == self.step:
                return changing(spent, seconds=spent.seconds + self.seconds)
        new = StepTime(id=stamp.new_id(), meeting_id=record.meeting_id, step=self.step, seconds=self.seconds)
        return (adding(new),)


@dataclass(frozen=True)
class WriteNote(Command):
    """Write the leader's own note to a step."""

    label = msg("write a note")
    step: str
    text: str

    @property
    def merge(self) -> str:
        """Typing on is one step."""
        return f"note/{self.step}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change the step's note, or add it."""
        for note in record.all(PrivateNote):
            if note.step == self.step:
                return changing(note, text=self.text)
        if not self.text:
            return ()
        new = PrivateNote(id=stamp.new_id(), meeting_id=record.meeting_id, step=self.step, text=self.text)
        return (adding(new),)


@dataclass(frozen=True)
class Settle(Command):
    """Settle something of the closing: what the child is told, by whom, when; phone hours; documentation."""

    label = msg("change the closing")
    values: dict[str, object]

    @property
    def merge(self) -> str:
        """Changing the same fields again is one step."""
        return f"closing/{'+'.join(sorted(self.values))}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change the meeting's closing, or add it."""
        found = record.all(Closing)
        closing = found[0] if found else Closing(id=stamp.new_id(), meeting_id=record.meeting_id)
        return put(closing, bool(found), self.values)


@dataclass(frozen=True)
class MeetAgain(Command):
    """Agree when and where to meet again."""

    label = msg("change the next meeting")
    values: dict[str, object]

    @property
    def merge(self) -> str:
        """Changing the same fields again is one step."""
        return f"next/{'+'.join(sorted(self.values))}"

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Change the agreed meeting, or add it."""
        found = record.all(NextMeeting)
        meet = found[0] if found else NextMeeting(id=stamp.new_id(), meeting_id=record.meeting_id)
        return put(meet, bool(found), self.values)
