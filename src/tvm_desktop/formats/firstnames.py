"""Which words are names, from ``resources/reference/first-names.toml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tvm_desktop.domain.watching import NameList
from tvm_desktop.errors import UserError
from tvm_desktop.formats.reader import read_toml
from tvm_desktop.formats.table import Problems
from tvm_desktop.resources import resource
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "first-names.toml"


@cache
def first_names() -> NameList:
    """Return the list of names. Raises UserError when the file is broken."""
    problems = Problems(_FILE)
    values = read_toml(resource("reference", _FILE).read_bytes(), problems) or {}
    lists = [_words(values, key, problems) for key in ("clear", "also_words", "never")]
    if problems.found:
        raise UserError(msg("The list of names cannot be read."), problems.found)
    clear, also_words, never = lists
    return NameList(clear - also_words - never, also_words - never, never)


def _words(values: Mapping[str, Any], key: str, problems: Problems) -> frozenset[str]:
    value = values.get(key)
    if not isinstance(value, str):
        problems.add(key, msg("must be text in quotation marks."))
        return frozenset()
    return frozenset(word.casefold() for word in value.split())
