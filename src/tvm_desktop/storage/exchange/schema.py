"""The JSON Schema of an exchange file, made from the types that read it. Run as a module, it prints the schema."""

from __future__ import annotations

import json
import sys
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from tvm_desktop.storage.exchange.check import ID
from tvm_desktop.storage.exchange.model import VERSION, ExchangeFile
from tvm_desktop.storage.exchange.values import CLOCK, DATE, INSTANT, LARGEST
from tvm_desktop.words import LANGUAGES

_VALUES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0, "maximum": LARGEST},
    float: {"type": "number", "minimum": -LARGEST, "maximum": LARGEST},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": DATE},
    time: {"type": "string", "pattern": CLOCK},
    datetime: {"type": "string", "format": "date-time", "pattern": INSTANT},
    NoneType: {"type": "null"},
}
_FIELDS: dict[tuple[str, str], dict[str, Any]] = {
    ("ExchangeFile", "version"): {"const": VERSION},
    ("Meeting", "language"): {"enum": list(LANGUAGES)},
    ("FormatText", "hash"): {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}


def schema() -> dict[str, Any]:
    """Return the schema (JSON Schema 2020-12)."""
    kinds: dict[str, dict[str, Any]] = {}
    whole = _kind(ExchangeFile, kinds)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Exchange file of tvm_desktop (*.tvm.json)",
        **whole,
        "required": ["version", "courses"],
        "$defs": dict(sorted(kinds.items())),
    }


def schema_text() -> str:
    """Return the schema as it stands in ``resources/exchange.schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _kind(kind: type, kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    needed = [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "properties": {name: _field(kind, name, hints[name], kinds) for name in names},
        "required": needed,
        "additionalProperties": False,
    }


def _field(kind: type, name: str, hint: object, kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if name == "id":
        return {"type": "string", "pattern": ID}
    return _FIELDS.get((kind.__name__, name)) or _value(hint, kinds)


def _value(hint: object, kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if hint in _VALUES:
        return dict(_VALUES[hint])
    if get_origin(hint) is tuple:
        return _items(get_args(hint), kinds)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": [choice.value for choice in hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        kinds[hint.__name__] = _kind(hint, kinds)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {"anyOf": [_value(part, kinds) for part in get_args(hint)]}


def _items(items: tuple[Any, ...], kinds: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if items[-1] is ...:
        return {"type": "array", "items": _value(items[0], kinds)}
    parts = [_value(item, kinds) for item in items]
    return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
