"""What the types cannot say of a file: ids that are there once, that somebody has, formats that are unaltered."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tvm_desktop.domain.entities import Entity, Evaluation, Meeting, NextMeeting, ScaleRating
from tvm_desktop.domain.scales import HIGHEST
from tvm_desktop.storage.exchange.problems import at, below
from tvm_desktop.storage.exchange.references import references
from tvm_desktop.storage.exchange.values import shown
from tvm_desktop.words import LANGUAGES, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile, FormatText

ID = r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$"


def check(file: ExchangeFile) -> Iterator[Message]:
    """Go through everything that does not fit together."""
    yield from _formats(file.formats)
    counted = Counter(entity.id for course in file.courses for entity in course.entities())
    hashes = {format_.hash for format_ in file.formats} | {""}
    for index, course in enumerate(file.courses):
        kinds = {entity.id: type(entity) for entity in course.entities()}
        for place, entity in _placed(course, index):
            yield from _own_id(place, entity, counted)
            yield from _named_ids(place, entity, kinds)
            yield from _place_in_time(place, entity)
            yield from _on_the_scale(place, entity)
            yield from _way_of_meeting(place, entity, hashes)


def _placed(course: CourseFile, index: int) -> Iterator[tuple[str, Entity]]:
    return ((below(f"courses[{index}]", place), entity) for place, entity in course.places())


def _own_id(place: str, entity: Entity, counted: Counter[str]) -> Iterator[Message]:
    where = below(place, "id")
    if not re.fullmatch(ID, entity.id):
        yield at(
            where,
            msg("an id has 1 to 100 letters a–z, digits and . _ : - and begins with a letter or a digit"),
        )
    elif counted[entity.id] > 1:
        yield at(where, msg("the id “{id}” is there more than once", id=entity.id))


def _named_ids(place: str, entity: Entity, kinds: dict[str, type[Entity]]) -> Iterator[Message]:
    for field, kind, id_ in references(entity):
        if not issubclass(kinds.get(id_, object), kind):
            words = msg("nothing of the course has the id “{id}”", id=shown(id_))
            yield at(below(place, field), words if kind is Entity else _no_such(kind, id_))


def _no_such(kind: type[Entity], id_: str) -> Message:
    names = {
        "Meeting": msg("no meeting of the course has the id “{id}”", id=shown(id_)),
        "Person": msg("nobody of the course has the id “{id}”", id=shown(id_)),
        "UnmetNeed": msg("no need of the course has the id “{id}”", id=shown(id_)),
        "Goal": msg("no goal of the course has the id “{id}”", id=shown(id_)),
        "Action": msg("no agreement of the course has the id “{id}”", id=shown(id_)),
        "Scale": msg("no scale of the course has the id “{id}”", id=shown(id_)),
    }
    return names[kind.__name__]


def _place_in_time(place: str, entity: Entity) -> Iterator[Message]:
    if isinstance(entity, Meeting | NextMeeting) and not _is_zone(entity.zone):
        yield at(below(place, "zone"), msg("“{zone}” is no time zone", zone=shown(entity.zone)))


def _on_the_scale(place: str, entity: Entity) -> Iterator[Message]:
    numbers = {
        "value": entity.value if isinstance(entity, ScaleRating) else 0,
        "number": (entity.number or 0) if isinstance(entity, Evaluation) else 0,
    }
    for field, number in numbers.items():
        if number > HIGHEST:
            yield at(
                below(place, field),
                msg("a whole number from 0 to {largest} is expected here", largest=HIGHEST),
            )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _way_of_meeting(place: str, entity: Entity, hashes: set[str]) -> Iterator[Message]:
    if not isinstance(entity, Meeting):
        return
    if entity.format_hash not in hashes:
        yield at(below(place, "format_hash"), msg("the file does not hold the meeting’s form"))
    if entity.language not in LANGUAGES:
        choices = ", ".join(LANGUAGES)
        yield at(
            below(place, "language"),
            msg("“{value}” is not one of {choices}", value=shown(entity.language), choices=choices),
        )


def _formats(formats: tuple[FormatText, ...]) -> Iterator[Message]:
    counted = Counter(format_.hash for format_ in formats)
    for index, format_ in enumerate(formats):
        where = f"formats[{index}].hash"
        if format_.hash != sha256(format_.source.encode()).hexdigest():
            yield at(where, msg("the form’s text is not the one that the hash was made of"))
        elif counted[format_.hash] > 1:
            yield at(where, msg("the id “{id}” is there more than once", id=format_.hash))
