"""Hands that rest, and a computer that slept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tvm_desktop.ui.idle import AFTER, MINUTES, Clock, Idle, LockRule, awake_since_start, since_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext


class Hour:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept = 0.0

    def now(self) -> float:
        return self.seconds

    def awake(self) -> float:
        return self.seconds - self.slept


@pytest.fixture
def hour() -> Hour:
    return Hour()


@pytest.fixture
def idle(hour: Hour, qtbot: QtBot) -> Iterator[Idle]:
    made = Idle(Clock(hour.now, hour.awake, tick_ms=3_600_000))  # a test looks at the clock itself
    made._clock = Clock(hour.now, hour.awake)
    yield made
    made.stop()


@pytest.fixture
def quiet(idle: Idle) -> list[float]:
    """Return how quiet it was at every look."""
    said: list[float] = []
    idle.quiet.connect(said.append)
    return said


@pytest.fixture
def window(show: Callable[[QWidget], None]) -> QWidget:
    made = QWidget()
    show(made)
    return made


def look_after(idle: Idle, hour: Hour, seconds: int) -> None:
    for _ in range(seconds):
        hour.seconds += 1
        idle.look()


def test_it_counts_since_the_last_touch(idle: Idle, hour: Hour, quiet: list[float], window: QWidget) -> None:
    look_after(idle, hour, 3)
    assert quiet == [1, 2, 3]
    QTest.keyClick(window, Qt.Key.Key_A)
    look_after(idle, hour, 2)
    assert quiet[3:] == [1, 2]


def test_every_kind_of_touch_counts(idle: Idle, hour: Hour, quiet: list[float], window: QWidget) -> None:
    look_after(idle, hour, 3)
    QTest.mouseMove(window, QPoint(30, 30))
    look_after(idle, hour, 3)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    look_after(idle, hour, 1)
    assert quiet == [1, 2, 3, 1, 2, 3, 1]


def test_a_mouse_that_nobody_moves_is_no_touch(
    idle: Idle, hour: Hour, quiet: list[float], window: QWidget
) -> None:
    QTest.mouseMove(window, QPoint(30, 30))
    look_after(idle, hour, 2)
    QTest.mouseMove(window, QPoint(30, 30))
    look_after(idle, hour, 1)
    assert quiet == [1, 2, 3]


def test_a_computer_that_slept_is_seen(idle: Idle, hour: Hour, quiet: list[float], qtbot: QtBot) -> None:
    look_after(idle, hour, 1)
    hour.seconds += 8
    hour.slept += 7
    with qtbot.waitSignal(idle.slept):
        idle.look()
    look_after(idle, hour, 1)
    assert len(quiet) == 2


def test_a_program_that_was_busy_did_not_sleep(idle: Idle, hour: Hour, quiet: list[float]) -> None:
    look_after(idle, hour, 1)
    hour.seconds += 40  # a disk that does not answer
    idle.look()
    assert quiet == [1, 41]


def test_a_look_that_comes_very_late_means_sleep(idle: Idle, hour: Hour, qtbot: QtBot) -> None:
    hour.seconds += 90
    with qtbot.waitSignal(idle.slept):
        idle.look()


def test_a_clock_set_back_is_not_sleep(idle: Idle, hour: Hour, quiet: list[float]) -> None:
    hour.seconds -= 500
    idle.look()
    assert len(quiet) == 1


def test_it_looks_by_itself(hour: Hour, qtbot: QtBot) -> None:
    idle = Idle(Clock(hour.now, hour.awake, tick_ms=1))
    with qtbot.waitSignal(idle.quiet, timeout=2000):
        hour.seconds += 1
    idle.stop()


def test_both_clocks_go_on() -> None:
    before = since_start(), awake_since_start()
    time.sleep(0.02)
    assert 0 < since_start() - before[0] < 60
    assert 0 < awake_since_start() - before[1] < 60


# -- the rule --------------------------------------------------------------------------------------------------------


def test_ten_minutes_is_usual_and_never_in_a_meeting(context: UiContext) -> None:
    rule = LockRule.of(context.open_store)
    assert rule == LockRule(10, in_meeting=False)
    assert not rule.is_due(599, meeting_runs=False)
    assert rule.is_due(600, meeting_runs=False)
    assert not rule.is_due(6000, meeting_runs=True)


@pytest.mark.parametrize("minutes", MINUTES)
def test_what_is_chosen_is_kept_and_followed(context: UiContext, minutes: int) -> None:
    LockRule(minutes, in_meeting=True).keep(context.open_store)
    rule = LockRule.of(context.open_store)
    assert rule == LockRule(minutes, in_meeting=True)
    assert rule.is_due(minutes * 60, meeting_runs=True) is (minutes > 0)


@pytest.mark.parametrize("foreign", ["", "soon", "-5", "7"])
def test_what_is_no_choice_is_as_usual(context: UiContext, foreign: str) -> None:
    context.open_store.set_setting(AFTER, foreign)
    assert LockRule.of(context.open_store).minutes == 10
