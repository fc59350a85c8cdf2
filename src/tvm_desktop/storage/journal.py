"""The journal's rows: what each act of a meeting changed, so that it can be undone after a restart too."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from tvm_desktop.domain.record import Edit
from tvm_desktop.storage.mapper import MAPPERS, codec_of, instant, whole_text
from tvm_desktop.storage.rows import JournalAct, JournalEntry
from tvm_desktop.storage.tables import DRAFT, JOURNAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_AT = codec_of(datetime)


def write(connection: Connection, course_id: str, entry: JournalEntry, amends: int) -> int:
    """Add an entry, or put it in the place of the one it amends; return its number."""
    values = _values(course_id, entry)
    if not amends:
        key = connection.execute(insert(JOURNAL).values(values)).inserted_primary_key
        return int(key[0]) if key else 0
    done = connection.execute(update(JOURNAL).where(JOURNAL.c.seq == amends).values(values))
    if done.rowcount != 1:
        raise LookupError(f"journal row {amends} is not there")
    return amends


def read(connection: Connection, meeting_id: str) -> list[JournalEntry]:
    """List a meeting's entries, oldest first."""
    mine = select(JOURNAL).where(JOURNAL.c.meeting_id == meeting_id)
    return [_entry(row) for row in connection.execute(mine.order_by(JOURNAL.c.seq))]


def erase(connection: Connection, meeting_id: str) -> None:
    """Forget every act of a meeting, and what was being typed in it."""
    connection.execute(delete(JOURNAL).where(JOURNAL.c.meeting_id == meeting_id))
    connection.execute(delete(DRAFT).where(DRAFT.c.key.startswith(f"{meeting_id}/", autoescape=True)))


def edits_to_text(edits: Sequence[Edit]) -> str:
    """Write edits as JSON."""
    plain = [[e.kind, e.id, _to_plain(e.kind, e.before), _to_plain(e.kind, e.after)] for e in edits]
    return json.dumps(plain, ensure_ascii=False)


def edits_from_text(stored: str) -> tuple[Edit, ...]:
    """Read edits back."""
    return tuple(
        Edit(kind, id_, _from_plain(kind, before), _from_plain(kind, after))
        for kind, id_, before, after in json.loads(stored)
    )


def _to_plain(kind: str, image: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if image is None else MAPPERS[kind].to_plain(image)


def _from_plain(kind: str, image: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return None if image is None else MAPPERS[kind].from_plain(image)


def _values(course_id: str, entry: JournalEntry) -> dict[str, Any]:
    return {
        "meeting_id": entry.meeting_id,
        "course_id": course_id,
        "at": instant(entry.at),
        "act": entry.act.value,
        "label": whole_text(entry.label),
        "merge": whole_text(entry.merge),
        "target": entry.target,
        "edits": edits_to_text(entry.edits),
    }


def _entry(row: Row[Any]) -> JournalEntry:
    return JournalEntry(
        seq=row.seq,
        meeting_id=row.meeting_id,
        at=_AT.from_column(row.at),
        act=JournalAct(row.act),
        label=row.label,
        merge=row.merge,
        target=row.target,
        edits=edits_from_text(row.edits),
    )
