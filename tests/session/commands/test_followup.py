"""Telling what became of an agreement: one answer for each, and the agreement carries it on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from helpers.again import again
from helpers.sessions import stamp, with_things
from tvm_desktop.domain.entities import Action, FollowUp, Link, Position
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.domain.record import Record
from tvm_desktop.session.commands.followup import TellWhatBecame, TellWhatHelped
from tvm_desktop.session.commands.things import TakePosition

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command


MADE = stamp()


def after(record: Record, *commands: Command) -> Record:
    for command in commands:
        record = record.apply(command.decide(record, MADE))
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


def test_an_answer_that_somebody_sees_differently_is_not_taken_from_under_them() -> None:
    record = after(again(), TellWhatBecame("a1", ActionStatus.DONE))
    told = record.all(FollowUp)[0].id
    record = after(record, TakePosition(told, "hoa", "Nej."), TellWhatBecame("a1", ActionStatus.OPEN))
    assert answers(record) == [("a1", ActionStatus.OPEN, "", "")]
    assert [position.about for position in record.all(Position)] == [told]
    assert record.get(Action, "a1").status is ActionStatus.OPEN


def test_what_was_tied_to_an_answer_goes_with_it() -> None:
    record = after(again(), TellWhatBecame("a1", ActionStatus.DONE))
    told = record.all(FollowUp)[0].id
    tied = with_things(record, Link(id="tie", meeting_id="minh-2", upper="a1", lower=told))
    assert after(tied, TellWhatBecame("a1", ActionStatus.OPEN)).find(Link, "tie") is None


def test_words_before_the_answer_are_no_answer() -> None:
    done = after(again(), TellWhatBecame("a1", ActionStatus.DONE))
    record = after(third(done), TellWhatHelped("a1", "Gangen var tom.", "hoa"))
    assert answers(record) == [("a1", ActionStatus.OPEN, "Gangen var tom.", "hoa")]
    assert record.get(Action, "a1").status is ActionStatus.DONE


def test_an_agreement_whose_answer_is_taken_back_stands_as_the_meeting_before_said() -> None:
    second = after(again(), TellWhatBecame("a1", ActionStatus.PARTLY))
    record = after(third(second), TellWhatBecame("a1", ActionStatus.DONE))
    assert record.get(Action, "a1").status is ActionStatus.DONE
    back = after(record, TellWhatBecame("a1", ActionStatus.OPEN))
    assert back.get(Action, "a1").status is ActionStatus.PARTLY


def test_correcting_an_earlier_meetings_answer_leaves_what_a_later_one_said() -> None:
    second = after(again(), TellWhatBecame("a1", ActionStatus.PARTLY))
    told = after(third(second), TellWhatBecame("a1", ActionStatus.DONE))
    earlier = Record(again().meeting_id, told.rows)
    for status in (ActionStatus.NOT_DONE, ActionStatus.OPEN):
        earlier = after(earlier, TellWhatBecame("a1", status))
        assert earlier.get(Action, "a1").status is ActionStatus.DONE


def third(record: Record) -> Record:
    """Return the same course four weeks later still, with its third meeting open."""
    second = record.meeting
    assert second.starts
    meeting = replace(second, id="minh-3", starts=second.starts + timedelta(weeks=4))
    return Record.of(meeting.id, [*record.entities(), meeting])
