"""Dates and clock times as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from tvm_desktop.dates import (
    clock,
    day_and_month,
    home_moment,
    local,
    long_date,
    long_moment,
    plain_date,
)
from tvm_desktop.words import say

HOME = "Europe/Copenhagen"


def test_a_date_is_written_out_in_danish() -> None:
    assert long_date(date(2026, 3, 20), "da") == "fredag den 20. marts 2026"
    assert plain_date(date(2026, 3, 20), "da") == "20. marts 2026"
    assert day_and_month(date(2026, 3, 20), "da") == "20. marts"


def test_a_date_is_written_out_in_english() -> None:
    assert long_date(date(2026, 3, 20), "en") == "Friday 20 March 2026"
    assert plain_date(date(2026, 3, 20), "en") == "20 March 2026"
    assert day_and_month(date(2026, 3, 20), "en") == "20 March"


@pytest.mark.parametrize(("language", "said"), [("da", "10.27"), ("en", "10:27")])
def test_a_clock_time_has_the_mark_of_its_language(language: str, said: str) -> None:
    assert clock(time(10, 27), language) == said


def test_an_instant_is_told_as_the_clock_at_home_showed_it() -> None:
    late = home_moment(datetime(2026, 11, 22, 23, 11, tzinfo=UTC))
    assert say(late, "da") == "23. november 2026 kl. 0.11"
    assert say(late, "en") == "23 November 2026 at 0:11"


def test_minutes_always_have_two_digits() -> None:
    assert clock(time(9, 5), "da") == "9.05"


def test_an_instant_is_said_as_the_clock_on_the_wall_shows_it() -> None:
    winter = datetime(2026, 2, 10, 13, 30, tzinfo=UTC)
    summer = datetime(2026, 6, 10, 12, 30, tzinfo=UTC)
    assert long_moment(winter, HOME, "da") == "tirsdag den 10. februar 2026 kl. 14.30"
    assert long_moment(summer, HOME, "en") == "Wednesday 10 June 2026 at 14:30"


def test_the_day_is_that_of_the_zone() -> None:
    assert local(datetime(2026, 1, 13, 23, 30, tzinfo=UTC), HOME).date() == date(2026, 1, 14)


@pytest.mark.parametrize("zone", ["", "Nowhere/At_All", "../../etc/passwd"])
def test_an_unknown_zone_counts_as_home(zone: str) -> None:
    instant = datetime(2026, 1, 13, 13, 30, tzinfo=UTC)
    assert local(instant, zone) == local(instant, HOME)
    assert local(instant, zone).hour == 14
