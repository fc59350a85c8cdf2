from __future__ import annotations

from dataclasses import fields

import pytest

from tvm_desktop.domain.entities import KINDS
from tvm_desktop.storage.tables import TABLES, snake


@pytest.mark.parametrize(
    ("kind", "table"), [("Card", "card"), ("UnmetNeed", "unmet_need"), ("ParkedIdea", "parked_idea")]
)
def test_a_table_is_named_after_its_kind(kind: str, table: str) -> None:
    assert snake(kind) == TABLES[kind].name == table


def test_every_kind_has_a_table_with_its_fields_and_its_course() -> None:
    assert {kind: [column.name for column in table.columns] for kind, table in TABLES.items()} == {
        name: [*(field.name for field in fields(kind)), "course_id"] for name, kind in KINDS.items()
    }


def test_every_table_finds_its_course_and_its_meeting_through_an_index() -> None:
    for kind, table in TABLES.items():
        first = {next(iter(index.columns)).name for index in table.indexes if len(index.columns)}
        assert kind == "Course" or "course_id" in first
        assert "meeting_id" not in table.columns or "meeting_id" in first
