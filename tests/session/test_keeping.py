from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from helpers.family import NOON, course, meeting, put
from helpers.stores import make_store
from tvm_desktop.domain.entities import Filing, NextMeeting
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.record import Record
from tvm_desktop.session.keeping import (
    DAYS,
    day_to_go,
    kept_days,
    leaving,
    set_day,
    set_day_in,
    trust_clock,
)
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.rows import UseAct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.store import CourseRow, Store

TODAY = date(2026, 3, 20)
DAY = timedelta(days=1)


@pytest.fixture
def courses(store: Store) -> None:
    """Put two courses with a filed meeting each into the store, and see it today."""
    for course_id in ("amina", "minh"):
        name = f"m-{course_id}"
        note = Filing(id=f"f-{course_id}", meeting_id=name, filed_on=TODAY)
        course(store, course_id, course_id.title(), meeting(name, -40), note)
    leaving(store, NOON)


def ids(rows: Sequence[CourseRow]) -> list[str]:
    """Name courses."""
    return [row.id for row in rows]


@pytest.mark.usefixtures("courses")
def test_a_course_goes_by_itself_on_its_day_and_not_before(store: Store) -> None:
    set_day(store, "minh", TODAY + DAY)
    set_day(store, "amina", TODAY)
    found = leaving(store, NOON)
    assert (ids(found.due), ids(found.coming), ids(found.asked)) == (["amina"], ["minh"], [])
    assert ids(found.every) == ["amina", "minh"]


@pytest.mark.usefixtures("courses")
def test_what_is_not_filed_or_goes_on_is_asked_about(store: Store) -> None:
    for course_id in ("amina", "minh"):
        set_day(store, course_id, TODAY)
    put(store, "amina", meeting("held", -1))
    put(store, "minh", meeting("planned", 1, MeetingStatus.PLANNED))
    found = leaving(store, NOON)
    assert (ids(found.due), ids(found.asked)) == ([], ["amina", "minh"])


@pytest.mark.usefixtures("courses")
def test_a_course_that_agreed_to_meet_again_is_asked_about(store: Store) -> None:
    set_day(store, "amina", TODAY)
    put(store, "amina", NextMeeting(id="next", meeting_id="m-amina", starts=NOON + 38 * DAY))
    found = leaving(store, NOON)
    assert (ids(found.due), ids(found.asked)) == ([], ["amina"])


@pytest.mark.usefixtures("courses")
def test_nothing_goes_by_itself_while_it_would_take_the_way_back_from_a_restore(
    store: Store, tmp_path: Path
) -> None:
    set_day(store, "amina", TODAY)
    elsewhere = make_store(tmp_path / "elsewhere")
    theirs = elsewhere.back_up("before-restore")
    elsewhere.close()
    store.folder.backups.mkdir()
    theirs.rename(store.folder.backups / theirs.name)
    assert not leaving(store, NOON).way_back
    store.back_up("before-restore", NOON)
    found = leaving(store, NOON)
    assert (ids(found.due), ids(found.asked), found.way_back) == ([], ["amina"], True)
    store.delete_course("minh")
    assert ids(leaving(store, NOON).due) == ["amina"]


@pytest.mark.usefixtures("courses")
@pytest.mark.parametrize("away", [8 * DAY, 45 * DAY, 4000 * DAY])
def test_a_clock_that_jumped_ahead_deletes_nothing_however_often_the_file_is_opened(
    store: Store, away: timedelta
) -> None:
    set_day(store, "amina", TODAY + DAY)
    for _ in range(3):
        found = leaving(store, NOON + away)
        assert (ids(found.due), ids(found.asked), found.clock_fits) == ([], ["amina"], False)
        store.last_used = NOON + away
    found = leaving(store, NOON + 2 * DAY)
    assert (ids(found.due), found.clock_fits) == ([], False)


@pytest.mark.usefixtures("courses")
def test_a_clock_before_the_last_line_of_the_log_deletes_nothing(store: Store) -> None:
    set_day(store, "amina", TODAY)
    store.last_used = NOON + DAY
    assert ids(leaving(store, NOON).asked) == ["amina"]


@pytest.mark.usefixtures("courses")
def test_after_a_long_holiday_one_look_at_the_clock_is_enough(store: Store) -> None:
    set_day(store, "amina", TODAY + DAY)
    now = NOON + 90 * DAY
    assert ids(leaving(store, now).asked) == ["amina"]
    trust_clock(store, now)
    assert ids(leaving(store, now).due) == ["amina"]


@pytest.mark.usefixtures("courses")
def test_the_good_time_moves_on_while_the_program_is_used(store: Store) -> None:
    set_day(store, "amina", TODAY + 20 * DAY)
    for days in (7, 14, 21):
        found = leaving(store, NOON + days * DAY)
    assert ids(found.due) == ["amina"]


@pytest.mark.usefixtures("courses")
def test_a_clock_that_lags_behind_cannot_bring_the_day_forward(store: Store) -> None:
    assert day_to_go(store, NOON) == TODAY + 30 * DAY
    assert day_to_go(store, NOON - 1000 * DAY) == TODAY + 30 * DAY


def test_the_days_are_a_setting_and_what_is_no_choice_counts_as_thirty(store: Store) -> None:
    assert kept_days(store) == 30
    for kept, days in (("90", 90), ("0", 30), ("x", 30), ("-7", 30)):
        store.set_setting(DAYS, kept)
        assert kept_days(store) == days


@pytest.mark.usefixtures("courses")
def test_the_log_says_when_a_course_is_to_go_and_when_it_stays(store: Store, library: FormatLibrary) -> None:
    set_day(store, "amina", TODAY)
    session = MeetingSession.open(store, library, "m-amina")
    set_day_in(session, None)
    assert session.record.course.delete_on is None
    stays, goes = store.use_log(course_id="amina")
    assert (stays.act, goes.act) == (UseAct.KEPT, UseAct.TO_BE_DELETED)


@pytest.mark.usefixtures("courses")
def test_a_new_meeting_takes_the_day_back(store: Store, fmt: MeetingFormat) -> None:
    set_day(store, "amina", TODAY)
    meeting_id = new_meeting(store, fmt, course_id="amina", clock=lambda: NOON)
    assert Record.of(meeting_id, store.load("amina")).course.delete_on is None
    assert store.use_log(limit=1)[0].act is UseAct.KEPT


@pytest.mark.usefixtures("courses")
def test_a_course_that_stays_has_no_line_about_it(store: Store, fmt: MeetingFormat) -> None:
    new_meeting(store, fmt, course_id="amina", clock=lambda: NOON)
    assert store.use_log() == []


@pytest.mark.usefixtures("courses")
def test_a_good_time_that_cannot_be_read_counts_from_the_last_line(store: Store) -> None:
    store.set_setting("clock/trusted", "rubbish")
    store.last_used = NOON - 8 * DAY
    assert not leaving(store, NOON).clock_fits


@pytest.mark.usefixtures("courses")
def test_a_course_that_goes_is_listed_as_among_all_courses(store: Store) -> None:
    set_day(store, "amina", TODAY + DAY)
    put(store, "amina", meeting("unfiled", -1), meeting("planned", 1, MeetingStatus.PLANNED))
    assert store.courses(leaving=True) == [row for row in store.courses() if row.id == "amina"]
    assert store.courses(leaving=True)[0].unfiled == 1
