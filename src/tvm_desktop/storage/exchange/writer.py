"""Write a course as an exchange file: the same course gives the same text, byte for byte."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Entity, Meeting
from tvm_desktop.storage.exchange.convert import converter
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile, FormatText
from tvm_desktop.storage.rows import UseAct

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store


def export_course(store: Store, course_id: str) -> str:
    """Return a course with the formats of its meetings as the text of an exchange file. The text is not encrypted.

    That it was written is noted in the use log.
    """
    text = write_text(course_file(store, course_id))
    store.log_use(UseAct.EXPORTED, course_id)
    return text


def course_file(store: Store, course_id: str) -> ExchangeFile:
    """Return a course with the formats of its meetings, as a file would hold it."""
    entities = store.load(course_id)
    hashes = sorted({entity.format_hash for entity in entities if isinstance(entity, Meeting)})
    sources = {hash_: source for hash_ in hashes if (source := store.format_source(hash_)) is not None}
    held = CourseFile.of(_with_known_format(entity, sources) for entity in entities)
    formats = tuple(FormatText(hash=hash_, source=source) for hash_, source in sources.items())
    return ExchangeFile(courses=(held,), formats=formats)


def write_text(file: ExchangeFile) -> str:
    """Return the text of an exchange file."""
    data = converter().unstructure(file)
    data = {"version": file.version, **data}
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _with_known_format(entity: Entity, sources: dict[str, str]) -> Entity:
    if isinstance(entity, Meeting) and entity.format_hash not in sources:
        # A meeting that has not begun may name a form that nobody has kept; its form's id is enough.
        return replace(entity, format_hash="")
    return entity
