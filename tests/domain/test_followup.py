"""What a follow-up meeting opens with, and whom the last one missed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.again import again
from helpers.minh import MEETING
from helpers.sessions import with_meeting, with_things
from tvm_desktop.domain.entities import Action, FollowUp, Meeting
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import STATUS, answer, from_before, missed_last_time, untold
from tvm_desktop.words import say

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


def told(action: str, status: ActionStatus, meeting: str = "minh-2") -> FollowUp:
    return FollowUp(id=f"told-{action}", meeting_id=meeting, action_id=action, status=status)


def ids(record: Record) -> list[str]:
    return [action.id for action in from_before(record)]


def test_the_agreements_of_the_first_meeting_are_there_by_themselves() -> None:
    assert ids(again()) == [f"a{number}" for number in range(1, 9)]


def test_a_first_meeting_has_nothing_to_tell_about() -> None:
    assert from_before(replace(again(), meeting_id=MEETING)) == []


def test_what_is_settled_is_not_asked_about_again() -> None:
    record = again()
    done = replace(record.get(Action, "a1"), status=ActionStatus.DONE)
    dropped = replace(record.get(Action, "a2"), status=ActionStatus.DROPPED)
    partly = replace(record.get(Action, "a3"), status=ActionStatus.PARTLY)
    assert ids(with_things(record, done, dropped, partly)) == [f"a{number}" for number in range(3, 9)]


def test_what_this_meeting_has_told_stays_in_sight() -> None:
    record = again()
    done = replace(record.get(Action, "a1"), status=ActionStatus.DONE)
    record = with_things(record, done, told("a1", ActionStatus.DONE))
    found = answer(record, "a1")
    assert found is not None
    assert found.status is ActionStatus.DONE
    assert "a1" in ids(record)
    assert "a1" not in [action.id for action in untold(record)]


def test_every_status_has_words_that_lay_no_blame() -> None:
    assert set(STATUS) == set(ActionStatus)
    assert [say(words, "da") for words in STATUS.values()] == [
        "åben",
        "gjort",
        "delvist gjort",
        "ikke gjort endnu",
        "ikke aktuel længere",
    ]


def test_whom_the_last_meeting_missed_is_offered_at_the_next() -> None:
    record = again()
    assert [missed.text for missed in missed_last_time(record)] == ["Mette Skov, idrætslærer"]
    assert missed_last_time(replace(record, meeting_id=MEETING)) == []


def test_only_the_last_meeting_counts() -> None:
    record = again()
    between = replace(
        record.meeting, id="between", starts=record.get(Meeting, MEETING).ends, status=record.meeting.status
    )
    assert missed_last_time(with_things(record, between)) == []


def test_a_meeting_without_a_time_comes_after_those_with_one() -> None:
    record = with_meeting(again(), starts=None)
    assert missed_last_time(record)
    assert ids(record)
