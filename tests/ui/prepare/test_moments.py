"""Date, beginning and end are typed apart and kept together."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tvm_desktop.domain.entities import Meeting
from tvm_desktop.ui.prepare.kept import RefusedError
from tvm_desktop.ui.prepare.moments import When, end_after, put_together, when_of
from tvm_desktop.ui.prepare.reading import danish_order, typed_clock, typed_date
from tvm_desktop.words import Message

DAY = date(2026, 1, 13)
TODAY = date(2026, 1, 7)
UNTIMED = Meeting(id="m")
TIMED = Meeting(
    id="m", starts=datetime(2026, 1, 13, 13, 30, tzinfo=UTC), ends=datetime(2026, 1, 13, 14, 45, tzinfo=UTC)
)


def after(meeting: Meeting, new: When) -> When:
    values = put_together(meeting, new)
    assert not isinstance(values, Message), values.text
    return when_of(Meeting(id="m", **values))


def test_the_clock_of_the_room_is_shown() -> None:
    assert when_of(TIMED) == When(DAY, time(14, 30), time(15, 45))
    assert when_of(UNTIMED) == When()


def test_a_first_beginning_gets_an_hour() -> None:
    assert after(UNTIMED, When(DAY, time(9, 0))) == When(DAY, time(9, 0), time(10, 0))


def test_a_beginning_late_at_night_gets_no_end_on_another_day() -> None:
    assert after(UNTIMED, When(DAY, time(23, 30))) == When(DAY, time(23, 30))


def test_a_beginning_after_the_end_moves_the_end() -> None:
    assert after(TIMED, When(DAY, time(16, 0), time(15, 45))) == When(DAY, time(16, 0), time(17, 15))


def test_another_day_keeps_the_clock_over_summer_time() -> None:
    summer = date(2026, 6, 2)
    assert after(TIMED, When(summer, time(14, 30), time(15, 45))) == When(summer, time(14, 30), time(15, 45))


def test_an_emptied_time_is_no_time() -> None:
    assert put_together(TIMED, When()) == {"starts": None, "ends": None}


@pytest.mark.parametrize(
    "new",
    [
        When(DAY),
        When(None, time(9, 0)),
        When(DAY, time(14, 30), time(14, 0)),
        When(DAY, None, time(15, 0)),
    ],
)
def test_what_is_missing_or_wrong_is_said(new: When) -> None:
    assert isinstance(put_together(TIMED, new), Message)


def test_the_end_may_be_moved_within_the_day() -> None:
    assert end_after(TIMED, 90) == datetime(2026, 1, 13, 15, 0, tzinfo=UTC)
    assert end_after(TIMED, 24 * 60) is None
    assert end_after(UNTIMED, 90) is None


@pytest.mark.parametrize("text", ["14.30", "14:30", "kl. 14.30", "1430", " 14.30 "])
def test_a_clock_time_is_read_as_people_write_it(text: str) -> None:
    assert typed_clock(text) == time(14, 30)


def test_an_hour_alone_is_enough() -> None:
    assert typed_clock("9") == time(9, 0)
    assert typed_clock("") is None


@pytest.mark.parametrize("text", ["25.00", "14.75", "efter skole", "2.2.2"])
def test_what_is_no_clock_time_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        typed_clock(text)


@pytest.mark.parametrize("text", ["13. januar 2026", "13/1", "13-1-2026", "13 January 2026", "2026-01-13"])
def test_a_date_is_read_as_people_write_it(text: str) -> None:
    assert typed_date(text, TODAY) == DAY


@pytest.mark.parametrize("text", ["31. februar 2026", "31/2", "snart", "13. januar 2026 måske"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        typed_date(text, TODAY)


def test_names_stand_in_the_danish_order() -> None:
    names = ["Åse", "Zenia", "Ærlig", "Øjvind", "anders", "Bo"]
    assert danish_order(names, key=str) == ["anders", "Bo", "Zenia", "Ærlig", "Øjvind", "Åse"]
