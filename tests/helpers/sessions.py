"""Open meetings on real encrypted files, for tests of the session floor."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from helpers.minh import minh_record
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.record import Record, adding, as_fields
from tvm_desktop.session.commands.base import Stamp
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.store import Store

NOW = datetime(2026, 1, 13, 13, 30, tzinfo=UTC)


def clock() -> Callable[[], datetime]:
    """Return a clock that goes on by one second at every look."""
    seconds = count()
    return lambda: NOW + timedelta(seconds=next(seconds))


def ids(start: str = "new") -> Callable[[], str]:
    """Return a maker of ids: new-1, new-2 and so on."""
    numbers = count(1)
    return lambda: f"{start}-{next(numbers)}"


def stamp() -> Stamp:
    """Return a time and new ids."""
    return Stamp(NOW, ids())


def five_steps(library: FormatLibrary) -> MeetingFormat:
    """Return the format that Minh's meeting is held in."""
    found = library.by_id("five-steps")
    assert found is not None
    return found


def with_meeting(record: Record, **values: Any) -> Record:
    """Return a record whose open meeting has other values."""
    return with_things(record, replace(record.meeting, **values))


def with_things(record: Record, *things: Entity) -> Record:
    """Return a record with these in it, in place of those of the same id."""
    known = {entity.id: entity for entity in record.entities()} | {thing.id: thing for thing in things}
    return Record.of(record.meeting_id, known.values())


def running(record: Record) -> Record:
    """Return a record whose meeting runs."""
    return with_meeting(record, status=MeetingStatus.RUNNING, format_id="five-steps", format_hash="")


def minh(**meeting: Any) -> Record:
    """Return Minh's running meeting, at the story."""
    return with_meeting(running(minh_record()), **({"live_step": "story"} | meeting))


def keep(store: Store, record: Record) -> None:
    """Put a whole record into a file."""
    store.commit(record.course.id, [adding(entity) for entity in record.entities()])


def open_again(store: Store, library: FormatLibrary, record: Record, start: str = "new") -> MeetingSession:
    """Open the meeting of a record that is in the file."""
    return MeetingSession.open(store, library, record.meeting_id, clock=clock(), new_id=ids(start))


def open_session(store: Store, library: FormatLibrary, record: Record | None = None) -> MeetingSession:
    """Put a record into a file, and open its meeting."""
    record = record or minh()
    keep(store, record)
    return open_again(store, library, record)


def emptied(store: Store) -> Store:
    """Return the store with nothing in it: making a new file for each example would take too long."""
    with store._writing() as connection:
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    return store


def whole(record: Record) -> dict[str, dict[str, Any]]:
    """Return all that a record holds, to compare two of them."""
    return {f"{type(e).__name__} {e.id}": as_fields(e) for e in record.entities()}
