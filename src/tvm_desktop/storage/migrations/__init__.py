"""The versions of the schema, each as frozen SQL text; a version that has been released never changes."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Step:
    """What brings a file to a version (major * 1000 + minor). A minor step only adds."""

    version: int
    sql: str

    def statements(self) -> Iterator[str]:
        """Yield the statements one by one; a trigger is one statement."""
        statement = ""
        for line in self.sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""


def _text(*names: str) -> str:
    folder = files(__name__)
    return "".join(folder.joinpath(name).read_text("utf-8") for name in names)


STEPS: tuple[Step, ...] = (
    Step(1000, _text("001_tables.sql", "001_search.sql")),
    Step(1001, _text("002_two_methods.sql")),
    Step(1002, _text("003_filing.sql")),
)
