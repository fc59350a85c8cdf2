"""Opening the encrypted file: one connection, SQLAlchemy's plain SQLite dialect over SQLCipher."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

BUSY_MS = 1500
READING = {"tvm_reading": True}


def open_connection(path: Path, key: bytes, salt: bytes = b"") -> sqlite3.Connection:
    """Open the file with its raw key. ``salt`` (16 bytes) matters only while a file that is empty is made a new one.

    Raises sqlcipher3.DatabaseError when the key does not fit or the first page is damaged, or when there is no file:
    SQLite would make an empty one where a folder has just vanished.
    """
    connection: sqlite3.Connection = sqlcipher3.connect(
        _uri(path, "mode=rw"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    try:
        _prepare(connection, key + salt)
    except BaseException:
        connection.close()
        raise
    return connection


def look_into(path: Path, key: bytes) -> sqlite3.Connection:
    """Open a file that nobody writes to, only to read, leaving nothing beside it: it may lie where one may not write.

    Raises sqlcipher3.DatabaseError when the key does not fit or the first page is damaged.
    """
    uri = _uri(path, "mode=ro&immutable=1")
    connection: sqlite3.Connection = sqlcipher3.connect(uri, uri=True, isolation_level=None)
    try:
        _unlock(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, options: str) -> str:
    plain = path.absolute().as_posix()
    return f"file://{'' if plain.startswith('/') else '/'}{quote(plain)}?{options}"


def _unlock(connection: sqlite3.Connection, raw_key: bytes) -> None:
    # SQLCipher writes to stderr unless silenced, and silence must come before the key.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA cipher_log = off")
    connection.execute(f"PRAGMA key = \"x'{raw_key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _prepare(connection: sqlite3.Connection, raw_key: bytes) -> None:
    _unlock(connection, raw_key)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "trusted_schema = OFF",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def make_engine(path: Path, key: bytes) -> Engine:
    """Return an engine over one connection; ``hide_parameters`` keeps what people said out of every error.

    The connection is handed out once: when the engine is disposed of nothing can open the file again.
    """
    only = [open_connection(path, key)]

    def hand_out() -> sqlite3.Connection:
        if not only:
            raise RuntimeError("the file is closed")
        return only.pop()

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=hand_out,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    engine.connect().close()
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("tvm_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def checkpoint(connection: Connection) -> None:
    """Take the write-ahead journal into the file. Must stand outside a transaction."""
    raw = connection.connection.driver_connection
    if raw is not None:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
