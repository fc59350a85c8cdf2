"""The framing: one key when all are with it, exceptions noted, and no answer is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import FramingAnswer, FramingSkip
from tvm_desktop.domain.enums import FramingReply
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.ui.facilitator.panels.framing import FramingPanel

if TYPE_CHECKING:
    from helpers.table import Table


@pytest.fixture
def framing(table: Table) -> Table:
    table.look_at("framing")
    table.page.page.setFocus()
    return table


def panel(table: Table) -> FramingPanel:
    page = table.page.page
    assert isinstance(page, FramingPanel)
    return page


def answers(table: Table) -> list[tuple[str, FramingReply, str]]:
    return [(a.person_id, a.reply, a.comment) for a in table.record.all(FramingAnswer)]


def test_one_key_says_that_all_are_with_it_and_reads_on(framing: Table) -> None:
    framing.keys.press("E", "E")
    assert answers(framing) == [("", FramingReply.AGREE, "")] * 2
    assert panel(framing).current == 2
    assert panel(framing).rows[0].answer.text() == "✓ all"


def test_a_question_is_noted_with_who_asks_it(framing: Table) -> None:
    framing.keys.press("Ctrl+3", "S")
    framing.keys.type("Må jeg sige nej?", "Return")
    who = framing.page.desk.voices[2].id
    assert (who, FramingReply.QUESTION, "Må jeg sige nej?") in answers(framing)
    assert "question" in panel(framing).rows[0].answer.text()


def test_somebody_who_does_not_agree_needs_no_reason(framing: Table) -> None:
    framing.keys.press("Ctrl+2", "I", "Return")
    who = framing.page.desk.voices[1].id
    assert (who, FramingReply.DISAGREE, "") in answers(framing)
    framing.keys.press("Down", "E")
    assert panel(framing).current == 2


def test_a_second_thought_replaces_the_first(framing: Table) -> None:
    framing.keys.press("Ctrl+2", "I", "Return", "S")
    framing.keys.type("Hvorfor?", "Return")
    who = framing.page.desk.voices[1].id
    assert [a for a in answers(framing) if a[0] == who] == [(who, FramingReply.QUESTION, "Hvorfor?")]


def test_everything_at_once_with_the_mouse(framing: Table) -> None:
    framing.click(panel(framing).all)
    assert len(answers(framing)) == len(panel(framing).step.statements)


def test_each_person_answers_when_the_meeting_is_set_so(framing: Table) -> None:
    meeting = framing.record.meeting
    framing.page.desk.bridge.do(EditMeeting(meeting.id, {"framing_per_person": True}))
    voices = [person.id for person in framing.page.desk.voices]
    framing.page.desk.choose_voice(voices[0])
    framing.keys.press("E")
    assert answers(framing) == [(voices[0], FramingReply.AGREE, "")]
    assert framing.page.desk.voice == voices[1]
    framing.keys.press(*["E"] * (len(voices) - 1))
    assert panel(framing).current == 1
    assert framing.page.desk.voice == voices[0]


def test_going_on_without_it_may_have_a_reason(framing: Table) -> None:
    framing.click(panel(framing).skip)
    framing.keys.type("Vi gjorde det sidst.", "Return")
    (skip,) = framing.record.all(FramingSkip)
    assert skip.reason == "Vi gjorde det sidst."


def test_the_wall_follows_what_is_read(framing: Table) -> None:
    framing.page.session.projector.show()
    framing.keys.press("Down", "Down")
    body = framing.page.session.projector.live_frame().body
    assert panel(framing).step.statements[2].text.say("da", "Minh") in repr(body)


def test_letters_in_the_answer_are_only_letters(framing: Table) -> None:
    framing.keys.press("S")
    framing.keys.type("sie SIE", "Return")
    assert [comment for _, _, comment in answers(framing) if comment] == ["sie SIE"]


def test_questions_stand_at_the_side(framing: Table) -> None:
    framing.keys.press("Ctrl+2", "S")
    framing.keys.type("Må jeg sige nej?", "Return")
    assert framing.page.side.hints.isVisible()


def test_answers_cannot_be_given_in_a_closed_meeting(framing: Table) -> None:
    framing.page.end()
    framing.page.retranslate()
    before = framing.record
    framing.page.page.press("E")
    assert framing.record is before
