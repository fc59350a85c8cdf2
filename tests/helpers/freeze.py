"""Write version 1's tables from the entities: ``python tests/helpers/freeze.py``.

To be used only until version 1 is released; from then on a change of an entity needs a new step, and
``tests/storage/test_migrations.py`` says so when the two differ.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from tvm_desktop.storage.tables import METADATA


def tables_sql() -> str:
    """Return the statements that make the mapper's tables and indexes."""
    dialect = sqlite.dialect()
    statements = []
    for table in METADATA.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes]
    return "".join(f"{statement};\n" for statement in statements)


def main() -> None:
    """Write the file in its place."""
    spec = importlib.util.find_spec("tvm_desktop.storage")
    if spec is None or spec.origin is None:
        raise SystemExit("tvm_desktop is not installed here")
    target = Path(spec.origin).parent / "migrations" / "001_tables.sql"
    target.write_text(tables_sql(), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
