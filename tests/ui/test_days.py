"""Dates as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from tvm_desktop.ui.days import near_date, upper_first

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 12), "today"),
        (date(2026, 3, 13), "tomorrow"),
        (date(2026, 3, 11), "yesterday"),
        (date(2026, 3, 18), "18 March"),
        (date(2025, 11, 5), "5 November 2025"),
    ],
)
def test_a_day_near_today(day: date, said: str) -> None:
    assert near_date(day, TODAY, "en") == said


def test_a_sentence_starts_with_a_capital() -> None:
    assert upper_first("øl er godt") == "Øl er godt"
    assert upper_first("") == ""
