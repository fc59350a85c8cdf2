"""Ways to spoil a file: its bytes, or the values of what is written in it."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from random import Random

Json: TypeAlias = Any  # whatever can stand in a JSON text
_ODD: tuple[Json, ...] = (
    None,
    True,
    0,
    -1,
    2**63,
    10**400,
    1e308,
    0.1,
    "",
    "x",
    "\x00",
    "\ud800",
    "../../etc/passwd",
    "<b>fed</b>",
    "’; DROP TABLE card; --",
    "9999-12-31T23:59:59+00:00",
    "0001-01-01T00:00:00-14:00",
    "2026-02-30",
    "Å" * 5000,
    "\u202e\u0301",
    [],
    {},
    [[[[[]]]]],
    {"id": "x"},
)


def spoiled_bytes(content: bytes, chance: Random) -> bytes:
    """Flip, cut, fill, repeat or move some bytes; sometimes several times."""
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        at = chance.randrange(len(content) + 1)
        to = min(len(content), at + chance.choice((1, 2, 16, 100, 4096)))
        content = chance.choice(_WAYS)(content, at, to, chance)
    return content


def _flip(content: bytes, at: int, to: int, chance: Random) -> bytes:
    some = bytes(byte ^ chance.randint(0, 255) for byte in content[at:to])
    return content[:at] + some + content[to:]


def _one_bit(content: bytes, at: int, _to: int, chance: Random) -> bytes:
    return (
        content[:at]
        + bytes(byte ^ 1 << chance.randrange(8) for byte in content[at : at + 1])
        + content[at + 1 :]
    )


def _cut_off(content: bytes, at: int, _to: int, _chance: Random) -> bytes:
    return content[:at]


def _cut_out(content: bytes, at: int, to: int, _chance: Random) -> bytes:
    return content[:at] + content[to:]


def _zeros(content: bytes, at: int, to: int, _chance: Random) -> bytes:
    return content[:at] + bytes(to - at) + content[to:]


def _twice(content: bytes, at: int, to: int, _chance: Random) -> bytes:
    return content[:to] + content[at:]


def _moved(content: bytes, at: int, to: int, chance: Random) -> bytes:
    there = chance.randrange(len(content) + 1)
    rest = content[:at] + content[to:]
    return rest[:there] + content[at:to] + rest[there:]


_WAYS = (_flip, _one_bit, _one_bit, _cut_off, _cut_out, _zeros, _twice, _moved)


def spoiled_values(data: Json, chance: Random) -> bytes:
    """Change one to four values of a JSON text: another kind, another's place, gone, twice, or one too many."""
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 4)):
        if not (found := places(data)):
            break
        inside, key = chance.choice(found)
        _spoil(inside, key, chance, data)
    return json.dumps(data).encode()


def places(data: Json) -> list[tuple[Any, Any]]:
    """List every value as (what holds it, its key or number)."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    found: list[tuple[Any, Any]] = []
    for key, value in pairs:
        found.append((data, key))
        if isinstance(value, dict | list):
            found += places(value)
    return found


def _spoil(inside: Json, key: Json, chance: Random, data: Json) -> None:
    way = chance.randrange(6)
    if way == 0:
        del inside[key]
    elif way == 1:
        other, place = chance.choice(places(data) or [(inside, key)])
        inside[key] = copy.deepcopy(other[place])
    elif way == 2 and isinstance(inside, list):
        inside.insert(chance.randrange(len(inside) + 1), copy.deepcopy(inside[key]))
    elif way == 3 and isinstance(inside, dict):
        inside[chance.choice(("id", "course_id", "cpr", "meeting_id", ""))] = copy.deepcopy(inside[key])
    else:
        inside[key] = chance.choice(_ODD)
