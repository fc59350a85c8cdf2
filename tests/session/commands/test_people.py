from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.sessions import minh, stamp, with_things
from tvm_desktop.domain.entities import Attendance, Consent, Filing, Person
from tvm_desktop.domain.enums import MeetingStatus, Presence, Role, Side
from tvm_desktop.domain.filing import unfiled
from tvm_desktop.session.commands.filing import MarkFiled
from tvm_desktop.session.commands.meeting import EndMeeting
from tvm_desktop.session.commands.people import (
    AddPerson,
    EditPerson,
    Invite,
    SetRole,
    Uninvite,
    WithdrawConsent,
)

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.commands.base import Command

DAY = date(2026, 3, 13)
COMING = datetime(2026, 6, 1, 12, tzinfo=UTC)


def after(record: Record, *commands: Command) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def seats(record: Record) -> dict[str, Attendance]:
    return {seat.person_id: seat for seat in record.all(Attendance)}


@pytest.mark.parametrize(
    ("status", "presence"),
    [(MeetingStatus.PLANNED, Presence.INVITED), (MeetingStatus.RUNNING, Presence.PRESENT)],
)
def test_somebody_new_is_invited_before_and_there_during_the_meeting(
    status: MeetingStatus, presence: Presence
) -> None:
    record = after(minh(status=status), AddPerson(" Farid ", Side.PRIVATE, relation=" onkel "))
    person = record.get(Person, "new-1")
    assert (person.name, person.relation, person.side) == ("Farid", "onkel", Side.PRIVATE)
    assert seats(record)["new-1"].presence is presence
    assert record.every(Person)[-1] == person
    assert record.all(Attendance)[-1].person_id == "new-1"


def test_somebody_of_the_course_is_invited_once() -> None:
    aunt = Person(id="aunt", name="Tante")
    record = after(with_things(minh(), aunt), Invite("aunt"), Invite("aunt"))
    assert [a.person_id for a in record.all(Attendance)].count("aunt") == 1


def test_a_name_stands_in_one_place_only() -> None:
    record = after(minh(), EditPerson("hoa", {"called": "Mor"}))
    assert (record.called("hoa"), record.voice("hoa")) == ("Mor", "Mor, mor")


def test_roles_are_given_and_taken_one_at_a_time() -> None:
    record = after(
        minh(), SetRole("at-jonas", Role.FACILITATOR), SetRole("at-jonas", Role.COORDINATOR, on=False)
    )
    assert seats(record)["jonas"].roles == (Role.FACILITATOR, Role.CHILD_VOICE)


def test_whoever_is_taken_off_the_list_stays_in_the_course() -> None:
    record = after(minh(), Uninvite("at-ole"))
    assert "ole" not in seats(record)
    assert record.called("ole") == "Ole"


@pytest.fixture
def filed() -> Record:
    """Return a course with two meetings that were held and filed, and a third that is planned."""
    consent = Consent(id="consent", given_by=("hoa",))
    last = after(with_things(minh(), consent), EndMeeting(), MarkFiled(DAY))
    first = replace(last.meeting, id="first", starts=datetime(2025, 9, 1, 12, tzinfo=UTC))
    coming = replace(last.meeting, id="coming", status=MeetingStatus.PLANNED, starts=COMING)
    return with_things(last, first, coming, Filing(id="f-first", meeting_id="first", filed_on=DAY))


def test_a_withdrawn_consent_reaches_the_file_with_the_last_meeting_that_was_held(filed: Record) -> None:
    record = after(filed, WithdrawConsent("consent", DAY))
    assert record.get(Consent, "consent").withdrawn_on == DAY
    assert [meeting.id for meeting in unfiled(record)] == [filed.meeting_id]
    again = after(record, MarkFiled(DAY), WithdrawConsent("consent", None))
    assert [meeting.id for meeting in unfiled(again)] == [filed.meeting_id]


def test_a_consent_that_is_as_it_was_leaves_all_filed(filed: Record) -> None:
    assert unfiled(after(filed, WithdrawConsent("consent", None))) == ()


def test_a_consent_is_withdrawn_before_any_meeting_too() -> None:
    record = with_things(minh(status=MeetingStatus.PLANNED), Consent(id="consent"))
    assert after(record, WithdrawConsent("consent", DAY)).get(Consent, "consent").withdrawn_on == DAY
