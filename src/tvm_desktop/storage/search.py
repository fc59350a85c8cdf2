"""Finding by words: FTS5 trigrams over folded text, names before what was said, newest first."""

from __future__ import annotations

import unicodedata
from typing import Any

from sqlalchemy import Connection, Row, bindparam, text

from tvm_desktop.storage.mapper import MAPPERS, instant
from tvm_desktop.storage.rows import Hit, KnownPerson

_FOLDS = str.maketrans({"æ": "ae", "ø": "o", "å": "aa", "ł": "l", "đ": "d", "ı": "i"})
_STARTS = MAPPERS["Meeting"].codecs["starts"]

_COLUMNS = """
SELECT item.kind, item.id, item.course_id, course.name AS course_name, item.meeting_id, item.text, meeting.starts
FROM {source}
LEFT JOIN course ON course.id = item.course_id
LEFT JOIN meeting ON meeting.id = item.meeting_id
"""
_BY_WORDS = {
    table: text(
        _COLUMNS.format(source=f"{table} JOIN search_item AS item ON item.number = {table}.rowid")
        + f"WHERE {table} MATCH :match AND item.text LIKE :short ESCAPE '!' ORDER BY {table}.rowid DESC LIMIT :limit"
    )
    for table in ("search_name", "search_said")
}
_BY_FIRST_LETTERS = text(
    _COLUMNS.format(source="search_item AS item")
    + "WHERE item.number IN (SELECT number FROM search_item WHERE kind IN ('Course', 'Person', 'Meeting')"
    + " AND (' ' || text LIKE :low ESCAPE '!' OR ' ' || text LIKE :up ESCAPE '!'))"
    + " ORDER BY item.number DESC LIMIT :limit"
)
_PEOPLE = text(
    "SELECT person.*, course.name AS course_name FROM person JOIN course ON course.id = person.course_id"
    " WHERE person.id IN :ids"
).bindparams(bindparam("ids", expanding=True))


def search(connection: Connection, wanted: str, limit: int) -> list[Hit]:
    """Find what holds every word. Words under three letters are looked for at the start of names and titles."""
    words = unicodedata.normalize("NFC", wanted).replace("\x00", " ").split()
    long = [folded(word) for word in words if len(folded(word)) >= 3]
    if not words or limit <= 0:
        return []
    if not long:
        return _by_first_letters(connection, " ".join(words), limit)
    short = "".join(f"%{_literal(word)}" for word in words if len(folded(word)) < 3) + "%"
    hits = _by_words(connection, "search_name", long, short, limit)
    if len(hits) < limit:
        hits += _by_words(connection, "search_said", long, short, limit - len(hits))
    return hits


def people(connection: Connection, wanted: str, limit: int) -> list[KnownPerson]:
    """Find people of all courses by name; the newest course first."""
    ids = [hit.id for hit in search(connection, wanted, limit) if hit.kind == "Person"]
    rows = {row.id: row for row in connection.execute(_PEOPLE, {"ids": ids})} if ids else {}
    return [
        KnownPerson(
            id=row.id,
            name=row.name,
            called=row.called,
            tie=row.relation or row.profession,
            course_id=row.course_id,
            course_name=row.course_name,
        )
        for row in (rows[id_] for id_ in ids if id_ in rows)
    ]


def folded(word: str) -> str:
    """Fold a word as the index does, å as aa."""
    return word.lower().translate(_FOLDS)


def _by_words(connection: Connection, table: str, words: list[str], short: str, limit: int) -> list[Hit]:
    match = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    rows = connection.execute(_BY_WORDS[table], {"match": match, "short": short, "limit": limit})
    return _newest_first([_hit(row) for row in rows])


def _by_first_letters(connection: Connection, letters: str, limit: int) -> list[Hit]:
    low, up = (f"% {_literal(form)}%" for form in (letters.lower(), letters.upper()))
    rows = connection.execute(_BY_FIRST_LETTERS, {"low": low, "up": up, "limit": limit})
    return _newest_first([_hit(row) for row in rows])


def _literal(text_: str) -> str:
    return text_.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _hit(row: Row[Any]) -> Hit:
    return Hit(
        kind=row.kind,
        id=row.id,
        course_id=row.course_id,
        course_name=row.course_name or "",
        meeting_id=row.meeting_id,
        text=row.text,
        starts=_STARTS.from_column(row.starts),
    )


def _newest_first(hits: list[Hit]) -> list[Hit]:
    # What belongs to no meeting (courses, people) keeps its place in front; sorting is stable.
    return sorted(hits, key=lambda hit: instant(hit.starts) if hit.starts else "~", reverse=True)
