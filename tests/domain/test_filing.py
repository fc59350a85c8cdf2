from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from helpers.sessions import minh
from tvm_desktop.domain.entities import Card, Filing, Meeting, NextMeeting
from tvm_desktop.domain.enums import MeetingStatus, Share
from tvm_desktop.domain.filing import (
    agreed_meeting,
    delete_day,
    due,
    filing_of,
    goes_on,
    is_filed,
    is_in_file,
    last_held,
    may_go,
    unfiled,
)
from tvm_desktop.domain.record import Record

TODAY = date(2026, 3, 13)


def held(filed_on: date | None = None, *, again: bool = False) -> Record:
    """Return Minh's course with its meeting held, perhaps filed, perhaps with another one to come."""
    record = minh()
    meeting = replace(record.meeting, status=MeetingStatus.CLOSED)
    others = [e for e in record.entities() if not isinstance(e, Meeting | Filing | NextMeeting)]
    more = [Filing(id="filing", meeting_id=meeting.id, version=1, filed_on=filed_on)]
    later = [replace(meeting, id="later", status=MeetingStatus.PLANNED)] if again else []
    return Record.of(meeting.id, [*others, meeting, *more, *later])


def test_a_meeting_is_filed_on_the_day_that_somebody_says_so() -> None:
    record = held()
    assert not is_filed(record, record.meeting)
    assert unfiled(record) == (record.meeting,)
    filed = held(TODAY)
    assert is_filed(filed, filed.meeting)
    assert unfiled(filed) == ()
    assert filing_of(minh()) is None


def test_a_course_may_go_when_all_is_filed_and_no_meeting_is_to_come() -> None:
    assert not may_go(held(), TODAY)
    assert may_go(held(TODAY), TODAY)
    assert goes_on(held(TODAY, again=True), TODAY)
    assert not may_go(held(TODAY, again=True), TODAY)


def agreed(record: Record, meeting_id: str, starts: datetime | None) -> Record:
    """Return a record where a meeting agreed to meet again."""
    return Record.of(
        record.meeting_id,
        [*record.entities(), NextMeeting(id=f"next-{meeting_id}", meeting_id=meeting_id, starts=starts)],
    )


def test_an_agreed_next_meeting_is_a_meeting_to_come_until_its_day_is_past() -> None:
    record = held(TODAY)
    then = agreed(record, record.meeting_id, datetime(2026, 4, 27, 22, 30, tzinfo=UTC))
    assert agreed_meeting(then, TODAY) == date(2026, 4, 28)
    assert goes_on(then, date(2026, 4, 28))
    assert not may_go(then, date(2026, 4, 28))
    assert may_go(then, date(2026, 4, 29))
    assert agreed_meeting(agreed(record, record.meeting_id, None), TODAY) is None


def test_what_an_earlier_meeting_agreed_is_done_with_when_they_have_met() -> None:
    record = held(TODAY)
    met = replace(record.meeting, id="met", starts=datetime(2026, 3, 12, 9, tzinfo=UTC))
    then = agreed(record, record.meeting_id, datetime(2026, 4, 28, 9, tzinfo=UTC))
    both = Record.of("", [*then.entities(), met, Filing(id="f", meeting_id="met", filed_on=TODAY)])
    assert may_go(both, TODAY)


def test_what_stands_in_the_file_is_what_was_filed_and_not_kept_to_the_leader() -> None:
    filed = held(TODAY)
    card = filed.all(Card)[0]
    assert is_in_file(filed, card)
    assert not is_in_file(held(), card)
    assert not is_in_file(filed, replace(card, share=Share.FACILITATOR))


def test_the_last_meeting_held_is_the_latest_that_was_begun() -> None:
    record = held(again=True)
    earlier = replace(record.meeting, id="earlier", starts=datetime(2025, 9, 1, tzinfo=UTC))
    undated = replace(record.meeting, id="undated", starts=None, created=None)
    assert last_held(Record.of("", [*record.entities(), earlier, undated])) == record.meeting
    assert last_held(Record("")) is None


def test_a_running_meeting_is_not_one_to_file() -> None:
    assert unfiled(minh()) == ()


def test_a_course_goes_thirty_days_later_unless_the_municipality_says_otherwise() -> None:
    assert delete_day(TODAY) == date(2026, 4, 12)
    assert delete_day(TODAY, 7) == date(2026, 3, 20)


def test_the_day_itself_is_the_day() -> None:
    days = [("a", TODAY), ("b", None), ("c", date(2026, 3, 14)), ("d", date(2026, 1, 1))]
    assert due(days, TODAY) == ("a", "d")
