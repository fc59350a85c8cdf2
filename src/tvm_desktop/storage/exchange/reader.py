"""Read and check an exchange file, before anything is stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cattrs.errors import BaseValidationError

from tvm_desktop.errors import UserError
from tvm_desktop.storage.exchange.check import check
from tvm_desktop.storage.exchange.convert import converter
from tvm_desktop.storage.exchange.model import MAX_BYTES, VERSION, ExchangeFile
from tvm_desktop.storage.exchange.problems import at, found_in, unreadable
from tvm_desktop.storage.exchange.values import WrongValueError, shown
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from pathlib import Path

NOT_OURS = msg("This is not a file with courses from this program. Nothing was changed.")
NEWER = msg(
    "The file was made by a newer version of the program. Update this one and try again. Nothing was changed."
)


def read_file(path: Path) -> ExchangeFile:
    """Read and check a file. Raises UserError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise too_large()
        return read_text(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise UserError(NOT_OURS) from None
    except OSError:
        raise cannot_be_opened(path) from None


def read_text(text: str) -> ExchangeFile:
    """Read and check the text of a file. Raises UserError whose details name every place that is wrong."""
    if len(text) > MAX_BYTES:
        raise too_large()
    data = _json(text)
    if not isinstance(data, dict) or not {"version", "courses"} <= data.keys():
        raise UserError(NOT_OURS)
    version = data["version"]
    if type(version) is int and version > VERSION:
        raise UserError(NEWER)
    if version != VERSION:
        raise unreadable([at("version", msg("the version is a number from 1"))])
    return _checked(data)


def _checked(data: dict[str, Any]) -> ExchangeFile:
    try:
        file: ExchangeFile = converter().structure(data, ExchangeFile)
    except (BaseValidationError, WrongValueError) as error:
        raise unreadable(list(found_in(error))) from None
    if wrong := list(check(file)):
        raise unreadable(wrong)
    return file


def _json(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except WrongValueError as error:
        raise unreadable([at("", error.message)]) from None
    except json.JSONDecodeError as error:
        raise unreadable([_broken_at(error)]) from None
    except (RecursionError, ValueError):
        # A pit of brackets, or a number of thousands of digits.
        raise UserError(NOT_OURS) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise WrongValueError(msg("the field “{name}” stands twice in one object", name=shown(twice)))
    return held


def _no_number(word: str) -> float:
    raise WrongValueError(msg("“{value}” is no number", value=word))


def _broken_at(error: json.JSONDecodeError) -> Message:
    return msg(
        "line {line}, character {column}: the file breaks off or is not written as JSON",
        line=error.lineno,
        column=error.colno,
    )


def cannot_be_opened(path: Path) -> UserError:
    """Return the error about a file that is not there, or not for us to read."""
    return UserError(
        msg(
            "The file “{name}” cannot be opened. Check that it is there and that you may read it. "
            "Nothing was changed.",
            name=path.name,
        )
    )


def too_large() -> UserError:
    """Return the error about a file that no honest course fills."""
    size = MAX_BYTES // 1_000_000
    return UserError(msg("The file is larger than {size} MB. Nothing was changed.", size=size))
