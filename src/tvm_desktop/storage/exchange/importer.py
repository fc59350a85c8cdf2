"""Put the courses of an exchange file into the store, as a whole or not at all; nothing is ever overwritten."""

from __future__ import annotations

import secrets
from dataclasses import fields, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from tvm_desktop.domain.record import adding, removing
from tvm_desktop.errors import UserError
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile
from tvm_desktop.storage.exchange.reader import read_file, read_text
from tvm_desktop.storage.exchange.references import renamed
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tvm_desktop.storage.store import Store


def import_file(store: Store, path: Path, *, as_copy: bool = False) -> tuple[str, ...]:
    """Read a file into the store; return the ids of its courses. Raises UserError and leaves the store as it was."""
    return bring_in(store, read_file(path), as_copy=as_copy)


def import_text(store: Store, text: str, *, as_copy: bool = False) -> tuple[str, ...]:
    """Read the text of a file into the store; return the ids of its courses. Raises UserError."""
    return bring_in(store, read_text(text), as_copy=as_copy)


def bring_in(store: Store, file: ExchangeFile, *, as_copy: bool = False) -> tuple[str, ...]:
    """Store a checked file. ``as_copy`` gives everything new ids, so that a course can come in twice."""
    there = {row.id: row.name for row in store.courses()}
    courses = _copies(file, set(there.values())) if as_copy else file.courses
    if any(course.course.id in there for course in courses):
        raise UserError(
            msg(
                "The course is here already, and nothing is overwritten. It can be read in beside it as a copy."
            )
        )
    for format_ in file.formats:
        store.keep_format(format_.hash, format_.source)
    _store(store, courses)
    return tuple(course.course.id for course in courses)


def _store(store: Store, courses: tuple[CourseFile, ...]) -> None:
    stored: list[CourseFile] = []
    try:
        for course in courses:
            store.commit(course.course.id, [adding(entity) for entity in course.entities()])
            stored.append(course)
    except UserError:
        for course in stored:
            store.commit(course.course.id, [removing(entity) for entity in reversed(course.entities())])
        raise


def _copies(file: ExchangeFile, names: set[str]) -> tuple[CourseFile, ...]:
    new_ids: dict[str, str] = {}
    copies = []
    for held in file.courses:
        copy = _with_ids(held, lambda id_: new_ids.setdefault(id_, secrets.token_hex(10)))
        name = _free_name(held.course.name, names)
        names.add(name)
        copies.append(replace(copy, course=replace(copy.course, name=name)))
    return tuple(copies)


def _with_ids(held: CourseFile, rename: Callable[[str], str]) -> CourseFile:
    changed: dict[str, Any] = {}
    for field in fields(held):
        value = getattr(held, field.name)
        changed[field.name] = (
            tuple(renamed(entity, rename) for entity in value)
            if isinstance(value, tuple)
            else renamed(value, rename)
        )
    return CourseFile(**changed)


def _free_name(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(named for number in count(2) if (named := f"{name} ({number})") not in taken)
