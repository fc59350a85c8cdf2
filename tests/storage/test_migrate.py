from __future__ import annotations

import hashlib
import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from helpers.anything import one_of_each
from helpers.golden import PASSWORD, fill
from tvm_desktop.domain.entities import KINDS
from tvm_desktop.domain.record import changing
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.keyfile import unlock_with_password
from tvm_desktop.storage.migrate import APPLICATION_ID, CheckError, migrate, number, version_of
from tvm_desktop.storage.migrations import STEPS, Step
from tvm_desktop.storage.store import Store
from tvm_desktop.storage.tables import METADATA

if TYPE_CHECKING:
    import sqlite3

FIXTURES = Path(__file__).parents[1] / "fixtures"
GOLDEN = sorted(path.parent.name for path in FIXTURES.glob("v*/meetings.db"))
KEY = bytes(32)
NEW_IN = {
    "v1.1": {"Statement", "FollowUp", "Scale", "ScaleRating", "Evaluation", "Missed"},
    "v1.2": {"Filing", "Correction"},
}
REBUILD = Step(
    2000,
    "CREATE TABLE fresh (id TEXT PRIMARY KEY, value TEXT NOT NULL);\n"
    "INSERT INTO fresh (id, value) SELECT key, value FROM setting;\n"
    "DROP TABLE setting;\n"
    "ALTER TABLE fresh RENAME TO setting;\n"
    "ALTER TABLE card ADD COLUMN mood TEXT NOT NULL DEFAULT '';\n",
)


@pytest.fixture
def connection(store: Store) -> sqlite3.Connection:
    """Return a connection to a filled file beside the store's."""
    fill(store)
    raw: sqlite3.Connection | None = store._writer.raw_connection().driver_connection
    assert raw is not None
    return raw


def schema(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {
        table.name: connection.execute(f'SELECT * FROM "{table.name}"').fetchall()
        for table in METADATA.sorted_tables
    }


def columns(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return name, type, may be empty and key of every column of every table of the mapper."""
    return {
        table.name: sorted(
            row[1:4] + row[5:] for row in connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        )
        for table in METADATA.sorted_tables
    }


def test_earlier_versions_are_frozen() -> None:
    assert [hashlib.sha256(step.sql.encode()).hexdigest() for step in STEPS[:2]] == [
        "57a516d7e98eb4c567a3f204711fd107f8ceb653f05e17caa8754dfffd3ec2f1",
        "cce1cb1c758f488d1c8ed43fbbc85995480bdf2bc9146e8049e598711e426b1d",
    ]


def test_the_migrated_schema_has_the_mappers_tables(connection: sqlite3.Connection) -> None:
    with closing(sqlcipher3.connect(":memory:")) as derived:
        for table in METADATA.sorted_tables:
            derived.execute(str(CreateTable(table).compile(dialect=sqlite.dialect())))
        assert columns(connection) == columns(derived)


def test_the_file_says_what_it_is(connection: sqlite3.Connection) -> None:
    assert number(connection, "application_id") == APPLICATION_ID
    assert version_of(connection) == STEPS[-1].version


def test_steps_come_in_order_and_minor_after_major() -> None:
    versions = [step.version for step in STEPS]
    assert versions == sorted(set(versions))
    assert versions[0] == 1000


def test_a_step_runs_once_and_empties_the_undo_journal(connection: sqlite3.Connection) -> None:
    kept = rows(connection)
    migrate(connection, (*STEPS, REBUILD))
    assert version_of(connection) == 2000
    assert connection.execute("SELECT count(*) FROM journal").fetchone() == (0,)
    assert connection.execute("SELECT value FROM setting").fetchall() == [("Jonas",)]
    assert len(rows(connection)["card"]) == len(kept["card"])
    migrate(connection, (*STEPS, REBUILD))
    assert number(connection, "foreign_keys") == 1


def test_a_step_that_breaks_off_anywhere_leaves_the_old_schema(connection: sqlite3.Connection) -> None:
    old, kept = schema(connection), rows(connection)
    statements = list(REBUILD.statements())
    for count in range(len(statements) + 1):
        broken = Step(2000, "".join(statements[:count]) + "SELECT no_such_function();\n")
        with pytest.raises(sqlcipher3.OperationalError):
            migrate(connection, (*STEPS, broken))
        assert (schema(connection), rows(connection)) == (old, kept)
        assert version_of(connection) == STEPS[-1].version


def test_a_step_that_leaves_orphans_is_undone(connection: sqlite3.Connection) -> None:
    kept = rows(connection)
    with pytest.raises(CheckError):
        migrate(connection, (*STEPS, Step(2000, "DELETE FROM course;\n")))
    assert rows(connection) == kept


def test_there_is_a_golden_file_of_every_version() -> None:
    assert [f"v{step.version // 1000}.{step.version % 1000}" for step in STEPS] == GOLDEN


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_file_opens_whole_and_can_be_written_to(name: str, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    shutil.copytree(FIXTURES / name, folder.root)
    store = Store.open(folder, unlock_with_password(folder, PASSWORD))
    entities = store.load("course")
    later = {kind for version, kinds in NEW_IN.items() if version > name for kind in kinds}
    assert {type(entity).__name__ for entity in entities} == set(KINDS) - later
    assert [draft.text for draft in store.drafts()] == ["Vi har set, at"]
    assert store.setting("name") == "Jonas"
    assert store.search("østergård")
    assert store.meetings()[0].course_name
    card = next(entity for entity in entities if type(entity).__name__ == "Card")
    store.commit("course", changing(card, text="Nyt"))
    store.close()


def test_the_newest_golden_file_holds_exactly_what_was_put_in(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    shutil.copytree(FIXTURES / GOLDEN[-1], folder.root)
    with closing(open_connection(folder.database, unlock_with_password(folder, PASSWORD))) as connection:
        connection.execute("PRAGMA cipher_integrity_check").fetchall()
    store = Store.open(folder, unlock_with_password(folder, PASSWORD))
    assert sorted(store.load("course"), key=lambda entity: entity.id) == sorted(
        one_of_each(), key=lambda entity: entity.id
    )
    store.close()
