from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.minh import MEETING
from helpers.sessions import NOW, minh, stamp, with_things
from tvm_desktop.domain.entities import Attendance, Closing, NextMeeting, PrivateNote, StepTime
from tvm_desktop.domain.enums import MeetingStatus, Presence
from tvm_desktop.session.commands.meeting import (
    ChildInRoom,
    EditMeeting,
    EndMeeting,
    GoToStep,
    MeetAgain,
    ReopenMeeting,
    Settle,
    SpendTime,
    StartMeeting,
    WriteNote,
)

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def planned() -> Record:
    seats = [
        replace(a, presence=Presence.INVITED) if a.presence is Presence.PRESENT else a
        for a in minh().all(Attendance)
    ]
    return with_things(minh(status=MeetingStatus.PLANNED, live_step=""), *seats)


def test_a_meeting_begins_at_its_first_step_with_those_who_sent_no_word() -> None:
    record = after(planned(), StartMeeting("framing"))
    assert (record.meeting.status, record.meeting.live_step) == (MeetingStatus.RUNNING, "framing")
    seats = {a.person_id: a for a in record.all(Attendance)}
    assert (seats["hoa"].presence, seats["bodil"].presence) == (Presence.PRESENT, Presence.ABSENT)
    assert seats["anja"].presence is Presence.SUBSTITUTE
    assert [a.person_id for a in record.all(Attendance)][:4] == ["m", "hoa", "duc", "mai"]


def test_a_meeting_that_no_time_was_set_for_begins_now_and_another_when_it_was_to() -> None:
    none = with_things(planned(), replace(planned().meeting, starts=None, ends=None))
    begun = after(none, StartMeeting("framing")).meeting
    assert (begun.starts, begun.ends) == (NOW.replace(second=0, microsecond=0), None)
    assert after(planned(), StartMeeting("framing")).meeting.starts == planned().meeting.starts


def test_a_meeting_begins_once() -> None:
    assert StartMeeting("framing").decide(minh(), stamp()) == ()


def test_the_table_goes_to_a_step_and_the_child_comes_and_goes() -> None:
    record = after(minh(), GoToStep("goal"), ChildInRoom(present=True))
    assert (record.meeting.live_step, record.meeting.child_present) == ("goal", True)
    assert not after(record, ChildInRoom(present=False)).meeting.child_present


def test_a_meeting_ends_at_a_time_with_the_child_gone_and_opens_again() -> None:
    record = after(minh(child_present=True), EndMeeting())
    assert (record.meeting.status, record.meeting.closed) == (MeetingStatus.CLOSED, NOW)
    assert not record.meeting.child_present
    again = after(record, ReopenMeeting()).meeting
    assert (again.status, again.closed, again.live_step) == (MeetingStatus.RUNNING, None, "story")


def test_only_a_closed_meeting_is_reopened() -> None:
    assert ReopenMeeting().decide(planned(), stamp()) == ReopenMeeting().decide(minh(), stamp()) == ()


def test_seconds_add_up_per_step() -> None:
    record = after(minh(), SpendTime("story", 30), SpendTime("story", 12), SpendTime("goal", 5))
    assert {spent.step: spent.seconds for spent in record.all(StepTime)} == {"story": 42, "goal": 5}


@pytest.mark.parametrize("field", ["live_step", "child_present", "status", "closed"])
def test_what_happens_at_the_table_is_not_edited_as_content(field: str) -> None:
    with pytest.raises(ValueError, match=field):
        EditMeeting(MEETING, {"purpose": "x", field: None}).decide(minh(), stamp())


def test_a_note_belongs_to_its_step_and_an_empty_one_is_not_made() -> None:
    record = after(minh(), WriteNote("story", "Ny"), WriteNote("goal", ""), WriteNote("effort", "Husk"))
    assert sorted((n.step, n.text) for n in record.all(PrivateNote)) == [("effort", "Husk"), ("story", "Ny")]


def test_there_is_one_closing_and_one_next_meeting() -> None:
    record = after(minh(), Settle({"child_told_what": "Hej"}), MeetAgain({"place": "Hjemme"}))
    assert [c.child_told_what for c in record.all(Closing)] == ["Hej"]
    assert [(n.place, n.note) for n in record.all(NextMeeting)] == [("Hjemme", "Lan tolker igen.")]


def test_the_first_thing_that_is_settled_makes_the_closing() -> None:
    things = [e for e in minh().entities() if not isinstance(e, Closing | NextMeeting)]
    bare = type(minh()).of(MEETING, things)
    record = after(bare, Settle({"child_told_when": ""}), MeetAgain({}))
    assert (record.all(Closing), record.all(NextMeeting)) == ([], [])
    record = after(bare, Settle({"child_told_by": ("mai",)}), MeetAgain({"starts": NOW}))
    assert [c.child_told_by for c in record.all(Closing)] == [("mai",)]
    assert [n.starts for n in record.all(NextMeeting)] == [NOW]
