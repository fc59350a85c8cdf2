from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.minh import MEETING
from helpers.sessions import minh
from tvm_desktop.domain.entities import Attendance, Card
from tvm_desktop.domain.enums import CardKind, Presence, Share
from tvm_desktop.session.frames.model import CardFrame, Columns, Statements

if TYPE_CHECKING:
    from session.frames.conftest import Picture
    from tvm_desktop.session.frames.model import ProjectorFrame

FLOV = "”Jeg er flov over, at jeg ikke kan læse højt.”"


def columns(frame: ProjectorFrame) -> dict[str, list[str]]:
    assert isinstance(frame.body, Columns)
    return {column.title: [card.text for card in column.cards] for column in frame.body.columns}


def card(card_id: str) -> Card:
    return minh().get(Card, card_id)


def test_cards_stand_in_the_columns_of_the_format(picture: Picture) -> None:
    found = columns(picture("story"))
    assert {title: len(cards) for title, cards in found.items()} == {
        "Det, der bekymrer os": 3,
        "Styrker": 4,
        "Hverdagen": 2,
    }
    assert found["Hverdagen"][1] == "Jeg arbejder om natten. Hoà møder klokken 6."
    assert list(columns(picture("story", language="en"))) == ["What worries us", "Strengths", "Everyday life"]


def test_a_card_says_whose_words_it_holds_and_how_they_came(picture: Picture) -> None:
    frame = picture("story", newest="c02").body
    assert isinstance(frame, Columns)
    assert frame.columns[0].cards[:2] == (
        CardFrame("c01", "Jonas, klasselærer", "Minh har været i skole 9 af de sidste 30 dage."),
        CardFrame(
            "c02",
            "Hoà, mor · gennem tolk",
            "Han sover først klokken 2 om natten. Om morgenen har han ondt i maven.",
            newest=True,
        ),
    )


def test_words_through_an_interpreter_are_no_quote(picture: Picture) -> None:
    said = replace(card("c01"), verbatim=True)
    assert columns(picture("story", said))["Det, der bekymrer os"][0].startswith("”Minh har været")
    told = replace(said, interpreted=True)
    assert columns(picture("story", told))["Det, der bekymrer os"][0].startswith("Minh har været")


def test_with_the_child_in_the_room_only_what_is_fit_for_it_is_shown(picture: Picture) -> None:
    fit = replace(card("c04"), fit_for_child=True)
    assert columns(picture("story", fit, child=True)) == {
        "Det, der bekymrer os": [],
        "Styrker": ["Han har repareret fire cykler for naboerne."],
        "Hverdagen": [],
    }


def test_the_child_is_welcomed_until_it_has_said_something(picture: Picture) -> None:
    hidden = [replace(thing, share=Share.FACILITATOR) for thing in minh().all(Card)]
    body = picture("child-time", *hidden, child=True).body
    assert isinstance(body, Statements)
    assert body.lines[0] == "Velkommen, Minh. Det er godt, at du er her."
    said = Card(
        id="new", meeting_id=MEETING, kind=CardKind.CHILD_WORDS, text="Hej", voice="m", fit_for_child=True
    )
    assert columns(picture("child-time", *hidden, said, child=True))["Minhs egne ord"] == ["Hej"]


def test_what_some_must_not_see_comes_when_they_are_gone(picture: Picture) -> None:
    words = "Minhs egne ord"
    assert FLOV not in columns(picture("child-time"))[words]
    away = [
        replace(seat, presence=Presence.ABSENT)
        for seat in minh().all(Attendance)
        if seat.person_id in card("k1").not_to
    ]
    assert FLOV in columns(picture("child-time", *away))[words]
    assert FLOV not in columns(picture("child-time", *away[1:]))[words]


def test_a_prepared_card_waits_until_it_is_said(picture: Picture) -> None:
    waiting = card("k3")
    assert waiting.text not in str(picture("story", replace(waiting, share=Share.ALL)))
    assert waiting.text in str(picture("story", replace(waiting, share=Share.ALL, prepared=False)))
