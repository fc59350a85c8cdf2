"""One course as an immutable value: every entity by kind and id, and which meeting is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any, TypeVar

from tvm_desktop.domain.entities import KINDS, Course, Entity, InMeeting, Meeting, Person
from tvm_desktop.domain.enums import Side

E = TypeVar("E", bound=Entity)
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Edit:
    """One entity's change: only the fields that differ. ``before`` None = it is new, ``after`` None = it goes."""

    kind: str
    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    def inverse(self) -> Edit:
        """Say the same change the other way round."""
        return Edit(self.kind, self.id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Record:
    """The whole course of one open meeting.

    ``rows[kind][id]`` is an entity; unknown kinds are empty. A record is never changed: :meth:`apply` makes a new one.
    """

    meeting_id: str
    rows: Mapping[str, Mapping[str, Entity]] = field(default_factory=dict)
    # What was asked of it before; a record never changes, so neither does the answer.
    _ranked: dict[str, list[Any]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _named: dict[str, tuple[str, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, meeting_id: str, entities: Iterable[Entity]) -> Record:
        """Make a record of loose entities."""
        rows: dict[str, dict[str, Entity]] = {}
        for entity in entities:
            rows.setdefault(type(entity).__name__, {})[entity.id] = entity
        return cls(meeting_id, rows)

    @property
    def course(self) -> Course:
        """The course; a record has exactly one."""
        return next(iter(self.every(Course)))

    @property
    def meeting(self) -> Meeting:
        """The open meeting. Raises KeyError when none is open."""
        return self.get(Meeting, self.meeting_id)

    def every(self, kind: type[E]) -> list[E]:
        """List all of a kind in the course, by rank."""
        name = kind.__name__
        if name not in self._ranked:
            found = self.rows.get(name, _NOTHING).values()
            self._ranked[name] = sorted(found, key=lambda entity: (getattr(entity, "rank", 0.0), entity.id))
        return list(self._ranked[name])

    def all(self, kind: type[E]) -> list[E]:
        """List all of a kind in the open meeting, by rank; course-wide kinds whole."""
        found = self.every(kind)
        if issubclass(kind, InMeeting):
            return [e for e in found if isinstance(e, InMeeting) and e.meeting_id == self.meeting_id]
        return found

    def find(self, kind: type[E], entity_id: str) -> E | None:
        """Return an entity, or None."""
        found = self.rows.get(kind.__name__, _NOTHING).get(entity_id)
        return found if isinstance(found, kind) else None

    def get(self, kind: type[E], entity_id: str) -> E:
        """Return an entity. Raises KeyError when it is not there."""
        found = self.find(kind, entity_id)
        if found is None:
            raise KeyError(entity_id)
        return found

    def anything(self, entity_id: str) -> Entity | None:
        """Return the entity with this id, of whatever kind, or None."""
        return next((rows[entity_id] for rows in self.rows.values() if entity_id in rows), None)

    def entities(self) -> list[Entity]:
        """List every entity of the course."""
        return [entity for kind in KINDS for entity in self.rows.get(kind, _NOTHING).values()]

    def apply(self, edits: Iterable[Edit]) -> Record:
        """Return the record after the edits."""
        rows = dict(self.rows)
        for edit in edits:
            of_kind = dict(rows.get(edit.kind, _NOTHING))
            if edit.after is None:
                of_kind.pop(edit.id, None)
            elif edit.before is None:
                of_kind[edit.id] = KINDS[edit.kind](**edit.after)
            else:
                of_kind[edit.id] = replace(of_kind[edit.id], **edit.after)
            rows[edit.kind] = of_kind
        return replace(self, rows=rows)

    def voice(self, person_id: str) -> str:
        """Return how a person is named beside their words: "Hodan, mor"; "" for nobody."""
        return self._names(person_id)[1]

    def called(self, person_id: str) -> str:
        """Return a person's everyday name, "" for nobody.

        Where none is given it is the first name, or the whole name where others of the course share the first.
        Without names it is the whole of what they are called: "Dreng, 9 år".
        """
        return self._names(person_id)[0]

    def _names(self, person_id: str) -> tuple[str, str]:
        if person_id not in self._named:
            person = self.find(Person, person_id)
            called = (person.called or self._first_name(person)) if person else ""
            tie = person.relation or person.profession if person and not person.is_child else ""
            self._named[person_id] = called, ", ".join(part for part in (called, tie) if part)
        return self._named[person_id]

    def _first_name(self, person: Person) -> str:
        if self._anonymous and person.side is not Side.PROFESSIONAL:
            return person.name
        first = _first_word(person.name)
        others = (p for p in self.every(Person) if p.id != person.id)
        shared = any(first in (p.called, _first_word(p.name)) for p in others)
        return person.name if shared else first

    @property
    def _anonymous(self) -> bool:
        return any(course.anonymous for course in self.every(Course))


def _first_word(name: str) -> str:
    """Return "Amina" of "Amina Warsame" and of "Amina, 9 år"."""
    return name.partition(" ")[0].rstrip(",;:.") or name


def adding(entity: Entity) -> Edit:
    """Say that an entity is new."""
    return Edit(type(entity).__name__, entity.id, None, as_fields(entity))


def removing(entity: Entity) -> Edit:
    """Say that an entity goes."""
    return Edit(type(entity).__name__, entity.id, as_fields(entity), None)


def changing(entity: Entity, **after: Any) -> tuple[Edit, ...]:
    """Say what changes on an entity; nothing when all values are as they were."""
    changed = {name: value for name, value in after.items() if getattr(entity, name) != value}
    before = {name: getattr(entity, name) for name in changed}
    return (Edit(type(entity).__name__, entity.id, before, changed),) if changed else ()


def as_fields(entity: Entity) -> dict[str, Any]:
    """Return an entity's fields by name, values as they are."""
    return {f.name: getattr(entity, f.name) for f in fields(entity)}
