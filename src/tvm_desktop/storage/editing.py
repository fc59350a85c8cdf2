"""Edits on the tables of the entities, and whole courses read back from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from tvm_desktop.storage.mapper import MAPPERS
from tvm_desktop.storage.tables import TABLES

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.domain.record import Edit

_LOADS = {kind: select(*(table.c[name] for name in MAPPERS[kind].codecs)) for kind, table in TABLES.items()}


def load(connection: Connection, course_id: str) -> list[Entity]:
    """Read every entity of a course."""
    return [
        MAPPERS[kind].from_columns(row)
        for kind, table in TABLES.items()
        for row in connection.execute(_LOADS[kind].where(table.c.course_id == course_id))
    ]


def apply(connection: Connection, course_id: str, edit: Edit) -> None:
    """Write one edit. Raises LookupError when the entity to change is not in the course."""
    if edit.before is None and edit.after is not None:
        values = MAPPERS[edit.kind].to_columns(edit.after)
        connection.execute(insert(TABLES[edit.kind]), [values | {"course_id": course_id}])
    elif edit.after is None:
        _one(edit, connection.execute(delete(TABLES[edit.kind]).where(*_where(course_id, edit))).rowcount)
    else:
        values = MAPPERS[edit.kind].to_columns(edit.after)
        change = update(TABLES[edit.kind]).where(*_where(course_id, edit)).values(values)
        _one(edit, connection.execute(change).rowcount)


def _where(course_id: str, edit: Edit) -> tuple[ColumnElement[bool], ...]:
    table = TABLES[edit.kind]
    return (table.c.id == edit.id, table.c.course_id == course_id)


def _one(edit: Edit, touched: int) -> None:
    if touched != 1:
        raise LookupError(f"{edit.kind} {edit.id} is not in this course")
