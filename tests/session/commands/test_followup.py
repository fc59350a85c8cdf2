"""Telling what became of an agreement: one answer for each, and the agreement carries it on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.again import again
from helpers.sessions import stamp, with_things
from tvm_desktop.domain.entities import Action, FollowUp
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.session.commands.followup import TellWhatBecame, TellWhatHelped

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def answers(record: Record) -> list[tuple[str, ActionStatus, str, str]]:
    return [(f.action_id, f.status, f.text, f.voice) for f in record.all(FollowUp)]


def test_the_answer_is_kept_with_this_meeting_and_the_agreement_has_its_new_status() -> None:
    record = after(again(), TellWhatBecame("a1", ActionStatus.PARTLY))
    assert answers(record) == [("a1", ActionStatus.PARTLY, "", "")]
    assert record.get(Action, "a1").status is ActionStatus.PARTLY
    assert record.all(FollowUp)[0].meeting_id == "minh-2"


def test_a_second_answer_takes_the_place_of_the_first() -> None:
    record = after(
        again(), TellWhatBecame("a1", ActionStatus.NOT_DONE), TellWhatBecame("a1", ActionStatus.DONE)
    )
    assert answers(record) == [("a1", ActionStatus.DONE, "", "")]


def test_what_made_the_difference_is_somebodys_words() -> None:
    record = after(
        again(), TellWhatBecame("a1", ActionStatus.DONE), TellWhatHelped("a1", " Gangen var tom. ", "hoa")
    )
    assert answers(record) == [("a1", ActionStatus.DONE, "Gangen var tom.", "hoa")]


def test_open_again_takes_an_answer_without_words_back() -> None:
    done, back = TellWhatBecame("a1", ActionStatus.DONE), TellWhatBecame("a1", ActionStatus.OPEN)
    record = after(again(), done, back)
    assert answers(record) == []
    assert record.get(Action, "a1").status is ActionStatus.OPEN
    record = after(again(), done, TellWhatHelped("a1", "Gangen var tom.", "hoa"), back)
    assert answers(record) == [("a1", ActionStatus.OPEN, "Gangen var tom.", "hoa")]


def test_words_can_come_before_the_answer_and_empty_ones_are_none() -> None:
    assert answers(after(again(), TellWhatHelped("a1", " ", "hoa"))) == []
    record = after(again(), TellWhatHelped("a1", "Gangen var tom.", "hoa"))
    assert answers(record) == [("a1", ActionStatus.OPEN, "Gangen var tom.", "hoa")]


def test_nobody_sees_the_answer_who_may_not_see_the_agreement() -> None:
    record = again()
    kept = replace(record.get(Action, "a1"), share=Share.NOT_TO, not_to=("emre",), fit_for_child=True)
    (told,) = after(with_things(record, kept), TellWhatBecame("a1", ActionStatus.DONE)).all(FollowUp)
    assert (told.share, told.not_to, told.fit_for_child) == (Share.NOT_TO, ("emre",), False)
