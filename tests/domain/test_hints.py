"""What each rule asks the leader to look at, and when it is silent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import (
    Action,
    Card,
    Goal,
    Position,
    Sign,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import ActionStatus, CardKind, Presence, Role, WishReply
from tvm_desktop.domain.guidance import hints
from tvm_desktop.words import say

if TYPE_CHECKING:
    from domain.conftest import Table


def said(table: Table, key: str) -> list[str]:
    return [say(hint.message, "en") for hint in hints(table.record, [key])]


def about(table: Table, key: str) -> list[tuple[str, ...]]:
    return [hint.about for hint in hints(table.record, [key])]


def test_professionals_may_be_three_to_one_but_not_more(table: Table) -> None:
    assert not said(table, "sides")
    for person in ("hodan", "yusuf", "amina"):
        table.change(f"a-{person}", presence=Presence.ABSENT)
    assert said(table, "sides") == [
        "Professionals: 3. Family and network: 0. Give the family plenty of room."
    ]
    table.change("a-hodan", presence=Presence.PRESENT)
    assert not said(table, "sides")


def test_several_professionals_need_a_coordinator(table: Table) -> None:
    assert said(table, "coordinator")
    table.roles("jonas", Role.COORDINATOR)
    assert not said(table, "coordinator")


def test_somebody_brings_the_voice_of_a_child_that_is_not_there(table: Table) -> None:
    assert not said(table, "child-voice-bearer")
    table.change("a-amina", presence=Presence.ABSENT)
    assert said(table, "child-voice-bearer") == ["Who brings what Amina thinks?"]
    table.roles("mette", Role.CHILD_VOICE)
    assert not said(table, "child-voice-bearer")


def test_the_family_is_missed_when_only_professionals_have_told(table: Table) -> None:
    table.add(Card, "k", kind=CardKind.WORRY, text="Hjemme 9 dage", voice="mette")
    assert said(table, "family-unheard")
    table.add(Card, "k2", kind=CardKind.WORRY, text="Sover ikke", voice="hodan")
    assert not said(table, "family-unheard")


def test_the_familys_own_understanding_is_missed(table: Table) -> None:
    table.add(Understanding, "u", text="Hun er ny", voice="mette")
    assert said(table, "family-view-missing")
    table.add(Position, "p", about="u", person_id="hodan")
    assert not said(table, "family-view-missing")


def test_the_childs_own_words_are_missed(table: Table) -> None:
    table.add(Card, "k", kind=CardKind.WORRY, text="Hjemme 9 dage", voice="mette")
    assert said(table, "child-voice") == ["We have not heard Amina yet. What has Amina said?"]
    table.add(Card, "c", kind=CardKind.CHILD_WORDS, text="Ingen spørger mig", voice="mette")
    assert not said(table, "child-voice")


def test_worries_without_strengths(table: Table) -> None:
    table.add(Card, "k", kind=CardKind.WORRY, text="Hjemme 9 dage")
    table.add(Card, "p", kind=CardKind.STRENGTH, text="Læser højt", prepared=True)
    assert said(table, "no-strength")
    table.change("p", prepared=False)
    assert not said(table, "no-strength")


def test_a_solution_among_what_was_seen(table: Table) -> None:
    table.add(Card, "k", kind=CardKind.WORRY, text="Vi skal have en lektiecafé")
    table.add(Card, "n", kind=CardKind.NEXT, text="Vi skal have en lektiecafé")
    assert about(table, "early-solution") == [("k",)]


def test_a_worry_that_no_understanding_explains(table: Table) -> None:
    table.add(Card, "k1", kind=CardKind.WORRY, text="a").add(Card, "k2", kind=CardKind.WORRY, text="b")
    assert not said(table, "unexplained-worry")
    table.add(Understanding, "u", text="Hun er ny").link("u", "k1")
    assert about(table, "unexplained-worry") == [("k2",)]
    assert said(table, "unexplained-worry") == ["1 worry is not explained yet."]


def test_the_effort_is_opened_too_early(table: Table) -> None:
    assert "understanding" in said(table, "too-early")[0]
    table.add(Understanding, "u", text="Hun er ny")
    assert "What does Amina need?" in said(table, "too-early")[0]
    table.add(UnmetNeed, "n", text="En ven")
    assert not said(table, "too-early")
    assert said(table, "pulse")


def test_own_half(table: Table) -> None:
    table.add(Action, "a", what="Besøger familien", who=("birgit",), proposed_by="mette")
    assert said(table, "own-half") == ["Ask Birgit: is that a yes?"]
    assert about(table, "own-half") == [("a", "birgit")]
    table.change("a", accepted_by=("birgit",))
    assert not said(table, "own-half")
    table.change("a", accepted_by=(), proposed_by="birgit")
    assert not said(table, "own-half")


@pytest.mark.parametrize(
    ("values", "open_"),
    [
        ({}, True),
        ({"reply": WishReply.YES}, False),
        ({"reply": WishReply.NO}, True),
        ({"reply": WishReply.NO, "because": "der er ingen tid"}, False),
        ({"reply": WishReply.EXAMINED, "answered_by": "jonas"}, True),
        ({"reply": WishReply.EXAMINED, "answered_by": "jonas", "due": date(2026, 3, 18)}, False),
    ],
)
def test_a_wish_needs_a_whole_answer(table: Table, values: dict[str, object], open_: bool) -> None:
    table.add(Wish, "w", text="Hjælp til at læse breve", voice="hodan", **values)
    assert bool(said(table, "wish-unanswered")) == open_


def test_most_agreements_are_the_professionals(table: Table) -> None:
    for name in ("mette", "jonas", "birgit"):
        table.add(Action, f"act-{name}", what="…", who=(name,))
    table.add(Action, "act-yusuf", what="…", who=("yusuf", "mette"))
    assert said(table, "mostly-professionals") == [
        "3 of 4 agreements are the professionals’. What will the family try themselves?"
    ]
    table.add(Action, "act-hodan", what="…", who=("hodan",))
    assert not said(table, "mostly-professionals")


def test_a_goal_that_nobody_can_see(table: Table) -> None:
    table.add(Goal, "g", text="Amina skal udvikle sig")
    assert said(table, "goal-without-sign") == [
        "“Amina skal udvikle sig” cannot be seen. What will we see when it works?"
    ]
    table.change("g", text="Amina er ude i tre frikvarterer")
    assert "has no sign yet" in said(table, "goal-without-sign")[0]
    table.add(Sign, "s", goal_id="g", text="Hun slår ikke")
    assert not said(table, "goal-without-sign")
    assert said(table, "negative-sign") == ["“Hun slår ikke”: what do we see instead?"]


def test_signs_about_the_child_alone(table: Table) -> None:
    table.add(Goal, "g", text="…").add(Sign, "s1", goal_id="g", text="Hun griner")
    assert not said(table, "signs-only-child")
    table.add(Sign, "s2", goal_id="g", text="Hun går selv ind")
    assert said(table, "signs-only-child")
    table.add(Sign, "s3", goal_id="g", text="Mette siger godmorgen til hende")
    assert not said(table, "signs-only-child")


def test_an_agreement_without_who_or_when(table: Table) -> None:
    table.add(Action, "a", what="Ringer hjem")
    assert said(table, "action-unclear") == ["“Ringer hjem”: who does it?"]
    table.change("a", who=("mette",))
    assert said(table, "action-unclear") == ["“Ringer hjem”: when?"]
    table.change("a", due=date(2026, 3, 20))
    assert not said(table, "action-unclear")


def test_a_dropped_agreement_asks_for_nothing(table: Table) -> None:
    table.add(Action, "a", what="Ringer", who=("birgit",), proposed_by="mette", status=ActionStatus.DROPPED)
    assert not said(table, "own-half")
    assert not said(table, "action-unclear")


def test_a_child_without_a_name_is_the_child(table: Table) -> None:
    table.change("c", name="").add(Understanding, "u", text="Ny i klassen")
    assert said(table, "too-early") == ["No need has been named yet. What does the child need?"]
