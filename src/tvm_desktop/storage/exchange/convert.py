"""Between JSON values and the typed file, by cattrs: strict both ways, unknown names refused."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from cattrs import Converter
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn

from tvm_desktop.domain import enums
from tvm_desktop.storage.exchange import values
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable

_READERS: dict[type, Callable[[Any], Any]] = {
    str: values.text,
    int: values.whole_number,
    float: values.number,
    bool: values.yes_no,
    date: values.day,
    time: values.clock,
    datetime: values.instant,
}


@cache
def converter() -> Converter:
    """Make the converter. A field that has its default is left out; a changed default needs a new file version."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True, omit_if_default=True)
    for kind, reader in _READERS.items():
        made.register_structure_hook(kind, _ignoring_type(reader))
    for kind in vars(enums).values():
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            made.register_structure_hook(kind, values.choice)
    made.register_structure_hook_factory(_is_tuple, _tuple_reader)
    made.register_structure_hook_factory(is_dataclass, _object_reader)
    made.register_unstructure_hook(datetime, values.written)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(time, time.isoformat)
    return made


def _ignoring_type(reader: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, _type: reader(value)


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _object_reader(kind: type[object], made: Converter) -> Callable[[Any, Any], Any]:
    read = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True)

    def checked(value: object, type_: object) -> object:
        if not isinstance(value, dict):
            raise values.WrongValueError(msg("an object with fields is expected here"))
        return read(value, type_)

    return checked


def _tuple_reader(kind: type[object], made: Converter) -> Callable[[Any, Any], Any]:
    items = get_args(kind)
    any_length = items[-1] is ...

    def checked(value: object, _type: object) -> object:
        if not isinstance(value, list):
            raise values.WrongValueError(msg("a list is expected here"))
        if not any_length and len(value) != len(items):
            raise values.WrongValueError(msg("a list of {count} is expected here", count=len(items)))
        return _read_items(value, kind, items[:1] * len(value) if any_length else items, made)

    return checked


def _read_items(
    value: list[Any], kind: type[object], items: tuple[Any, ...], made: Converter
) -> tuple[Any, ...]:
    read: list[Any] = []
    wrong: list[Exception] = []
    for index, (part, item) in enumerate(zip(value, items, strict=True)):
        try:
            read.append(made.get_structure_hook(item)(part, item))
        except (values.WrongValueError, BaseValidationError) as error:
            error.add_note(IterableValidationNote(str(index), index, item))
            wrong.append(error)
    if wrong:
        raise IterableValidationError(str(kind), wrong, kind)
    return tuple(read)
