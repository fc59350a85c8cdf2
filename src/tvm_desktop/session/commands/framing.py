"""Answers to the framing. Agreement, a question and disagreement are equally right."""

from __future__ import annotations

from dataclasses import dataclass

from tvm_desktop.domain.entities import FramingAnswer, FramingSkip
from tvm_desktop.domain.enums import FramingReply
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.commands.base import Command, Stamp
from tvm_desktop.words import msg


@dataclass(frozen=True)
class AcceptFraming(Command):
    """Everybody is with these sentences."""

    label = msg("all are with it")
    statements: tuple[str, ...]

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add one answer for all, per sentence that has none; exceptions stay."""
        answered = {a.statement for a in record.all(FramingAnswer) if not a.person_id}
        return tuple(
            adding(FramingAnswer(id=stamp.new_id(), meeting_id=record.meeting_id, statement=statement))
            for statement in self.statements
            if statement not in answered
        )


@dataclass(frozen=True)
class AnswerFraming(Command):
    """One person answers a sentence; ``others_agree`` says that everybody else is with it."""

    label = msg("answer a sentence")
    statement: str
    reply: FramingReply
    person_id: str = ""
    comment: str = ""
    others_agree: bool = False

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the answer, or change the one this person gave."""
        rest = self.others_agree and self.person_id != ""
        others = AcceptFraming((self.statement,)).decide(record, stamp) if rest else ()
        for answer in record.all(FramingAnswer):
            if answer.statement == self.statement and answer.person_id == self.person_id:
                return (*changing(answer, reply=self.reply, comment=self.comment.strip()), *others)
        new = FramingAnswer(
            id=stamp.new_id(),
            meeting_id=record.meeting_id,
            statement=self.statement,
            person_id=self.person_id,
            reply=self.reply,
            comment=self.comment.strip(),
        )
        return (adding(new), *others)


@dataclass(frozen=True)
class SkipFraming(Command):
    """Go on without the framing, and say why."""

    label = msg("skip the framing")
    reason: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Note it once."""
        for skip in record.all(FramingSkip):
            return changing(skip, reason=self.reason)
        return (adding(FramingSkip(id=stamp.new_id(), meeting_id=record.meeting_id, reason=self.reason)),)
