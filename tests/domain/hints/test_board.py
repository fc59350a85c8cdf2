"""What the board's rules ask the leader to look at, and when they are silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, Card, FollowUp, Meeting, Scale, ScaleRating, Statement
from tvm_desktop.domain.enums import ActionStatus, CardKind, CardSort
from tvm_desktop.domain.guidance import hints
from tvm_desktop.words import say

if TYPE_CHECKING:
    from domain.conftest import Table


def said(table: Table, key: str) -> list[str]:
    return [say(hint.message, "en") for hint in hints(table.record, [key])]


def test_what_has_protected_is_shown_by_an_example_and_a_day(table: Table) -> None:
    table.add(Card, "c", kind=CardKind.STRENGTH, text="Mormor hentede", sort=CardSort.PROTECTED)
    assert said(table, "protected-example") == ["“Mormor hentede”: what happened, and when?"]
    table.change("c", basis="Den 14. februar", seen_when="14. februar")
    assert not said(table, "protected-example")
    table.change("c", basis="", sort=CardSort.STRENGTH)
    assert not said(table, "protected-example")
    table.change("c", sort=CardSort.PROTECTED, kind=CardKind.NEXT)  # moved away: the sort rests
    assert not said(table, "protected-example")


def test_three_worries_are_enough(table: Table) -> None:
    for number in range(3):
        table.add(Statement, f"s{number}", text="Bekymring")
    assert not said(table, "too-many-worries")
    table.add(Statement, "s3", text="Bekymring")
    assert said(table, "too-many-worries") == ["4 worries are many. Which three matter most?"]


def test_a_worry_says_who_and_what_may_happen(table: Table) -> None:
    table.add(Statement, "s", text="Hun er alene")
    assert said(table, "worry-unfinished") == ["“Hun er alene”: who is worried?"]
    table.change("s", worried=("hodan",))
    assert said(table, "worry-unfinished") == ["“Hun er alene”: what may happen?"]
    table.change("s", future="Hun bliver hjemme.")
    assert not said(table, "worry-unfinished")


def test_agreements_from_last_time_are_talked_about(table: Table) -> None:
    table.entities["m0"] = Meeting(id="m0", starts=table.record.meeting.created)
    table.change("m0", starts=table.record.meeting.starts and table.record.meeting.starts.replace(year=2025))
    table.entities["act"] = Action(id="act", meeting_id="m0", what="Ringer")
    assert said(table, "follow-up-untold") == ["1 agreement from last time has not been talked about."]
    table.add(FollowUp, "f", action_id="act", status=ActionStatus.DONE)
    assert not said(table, "follow-up-untold")


def test_missing_numbers_are_the_leaders_to_know_until_they_are_shown(table: Table) -> None:
    table.add(Scale, "s", text="Hvordan har Amina det?")
    for person in ("yusuf", "mette", "jonas", "birgit"):
        table.add(ScaleRating, f"r-{person}", scale_id="s", person_id=person, value=5)
    assert said(table, "numbers-waiting") == ["Numbers are missing from Hodan."]
    table.change("s", revealed=True)
    assert not said(table, "numbers-waiting")
