"""The schema in ``resources`` is the one that the types give, and it says what the reader says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from helpers.records import courses
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.demo import demo_files
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile
from tvm_desktop.storage.exchange.schema import schema_text
from tvm_desktop.storage.exchange.writer import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.domain.entities import Entity

WRITTEN = resource("exchange.schema.json").read_text("utf-8")
VALIDATOR = Draft202012Validator(json.loads(WRITTEN))


def test_the_schema_is_the_one_that_the_types_give() -> None:
    hint = "python -m tvm_desktop.storage.exchange.schema > resources/exchange.schema.json"
    assert schema_text() == WRITTEN, hint


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(json.loads(WRITTEN))


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_the_invented_courses_fit_the_schema(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text("utf-8")))


@settings(max_examples=25)
@given(courses())
def test_whatever_is_written_fits_the_schema(entities: list[Entity]) -> None:
    VALIDATOR.validate(json.loads(write_text(ExchangeFile(courses=(CourseFile.of(entities),)))))


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "worrry"), ("text", 5), ("colour", "red"), ("not_to", "x"), ("rank", "1"), ("id", "a b")],
)
def test_the_schema_finds_what_the_reader_finds(minh: dict[str, Any], field: str, value: object) -> None:
    minh["courses"][0]["cards"][0][field] = value
    (error,) = VALIDATOR.iter_errors(minh)
    assert list(error.absolute_path)[:4] == ["courses", 0, "cards", 0]
