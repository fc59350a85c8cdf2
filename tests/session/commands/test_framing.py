from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import FramingAnswer, FramingSkip
from tvm_desktop.domain.enums import FramingReply
from tvm_desktop.session.commands.framing import AcceptFraming, AnswerFraming, SkipFraming

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command

ASK, NO, YES = FramingReply.QUESTION, FramingReply.DISAGREE, FramingReply.AGREE


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def answers(record: Record) -> list[tuple[str, str, FramingReply]]:
    return sorted((a.statement, a.person_id, a.reply) for a in record.all(FramingAnswer))


def test_one_key_says_all_are_with_it_and_exceptions_stay() -> None:
    record = after(minh(), AcceptFraming(("ask", "leader")), AcceptFraming(("leader",)))
    assert answers(record) == [("ask", "", YES), ("ask", "duc", ASK), ("leader", "", YES)]


def test_one_person_may_change_their_mind() -> None:
    record = after(minh(), AnswerFraming("ask", NO, "duc", " Det er ikke rigtigt. "))
    assert answers(record) == [("ask", "duc", NO)]
    assert record.all(FramingAnswer)[0].comment == "Det er ikke rigtigt."


def test_an_exception_is_one_step_with_everybody_elses_yes() -> None:
    record = after(minh(), AnswerFraming("new", NO, "hoa", others_agree=True))
    assert answers(record)[-2:] == [("new", "", YES), ("new", "hoa", NO)]


def test_skipping_is_noted_once_with_its_reason() -> None:
    record = after(minh(), SkipFraming(), SkipFraming("Vi kender den"))
    assert [skip.reason for skip in record.all(FramingSkip)] == ["Vi kender den"]
