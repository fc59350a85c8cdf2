from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tvm_desktop.storage.engine import READING, checkpoint, make_engine, open_connection

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))


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
def test_a_connection_is_careful(tmp_path: Path, pragma: str, value: str) -> None:
    with closing(open_connection(tmp_path / "x.db", KEY)) as connection:
        assert str(connection.execute(f"PRAGMA {pragma}").fetchone()[0]) == value


def test_another_key_is_refused_in_silence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with closing(open_connection(tmp_path / "x.db", KEY)) as connection:
        connection.execute("CREATE TABLE t (a)")
    with pytest.raises(sqlcipher3.DatabaseError):
        open_connection(tmp_path / "x.db", bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_new_file_begins_with_the_salt_that_was_asked_for(tmp_path: Path) -> None:
    salt = bytes(range(100, 116))
    with closing(open_connection(tmp_path / "x.db", KEY, salt)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert (tmp_path / "x.db").read_bytes()[:16] == salt
    open_connection(tmp_path / "x.db", KEY).close()


def test_writing_locks_at_once_and_reading_does_not(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "x.db", KEY)
    with closing(open_connection(tmp_path / "x.db", KEY)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with engine.execution_options(**READING).connect() as connection:
            connection.execute(text("SELECT 1"))
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        with engine.begin(), pytest.raises(sqlcipher3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    engine.dispose()


def test_an_error_never_says_what_was_written(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "x.db", KEY)
    said = {"a": "Amina er ked af det"}
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a PRIMARY KEY)"))
        connection.execute(text("INSERT INTO t VALUES (:a)"), said)
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(text("INSERT INTO t VALUES (:a)"), said)
    assert "Amina" not in str(caught.value)
    engine.dispose()


def test_a_disposed_engine_cannot_open_the_file_again(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "x.db", KEY)
    engine.dispose()
    with pytest.raises(RuntimeError, match="closed"):
        engine.connect()


def test_a_checkpoint_takes_everything_into_the_file(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "x.db", KEY)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a PRIMARY KEY)"))
    assert (tmp_path / "x.db-wal").stat().st_size > 0
    with engine.connect() as connection:
        checkpoint(connection)
    assert (tmp_path / "x.db-wal").stat().st_size == 0
    engine.dispose()
