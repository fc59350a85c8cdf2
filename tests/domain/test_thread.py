"""Every agreement can be followed back to what somebody saw, and every break is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.columns import filled
from tvm_desktop.domain.entities import (
    Action,
    Card,
    Entity,
    FollowUp,
    Goal,
    Link,
    Meeting,
    Statement,
    Understanding,
    UnmetNeed,
)
from tvm_desktop.domain.enums import ActionStatus, CardKind, Holds
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.thread import Gap, GapKind, chains, gap_line, gaps, goal_rows, strand
from tvm_desktop.words import say

if TYPE_CHECKING:
    from domain.conftest import Table


@pytest.fixture
def whole(table: Table) -> Table:
    """One whole chain: playgroup → company → somebody to be with → new in class → does not go out."""
    table.add(Card, "card", kind=CardKind.WORRY, text="Amina går ikke ud i frikvarteret")
    table.add(Understanding, "und", text="Hun er ny i klassen")
    table.add(UnmetNeed, "need", text="Nogen at være sammen med")
    table.add(Goal, "goal", text="Amina har nogen at være sammen med", need_id="need")
    table.add(Action, "act", what="Starter en legegruppe")
    return table.link("act", "goal").link("need", "und", "card")


def test_a_whole_chain_has_no_gaps(whole: Table) -> None:
    assert gaps(whole.record) == []
    (chain,) = chains(whole.record)
    assert [part.id for part in chain.stations] == ["card", "und", "need", "goal", "act"]


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        ("act>goal", [Gap(GapKind.ACTION_WITHOUT_GOAL, "act"), Gap(GapKind.GOAL_WITHOUT_ACTION, "goal")]),
        ("need>und", [Gap(GapKind.NEED_WITHOUT_UNDERSTANDING, "need")]),
        ("und>card", [Gap(GapKind.UNDERSTANDING_WITHOUT_CARD, "und")]),
        ("act", [Gap(GapKind.GOAL_WITHOUT_ACTION, "goal")]),
        ("need", [Gap(GapKind.GOAL_WITHOUT_NEED, "goal")]),
        ("goal", [Gap(GapKind.ACTION_WITHOUT_GOAL, "act"), Gap(GapKind.NEED_WITHOUT_GOAL, "need")]),
        ("card", [Gap(GapKind.UNDERSTANDING_WITHOUT_CARD, "und")]),
    ],
)
def test_what_is_missing_is_found(whole: Table, missing: str, found: list[Gap]) -> None:
    del whole.entities[missing]
    assert gaps(whole.record) == found
    assert chains(whole.record) == []
    for gap in found:
        assert say(gap_line(whole.record, gap), "en").startswith("“")


def test_a_dropped_agreement_leaves_its_goal_without_one(whole: Table) -> None:
    whole.change("act", status=ActionStatus.DROPPED)
    assert gaps(whole.record) == [Gap(GapKind.GOAL_WITHOUT_ACTION, "goal")]


def test_an_agreement_that_a_later_meeting_gave_up_still_stands_in_its_own(whole: Table) -> None:
    whole.change("act", status=ActionStatus.DROPPED)
    whole.entities["later"] = Meeting(id="later")
    told = FollowUp(id="told", meeting_id="later", action_id="act", status=ActionStatus.DROPPED)
    whole.entities["told"] = told
    assert gaps(whole.record) == []
    assert Holds.ACTION in filled(whole.record)
    whole.change("told", status=ActionStatus.PARTLY)  # then it was not the later meeting that dropped it
    assert gaps(whole.record) == [Gap(GapKind.GOAL_WITHOUT_ACTION, "goal")]
    assert Holds.ACTION not in filled(whole.record)


def test_an_agreement_with_two_goals_has_two_chains(whole: Table) -> None:
    whole.add(Goal, "goal2", text="Amina ved, hvem der henter", need_id="need").link("act", "goal2")
    assert [chain.goal.id for chain in chains(whole.record)] == ["goal", "goal2"]


def test_a_chain_goes_round_what_may_not_be_seen(whole: Table) -> None:
    whole.add(Card, "open", kind=CardKind.WORRY, text="Hjemme 9 dage").link("und", "open")
    (chain,) = chains(whole.record, lambda thing: thing.id != "card")
    assert chain.card.id == "open"
    assert chains(whole.record, lambda thing: thing.id != "need") == []


def test_one_agreement_shows_all_that_it_rests_on(whole: Table) -> None:
    whole.add(Card, "more", kind=CardKind.STRENGTH, text="Læser højt").link("und", "more")
    found = strand(whole.record, "act")
    assert [card.id for card in found.cards] == ["card", "more"]
    assert [need.id for need in found.needs] == ["need"]


def test_a_follow_up_may_work_for_the_goal_of_an_earlier_meeting(whole: Table) -> None:
    for thing in ("goal", "need", "und", "card"):
        whole.change(thing, meeting_id="earlier")
    assert gaps(whole.record) == []
    assert len(chains(whole.record)) == 1


IDS = {"act": Action, "goal": Goal, "need": UnmetNeed, "und": Understanding, "card": Card}


@given(st.lists(st.tuples(st.sampled_from(sorted(IDS)), st.sampled_from(sorted(IDS))), max_size=12))
def test_any_tangle_of_links_is_read_without_harm(pairs: list[tuple[str, str]]) -> None:
    things: list[Entity] = [
        Action(id="act", meeting_id="m", what="a"),
        Goal(id="goal", meeting_id="m", text="b", need_id="need"),
        UnmetNeed(id="need", meeting_id="m", text="c"),
        Understanding(id="und", meeting_id="m", text="d"),
        Card(id="card", meeting_id="m", kind=CardKind.WORRY, text="e"),
    ]
    links = [Link(id=f"l{n}", meeting_id="m", upper=u, lower=lo) for n, (u, lo) in enumerate(pairs)]
    record = Record.of("m", [*things, *links])
    assert (gaps(record) == []) == bool(chains(record))


@pytest.fixture
def board(table: Table) -> Table:
    """One whole chain over a worry: pause → an adult who has not drunk → worry → shouting on Saturday."""
    table.add(Card, "card", kind=CardKind.WORRY, text="Råbte lørdag")
    table.add(Statement, "worry", text="De råber om lørdagen.")
    table.add(Goal, "goal", text="Der er altid en voksen, der ikke har drukket")
    table.add(Action, "act", what="Siger pause")
    return table.link("act", "goal", "worry", "card")


def test_a_chain_may_go_over_a_worry(board: Table) -> None:
    assert gaps(board.record) == []
    (chain,) = chains(board.record)
    assert [part.id for part in chain.stations] == ["card", "worry", "goal", "act"]


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        ("goal>worry", [Gap(GapKind.GOAL_WITHOUT_NEED, "goal"), Gap(GapKind.WORRY_WITHOUT_GOAL, "worry")]),
        ("worry>card", [Gap(GapKind.WORRY_WITHOUT_CARD, "worry")]),
    ],
)
def test_a_worry_wants_a_goal_and_cards(board: Table, missing: str, found: list[Gap]) -> None:
    del board.entities[missing]
    assert gaps(board.record) == found
    assert chains(board.record) == []
    for gap in found:
        assert say(gap_line(board.record, gap), "en").startswith("“")


def rows(table: Table) -> list[tuple[str, str, bool]]:
    found = goal_rows(table.record)
    return [(row.upper.id if row.upper else "", row.goal.id if row.goal else "", row.first) for row in found]


def test_goals_stand_beside_the_need_or_the_worry_that_they_answer(board: Table) -> None:
    board.add(UnmetNeed, "need", text="Ro").add(Goal, "calm", text="Rolige lørdage", need_id="need")
    board.add(Goal, "more", text="De bruger aftalen").link("more", "worry")
    board.add(Goal, "free", text="Vi vil have en hund")
    assert rows(board) == [
        ("need", "calm", True),
        ("worry", "goal", True),
        ("worry", "more", False),
        ("", "free", True),
    ]


def test_a_worry_without_a_goal_waits_in_its_place(board: Table) -> None:
    board.add(Statement, "second", text="Regningerne ligger uåbnede.")
    assert rows(board) == [("worry", "goal", True), ("second", "", True)]


def test_a_goal_that_answers_both_stands_once(board: Table) -> None:
    board.add(UnmetNeed, "need", text="Ro").change("goal", need_id="need")
    assert rows(board) == [("need", "goal", True)]
