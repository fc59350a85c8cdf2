"""For whom one copy of a paper is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Attendance, Person
from tvm_desktop.domain.enums import Side

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


@dataclass(frozen=True, slots=True)
class Audience:
    """The receivers' person ids; none means the common copy: the whole family and all who were asked to the meeting.

    ``own_name`` and ``own_phone`` are the user's, for a plan without a coordinator. What ``left_out`` people have said
    is not on this copy.
    """

    receivers: frozenset[str] = frozenset()
    own_name: str = ""
    own_phone: str = ""
    left_out: frozenset[str] = frozenset()

    def receivers_in(self, record: Record) -> frozenset[str]:
        """Return the ids of all who will hold this copy."""
        if self.receivers:
            return self.receivers
        family = {person.id for person in record.every(Person) if person.side is Side.FAMILY}
        return frozenset(family | {attendance.person_id for attendance in record.all(Attendance)})

    def only_children(self, record: Record) -> bool:
        """Tell whether this copy is made for children; the common copy is read together with a grown-up."""
        people = [record.find(Person, receiver) for receiver in self.receivers]
        return bool(people) and all(person is not None and person.is_child for person in people)
