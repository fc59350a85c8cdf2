"""The use log: who did what with which course, and when. It never says what was said, and outlives the course."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, text

from tvm_desktop.storage.mapper import codec_of, instant, whole_text
from tvm_desktop.storage.rows import UseAct, UseNote, UseRow
from tvm_desktop.storage.tables import USE_LOG

_AT = codec_of(datetime)
_READ = """
SELECT use_log.seq, use_log.at, use_log.who, use_log.act, use_log.course_id, course.name
FROM use_log LEFT JOIN course ON course.id = use_log.course_id
WHERE (:before = 0 OR use_log.seq < :before) {condition}
ORDER BY use_log.seq DESC LIMIT :limit
"""
_ALL = text(_READ.format(condition=""))
_OF_COURSE = text(_READ.format(condition="AND use_log.course_id = :course_id"))


def write(connection: Connection, note: UseNote) -> None:
    """Add a line."""
    values = {
        "at": instant(note.at),
        "who": whole_text(note.who),
        "act": note.act.value,
        "course_id": note.course_id,
    }
    connection.execute(insert(USE_LOG).values(values))


def read(connection: Connection, *, limit: int, before: int, course_id: str) -> list[UseRow]:
    """List lines, newest first."""
    wanted = _OF_COURSE if course_id else _ALL
    args = {"limit": limit, "before": before} | ({"course_id": course_id} if course_id else {})
    return [
        UseRow(
            seq=row.seq,
            at=_AT.from_column(row.at),
            who=row.who,
            act=UseAct(row.act),
            course_id=row.course_id,
            course_name=row.name or "",
        )
        for row in connection.execute(wanted, args)
    ]
