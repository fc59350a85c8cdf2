"""Entities ↔ plain values: what a dataclass field looks like in a column and in JSON, derived from its type."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from tvm_desktop.domain.entities import KINDS, Entity

Value: TypeAlias = Any  # what a field, a column or JSON holds: only the codec knows its type
Turn = Callable[[Value], Value]


@dataclass(frozen=True, slots=True)
class Codec:
    """How one type is written and read. ``column`` is the SQL type; ``nested`` values become JSON text in a column."""

    column: str
    plain: Turn
    value: Turn
    optional: bool = False
    nested: bool = False

    def to_column(self, value: Value) -> Value:
        """Return what a column holds."""
        return json.dumps(self.plain(value), ensure_ascii=False) if self.nested else self.plain(value)

    def from_column(self, stored: Value) -> Value:
        """Return the value that a column holds."""
        return self.value(json.loads(stored) if self.nested else stored)


@dataclass(frozen=True, slots=True)
class EntityMapper:
    """How one kind of entity is written and read."""

    kind: type[Entity]
    codecs: Mapping[str, Codec]

    def to_columns(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Turn some or all fields into column values."""
        return {name: self.codecs[name].to_column(value) for name, value in values.items()}

    def from_columns(self, row: Sequence[Any]) -> Entity:
        """Make an entity of a whole row, its columns in the order of the fields."""
        pairs = zip(self.codecs.items(), row, strict=True)
        return self.kind(**{name: codec.from_column(stored) for (name, codec), stored in pairs})

    def to_plain(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Turn some or all fields into what JSON can hold."""
        return {name: self.codecs[name].plain(value) for name, value in values.items()}

    def from_plain(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Turn what JSON holds back into field values."""
        return {name: self.codecs[name].value(value) for name, value in values.items()}


def whole_text(text: str) -> str:
    """Return a text that UTF-8 can hold: half a surrogate pair, as some editors leave it, becomes one mark."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def instant(value: datetime) -> str:
    """Write an instant in UTC so that it sorts as text. Raises ValueError when it has no zone."""
    if value.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _same(value: Value) -> Value:
    return value


def _simple(column: str, plain: Turn = _same, value: Turn = _same) -> Codec:
    return Codec(column, plain, value)


_SIMPLE: dict[type, Codec] = {
    str: _simple("TEXT", whole_text),
    bool: _simple("INTEGER", int, bool),
    int: _simple("INTEGER"),
    float: _simple("REAL", float, float),
    date: _simple("TEXT", date.isoformat, date.fromisoformat),
    time: _simple("TEXT", time.isoformat, time.fromisoformat),
    datetime: _simple("TEXT", instant, datetime.fromisoformat),
}


def codec_of(hint: object) -> Codec:
    """Return the codec of a type. Raises TypeError for a type that no entity may have."""
    if isinstance(hint, type) and hint in _SIMPLE:
        return _SIMPLE[hint]
    if get_origin(hint) in (Union, UnionType):
        return _optional(hint)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _simple("TEXT", lambda member: member.value, hint)
    raise TypeError(f"no entity may hold a {hint}")


def _optional(hint: object) -> Codec:
    (inner,) = (codec_of(arg) for arg in get_args(hint) if arg is not NoneType)
    return Codec(
        inner.column,
        lambda value: None if value is None else inner.plain(value),
        lambda stored: None if stored is None else inner.value(stored),
        optional=True,
    )


def _tuple(args: tuple[Any, ...]) -> Codec:
    if args[-1] is Ellipsis:
        one = codec_of(args[0])
        return Codec(
            "TEXT",
            lambda value: [one.plain(item) for item in value],
            lambda stored: tuple(one.value(item) for item in stored),
            nested=True,
        )
    each = [codec_of(arg) for arg in args]
    return Codec(
        "TEXT",
        lambda value: [codec.plain(item) for codec, item in zip(each, value, strict=True)],
        lambda stored: tuple(codec.value(item) for codec, item in zip(each, stored, strict=True)),
        nested=True,
    )


def mapper_of(kind: type[Entity]) -> EntityMapper:
    """Derive the mapper of a kind of entity from its fields."""
    hints = get_type_hints(kind)
    return EntityMapper(kind, {field.name: codec_of(hints[field.name]) for field in fields(kind)})


MAPPERS: dict[str, EntityMapper] = {name: mapper_of(kind) for name, kind in KINDS.items()}
