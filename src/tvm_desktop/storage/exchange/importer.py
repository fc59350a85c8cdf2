"""Put the courses of an exchange file into the store, as a whole or not at all; nothing is ever overwritten."""

from __future__ import annotations

import secrets
from dataclasses import fields, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import IntegrityError

from tvm_desktop.domain.record import adding
from tvm_desktop.errors import UserError
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile
from tvm_desktop.storage.exchange.reader import read_file, read_text
from tvm_desktop.storage.exchange.references import renamed
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tvm_desktop.storage.store import Store


class HereAlreadyError(UserError):
    """Something of the file is here already; nothing was changed."""


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
    if any(held.course.id in there for held in courses):
        raise _is_here()
    edits = {held.course.id: [adding(entity) for entity in held.entities()] for held in courses}
    try:
        store.commit_courses(edits, {format_.hash: format_.source for format_ in file.formats})
    except IntegrityError:
        # Something of the file, though not the course itself, has the id of something that is kept.
        raise _is_here() from None
    for held in courses:
        store.log_use(UseAct.IMPORTED, held.course.id)
    return tuple(held.course.id for held in courses)


def _is_here() -> HereAlreadyError:
    return HereAlreadyError(
        msg("The course is here already, and nothing is overwritten. With --copy it is read in beside it.")
    )


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
