from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tvm_desktop.storage.engine import READING, checkpoint, look_into, make_engine, open_connection

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = bytes(range(32))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """An empty file: only such a one is made into a new database."""
    path = tmp_path / "x.db"
    path.touch()
    return path


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
        ("trusted_schema", "0"),
        ("busy_timeout", "1500"),
    ],
)
def test_a_connection_is_careful(empty: Path, pragma: str, value: str) -> None:
    with closing(open_connection(empty, KEY)) as connection:
        assert str(connection.execute(f"PRAGMA {pragma}").fetchone()[0]) == value


def test_another_key_is_refused_in_silence(empty: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with closing(open_connection(empty, KEY)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(sqlcipher3.DatabaseError):
        open_connection(empty, bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_new_file_begins_with_the_salt_that_was_asked_for(empty: Path) -> None:
    salt = bytes(range(100, 116))
    with closing(open_connection(empty, KEY, salt)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert empty.read_bytes()[:16] == salt
    open_connection(empty, KEY).close()


def test_writing_locks_at_once_and_reading_does_not(empty: Path) -> None:
    engine = make_engine(empty, KEY)
    with closing(open_connection(empty, KEY)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with engine.execution_options(**READING).connect() as connection:
            connection.execute(text("SELECT 1"))
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        with engine.begin(), pytest.raises(sqlcipher3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    engine.dispose()


def test_an_error_never_says_what_was_written(empty: Path) -> None:
    engine = make_engine(empty, KEY)
    said = {"a": "Amina er ked af det"}
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a PRIMARY KEY)"))
        connection.execute(text("INSERT INTO t VALUES (:a)"), said)
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(text("INSERT INTO t VALUES (:a)"), said)
    assert "Amina" not in str(caught.value)
    engine.dispose()


def test_a_disposed_engine_cannot_open_the_file_again(empty: Path) -> None:
    engine = make_engine(empty, KEY)
    engine.dispose()
    with pytest.raises(RuntimeError, match="closed"):
        engine.connect()


def test_a_checkpoint_takes_everything_into_the_file(empty: Path) -> None:
    engine = make_engine(empty, KEY)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a PRIMARY KEY)"))
    assert (empty.with_name("x.db-wal")).stat().st_size > 0
    with engine.connect() as connection:
        checkpoint(connection)
    assert (empty.with_name("x.db-wal")).stat().st_size == 0
    engine.dispose()


@pytest.mark.parametrize("open_it", [open_connection, look_into])
def test_where_there_is_no_file_none_is_made(tmp_path: Path, open_it: Callable[..., object]) -> None:
    with pytest.raises(sqlcipher3.OperationalError):
        open_it(tmp_path / "Åses 100% #1?.db", KEY)
    assert list(tmp_path.iterdir()) == []
