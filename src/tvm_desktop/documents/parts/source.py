"""What every part of a paper is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.parts.people import children
from tvm_desktop.domain.entities import Shared
from tvm_desktop.domain.leftout import without
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.sharing import may_print
from tvm_desktop.formats.model import MeetingFormat
from tvm_desktop.words import Message, msg, say

S = TypeVar("S", bound=Shared)


@dataclass(frozen=True, slots=True)
class Source:
    """The record, and the gate through which its texts go: who gets this copy, and whether only children do."""

    record: Record
    format: MeetingFormat | None
    audience: Audience
    language: str
    receivers: frozenset[str]
    to_child: bool

    @classmethod
    def of(cls, record: Record, fmt: MeetingFormat | None, audience: Audience, language: str) -> Source:
        """Return what a paper for one audience is made from."""
        receivers, to_child = audience.receivers_in(record), audience.only_children(record)
        return cls(without(record, audience.left_out), fmt, audience, language, receivers, to_child)

    def may(self, thing: Shared) -> bool:
        """Tell whether everybody who gets this copy may read a text."""
        return may_print(thing, self.receivers, to_child=self.to_child)

    def say(self, message: Message) -> str:
        """Say a message in the paper's language."""
        return say(message, self.language)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What a copy says that does not hold everything; never whose words are missing."""
        return (self.say(msg("Something is left out of this copy.")),) if self.audience.left_out else ()

    def all(self, kind: type[S]) -> list[S]:
        """List all of a kind that may stand on this copy."""
        return [thing for thing in self.record.all(kind) if self.may(thing)]

    @property
    def child(self) -> str:
        """The child's everyday name; several children are what their course is called."""
        found = children(self.record)
        if len(found) == 1:
            return self.record.called(found[0].id)
        return self.record.course.name.strip() or self.say(msg("the child"))
