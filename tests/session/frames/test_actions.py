from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from helpers.sessions import minh
from tvm_desktop.domain.entities import Action, Goal, Wish
from tvm_desktop.domain.enums import ActionStatus, Share, WishReply
from tvm_desktop.session.frames.actions import names, when, wish_answer
from tvm_desktop.session.frames.model import ActionFrame, Actions

if TYPE_CHECKING:
    from session.frames.conftest import Picture
    from tvm_desktop.session.frames.model import ProjectorFrame


def groups(frame: ProjectorFrame) -> dict[str, list[str]]:
    assert isinstance(frame.body, Actions)
    return {group.title: [item.id for item in group.items] for group in frame.body.groups}


def test_agreements_stand_under_the_goals_and_the_wishes_last(picture: Picture) -> None:
    assert groups(picture("effort")) == {
        "Minh kommer i skole tre dage om ugen før påske.": ["a1", "a2", "a3", "a6", "a8"],
        "Minh er sammen med en på sin alder mindst én gang om ugen.": ["a4", "a5"],
        "Minh sover før klokken 23 på hverdage.": ["a7"],
        "Familiens ønsker": ["w1"],
    }
    assert list(groups(picture("effort", language="en")))[-1] == "The family’s wishes"


def test_an_agreement_says_who_what_when_and_that_they_said_yes(picture: Picture) -> None:
    body = picture("effort", newest="a6").body
    assert isinstance(body, Actions)
    assert body.groups[0].items[3] == ActionFrame(
        id="a6",
        who="Emre",
        what="Finder ud af, om der er hjælp om morgenen.",
        when="senest tirsdag den 20. januar 2026",
        answer="har sagt ja",
        newest=True,
    )


def test_the_name_of_a_kept_back_goal_is_no_heading(picture: Picture) -> None:
    kept = replace(minh().get(Goal, "g3"), share=Share.FACILITATOR)
    assert groups(picture("effort", kept))["Det gør vi også"] == ["a7"]
    assert "Minh sover før klokken 23" not in str(picture("effort", kept))


def test_without_any_goal_there_is_no_heading(picture: Picture) -> None:
    kept = [replace(goal, share=Share.FACILITATOR) for goal in minh().all(Goal)]
    assert next(iter(groups(picture("effort", *kept)))) == ""


def test_a_dropped_agreement_is_gone(picture: Picture) -> None:
    dropped = replace(minh().get(Action, "a7"), status=ActionStatus.DROPPED)
    assert "Minh sover før klokken 23 på hverdage." not in groups(picture("effort", dropped))


def test_yes_counts_only_when_all_have_said_it(picture: Picture) -> None:
    half = replace(minh().get(Action, "a4"), accepted_by=("hoa",))
    body = picture("effort", half).body
    assert isinstance(body, Actions)
    assert [item.answer for item in body.groups[1].items] == ["", "har sagt ja"]


@pytest.mark.parametrize(
    ("language", "said"), [("da", "Hoà, Đức og Mai"), ("en", "Hoà, Đức and Mai"), ("", "Hoà, Đức og Mai")]
)
def test_names_are_joined_as_one_says_them(language: str, said: str) -> None:
    record = minh(language=language or "da")
    assert names(record, ("hoa", "duc", "mai")) == said
    assert names(record, ("hoa", "nobody")) == "Hoà"
    assert names(record, ()) == ""


@pytest.mark.parametrize(
    ("said", "due", "shown"),
    [
        ("hver mandag", None, "hver mandag"),
        ("hver mandag", date(2026, 3, 20), "hver mandag · senest fredag den 20. marts 2026"),
        ("", date(2026, 3, 20), "senest fredag den 20. marts 2026"),
        ("20. marts", date(2026, 3, 20), "senest fredag den 20. marts 2026"),
        ("senest den 20. marts", date(2026, 3, 20), "senest fredag den 20. marts 2026"),
    ],
)
def test_a_day_is_said_once_and_in_full(said: str, due: date | None, shown: str) -> None:
    assert when(minh(), replace(minh().get(Action, "a1"), when=said, due=due)) == shown


@pytest.mark.parametrize(
    ("values", "danish", "english"),
    [
        ({"reply": WishReply.NONE}, "", ""),
        ({"reply": WishReply.YES, "answered_by": "emre"}, "Ja, det gør Emre", "Yes, Emre does it"),
        ({"reply": WishReply.YES, "answered_by": ""}, "Ja", "Yes"),
        ({"reply": WishReply.NO, "because": "der er fuldt"}, None, "No, because der er fuldt"),
        ({"reply": WishReply.NO}, "Nej", "No"),
        ({"reply": WishReply.EXAMINED, "due": None}, None, "We find out"),
        ({}, None, "Emre finds out and answers by Tuesday 20 January 2026"),
    ],
)
def test_a_wish_gets_its_answer_in_one_line(
    values: dict[str, object], danish: str | None, english: str
) -> None:
    wish = replace(minh().get(Wish, "w1"), **values)  # type: ignore[arg-type]
    assert wish_answer(minh(language="en"), wish) == english
    if danish is not None:
        assert wish_answer(minh(), wish) == danish


def test_a_wish_says_whose_it_is_and_the_answer(picture: Picture) -> None:
    body = picture("effort").body
    assert isinstance(body, Actions)
    assert body.groups[-1].items == (
        ActionFrame(
            id="w1",
            who="Hoà",
            what="Kan nogen hjælpe os om morgenen de første uger?",
            answer="Emre undersøger det og svarer senest tirsdag den 20. januar 2026",
            is_wish=True,
        ),
    )
