"""Read typed dates and clock times, and put names in the Danish order."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCollator, QLocale

from tvm_desktop.domain import when
from tvm_desktop.domain.days import read_day
from tvm_desktop.domain.wording import shortened
from tvm_desktop.ui.prepare.kept import RefusedError
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, time

T = TypeVar("T")
_DIGITS = re.compile(r"^(\d{1,2})(\d{2})$")


def typed_clock(text: str) -> time | None:
    """Read "14.30", "kl. 14", "1430"; None when empty. Raises RefusedError with a sentence when it is no time."""
    if not text.strip():
        return None
    found = when.read_clock(_DIGITS.sub(r"\1.\2", text.strip()))
    if found is None:
        raise RefusedError(
            msg("“{text}” is not a clock time. Write for example 14.30.", text=shortened(text))
        )
    if isinstance(found, Message):
        raise RefusedError(found)
    return found


def typed_date(text: str, today: date) -> date | None:
    """Read "13. januar 2026", "13/1", "på fredag"; None when empty. Raises RefusedError when there is no such date."""
    tidy = " ".join(text.split()).casefold()
    if not tidy:
        return None
    found = read_day(tidy, today)
    if found and found.problem:
        raise RefusedError(found.problem)
    if found is None or found.date is None or found.rest.strip(" ."):
        raise RefusedError(
            msg("“{text}” is not a date. Write for example 13 January 2026.", text=shortened(text))
        )
    return found.date


def danish_order(things: Iterable[T], *, key: Callable[[T], str]) -> list[T]:
    """Sort as a Danish list of names does: æ, ø and å last."""
    return sorted(things, key=lambda thing: _collator().sortKey(key(thing)))


@cache
def _collator() -> QCollator:
    collator = QCollator(QLocale(QLocale.Language.Danish))
    collator.setNumericMode(True)
    return collator
