"""What is wrong with a file and where: ``courses[0].cards[3].kind: “worrry” is not one of …``."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from tvm_desktop.errors import UserError
from tvm_desktop.storage.exchange.values import WrongValueError, shown
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LISTED = 50


def at(place: str, what: Message) -> Message:
    """Say what is wrong at a place."""
    return msg("{place}: {what}", place=place or msg("the file"), what=what)


def unreadable(found: Sequence[Message]) -> UserError:
    """Make the one error that lists everything that is wrong, as far as anybody would read."""
    details = list(islice(found, _LISTED))
    if len(found) > _LISTED:
        details.append(msgs("and {count} more", "and {count} more", len(found) - _LISTED))
    return UserError(msg("The file cannot be read in. Nothing was changed."), details)


def found_in(error: Exception, place: str = "") -> Iterator[Message]:
    """Go through everything that cattrs found wrong."""
    if isinstance(error, ClassValidationError):
        yield from _in_object(error, place)
    elif isinstance(error, IterableValidationError):
        for part, item in error.group_exceptions()[0]:
            yield from found_in(part, f"{place}[{item.index}]")
    elif isinstance(error, WrongValueError):
        yield at(place, error.message)
    elif isinstance(error, KeyError):
        yield at(place, msg("this is missing"))
    else:
        raise error


def _in_object(error: ClassValidationError, place: str) -> Iterator[Message]:
    named, others = error.group_exceptions()
    for part, field in named:
        yield from found_in(part, below(place, field.name))
    for other in others:
        if not isinstance(other, ForbiddenExtraKeysError):
            raise other
        for name in sorted(other.extra_fields):
            yield at(below(place, shown(name)), msg("there is no such field"))


def below(place: str, name: str) -> str:
    """Name a field of a place."""
    return f"{place}.{name}" if place else name
