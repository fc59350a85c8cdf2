"""For whom one copy of a paper is, and what may stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain.entities import Attendance, Person, Shared
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.sharing import may_print


@dataclass(frozen=True, slots=True)
class Audience:
    """The receivers' person ids; none means the common copy: the whole family and all who were asked to the meeting.

    ``own_name`` and ``own_phone`` are the user's, for a plan without a coordinator.
    """

    receivers: frozenset[str] = frozenset()
    own_name: str = ""
    own_phone: str = ""

    def receivers_in(self, record: Record) -> frozenset[str]:
        """Return the ids of all who will hold this copy."""
        if self.receivers:
            return self.receivers
        family = {person.id for person in record.every(Person) if person.side is Side.FAMILY}
        return frozenset(family | {attendance.person_id for attendance in record.all(Attendance)})


@dataclass(frozen=True, slots=True)
class Allowed:
    """The one gate to paper: a text passes when everybody who gets this copy may read it."""

    record: Record
    audience: Audience

    def may(self, thing: Shared) -> bool:
        """Tell whether a text may stand on this copy."""
        return may_print(thing, self.audience.receivers_in(self.record), to_child=self._only_children())

    def _only_children(self) -> bool:
        """Tell whether this copy is made for children; the common copy is read together with a grown-up."""
        people = [self.record.find(Person, receiver) for receiver in self.audience.receivers]
        return bool(people) and all(person is not None and person.is_child for person in people)
