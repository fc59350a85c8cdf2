"""Who is at the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvm_desktop.domain.entities import Attendance, Consent, Person
from tvm_desktop.domain.enums import MeetingStatus, Presence, Role, Side
from tvm_desktop.domain.filing import last_held
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, EditFields, Stamp, next_rank, remove_with_ties
from tvm_desktop.session.commands.filing import not_filed
from tvm_desktop.words import msg


def _presence(record: Record) -> Presence:
    return Presence.PRESENT if record.meeting.status is MeetingStatus.RUNNING else Presence.INVITED


@dataclass(frozen=True)
class AddPerson(Command):
    """Add somebody new to the course and to the open meeting."""

    label = msg("add a participant")
    name: str
    side: Side = Side.FAMILY
    called: str = ""
    relation: str = ""
    profession: str = ""
    phone: str = ""
    has_custody: bool = False
    is_child: bool = False
    roles: tuple[Role, ...] = ()
    mandate: str = ""
    id: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the person and the attendance."""
        person = Person(
            id=self.id or stamp.new_id(),
            name=self.name.strip(),
            called=self.called.strip(),
            side=self.side,
            relation=self.relation.strip(),
            profession=self.profession.strip(),
            phone=self.phone.strip(),
            has_custody=self.has_custody,
            is_child=self.is_child,
            rank=next_rank(record.every(Person)),
        )
        attendance = Attendance(
            id=stamp.new_id(),
            meeting_id=record.meeting_id,
            person_id=person.id,
            roles=self.roles,
            mandate=self.mandate,
            presence=_presence(record),
            rank=next_rank(record.all(Attendance)),
        )
        return (adding(person), adding(attendance))


@dataclass(frozen=True)
class Invite(Command):
    """Bring a person of the course to the open meeting."""

    label = msg("invite")
    person_id: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the attendance, once."""
        there = record.all(Attendance)
        if any(a.person_id == self.person_id for a in there):
            return ()
        return (
            adding(
                Attendance(
                    id=stamp.new_id(),
                    meeting_id=record.meeting_id,
                    person_id=self.person_id,
                    presence=_presence(record),
                    rank=next_rank(there),
                )
            ),
        )


@dataclass(frozen=True)
class EditPerson(EditFields):
    """Change a person, everywhere: a name stands in one place only."""

    label = msg("change a person")
    when_closed = True
    kind = Person


@dataclass(frozen=True)
class EditAttendance(EditFields):
    """Change how a person takes part in this meeting."""

    label = msg("change a participant")
    kind = Attendance


@dataclass(frozen=True)
class SetRole(Command):
    """Give a participant a role, or take it away."""

    label = msg("change a role")
    attendance_id: str
    role: Role
    on: bool = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Keep the roles in the enum's order."""
        attendance = record.get(Attendance, self.attendance_id)
        roles = set(attendance.roles) | {self.role} if self.on else set(attendance.roles) - {self.role}
        return changing(attendance, roles=tuple(role for role in Role if role in roles))


@dataclass(frozen=True)
class Uninvite(Command):
    """Take somebody off this meeting's list; the person stays in the course."""

    label = msg("remove a participant")
    attendance_id: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Remove the attendance."""
        return remove_with_ties(record, [self.attendance_id])


@dataclass(frozen=True)
class AddConsent(Command):
    """Note what the family has said yes to sharing."""

    label = msg("note a consent")
    consent: Consent

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add it."""
        return (adding(self.consent),)


@dataclass(frozen=True)
class EditConsent(EditFields):
    """Change a noted consent."""

    label = msg("change a consent")
    kind = Consent


@dataclass(frozen=True)
class WithdrawConsent(Command):
    """Note that a consent is withdrawn from a day on; None = it stands after all.

    It concerns the whole course and must reach the file once: the last meeting that was held is filed again.
    """

    label = msg("withdraw a consent")
    when_closed = True
    undoable = False
    consent_id: str
    day: date | None

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the day."""
        edits = changing(record.get(Consent, self.consent_id), withdrawn_on=self.day)
        last = last_held(record)
        return (*edits, *not_filed(record, last.id)) if edits and last else edits
