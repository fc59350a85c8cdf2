"""What we do not agree on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.minh import minh_record
from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.model import Difference, Differences, View
from tvm_desktop.documents.parts.differences import differences
from tvm_desktop.domain.entities import (
    Action,
    Card,
    Entity,
    FollowUp,
    FramingAnswer,
    Goal,
    Position,
    PrivateNote,
    Sign,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.entities import Statement as Worry
from tvm_desktop.domain.enums import CardKind, FramingReply, Share, Stance
from tvm_desktop.formats.model import MeetingFormat, PanelKind, Phrase, Statement, Step

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


def found(record: Record) -> tuple[Difference, ...]:
    """Return the differences of a record; none when the part is left out."""
    section = differences(source(record))
    if section is None:
        return ()
    assert isinstance(section.content, Differences)
    return section.content.items


def against(about: str, text: str = "Det ser jeg ikke.", who: str = "jonas") -> Position:
    """Return somebody who sees a thing differently."""
    return Position(id=f"{about}-{who}", meeting_id=MEETING, about=about, person_id=who, text=text)


def test_both_sides_stand_beside_each_other() -> None:
    assert found(minh_record()) == (
        Difference(
            "Han er træt, fordi han spiller om natten.",
            (
                View("Đức siger:", "Det er spillet, der gør ham træt om morgenen."),
                View("Minh siger:", "Jeg spiller, fordi jeg ikke kan sove."),
            ),
        ),
    )


def test_whose_thing_it_is_becomes_the_first_view() -> None:
    way = Understanding(id="u", meeting_id=MEETING, voice="hoa", text="Han savner sin ven.")
    (difference,) = found(small_record(way, against("u")))
    assert difference == Difference(
        "", (View("Hoà siger:", "Han savner sin ven."), View("Jonas siger:", "Det ser jeg ikke."))
    )


@pytest.mark.parametrize(
    "thing",
    [
        Card(id="x", meeting_id=MEETING, kind=CardKind.WORRY, text="Det her"),
        UnmetNeed(id="x", meeting_id=MEETING, text="Det her"),
        Goal(id="x", meeting_id=MEETING, text="Det her"),
        Sign(id="x", meeting_id=MEETING, goal_id="g", text="Det her"),
        Action(id="x", meeting_id=MEETING, what="Det her"),
        Wish(id="x", meeting_id=MEETING, text="Det her"),
    ],
)
def test_anything_can_be_seen_differently(thing: Entity) -> None:
    assert found(small_record(thing, against("x")))[0].about == "Det her"


def test_the_plan_itself_can_be_seen_differently() -> None:
    assert found(small_record(against(MEETING, "Det er for meget.", "hoa"))) == (
        Difference("", (View("Hoà siger:", "Det er for meget."),)),
    )


def test_without_words_the_person_still_stands_there() -> None:
    (difference,) = found(small_record(against(MEETING, "")))
    assert difference.views == (View("Jonas siger:", "Jeg ser det anderledes."),)


def test_agreeing_alone_is_no_difference() -> None:
    agreed = replace(against(MEETING), stance=Stance.AGREE)
    assert found(small_record(agreed)) == ()


def test_what_hangs_on_a_hidden_thing_is_hidden_too() -> None:
    goal = Goal(id="g", meeting_id=MEETING, text="Skjult", share=Share.FACILITATOR)
    sign = Sign(id="s", meeting_id=MEETING, goal_id="g", text="Tegn")
    note = PrivateNote(id="n", meeting_id=MEETING, step="story", text="Skjult")
    record = small_record(goal, sign, note, against("g"), against("s"), against("n"), against("gone"))
    assert found(record) == ()


def test_a_framing_sentence_can_be_disagreed_with() -> None:
    answer = FramingAnswer(
        id="f",
        meeting_id=MEETING,
        statement="listen",
        person_id="hoa",
        reply=FramingReply.DISAGREE,
        comment="Nej.",
    )
    statement = Statement("listen", Phrase("Alle lytter til hinanden.", "We all listen."))
    step = Step(
        "framing", PanelKind.FRAMING, Phrase(), Phrase(), Phrase(), Phrase(), 3, statements=(statement,)
    )
    known = MeetingFormat("f", Phrase("F"), Phrase(), (step,))
    section = differences(replace(source(small_record(answer)), format=known))
    assert section is not None
    assert section.content == Differences(
        (Difference("Alle lytter til hinanden.", (View("Hoà siger:", "Nej."),)),)
    )


def test_a_framing_sentence_that_is_no_longer_known_is_named_in_general() -> None:
    answer = FramingAnswer(id="f", meeting_id=MEETING, statement="gone", reply=FramingReply.DISAGREE)
    assert found(small_record(answer)) == (
        Difference("Sådan holder vi mødet", (View("Nogle siger:", "Jeg ser det anderledes."),)),
    )


def test_a_question_is_no_difference() -> None:
    answer = FramingAnswer(
        id="f", meeting_id=MEETING, statement="x", reply=FramingReply.QUESTION, comment="Må jeg?"
    )
    assert found(small_record(answer)) == ()


def test_a_worry_said_in_three_parts_can_be_seen_differently() -> None:
    worry = Worry(id="w", meeting_id=MEETING, text="Han sover ikke", worried=("jonas",))
    position = Position(id="p", meeting_id=MEETING, about="w", person_id="hoa", text="Det gør han da.")
    (difference,) = found(small_record(worry, position))
    assert difference == Difference(
        "Jonas er bekymret. Han sover ikke.", (View("Hoà siger:", "Det gør han da."),)
    )
    assert found(small_record(replace(worry, share=Share.FACILITATOR), position)) == ()


def test_what_became_of_an_agreement_can_be_seen_differently() -> None:
    agreed = Action(id="a", meeting_id="m0", what="Ringer", who=("jonas",))
    told = FollowUp(id="f", meeting_id=MEETING, action_id="a")
    position = Position(id="p", meeting_id=MEETING, about="f", person_id="hoa", text="Han ringede ikke.")
    (difference,) = found(small_record(agreed, told, position))
    assert difference.about == "Ringer"
