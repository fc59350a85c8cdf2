"""The sum of the steps is said honestly against the time there is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.agenda import Agenda, advice, agenda, available, total_line
from tvm_desktop.words import say

if TYPE_CHECKING:
    from domain.conftest import Table

STEPS = (("child-time", 15), ("framing", 6), ("story", 15), ("understanding", 15), ("goal", 10), ("effort", 15),
         ("closing", 8))  # fmt: skip


def test_steps_left_out_do_not_count_and_own_minutes_win(table: Table) -> None:
    table.change(
        "m", left_out=("child-time",), minutes=(("story", 20),), ends=datetime(2026, 3, 12, 10, tzinfo=UTC)
    )
    plan = agenda(STEPS, table.record)
    assert plan.total == 74
    assert plan.available == 60
    assert say(total_line(plan), "en") == "74 of 60 min"


def test_an_interpreter_takes_half_as_long_again_in_whole_five_minutes() -> None:
    plan = Agenda((("story", 41),), 60, interpreter=True)
    assert plan.needed == 65
    assert not plan.fits
    said = advice(plan)
    assert said is not None
    assert "about 65 min" in say(said, "en")


def test_the_interpreter_at_the_table_is_noticed(table: Table) -> None:
    assert agenda(STEPS, table.record).interpreter
    table.roles("lan")
    assert not agenda(STEPS, table.record).interpreter


def test_too_much_is_said_in_minutes() -> None:
    said = advice(Agenda((("story", 74),), 60))
    assert said is not None
    assert say(said, "en").startswith("That is 14 min too much.")


@pytest.mark.parametrize("minutes", [60, 74, None])
def test_nothing_is_said_when_there_is_time(minutes: int | None) -> None:
    assert advice(Agenda((("story", 60),), minutes)) is None


def test_without_an_end_there_is_only_a_sum(table: Table) -> None:
    plan = agenda(STEPS, table.record)
    assert plan.available is None
    assert say(total_line(plan), "en") == "84 min"


def test_an_end_before_the_start_is_no_time_at_all(table: Table) -> None:
    table.change("m", ends=datetime(2026, 3, 12, 8, tzinfo=UTC))
    assert available(table.record.meeting) is None
