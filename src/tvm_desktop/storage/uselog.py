"""The use log: who did what with which course, and when. It never says what was said, and outlives the course."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, insert, select, text

from tvm_desktop.storage.mapper import codec_of, instant, whole_text
from tvm_desktop.storage.rows import UseAct, UseNote, UseRow
from tvm_desktop.storage.tables import USE_LOG

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT = codec_of(datetime)
_ACTS = {act.value: act for act in UseAct}
_READ = """
SELECT use_log.seq, use_log.at, use_log.who, use_log.act, use_log.course_id, course.name
FROM use_log LEFT JOIN course ON course.id = use_log.course_id
WHERE (:before = 0 OR use_log.seq < :before) {condition}
ORDER BY use_log.seq DESC LIMIT :limit
"""
_OF_COURSE = "AND use_log.course_id = :course_id"
_OF_KIND = "AND use_log.act IN :acts"


def write(connection: Connection, note: UseNote) -> None:
    """Add a line."""
    values = {
        "at": instant(note.at),
        "who": whole_text(note.who),
        "act": note.act.value,
        "course_id": note.course_id,
    }
    connection.execute(insert(USE_LOG).values(values))


def latest(connection: Connection) -> datetime | None:
    """Return when the last line was written; None when there is none."""
    at = connection.execute(select(USE_LOG.c.at).order_by(USE_LOG.c.seq.desc()).limit(1)).scalar()
    return None if at is None else _AT.from_column(at)


def read(
    connection: Connection, *, limit: int, before: int, course_id: str, acts: Sequence[UseAct]
) -> list[UseRow]:
    """List lines, newest first, of one course and of some kinds of acts where they are given."""
    wanted = text(_READ.format(condition=f"{_OF_COURSE if course_id else ''} {_OF_KIND if acts else ''}"))
    args: dict[str, object] = {"limit": limit, "before": before}
    if course_id:
        args["course_id"] = course_id
    if acts:
        wanted = wanted.bindparams(bindparam("acts", expanding=True))
        args["acts"] = [act.value for act in acts]
    return [
        UseRow(
            seq=row.seq,
            at=_AT.from_column(row.at),
            who=row.who,
            act=_ACTS.get(row.act),
            course_id=row.course_id,
            course_name=row.name or "",
        )
        for row in connection.execute(wanted, args)
    ]
