from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.sessions import minh
from tvm_desktop.domain.entities import Action, Closing, NextMeeting, Wish
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.session.frames.closing import ACTION, CHILD, NEXT, WISH, stops
from tvm_desktop.session.frames.model import Agreement, BigLines, Blank

if TYPE_CHECKING:
    from session.frames.conftest import Picture

LAST = 99


def test_the_next_meeting_comes_first_then_agreements_wishes_and_what_the_child_is_told() -> None:
    found = [(stop.kind, stop.id) for stop in stops(minh())]
    agreements = [(ACTION, f"a{number}") for number in range(1, 9)]
    assert found == [(NEXT, ""), *agreements, (WISH, "w1"), (CHILD, "")]


def test_we_meet_again_on_a_day_in_full_and_at_a_place(picture: Picture) -> None:
    frame = picture("closing")
    assert frame.question == "Hvornår mødes vi igen?"
    assert frame.body == BigLines(("Tirsdag den 10. februar 2026 kl. 14.30",), ("Aavang Skole, lokale 12",))
    english = picture("closing", language="en")
    assert english.question == "When do we meet again?"
    assert english.body == BigLines(("Tuesday 10 February 2026 at 14:30",), ("Aavang Skole, lokale 12",))


def test_what_the_leader_wants_to_remember_for_next_time_is_not_on_the_wall(picture: Picture) -> None:
    assert "Lan tolker igen" not in str(picture("closing"))


def test_a_meeting_that_is_not_agreed_yet_leaves_only_the_question(picture: Picture) -> None:
    assert picture("closing", replace(minh().get(NextMeeting, "next"), starts=None)).body == Blank()


def test_one_agreement_at_a_time_is_read_aloud(picture: Picture) -> None:
    frame = picture("closing", item=4)
    assert frame.question == "Er det rigtigt?"
    assert frame.body == Agreement(
        who="Hoà og Đức",
        what="Spiser sammen klokken 18.",
        when="fra i dag",
        with_whom="Mai",
        seen_by="Hoà fortæller det på mødet.",
        index=3,
        total=8,
    )


def test_kept_back_and_dropped_agreements_are_not_counted(picture: Picture) -> None:
    kept = replace(minh().get(Action, "a1"), share=Share.FACILITATOR)
    dropped = replace(minh().get(Action, "a2"), status=ActionStatus.DROPPED)
    body = picture("closing", kept, dropped, item=1).body
    assert isinstance(body, Agreement)
    assert (body.who, body.index, body.total) == ("Samira", 0, 6)


def test_a_wish_stands_alone_with_its_answer(picture: Picture) -> None:
    frame = picture("closing", item=9)
    assert frame.question == "Familiens ønske"
    assert frame.body == BigLines(
        ("Kan nogen hjælpe os om morgenen de første uger?",),
        ("Hoà", "Emre undersøger det og svarer senest tirsdag den 20. januar 2026"),
    )


def test_last_comes_who_tells_the_child_what(picture: Picture) -> None:
    frame = picture("closing", item=LAST)
    assert frame.question == "Hvem fortæller Minh, hvad vi aftalte?"
    assert frame.body == BigLines(
        ("Jonas og Mai",),
        (
            "i dag klokken 16",
            "Ingen er vrede på dig. Vi begynder i det små, og du bestemmer farten sammen med Jonas.",
        ),
    )
    nobody = replace(minh().get(Closing, "closing"), child_told_by=())
    assert picture("closing", nobody, item=LAST).body == Blank()


def test_the_child_itself_does_not_read_what_it_is_to_be_told(picture: Picture) -> None:
    fit = replace(minh().get(Wish, "w1"), fit_for_child=True)
    frame = picture("closing", fit, item=LAST, child=True)
    assert frame.question == "Familiens ønske"
    assert isinstance(frame.body, BigLines)
