"""A worry said whole: who is worried, about what, and what may happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.wording import sentence as ended
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Statement
    from tvm_desktop.domain.record import Record


def sentence(record: Record, statement: Statement, language: str) -> str:
    """Return all of it: "Lise, mormor og mor er bekymrede. Far drikker om lørdagen. Freja kan blive bange."."""
    return " ".join(part for part in (lead(record, statement, language), rest(statement)) if part)


def rest(statement: Statement) -> str:
    """Return what the worry is about, and what may happen."""
    return " ".join(part for part in (ended(statement.text), ended(statement.future)) if part)


def lead(record: Record, statement: Statement, language: str) -> str:
    """Return who is worried, as a sentence; "" while nobody is named."""
    names = [name for name in map(record.called, statement.worried) if name]
    if not names:
        return ""
    *others, last = names
    if not others:
        said = msg("{name} is worried.", name=last)
    else:
        both = msg("{names} and {last}", names=", ".join(others), last=last)
        said = msg("{names} are worried.", names=both)
    text = say(said, language)
    return f"{text[:1].upper()}{text[1:]}"
