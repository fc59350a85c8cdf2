"""The day that a text begins with, and what is left after it."""

from __future__ import annotations

from datetime import date

import pytest

from tvm_desktop.domain.days import read_day

TODAY = date(2026, 12, 31)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("fredag kl. 9", date(2027, 1, 1), "kl. 9"),
        ("fredag den 1. januar hos mor", date(2027, 1, 1), "hos mor"),
        ("i dag efter skole", TODAY, "efter skole"),
        ("31/12", TODAY, ""),
        ("30/12", date(2027, 12, 30), ""),
        ("den 1. og den 2.", date(2027, 1, 1), "og den 2."),
        ("in three weeks", date(2027, 1, 21), ""),
        ("1 may 2027, early", date(2027, 5, 1), ", early"),
    ],
)
def test_the_day_and_what_is_left(text: str, day: date, rest: str) -> None:
    found = read_day(text, TODAY)
    assert found is not None
    assert (found.date, found.rest.strip(), found.problem) == (day, rest, None)


def test_a_day_that_does_not_exist_has_a_problem_and_no_date() -> None:
    found = read_day("30. februar", TODAY)
    assert found is not None
    assert found.date is None
    assert found.problem is not None


@pytest.mark.parametrize(
    "text", ["", "legegruppe", "mandagen", "manden", "3 kopper", "8.50", "1/2/3", "om lidt"]
)
def test_other_words_begin_with_no_day(text: str) -> None:
    assert read_day(text, TODAY) is None
