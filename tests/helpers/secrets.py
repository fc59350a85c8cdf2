"""Marked texts: each field of each thing holds its own word, and a plain rule says which words the wall may show."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from helpers.again import again
from helpers.minh import minh_record
from helpers.records import records
from helpers.sessions import running, with_meeting, with_things
from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Closing,
    Course,
    Entity,
    InMeeting,
    Link,
    Meeting,
    NextMeeting,
    Person,
    Position,
    Said,
    Scale,
    ScaleRating,
    Shared,
    Statement,
    Wish,
)
from tvm_desktop.domain.enums import Presence, Share
from tvm_desktop.domain.record import Record
from tvm_desktop.session.frames.showing import Scene, Showing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.formats.model import MeetingFormat

_NO_TEXT = {"id", "meeting_id", "person_id", "goal_id", "need_id", "about", "upper", "lower", "statement"}
_NO_TEXT |= {"voice", "instead_of", "checked_by", "proposed_by", "answered_by", "zone", "language"}
_NO_TEXT |= {"action_id", "scale_id", "follows", "own_voice", "format_id", "format_hash", "live_step", "step"}
_WORD = re.compile(r"Q\w+?Z")


def word(entity: Entity, name: str) -> str:
    """Return the word that stands in a field, and nowhere else."""
    return f"Q{type(entity).__name__}{entity.id}{name}Z".replace("-", "").replace("_", "")


def marked(record: Record) -> Record:
    """Return the record with its own word in every text."""
    return Record.of(record.meeting_id, [_marked(entity) for entity in record.entities()])


def _marked(entity: Entity) -> Entity:
    return replace(entity, **{name: word(entity, name) for name in _texts(entity)})


def _texts(entity: Entity) -> list[str]:
    found = [f.name for f in fields(entity) if type(getattr(entity, f.name)) is str]
    return [name for name in found if name not in _NO_TEXT]


def words_in(thing: object) -> set[str]:
    """Find every marked word in any value."""
    return {found for text in strings(thing) for found in _WORD.findall(text)}


def strings(thing: object) -> Iterator[str]:
    """Find every text in any value."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from strings(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))


def in_the_room(record: Record) -> set[str]:
    """Say who is in the room: nobody is away who was not marked so, and a child only when its key says so."""
    found = set()
    for seat in record.all(Attendance):
        person = record.find(Person, seat.person_id)
        child = person is not None and person.is_child
        if (child and record.meeting.child_present) or (not child and seat.presence is not Presence.ABSENT):
            found.add(seat.person_id)
    return found


def may_be_seen(record: Record, thing: Entity) -> bool:
    """Say in the plainest way whether a thing may be on the wall now."""
    elsewhere = isinstance(thing, InMeeting) and thing.meeting_id != record.meeting_id
    if elsewhere and not isinstance(thing, Action | Scale):  # both come up again
        return False
    child = record.meeting.child_present
    if isinstance(thing, Position):
        about = record.anything(thing.about)
        if child or about is None or isinstance(about, Position):  # what is said of a saying is nowhere shown
            return False
        return about is record.meeting or may_be_seen(record, about)
    if not isinstance(thing, Shared):
        return isinstance(thing, Course | Person | Meeting | NextMeeting) or (
            isinstance(thing, Closing) and not child
        )
    if (child and not thing.fit_for_child) or (isinstance(thing, Said) and thing.prepared):
        return False
    hidden_from = in_the_room(record) & set(thing.not_to) if thing.not_to else {"everybody"}
    return thing.share is Share.ALL or (thing.share is Share.NOT_TO and not hidden_from)


_SHOWN = {
    Course: {"name"},
    Person: {"name", "called", "relation", "profession"},
    Meeting: {"purpose"},
    NextMeeting: {"place"},
    Closing: {"child_told_what", "child_told_when"},
    Position: {"text"},
    Statement: {"text", "future", "own_words"},
    Scale: {"text", "low", "high"},
    Action: {"what", "when", "seen_by"},
    Wish: {"text", "because"},
}


def allowed(record: Record) -> set[str]:
    """Return every word that the wall may show."""
    seen = [entity for entity in record.entities() if may_be_seen(record, entity)]
    seen = [entity for entity in seen if not isinstance(entity, Meeting) or entity is record.meeting]
    return {word(entity, name) for entity in seen for name in _SHOWN.get(type(entity), {"text"})}


def purged(record: Record) -> Record:
    """Return the record without anything that the wall may not show: its pictures must be the same."""
    kept = [
        _purged(e)
        for e in record.entities()
        if may_be_seen(record, e) or isinstance(e, Attendance | Meeting) or _is_shown(record, e)
    ]
    ids = {entity.id for entity in kept}
    links = [link for link in record.every(Link) if {link.upper, link.lower} <= ids]
    return Record.of(record.meeting_id, [*kept, *links])


def _is_shown(record: Record, thing: Entity) -> bool:
    """Say whether a thing is a number that was shown to all."""
    if not isinstance(thing, ScaleRating) or not thing.may_show:
        return False
    scale = record.find(Scale, thing.scale_id)
    return scale is not None and scale.revealed and may_be_seen(record, scale)


def _purged(entity: Entity) -> Entity:
    secret = set(_texts(entity)) - _SHOWN.get(type(entity), {"text"})
    return replace(entity, **dict.fromkeys(secret, ""))


@st.composite
def guarded_records(draw: st.DrawFn) -> Record:
    """Draw a marked record: any at all, or Minh's with anybody in the room and anything kept from anybody."""
    record = draw(st.one_of(records(), _minh_with_rights()))
    step = draw(st.sampled_from(("child-time", "story", "understanding", "goal", "effort", "closing")))
    return marked(with_meeting(running(record), live_step=step))


@st.composite
def _minh_with_rights(draw: st.DrawFn) -> Record:
    record = draw(st.sampled_from((minh_record(), again())))
    record = with_meeting(record, child_present=draw(st.booleans()))
    people = st.sampled_from([person.id for person in record.all(Person)])
    away = draw(st.sets(people, max_size=3))
    seats = [
        replace(seat, presence=Presence.ABSENT if seat.person_id in away else Presence.PRESENT)
        for seat in record.all(Attendance)
    ]
    rights = st.fixed_dictionaries(
        {
            "share": st.sampled_from((*Share, Share.ALL, Share.ALL)),
            "not_to": st.lists(st.sampled_from(("m", "hoa", "bodil", "emre")), max_size=2).map(tuple),
            "fit_for_child": st.sampled_from((True, True, False)),
        }
    )
    things = [thing for thing in record.entities() if isinstance(thing, Shared)]
    return with_things(record, *seats, *(replace(thing, **draw(rights)) for thing in things))


def every_picture(record: Record, fmt: MeetingFormat) -> Iterator[tuple[Record, Showing]]:
    """Go through every step, scene and item, and every column alone."""
    for step, scene in product(fmt.steps, Scene):
        for item in range(12 if step.id in {"closing", "since-last"} else 2):
            yield with_meeting(record, live_step=step.id), Showing(item=item, scene=scene, newest="c01")
        for column in step.columns if scene is Scene.STEP else ():
            yield with_meeting(record, live_step=step.id), Showing(only=column.kind)
