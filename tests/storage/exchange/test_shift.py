"""An example moves in time as a whole: weekdays and clocks stay, and today falls where the example says."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.storage.exchange.demo import demo_files
from tvm_desktop.storage.exchange.model import ExchangeFile
from tvm_desktop.storage.exchange.reader import read_file
from tvm_desktop.storage.exchange.shift import shifted

HOME = ZoneInfo("Europe/Copenhagen")
FILES = {path.name.split(".")[0]: read_file(path) for path in demo_files()}
# Amina’s meeting runs, so that her course is moved by days.
MOVING = sorted(FILES.keys() - {"amina"})
days = st.dates(date(2000, 1, 1), date(2080, 1, 1))


def wall_clocks(file: ExchangeFile) -> list[tuple[int, str]]:
    """List weekday and clock of every meeting as people there would say them."""
    starts = [m.starts.astimezone(HOME) for held in file.courses for m in held.meetings if m.starts]
    return [(start.weekday(), start.strftime("%H.%M")) for start in starts]


def due(file: ExchangeFile) -> list[date]:
    """List the days by which something should be done."""
    return [action.due for held in file.courses for action in held.actions if action.due]


@pytest.mark.parametrize("name", MOVING)
@given(today=days)
def test_weekdays_and_clocks_stay(name: str, today: date) -> None:
    file = FILES[name]
    moved = shifted(file, today)
    assert wall_clocks(moved) == wall_clocks(file)
    assert [day.weekday() for day in due(moved)] == [day.weekday() for day in due(file)]


@pytest.mark.parametrize("name", MOVING)
@given(today=days)
def test_the_anchor_falls_in_this_week(name: str, today: date) -> None:
    anchor = shifted(FILES[name], today).anchor
    assert anchor is not None
    assert anchor.isocalendar()[:2] == today.isocalendar()[:2]


@given(today=days)
def test_a_meeting_that_runs_runs_today(today: date) -> None:
    (held,) = shifted(FILES["amina"], today).courses
    running = [m.starts for m in held.meetings if m.status is MeetingStatus.RUNNING]
    assert [start.astimezone(HOME).date() for start in running if start] == [today]


@given(today=days)
def test_what_is_planned_lies_ahead_and_what_is_closed_lies_behind(today: date) -> None:
    for name in MOVING:
        for meeting in shifted(FILES[name], today).courses[0].meetings:
            assert meeting.starts is not None
            ahead = meeting.starts.astimezone(HOME).date() > today
            assert ahead == (meeting.status is MeetingStatus.PLANNED), meeting.id


@given(today=days)
def test_distances_stay(today: date) -> None:
    file, moved = FILES["minh"], shifted(FILES["minh"], today)
    before, after = due(file), due(moved)
    assert {b - a for a, b in zip(before, after, strict=True)} == {after[0] - before[0]}
    assert (after[0] - before[0]) % timedelta(weeks=1) == timedelta(0)


def test_without_an_anchor_nothing_moves() -> None:
    file = ExchangeFile(courses=FILES["minh"].courses)
    assert shifted(file, date(2031, 5, 5)) is file
