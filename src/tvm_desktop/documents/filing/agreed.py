"""What was agreed, for the file: as rows of the record, and as values that the municipality's system can read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tvm_desktop.documents.model import Promise, Promises, Section, SectionKind
from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.documents.parts.promises import promise, promised, promises
from tvm_desktop.domain.entities import Action, Attendance, Person
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.domain.followup import STATUS
from tvm_desktop.domain.thread import strand
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.documents.parts.source import Source


def agreed(source: Source) -> Section | None:
    """Return the plan's promises, each with who proposed it and who has said yes."""
    section = promises(source)
    if section is None or not isinstance(section.content, Promises):
        return None
    rows = tuple(_row(action, source) for action in promised(source))
    return Section(SectionKind.PROMISES, section.title, replace(section.content, rows=rows))


def _row(action: Action, source: Source) -> Promise:
    row = promise(action, source)
    return replace(row, beside="; ".join((*filter(None, [row.beside]), *_behind(action, source))))


def _behind(action: Action, source: Source) -> Iterator[str]:
    """Go through how an agreement came about, and how it stands."""
    proposer = all_named(source.record, [action.proposed_by], source.language)
    if proposer:
        yield source.say(msg("proposed by {who}", who=proposer))
    accepted = all_named(source.record, action.accepted_by, source.language)
    if accepted:
        yield source.say(msg("{people} said yes", people=accepted))
    if action.status is not ActionStatus.OPEN:
        yield source.say(STATUS[action.status])
        return
    settled = {action.proposed_by, *action.accepted_by}
    waited = all_named(source.record, [who for who in action.who if who not in settled], source.language)
    if waited:
        yield source.say(msg("no yes yet from {people}", people=waited))


def agreements(source: Source) -> list[dict[str, Any]]:
    """Return every agreement as plain values. People are named in full."""
    return [_values(action, source) for action in promised(source)]


def _values(action: Action, source: Source) -> dict[str, Any]:
    goals = (goal for goal in strand(source.record, action.id).goals if source.may(goal))
    kept_from = action.not_to if action.share is Share.NOT_TO else ()
    return {
        "id": action.id,
        "what": action.what.strip(),
        "who": _names(action.who, source),
        "with_whom": _names(action.with_whom, source),
        "when": action.when.strip(),
        "due": action.due.isoformat() if action.due else None,
        "seen_by": action.seen_by.strip(),
        "checked_by": _names([action.checked_by], source),
        "proposed_by": _names([action.proposed_by], source),
        "accepted_by": _names(action.accepted_by, source),
        "status": action.status.value,
        "goals": [goal.text.strip() for goal in goals if goal.text.strip()],
        "not_to": _names(kept_from, source),
    }


def attendance(source: Source) -> list[dict[str, Any]]:
    """Return who was asked as plain values."""
    return [
        {
            "name": _name(seat.person_id, source),
            "roles": [role.value for role in seat.roles],
            "presence": seat.presence.value,
            "instead_of": _name(seat.instead_of, source),
        }
        for seat in source.record.all(Attendance)
        if _name(seat.person_id, source)
    ]


def _names(person_ids: Iterable[str], source: Source) -> list[str]:
    return [name for person_id in person_ids if (name := _name(person_id, source))]


def _name(person_id: str, source: Source) -> str:
    person = source.record.find(Person, person_id)
    return person.name.strip() if person else ""
