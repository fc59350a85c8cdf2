"""What a consent says, and what it touches when it is withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from helpers.papers import small_record
from tvm_desktop.domain.consents import details, touched, withdrawals
from tvm_desktop.domain.entities import Attendance, Consent, Meeting
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.words import say

GIVEN = Consent(id="k", given_by=("hoa",), about="skole og søvn", given_on=date(2026, 1, 10))
CLOSED = MeetingStatus.CLOSED


def held(id_: str, day: int) -> Meeting:
    return Meeting(id=id_, status=CLOSED, starts=datetime(2026, 1, day, 12, tzinfo=UTC))


def test_a_withdrawal_is_said_first() -> None:
    lines = [say(part, "en") for part in details(replace(GIVEN, withdrawn_on=date(2026, 2, 1)), "en")]
    assert lines[0] == "withdrawn on 1 February 2026"
    assert "about skole og søvn" in lines


def test_it_touches_meetings_held_since_it_was_given() -> None:
    found = touched(small_record(held("before", 5), held("late", 20), held("early", 12), GIVEN), GIVEN)
    assert [meeting.id for meeting in found.held] == ["early", "late"]


def test_a_meeting_after_it_was_withdrawn_was_not_held_under_it() -> None:
    gone = replace(GIVEN, withdrawn_on=date(2026, 1, 15))
    found = touched(small_record(held("early", 12), held("late", 20), gone), gone)
    assert [meeting.id for meeting in found.held] == ["early"]


def test_it_touches_meetings_to_come_and_who_is_asked_to_them() -> None:
    seats = [Attendance(id=f"a{n}", meeting_id="m1", person_id=who) for n, who in enumerate(("hoa", "jonas"))]
    found = touched(small_record(GIVEN, *seats), GIVEN)
    assert [meeting.id for meeting in found.planned] == ["m1"]
    assert found.invited == ("hoa", "jonas")


def test_whoever_gets_the_course_is_told_of_every_withdrawal_once_a_day() -> None:
    stands = Consent(id="a", given_on=date(2026, 1, 1))
    gone = Consent(id="b", withdrawn_on=date(2026, 2, 1))
    consents = (stands, gone, replace(gone, id="c"), replace(gone, id="d", withdrawn_on=date(2026, 1, 20)))
    assert [say(one, "en") for one in withdrawals(consents, "en")] == [
        "A consent was withdrawn on 20 January 2026. Ask the family what may be shared.",
        "A consent was withdrawn on 1 February 2026. Ask the family what may be shared.",
    ]
