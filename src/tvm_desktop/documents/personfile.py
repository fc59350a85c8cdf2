"""One person's data as JSON, for somebody who wants to take it elsewhere.

``form`` is "tvm-person" and ``version`` 1. ``courses`` lists what each course holds: ``things`` have their ``kind``, in
``how`` the ways in which the person appears (:class:`~tvm_desktop.domain.persondata.How`), and their ``values`` as in
the exchange file, without who may see them. ``people`` names those whose ids stand in the values.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tvm_desktop.domain.entities import Entity, Person
from tvm_desktop.storage.exchange.convert import converter
from tvm_desktop.storage.exchange.references import references
from tvm_desktop.storage.exchange.values import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from tvm_desktop.domain.persondata import Found, Group, Part

FORM, VERSION = "tvm-person", 1
_NOT_THEIRS = ("share", "not_to", "fit_for_child", "rank", "meeting_id", "format_hash", "format_id")


def person_json(parts: Sequence[Part], made: datetime, *, left_out: bool = False) -> str:
    """Return the same as the paper, as text of a file that programs can read."""
    first = parts[0]
    data = {
        "form": FORM,
        "version": VERSION,
        "made": written(made),
        "name": first.record.get(Person, first.person_id).name,
        "something_left_out": left_out,
        "courses": [_course(part) for part in parts],
    }
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _course(part: Part) -> dict[str, Any]:
    things = [found.thing for group in part.groups for found in group.found]
    things += [
        correction for group in part.groups for found in group.found for correction in found.corrections
    ]
    ids = {id_ for thing in things for id_ in _people(thing)}
    return {
        "course": part.record.course.name,
        "person": part.person_id,
        "people": {p.id: p.name for p in part.record.every(Person) if p.id in ids},
        "meetings": [_meeting(group) for group in part.groups],
    }


def _meeting(group: Group) -> dict[str, Any]:
    meeting = group.meeting
    about = {"starts": written(meeting.starts)} if meeting and meeting.starts else {}
    place = {"place": meeting.place} if meeting and meeting.place else {}
    return {**about, **place, "things": [_thing(found) for found in group.found]}


def _thing(found: Found) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": type(found.thing).__name__,
        "how": [how.value for how in found.hows],
        "values": _values(found.thing),
    }
    if found.corrections:
        made["corrections"] = [_values(correction) for correction in found.corrections]
    return made


def _values(thing: Entity) -> dict[str, Any]:
    whole: dict[str, Any] = converter().unstructure(thing)
    return {name: value for name, value in whole.items() if name not in _NOT_THEIRS}


def _people(thing: Entity) -> Iterator[str]:
    """Go through the ids of people that stand in a thing's values."""
    for name, kind, id_ in references(thing):
        if kind is Person and not name.startswith("not_to"):
            yield id_
