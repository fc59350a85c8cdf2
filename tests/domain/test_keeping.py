from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tvm_desktop.domain.keeping import clock_fits

LAST = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "fits"), [(-0.1, False), (0, True), (7.4, True), (7.6, False), (9999, False)]
)
def test_a_time_fits_that_is_not_long_after_the_last_good_one(days: float, fits: bool) -> None:
    assert clock_fits(LAST + timedelta(days=days), LAST, LAST) is fits


def test_a_time_before_the_last_line_of_the_log_does_not_fit() -> None:
    assert not clock_fits(LAST + timedelta(days=1), LAST, LAST + timedelta(days=2))
    assert clock_fits(LAST + timedelta(days=1), LAST, None)
