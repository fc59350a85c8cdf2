"""What a file would bring, and what of it is here already. Looking changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Course, InMeeting, Meeting, PrivateNote
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.errors import UserError
from tvm_desktop.formats.reader import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.formats.model import Phrase
    from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile
    from tvm_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Here:
    """How the course that is here differs: meetings that only one has, and things of the others that are not alike."""

    name: str
    only_in_file: int
    only_here: int
    differing: int
    newest_in_file: datetime | None
    newest_here: datetime | None

    @property
    def same(self) -> bool:
        """Whether both hold the same."""
        return not (self.only_in_file or self.only_here or self.differing)


@dataclass(frozen=True, slots=True)
class CoursePreview:
    """What one course of a file would bring. ``here`` is None when there is no such course yet."""

    id: str
    name: str
    anonymous: bool
    people: int
    meetings: tuple[Meeting, ...]
    agreements: int
    open_agreements: int
    private_notes: int
    here: Here | None


def preview(store: Store, file: ExchangeFile) -> tuple[CoursePreview, ...]:
    """Look at every course of a checked file."""
    there = {row.id for row in store.courses()}
    return tuple(_course(store, held, known=held.course.id in there) for held in file.courses)


def format_names(file: ExchangeFile) -> tuple[Phrase, ...]:
    """Return the names of the forms that come along; one that only a newer program can read has none."""
    found = []
    for kept in file.formats:
        try:
            found.append(read_source(kept.source).name)
        except UserError:
            continue
    return tuple(dict.fromkeys(found))


def to_bring(file: ExchangeFile) -> ExchangeFile:
    """Return what is brought in: on which day a course was to be deleted elsewhere does not hold here."""
    return replace(
        file, courses=tuple(replace(c, course=replace(c.course, delete_on=None)) for c in file.courses)
    )


def _course(store: Store, held: CourseFile, *, known: bool) -> CoursePreview:
    return CoursePreview(
        id=held.course.id,
        name=held.course.name,
        anonymous=held.course.anonymous,
        people=len(held.people),
        meetings=tuple(sorted(held.meetings, key=_when)),
        agreements=len(held.actions),
        open_agreements=sum(action.status is ActionStatus.OPEN for action in held.actions),
        private_notes=len(held.private_notes),
        here=_here(store.load(held.course.id), held) if known else None,
    )


def _here(kept: list[Entity], held: CourseFile) -> Here:
    ours, theirs = _compared(kept, held), _compared(held.entities(), held)
    met_here, met_there = _meetings(ours), _meetings(theirs)
    one_sided = {meeting.id for meeting in met_here} ^ {meeting.id for meeting in met_there}
    differing = [
        id_
        for id_ in ours.keys() | theirs.keys()
        if ours.get(id_) != theirs.get(id_) and _meeting_of(ours.get(id_) or theirs[id_]) not in one_sided
    ]
    return Here(
        name=next(entity.name for entity in ours.values() if isinstance(entity, Course)),
        only_in_file=len(one_sided & theirs.keys()),
        only_here=len(one_sided & ours.keys()),
        differing=len(differing),
        newest_in_file=_newest(met_there),
        newest_here=_newest(met_here),
    )


def _compared(entities: Iterable[Entity], held: CourseFile) -> dict[str, Entity]:
    """Return what is compared: not what a colleague leaves out by habit."""
    return {
        entity.id: replace(entity, delete_on=None) if isinstance(entity, Course) else entity
        for entity in entities
        if held.private_notes or not isinstance(entity, PrivateNote)
    }


def _meeting_of(entity: Entity) -> str:
    if isinstance(entity, InMeeting):
        return entity.meeting_id
    return entity.id if isinstance(entity, Meeting) else ""


def _meetings(entities: dict[str, Entity]) -> list[Meeting]:
    return [entity for entity in entities.values() if isinstance(entity, Meeting)]


def _newest(meetings: list[Meeting]) -> datetime | None:
    return max((meeting.starts for meeting in meetings if meeting.starts), default=None)


def _when(meeting: Meeting) -> tuple[bool, float, str]:
    return meeting.starts is None, meeting.starts.timestamp() if meeting.starts else 0.0, meeting.id
