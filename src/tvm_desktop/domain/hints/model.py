"""What a hint is: a sentence to the leader, what to look at, and a mark that changes when the thing does."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.record import Record, as_fields
from tvm_desktop.words import Message

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity

# Changing these does not change what a hint says.
_QUIET = {"rank", "share", "not_to", "fit_for_child"}


@dataclass(frozen=True, slots=True)
class Hint:
    """Something the leader may want to know. ``fingerprint`` stays until what it is about changes."""

    key: str
    about: tuple[str, ...]
    message: Message
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the sentence, and the ids of what it is about."""

    message: Message
    about: tuple[str, ...] = ()


Rule = Callable[[Record], list[Finding]]


def as_hint(key: str, finding: Finding, record: Record) -> Hint:
    """Give a finding its fingerprint."""
    things = [_told(entity) for i in finding.about if (entity := record.anything(i))]
    told = repr((key, finding.about, finding.message.text, sorted(finding.message.args.items()), things))
    mark = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return Hint(key, finding.about, finding.message, mark)


def _told(entity: Entity) -> list[tuple[str, object]]:
    return [(name, value) for name, value in as_fields(entity).items() if name not in _QUIET]
