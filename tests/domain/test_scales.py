"""Questions from 0 to 10: who has answered, what is proposed, and what may be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Card, Link, Meeting, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind, Presence
from tvm_desktop.domain.scales import Question

if TYPE_CHECKING:
    from domain.conftest import Table

FIRST = Question("Hvordan har Amina det?", "svært", "godt")


@pytest.fixture
def asked(table: Table) -> Table:
    """One question, answered by her mother and by Amina, who has not said that hers may be shown."""
    table.add(Scale, "s", text="Hvordan har Amina det?", revealed=True)
    table.add(ScaleRating, "r-h", scale_id="s", person_id="hodan", value=4)
    return table.add(ScaleRating, "r-a", scale_id="s", person_id="amina", value=3, may_show=False)


@pytest.fixture
def earlier(asked: Table) -> Table:
    """The same question at the meeting before, where Mette said 2."""
    before = Meeting(id="m0", starts=datetime(2026, 2, 1, 9, tzinfo=UTC))
    asked.entities["m0"] = before
    asked.entities["old"] = Scale(id="old", meeting_id="m0", text="Hvordan har Amina det?", revealed=True)
    asked.entities["r-m"] = ScaleRating(id="r-m", meeting_id="m0", scale_id="old", person_id="mette", value=2)
    return asked.change("s", follows="old")


def last(table: Table) -> list[tuple[str, int]]:
    """Return the numbers of last time to the question asked now."""
    found = scales.last_time(table.record, table.record.get(Scale, "s"))
    return [(number.person_id, number.value) for number in found]


def test_numbers_come_in_the_order_of_the_voices(asked: Table) -> None:
    found = scales.numbers(asked.record, "s")
    assert [(n.person_id, n.value) for n in found] == [("amina", 3), ("hodan", 4)]


def test_those_in_the_room_with_a_voice_are_waited_for(asked: Table) -> None:
    asked.change("a-birgit", presence=Presence.ABSENT)
    waiting = [person.id for person in scales.waiting(asked.record, "s")]
    assert waiting == ["yusuf", "mette", "jonas"]  # not the interpreter, nor whoever is not there


def test_only_numbers_that_were_shown_and_may_be_are_seen(asked: Table) -> None:
    scale = asked.record.get(Scale, "s")
    assert [n.person_id for n in scales.shown(asked.record, scale)] == ["hodan"]
    assert scales.shown(asked.record, replace(scale, revealed=False)) == ()
    assert scales.shown(asked.record, None) == ()


def test_the_steps_own_question_is_proposed_while_nothing_was_asked(table: Table) -> None:
    assert scales.questions(table.record, FIRST) == [FIRST]


def test_what_was_asked_takes_its_place(asked: Table) -> None:
    assert [q.id for q in scales.questions(asked.record, FIRST)] == ["s"]


def test_last_meetings_questions_are_proposed_again_in_their_order(earlier: Table) -> None:
    earlier.entities["other"] = Scale(id="other", meeting_id="m0", text="Hvordan går det i skolen?", rank=9.0)
    earlier.entities["tie"] = Link(id="tie", meeting_id="m0", upper="other", lower="goal")
    found = scales.questions(earlier.record, FIRST)
    assert [(q.id, q.follows) for q in found] == [("s", "old"), ("", "other")]
    assert found[1].about == "goal"
    earlier.change("s", follows="other", text="Skolen")
    assert [(q.id, q.follows) for q in scales.questions(earlier.record, FIRST)] == [
        ("", "old"),
        ("s", "other"),
    ]


def test_last_meetings_numbers_are_found_through_a_meeting_where_nobody_answered(earlier: Table) -> None:
    assert last(earlier) == [("mette", 2)]
    earlier.entities["m1"] = Meeting(id="m1", starts=datetime(2026, 2, 20, 9, tzinfo=UTC))
    earlier.entities["mid"] = Scale(id="mid", meeting_id="m1", text="?", follows="old")
    earlier.change("s", follows="mid")
    assert last(earlier) == [("mette", 2)]


@pytest.mark.parametrize("follows", ["", "s", "gone"])
def test_a_question_that_follows_nothing_or_itself_has_no_earlier_one(asked: Table, follows: str) -> None:
    assert last(asked.change("s", follows=follows)) == []


def test_questions_that_follow_each_other_in_a_ring_end(earlier: Table) -> None:
    del earlier.entities["r-m"]
    assert last(earlier.change("old", follows="s")) == []


def test_last_times_numbers_are_those_that_all_saw(earlier: Table) -> None:
    (asked,) = scales.questions(earlier.record, FIRST)
    assert [(n.person_id, n.value) for n in scales.last_time(earlier.record, asked)] == [("mette", 2)]
    assert scales.last_time(earlier.record, asked, lambda thing: thing.id != "old") == ()
    earlier.change("old", revealed=False)
    assert scales.last_time(earlier.record, asked) == ()


def test_what_may_not_be_counted_is_as_if_it_were_not_there(earlier: Table) -> None:
    without_old = scales.questions(earlier.record, FIRST, lambda thing: thing.id != "old")
    assert [q.id for q in without_old] == ["s"]
    assert scales.questions(earlier.record, FIRST, lambda _: False) == [FIRST]


def test_a_meeting_without_a_time_is_taken_to_come_last() -> None:
    timed = Meeting(id="a", starts=datetime(2026, 2, 1, tzinfo=UTC))
    assert scales.is_before(timed, Meeting(id="b"))
    assert not scales.is_before(Meeting(id="b"), timed)


def test_a_meeting_that_never_got_a_time_counts_from_when_it_was_made() -> None:
    made = Meeting(id="a", created=datetime(2026, 3, 5, tzinfo=UTC))
    later = Meeting(id="b", starts=datetime(2026, 3, 26, tzinfo=UTC))
    assert scales.is_before(made, later)
    assert not scales.is_before(later, made)


def test_what_was_said_about_the_numbers_is_found_by_its_tie(asked: Table) -> None:
    asked.add(Card, "why", kind=CardKind.STRENGTH, text="Læser højt").link("why", "s")
    asked.add(Card, "other", kind=CardKind.NEXT, text="Legegruppe")
    assert [card.id for card in scales.reasons(asked.record, "s")] == ["why"]
    assert scales.reasons(asked.record, "") == []
