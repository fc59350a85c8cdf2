"""What a participant's fields read and keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop import dates
from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.enums import MeetingStatus, Presence, Side
from tvm_desktop.session.commands.people import EditAttendance, EditPerson
from tvm_desktop.ui.prepare.desk import Desk
from tvm_desktop.ui.prepare.kept import KeptLine
from tvm_desktop.ui.prepare.reading import danish_order, typed_clock
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command

_ABSENT = "absent"


@dataclass(frozen=True)
class PersonActs:
    """One participant's fields on the desk."""

    desk: Desk
    attendance_id: str
    person_id: str

    @property
    def person(self) -> Person:
        """The person of the moment."""
        return self.desk.record.get(Person, self.person_id)

    @property
    def attendance(self) -> Attendance:
        """The attendance of the moment."""
        return self.desk.record.get(Attendance, self.attendance_id)

    def field(self, name: str) -> KeptLine:
        """Make a field of the person; a name cannot be emptied."""

        def read() -> str:
            return str(getattr(self.person, name))

        def make(text: str) -> Command | None:
            empty_name = name == "name" and not text
            return None if empty_name else EditPerson(self.person_id, {name: text})

        return KeptLine(self.desk, f"person/{self.person_id}/{name}", read=read, make=make)

    def tie_field(self) -> KeptLine:
        """Make the field of the relation, or of a professional's profession."""

        def read() -> str:
            return str(getattr(self.person, _tie_name(self.person)))

        def make(text: str) -> Command:
            return EditPerson(self.person_id, {_tie_name(self.person): text})

        return KeptLine(self.desk, f"person/{self.person_id}/tie", read=read, make=make)

    def mandate_field(self) -> KeptLine:
        """Make the field of what somebody may decide."""

        def read() -> str:
            return self.attendance.mandate

        def make(text: str) -> Command:
            return EditAttendance(self.attendance_id, {"mandate": text})

        return KeptLine(self.desk, f"person/{self.person_id}/mandate", read=read, make=make)

    def clock_field(self, name: str) -> KeptLine:
        """Make the field of a clock time of coming or going."""

        def read() -> str:
            value = getattr(self.attendance, name)
            return dates.clock(value, self.desk.context.language) if value else ""

        def make(text: str) -> Command:
            return EditAttendance(self.attendance_id, {name: typed_clock(text)})

        return KeptLine(self.desk, f"person/{self.person_id}/{name}", read=read, make=make)

    def set_side(self, side: Side) -> None:
        """Move somebody to another side; relation or profession goes with them."""
        was = self.person
        tie = getattr(was, _tie_name(was))
        values: dict[str, object] = {"side": side}
        if (side is Side.PROFESSIONAL) != (was.side is Side.PROFESSIONAL):
            values |= {"relation": "", "profession": tie} if side is Side.PROFESSIONAL else {}
            values |= {"relation": tie, "profession": ""} if side is not Side.PROFESSIONAL else {}
        self.desk.do(EditPerson(self.person_id, values))

    def set_coming(self, key: str) -> None:
        """Say that somebody comes, does not, or comes instead of another."""
        running = self.desk.record.meeting.status is MeetingStatus.RUNNING
        here = Presence.PRESENT if running else Presence.INVITED
        if key == _ABSENT:
            values: dict[str, object] = {"presence": Presence.ABSENT, "instead_of": ""}
        elif key:
            values = {"presence": Presence.SUBSTITUTE, "instead_of": key}
        else:
            values = {"presence": here, "instead_of": ""}
        self.desk.do(EditAttendance(self.attendance_id, values))


def comings(desk: Desk, attendance: Attendance) -> tuple[list[tuple[str, str]], str]:
    """Return the choices of coming, (key, words), and the chosen key: those one may come for in Danish order."""
    record, say = desk.record, desk.say
    others = [p for p in record.every(Person) if p.id != attendance.person_id and not p.is_child]
    others = danish_order(others, key=_name)
    choices = [("", say(msg("comes"))), (_ABSENT, say(msg("does not come")))]
    choices += [(p.id, say(msg("instead of {name}", name=p.called or p.name))) for p in others]
    if attendance.presence is Presence.ABSENT:
        return choices, _ABSENT
    return choices, attendance.instead_of


def _name(person: Person) -> str:
    return person.called or person.name


def _tie_name(person: Person) -> str:
    return "profession" if person.side is Side.PROFESSIONAL else "relation"
