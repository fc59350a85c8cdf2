"""Since last time on the wall: one agreement at a time with its answer, then all of them, nothing kept back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.again import again
from helpers.sessions import with_meeting, with_things
from tvm_desktop.domain.entities import Action, FollowUp
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.followup import stops
from tvm_desktop.session.frames.frozen import Frozen
from tvm_desktop.session.frames.model import Actions, Agreement, Blank, View
from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.frames.model import Body


def told(record: Record, **values: object) -> Record:
    """Say that the first agreement was carried out, and what made the difference."""
    done = replace(record.get(Action, "a1"), status=ActionStatus.DONE)
    answer = FollowUp(
        id="told",
        meeting_id=record.meeting_id,
        action_id="a1",
        status=ActionStatus.DONE,
        text="Gangen var tom.",
        voice="hoa",
    )
    return with_things(record, done, replace(answer, **values))  # type: ignore[arg-type]


def body(record: Record, fmt: MeetingFormat, item: int = 0) -> Body:
    return projector_frame(record, fmt, Showing(item=item)).body


def test_one_agreement_stands_alone_and_says_which_of_how_many_it_is(fmt: MeetingFormat) -> None:
    found = body(again(), fmt, 1)
    assert isinstance(found, Agreement)
    assert (found.who, found.what) == ("Karin", "Sørger for, at Minh har værksted tirsdag og torsdag.")
    assert (found.index, found.total, found.answer, found.view) == (1, 8, "", None)


def test_its_answer_and_what_made_the_difference_stand_below_it(fmt: MeetingFormat) -> None:
    found = body(told(again()), fmt)
    assert isinstance(found, Agreement)
    assert found.answer == "Gjort"
    assert found.view == View("Hoà, mor", "Gangen var tom.")


def test_after_the_last_one_all_stand_together_with_their_answers(fmt: MeetingFormat) -> None:
    found = body(told(again()), fmt, 8)
    assert isinstance(found, Actions)
    (group,) = found.groups
    assert len(group.items) == 8
    assert group.items[0].answer == "Gjort · Gangen var tom."
    assert group.items[1].answer == ""


def test_without_open_agreements_the_question_stands_alone(fmt: MeetingFormat) -> None:
    record = again()
    settled = [replace(action, status=ActionStatus.DONE) for action in record.every(Action)]
    assert body(with_things(record, *settled), fmt) == Blank()


def test_an_agreement_of_an_earlier_meeting_that_is_kept_back_is_not_there(fmt: MeetingFormat) -> None:
    record = again()
    kept = replace(record.get(Action, "a1"), share=Share.FACILITATOR)
    assert "a1" not in [action.id for action in stops(with_things(record, kept))]
    from_karin = replace(record.get(Action, "a1"), share=Share.NOT_TO, not_to=("karin",))
    assert "a1" not in [action.id for action in stops(with_things(record, from_karin))]


def test_an_answer_that_is_kept_back_leaves_no_trace(fmt: MeetingFormat) -> None:
    record = told(again(), share=Share.FACILITATOR)
    assert "a1" not in [action.id for action in stops(record)]
    partly = replace(record.get(Action, "a1"), status=ActionStatus.PARTLY)
    found = body(with_things(record, partly), fmt)
    assert isinstance(found, Agreement)
    assert (found.answer, found.view) == ("", None)


def test_while_the_child_is_in_only_what_is_fit_for_it_is_there(fmt: MeetingFormat) -> None:
    record = with_meeting(told(again()), child_present=True)
    assert body(record, fmt) == Blank()
    fit = [replace(record.get(Action, "a1"), fit_for_child=True)]
    assert stops(with_things(record, *fit)) == []
    both = with_things(record, *fit, replace(record.get(FollowUp, "told"), fit_for_child=True))
    assert [action.id for action in stops(both)] == ["a1"]


def test_a_kept_picture_goes_when_the_agreement_on_it_may_no_longer_be_seen(fmt: MeetingFormat) -> None:
    record = again()
    frozen = Frozen.of(record, fmt, Showing(), 0)
    kept = replace(record.get(Action, "a1"), share=Share.FACILITATOR)
    assert frozen.may_stay(record)
    assert not frozen.may_stay(with_things(record, kept))
