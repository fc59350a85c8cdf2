"""What is typed about time is understood, or left where it was."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.when import (
    Line,
    When,
    read_clock,
    read_date,
    read_when,
    split_answer,
    split_line,
    spoken_names,
)
from tvm_desktop.words import Message, say

if TYPE_CHECKING:
    from domain.conftest import Table

TODAY = date(2026, 3, 12)  # a Thursday
FRIDAY = date(2026, 3, 13)
TWENTIETH = date(2026, 3, 20)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
TYPED = "Mette og Jonas , mor ringer senest fredag 30. februar kl. 25 hver i dag"
PEOPLE = [
    ("m", "Mette"), ("j", "Jonas"), ("h", "Hodan"), ("h", "mor"), ("k", "Karin Damgaard"), ("k", "Karin"),
    ("a1", "Ali"), ("a2", "Ali"), ("ph", "Trần Thị Hoà"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("20/3", TWENTIETH), ("20/3-26", TWENTIETH), ("20/3-2026", TWENTIETH), ("20/3 2026", TWENTIETH),
        ("20.3.", TWENTIETH), ("20.3.2026", TWENTIETH), ("20-03-2026", TWENTIETH), ("2026-03-20", TWENTIETH),
        ("20. marts", TWENTIETH), ("20 marts 2026", TWENTIETH), ("d. 20. marts", TWENTIETH), ("den 20.", TWENTIETH),
        ("20. MAR", TWENTIETH), ("fredag den 20. marts", TWENTIETH), ("på fredag d. 20/3", TWENTIETH),
        ("senest 20. marts.", TWENTIETH), ("senest fredag den 20. marts 2026", TWENTIETH),
        ("March 20", TWENTIETH), ("20th of March", TWENTIETH), ("by Friday, 20 March", TWENTIETH),
        ("fredag", FRIDAY), ("på fredag", FRIDAY), ("senest fredag", FRIDAY), ("by Friday", FRIDAY),
        ("on Friday", FRIDAY), ("i morgen", FRIDAY), ("tomorrow", FRIDAY), ("senest i morgen", FRIDAY),
        ("i dag", TODAY), ("today", TODAY), ("12/3", TODAY), ("torsdag", TODAY + timedelta(7)),
        ("i overmorgen", TODAY + timedelta(2)), ("om to uger", TODAY + timedelta(14)),
        ("om 10 dage", TODAY + timedelta(10)), ("in a week", TODAY + timedelta(7)),
        ("11/3", date(2027, 3, 11)), ("senest 20. januar", date(2027, 1, 20)), ("den 3.", date(2026, 4, 3)),
    ],
)  # fmt: skip
def test_a_day_is_understood(text: str, due: date) -> None:
    assert read_when(text, TODAY) == When(due=due)
    assert read_date(text, TODAY) == due


@pytest.mark.parametrize(
    ("text", "rest", "due", "at"),
    [
        ("i dag kl. 16", "kl. 16", TODAY, time(16)),
        ("20/3 kl. 15.30", "kl. 15.30", TWENTIETH, time(15, 30)),
        ("Friday at 4 pm", "at 4 pm", FRIDAY, time(16)),
        ("klokken 8.50", "klokken 8.50", None, time(8, 50)),
        ("kl. 8.50.", "kl. 8.50", None, time(8, 50)),
        ("20/3 14.30", "14.30", TWENTIETH, time(14, 30)),
        ("20. marts kl. 14.30–15.45", "kl. 14.30–15.45", TWENTIETH, time(14, 30)),
        ("kl. 14 på fredag", "kl. 14", FRIDAY, time(14)),
        ("i dag efter skole", "efter skole", TODAY, None),
        ("fredag før spisepausen", "før spisepausen", FRIDAY, None),
    ],
)
def test_a_clock_or_a_part_of_the_day_stays_in_words(
    text: str, rest: str, due: date | None, at: time | None
) -> None:
    assert read_when(text, TODAY) == When(rest, due, at)


@pytest.mark.parametrize(
    "text",
    [
        "hver uge", "hver mandag, onsdag og fredag fra 19. januar", "hver anden uge", "tirsdag og torsdag", "fra i dag",
        "om mandagen", "altid", "always", "to gange om ugen", "fra på mandag", "næste uge", "uge 12",
        "hver søndag fra den 15. marts",
        "every week", "twice a week", "from 19 January", "next Friday", "senest før påske", "fra 20/3",
    ],
)  # fmt: skip
def test_what_is_no_single_day_is_kept_as_words(text: str) -> None:
    assert read_when(text, TODAY) == When(text)
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("30. februar", "“30. februar” is not in the calendar."),
        ("senest 31/4", "“31/4” is not in the calendar."),
        ("20/13", "“20/13” is not in the calendar."),
        ("29/2", "“29/2” is not in the calendar."),
        ("fra 30. februar", "“30. februar” is not in the calendar."),
        ("fredag den 21. marts", "“fredag den 21. marts”: that day is a Saturday."),
        ("i dag kl. 25", "There is no time “kl. 25”."),
        ("kl. 14 den 31. april", "“31. april” is not in the calendar."),
    ],
)
def test_a_day_that_does_not_exist_is_said(text: str, said: str) -> None:
    when = read_when(text, TODAY)
    assert when is not None
    assert when.due is None
    assert when.text == text
    assert when.problem is not None
    assert say(when.problem, "en") == said


@pytest.mark.parametrize(
    "text",
    ["", "i skolen", "når hun ringer", "3-4", "1,5", "8.50", "man", "brød og ost", "om hesten", "jan ringer"],
)
def test_what_is_not_time_is_left_alone(text: str) -> None:
    assert read_when(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("16", time(16)),
        ("8.50", time(8, 50)),
        ("16:30", time(16, 30)),
        ("kl. 9", time(9)),
        ("at 12 am", time(0)),
    ],
)
def test_a_clock_time_is_understood(text: str, at: time) -> None:
    assert read_clock(text) == at


def test_a_clock_time_that_does_not_exist_is_said() -> None:
    assert isinstance(read_clock("kl. 24.00"), Message)
    assert read_clock("om lidt") is None


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Mette starter en legegruppe, senest fredag", Line(("m",), "Starter en legegruppe", due=FRIDAY)),
        ("mette starter en legegruppe senest fredag", Line(("m",), "Starter en legegruppe", due=FRIDAY)),
        ("Mette og Jonas: holder møde, hver mandag, onsdag og fredag",
         Line(("m", "j"), "Holder møde", "hver mandag, onsdag og fredag")),
        ("Mette, Jonas og mor går tur, i morgen kl. 8.50", Line(("m", "j", "h"), "Går tur", "kl. 8.50", FRIDAY)),
        ("Karin Damgaard laver skema, 20/3", Line(("k",), "Laver skema", due=TWENTIETH)),
        ("Trần Thị Hoà ringer", Line(("ph",), "Ringer")),
        ("Mette ringer til İbrahim, fredag", Line(("m",), "Ringer til İbrahim", due=FRIDAY)),
        ("spiser frokost med Amina om mandagen, fra på mandag",
         Line((), "Spiser frokost med Amina om mandagen", "fra på mandag")),
        ("Mette ringer, hvis hun kan, i morgen", Line(("m",), "Ringer, hvis hun kan", due=FRIDAY)),
    ],
)  # fmt: skip
def test_one_line_holds_who_what_and_when(typed: str, line: Line) -> None:
    assert split_line(typed, PEOPLE, TODAY) == line


@pytest.mark.parametrize(
    "typed",
    [
        "Mette", "Mette og Jonas", "Mettes mor henter", "Mor til Ali henter", "Mette fra skolen ringer", "Ali henter",
        "Mette og klassen finder på noget", "Mette, klassens lærer, ringer", "Vi spiser sammen, når far er hjemme",
        "Køber mælk, brød og ost", ", i morgen", "Mette, i morgen", "Mette’s mor henter",
    ],
)  # fmt: skip
def test_when_unsure_all_stays_in_what(typed: str) -> None:
    assert split_line(typed, PEOPLE, TODAY) == Line((), typed)


def test_a_day_that_does_not_exist_is_said_and_kept_as_typed() -> None:
    line = split_line("Mette ringer, senest 30. februar", PEOPLE, TODAY)
    assert (line.who, line.what, line.when, line.due) == (("m",), "Ringer", "senest 30. februar", None)
    assert line.problem is not None


def test_a_person_answers_to_name_first_name_and_tie(table: Table) -> None:
    names = spoken_names(table.record)
    assert {name for person, name in names if person == "hodan"} == {"Hodan Warsame", "Hodan", "mor"}
    assert split_line("Mor og Mette Skov læser brevene", names, TODAY).who == ("hodan", "mette")


@given(
    DAYS,
    st.integers(0, 364),
    st.sampled_from(["{d}/{m}", "senest d. {d}/{m}"]),
)
def test_every_day_of_the_coming_year_is_understood(today: date, ahead: int, shape: str) -> None:
    day = today + timedelta(ahead)
    if (day.month, day.day) != (2, 29):
        assert read_date(shape.format(d=day.day, m=day.month), today) == day
    assert read_date(f"{day.day}/{day.month}-{day.year}", today) == day


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_next_one_and_never_today(today: date, weekday: int) -> None:
    name = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")[weekday]
    due = read_date(name, today)
    assert isinstance(due, date)
    assert due.weekday() == weekday
    assert timedelta(0) < due - today <= timedelta(7)


WORDS = st.sampled_from(
    [
        "Mette",
        "og",
        "Jonas",
        ",",
        "mor",
        "ringer",
        "senest",
        "fredag",
        "30.",
        "februar",
        "kl.",
        "25",
        "hver",
        "i",
        "dag",
    ]
)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Mette senest fredag", Line((), "Mette", "", FRIDAY)),
        ("Mette, senest fredag", Line((), "Mette", "", FRIDAY)),
        ("senest fredag", Line((), "", "", FRIDAY)),
        ("Mette", Line((), "Mette")),
        ("det er for dyrt", Line((), "det er for dyrt")),
        ("Mette ringer til PPR, senest fredag", Line(("m",), "ringer til PPR", "", FRIDAY)),
    ],
)
def test_an_answer_is_taken_apart(typed: str, line: Line) -> None:
    assert split_answer(typed, PEOPLE, TODAY) == line


@given(st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=60))
def test_no_line_makes_it_stumble_and_no_deed_is_lost(typed: str) -> None:
    line = split_line(typed, PEOPLE, TODAY)
    assert bool(line.what) == bool(typed.split())
    assert line.problem is None or (line.due is None and line.when)
    if not line.who and not line.when and line.due is None:
        assert len(line.what.split()) == len(typed.split())


@given(st.text(alphabet=" .,/-:0123456789adefgiklmnorst", max_size=20))
def test_any_scribble_about_time_is_read_or_left(typed: str) -> None:
    when = read_when(typed, TODAY)
    if when and when.due is None and not when.problem:
        assert when.text
        assert re.search(r"\w", when.text)
