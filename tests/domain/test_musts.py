"""The closing settles five things, and what is still open is said at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Action,
    Card,
    Closing,
    Goal,
    InMeeting,
    NextMeeting,
    Statement,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.guidance import musts, still_open
from tvm_desktop.words import say

if TYPE_CHECKING:
    from domain.conftest import Table


def done(table: Table) -> dict[str, bool]:
    return {must.key: must.done for must in musts(table.record)}


def test_the_five_musts_of_a_closing(table: Table) -> None:
    assert done(table) == dict.fromkeys(["needs", "who", "documented", "thread", "next"], False)
    assert len(still_open(table.record)) == 6
    table.add(Card, "card", kind=CardKind.WORRY, text="a").add(Understanding, "und", text="b")
    table.add(UnmetNeed, "need", text="c").add(Goal, "goal", text="d", need_id="need")
    table.add(Action, "act", what="e", who=("mette",), when="hver uge", seen_by="Mette fortæller")
    table.link("act", "goal").link("need", "und", "card")
    table.add(NextMeeting, "next", starts=datetime(2026, 4, 16, 8, tzinfo=UTC))
    assert all(done(table).values())
    table.add(Closing, "closing", child_told_by=("hodan",))
    assert still_open(table.record) == ()


def test_what_is_missing_at_the_end_is_said_in_a_few_words(table: Table) -> None:
    table.add(Action, "act", what="e", who=("mette",), when="hver uge")
    table.add(Wish, "w", text="Hjælp om morgenen")
    lines = [say(line, "en") for line in still_open(table.record)]
    assert "Does it hang together? 1 place is missing something" in lines
    assert "1 wish of the family has no answer" in lines


def test_documentation_said_for_the_whole_plan_is_enough(table: Table) -> None:
    table.add(Action, "act", what="e", who=("mette",), when="hver uge")
    assert not done(table)["documented"]
    table.add(Closing, "closing", documentation="Mette skriver fravær ned hver fredag")
    assert done(table)["documented"]


def test_a_goal_of_the_board_rests_on_a_worry_instead_of_a_need(table: Table) -> None:
    table.add(Statement, "worry", text="Far drikker om lørdagen.").add(Goal, "goal", text="d")
    assert not done(table)["needs"]
    table.link("goal", "worry")
    assert done(table)["needs"]


def test_a_follow_up_may_go_on_with_an_earlier_meetings_goal(table: Table) -> None:
    table.add(UnmetNeed, "need", text="c").add(Goal, "goal", text="d", need_id="need")
    for thing in ("need", "goal"):
        entity = table.entities[thing]
        assert isinstance(entity, InMeeting)
        table.entities[thing] = replace(entity, meeting_id="earlier")
    table.add(Action, "act", what="e", who=("mette",), when="hver uge")
    assert not done(table)["needs"]
    table.link("act", "goal")
    assert done(table)["needs"]
