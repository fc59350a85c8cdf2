"""Reading in adds; it never overwrites, and it never stops half-way."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tvm_desktop.domain.record import Record
from tvm_desktop.errors import UserError
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.demo import with_formats
from tvm_desktop.storage.exchange.importer import HereAlreadyError, bring_in, import_file, import_text
from tvm_desktop.storage.exchange.reader import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.store import Store

MINH = resource("demo", "minh.tvm.json")
ELIF = resource("demo", "elif.tvm.json")


def kinds(store: Store, course_id: str) -> dict[str, int]:
    """Count a course's entities by kind."""
    record = Record.of("", store.load(course_id))
    return {kind: len(rows) for kind, rows in record.rows.items()}


def test_a_file_is_read_in_whole(store: Store) -> None:
    assert import_file(store, MINH) == ("minh",)
    assert [row.name for row in store.courses()] == ["Minh"]
    assert len(store.load("minh")) == len(read_file(MINH).courses[0].entities())


def test_a_course_that_is_here_is_never_overwritten(store: Store, minh: dict[str, Any]) -> None:
    import_file(store, MINH)
    before = store.load("minh")
    minh["courses"][0]["cards"][0]["text"] = "something else"
    with pytest.raises(UserError, match="nothing is overwritten"):
        import_text(store, json.dumps(minh))
    assert store.load("minh") == before


def test_a_copy_stands_beside_the_course(store: Store) -> None:
    import_file(store, MINH)
    first = import_file(store, MINH, as_copy=True)
    second = import_file(store, MINH, as_copy=True)
    assert {row.id: row.name for row in store.courses()} == {
        "minh": "Minh",
        first[0]: "Minh (2)",
        second[0]: "Minh (3)",
    }
    assert kinds(store, "minh") == kinds(store, first[0]) == kinds(store, second[0])


def test_a_copy_names_nothing_of_the_course_it_was_made_from(store: Store) -> None:
    (copy,) = import_file(store, MINH, as_copy=True)
    assert [row.name for row in store.courses()] == ["Minh"]
    assert "minh-" not in repr(store.load(copy))


def test_two_courses_come_in_together(store: Store, minh: dict[str, Any]) -> None:
    minh["courses"] += json.loads(ELIF.read_text("utf-8"))["courses"]
    assert import_text(store, json.dumps(minh)) == ("minh", "elif")
    assert {row.id for row in store.courses()} == {"minh", "elif"}


def test_when_the_second_of_two_courses_cannot_come_in_neither_does_the_first(
    store: Store, minh: dict[str, Any]
) -> None:
    import_file(store, ELIF)
    minh["courses"] += json.loads(ELIF.read_text("utf-8").replace('"id": "elif"', '"id": "other"'))["courses"]
    with pytest.raises(UserError, match="nothing is overwritten"):
        import_text(store, json.dumps(minh))
    assert [row.id for row in store.courses()] == ["elif"]
    assert store.load("minh") == []


def test_a_broken_file_leaves_nothing_behind(store: Store, minh: dict[str, Any]) -> None:
    minh["courses"][0]["step_times"][-1]["seconds"] = "many"
    with pytest.raises(UserError):
        import_text(store, json.dumps(minh))
    assert store.courses() == []


def test_the_forms_come_along(store: Store) -> None:
    file = with_formats(read_file(MINH), FormatLibrary.load().formats)
    bring_in(store, file)
    assert store.format_source(store.meetings()[0].format_hash) == file.formats[0].source


def test_what_is_read_in_is_found_by_searching(store: Store) -> None:
    import_file(store, MINH)
    assert "minh" in {hit.course_id for hit in store.search("cykelklub")}


def test_a_text_that_looks_like_code_stays_a_text(store: Store, minh: dict[str, Any], tmp_path: Path) -> None:
    said = "<b>'; DROP TABLE card; -- {0} %s \u202e \U0001f642 </para>"
    minh["courses"][0]["cards"][0]["text"] = said
    path = tmp_path / "a.tvm.json"
    path.write_text(json.dumps(minh), "utf-8")
    import_file(store, path)
    assert said in {getattr(entity, "text", "") for entity in store.load("minh")}


def test_where_something_is_here_already_not_even_the_form_is_kept(store: Store) -> None:
    file = with_formats(read_file(MINH), FormatLibrary.load(None).formats)
    held = file.courses[0]
    bring_in(
        store, replace(file, courses=(replace(held, course=replace(held.course, id="other")),), formats=())
    )
    with pytest.raises(HereAlreadyError):
        bring_in(store, file)
    assert [row.id for row in store.courses()] == ["other"]
    assert store.format_source(file.formats[0].hash) is None
