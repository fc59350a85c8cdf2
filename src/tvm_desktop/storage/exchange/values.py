"""Strict readers of single values, and how each is written. Nothing is guessed: ``"5"`` is no number."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

DATE = r"^\d{4}-\d{2}-\d{2}$"
CLOCK = r"^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$"
INSTANT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$"
LARGEST = 10**9
_SHOWN = 60
T = TypeVar("T")


class WrongValueError(ValueError):
    """A value that cannot stand where it stands."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def text(value: object) -> str:
    """Read a text. NUL and lone surrogates cannot be kept by a database, and nobody types them."""
    if not isinstance(value, str):
        raise WrongValueError(msg("a text is expected here"))
    if "\0" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise WrongValueError(msg("the text holds a character that is no character"))
    return value


def whole_number(value: object) -> int:
    """Read a count: a whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
        raise WrongValueError(msg("a whole number from 0 to {largest} is expected here", largest=LARGEST))
    return value


def number(value: object) -> float:
    """Read a number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise WrongValueError(msg("a number is expected here"))
    return float(value)


def yes_no(value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise WrongValueError(msg("true or false is expected here"))
    return value


def day(value: object) -> date:
    """Read a date: ``2026-01-13``."""
    return _moment(value, DATE, date.fromisoformat, msg("a date is expected here, like 2026-01-13"))


def clock(value: object) -> time:
    """Read a time of the day: ``14:50``."""
    return _moment(value, CLOCK, time.fromisoformat, msg("a time is expected here, like 14:50"))


def instant(value: object) -> datetime:
    """Read an instant with its offset, ``2026-01-13T13:30:00Z``, and bring it to UTC."""
    expected = msg("a date and time with its zone is expected here, like 2026-01-13T13:30:00Z")
    return _moment(value, INSTANT, _in_utc, expected)


def choice(value: object, kind: type[StrEnum]) -> StrEnum:
    """Read one of a closed set."""
    if isinstance(value, str) and value in set(kind):
        return kind(value)
    choices = ", ".join(kind)
    if not isinstance(value, str):
        raise WrongValueError(msg("one of these is expected here: {choices}", choices=choices))
    raise WrongValueError(msg("“{value}” is not one of {choices}", value=shown(value), choices=choices))


def written(instant_: datetime) -> str:
    """Write an instant in UTC."""
    return instant_.astimezone(UTC).isoformat().replace("+00:00", "Z")


def shown(value: str) -> str:
    """Shorten a value of the file and make it safe to show in a message."""
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in value)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _moment(value: object, pattern: str, read: Callable[[str], T], expected: Message) -> T:
    if not isinstance(value, str) or not re.fullmatch(pattern, value, re.ASCII):
        raise WrongValueError(expected)
    try:
        return read(value)
    except (ValueError, OverflowError):
        raise WrongValueError(msg("“{value}” does not exist", value=value)) from None


def _in_utc(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(UTC)
