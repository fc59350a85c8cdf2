"""The tables: one per entity, derived from the mapper, and the few that the store itself needs."""

from __future__ import annotations

import re

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.types import REAL, TypeEngine

from tvm_desktop.storage.mapper import MAPPERS, Codec, EntityMapper

METADATA = MetaData()
_TYPES: dict[str, type[TypeEngine[str]] | type[TypeEngine[int]] | type[TypeEngine[float]]] = {
    "TEXT": Text,
    "INTEGER": Integer,
    "REAL": REAL,
}


def snake(name: str) -> str:
    """Return ``UnmetNeed`` as ``unmet_need``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _points_to(table: str) -> ForeignKey:
    # Deferred, so that undo may bring things back in any order within its transaction.
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def _column(name: str, codec: Codec) -> Column[object]:
    target = [_points_to("meeting")] if name == "meeting_id" else []
    return Column(name, _TYPES[codec.column], *target, nullable=codec.optional, primary_key=name == "id")


def _table(name: str, mapper: EntityMapper) -> Table:
    columns = [_column(field, codec) for field, codec in mapper.codecs.items()]
    course = Column("course_id", Text, *([] if name == "course" else [_points_to("course")]), nullable=False)
    table = Table(name, METADATA, *columns, course)
    if name != "course":
        also = [table.c.starts] if name == "meeting" else []
        Index(f"{name}_course", table.c.course_id, *also)
    if "meeting_id" in table.c and name != "action":
        Index(f"{name}_meeting", table.c.meeting_id)
    return table


TABLES: dict[str, Table] = {kind: _table(snake(kind), mapper) for kind, mapper in MAPPERS.items()}

_meeting = TABLES["Meeting"]
_action = TABLES["Action"]
Index("meeting_newest", text("coalesce(starts, created, '')"), _meeting.c.id, _table=_meeting)
Index("meeting_status", _meeting.c.status, _meeting.c.starts)
Index("action_open", _action.c.course_id, sqlite_where=text("status = 'open'"))
Index("action_status", _action.c.meeting_id, _action.c.status)
Index(
    "action_waiting",
    text("due IS NULL"),
    _action.c.due,
    _action.c.rank,
    _action.c.id,
    sqlite_where=text("status = 'open'"),
    _table=_action,
)

DRAFT = Table(
    "draft",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("course_id", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("cursor", Integer, nullable=False),
)
JOURNAL = Table(
    "journal",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("meeting_id", Text, _points_to("meeting"), nullable=False, index=True),
    Column("course_id", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("merge", Text, nullable=False),
    Column("target", Integer, nullable=False),
    Column("edits", Text, nullable=False),
    sqlite_autoincrement=True,
)
USE_LOG = Table(
    "use_log",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("course_id", Text, nullable=False),
    Column("who", Text, nullable=False, server_default=text("''")),
)
SETTING = Table(
    "setting",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
FORMAT = Table(
    "format",
    METADATA,
    Column("hash", Text, primary_key=True),
    Column("source", Text, nullable=False),
)
BACKUP_INFO = Table(
    "backup_info",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
RECEIPT = Table(
    "receipt",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("course_id", Text, nullable=False),
    Column("meetings", Integer, nullable=False),
    Column("things", Integer, nullable=False),
    Column("backups_replaced", Text, nullable=True),
)
