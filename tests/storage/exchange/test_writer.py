"""What is written is read back the same, whatever anybody said, and byte for byte the same each time."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.records import course_of, courses
from helpers.stores import make_store
from tvm_desktop.domain.entities import Course, Entity, Link, Meeting, ParkedIdea, Position, Shared
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.resources import resource
from tvm_desktop.session.commands.base import remove_with_ties
from tvm_desktop.storage.exchange.demo import demo_files, with_formats
from tvm_desktop.storage.exchange.importer import bring_in, import_text
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile, FormatText
from tvm_desktop.storage.exchange.reader import read_file, read_text
from tvm_desktop.storage.exchange.writer import export_course, write_text

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store


def by_id(entities: list[Entity]) -> dict[str, Entity]:
    """Sort out entities by their ids."""
    return {entity.id: entity for entity in entities}


@settings(max_examples=40)
@given(courses(), st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.text("æø ✓", max_size=9))
def test_what_is_written_is_read_back_the_same(
    entities: list[Entity], anchor: date | None, source: str
) -> None:
    form = FormatText(hash=sha256(source.encode()).hexdigest(), source=source)
    file = ExchangeFile(anchor=anchor, courses=(CourseFile.of(entities),), formats=(form,))
    text = write_text(file)
    assert read_text(text) == file
    assert write_text(read_text(text)) == text


@settings(max_examples=15)
@given(courses())
def test_a_course_goes_from_one_store_to_another_and_nothing_is_lost(entities: list[Entity]) -> None:
    course = course_of(entities)
    with tempfile.TemporaryDirectory() as folder:
        here, there = make_store(Path(folder, "here")), make_store(Path(folder, "there"))
        here.commit(course.id, [adding(entity) for entity in entities])
        text = export_course(here, course.id)
        import_text(there, text)
        assert by_id(there.load(course.id)) == by_id(entities)
        assert export_course(there, course.id) == text
        here.close()
        there.close()


def test_the_invented_courses_come_back_as_they_went_in(store: Store) -> None:
    formats = FormatLibrary.load().formats
    for path in demo_files():
        file = replace(with_formats(read_file(path), formats), anchor=None)
        (course_id,) = bring_in(store, file)
        assert read_text(export_course(store, course_id)) == file


def test_the_invented_courses_are_written_as_the_program_writes_them() -> None:
    for path in demo_files():
        assert write_text(read_file(path)) == path.read_text("utf-8"), path.name


def test_a_form_that_nobody_kept_is_named_by_its_id_alone(store: Store) -> None:
    meeting = Meeting(id="m", format_id="ours", format_hash="0" * 64)
    course = Course(
        id="c", name="Aya", created=read_file(resource("demo", "elif.tvm.json")).courses[0].course.created
    )
    store.commit("c", [adding(course), adding(meeting)])
    (read,) = read_text(export_course(store, "c")).courses
    assert read.meetings == (replace(meeting, format_hash=""),)


def test_a_text_of_any_script_stands_readable_in_the_file() -> None:
    text = resource("demo", "oleksandr.tvm.json").read_text("utf-8")
    assert "Олександр" in text
    assert "\\u" not in text


@settings(max_examples=40)
@given(st.data(), courses())
def test_what_is_left_after_a_removal_can_still_be_handed_over(
    data: st.DataObject, entities: list[Entity]
) -> None:
    record = Record.of("", entities)
    loose = [entity.id for entity in entities if isinstance(entity, Shared | Position | ParkedIdea | Link)]
    gone = data.draw(st.lists(st.sampled_from(loose or ["nothing"]), max_size=3, unique=True))
    left = record.apply(remove_with_ties(record, gone)).entities()
    file = ExchangeFile(courses=(CourseFile.of(left),))
    assert read_text(write_text(file)) == file
