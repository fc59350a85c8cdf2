from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.minh import MEETING
from helpers.sessions import minh, stamp, with_meeting, with_things
from tvm_desktop.domain.entities import Card, Link, Meeting, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.session.commands.scales import AllowNumber, Reveal
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.frozen import Frozen
from tvm_desktop.session.frames.model import Mark, Part, ProjectorFrame, ScaleFrame
from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.formats.model import MeetingFormat

HIDDEN = Scale(id="s", meeting_id=MEETING, text="Hvordan har Minh det?", low="Svært", high="Godt")
SHOWN = replace(HIDDEN, revealed=True)


@pytest.fixture(scope="session")
def board(library: FormatLibrary) -> MeetingFormat:
    """A format with a step from 0 to 10."""
    found = library.by_id("three-columns")
    assert found is not None
    return found


def number(person: str, value: int, *, may_show: bool = True) -> ScaleRating:
    return ScaleRating(
        id=f"r-{person}", meeting_id=MEETING, scale_id="s", person_id=person, value=value, may_show=may_show
    )


def at_the_scale(*things: Entity) -> Record:
    return with_meeting(with_things(minh(), *things), live_step="scale")


def picture(board: MeetingFormat, *things: Entity, item: int = 0, prompt: str = "") -> ProjectorFrame:
    return projector_frame(at_the_scale(*things), board, Showing(item=item, prompt=prompt))


def line(frame: ProjectorFrame) -> ScaleFrame:
    assert isinstance(frame.body, ScaleFrame)
    return frame.body


def test_before_anybody_answers_the_steps_own_question_stands_there(board: MeetingFormat) -> None:
    frame = picture(board)
    assert frame.question == "Hvordan har Minh det?"
    assert line(frame) == ScaleFrame(
        "Det er meget svært hver dag", "Minh har det godt, og vi behøver ikke mødes mere"
    )


ANSWERS = st.dictionaries(
    st.sampled_from(("m", "hoa", "duc", "mai", "karin", "jonas")),
    st.tuples(st.integers(0, 10), st.booleans()),
)


@settings(max_examples=60)
@given(one=ANSWERS, other=ANSWERS, prompt=st.sampled_from(("", "Hvad ser I?")))
def test_nobody_can_tell_hidden_numbers_from_one_another(
    board: MeetingFormat,
    one: dict[str, tuple[int, bool]],
    other: dict[str, tuple[int, bool]],
    prompt: str,
) -> None:
    pictures = [
        picture(
            board,
            HIDDEN,
            *(number(who, value, may_show=yes) for who, (value, yes) in given.items()),
            prompt=prompt,
        )
        for given in (one, other, {})
    ]
    assert pictures[0] == pictures[1] == pictures[2]


def test_the_first_number_does_not_show_in_the_picture(board: MeetingFormat) -> None:
    proposal = line(picture(board))
    asked = replace(HIDDEN, low=proposal.low, high=proposal.high)
    assert picture(board, asked, number("hoa", 4)) == picture(board)


def test_shown_together_each_stands_over_their_number(board: MeetingFormat) -> None:
    frame = picture(board, SHOWN, number("jonas", 5), number("hoa", 4), number("m", 3))
    assert line(frame).marks == (
        Mark("Minh", Part.CHILD, 3),
        Mark("Hoà", Part.FAMILY, 4),
        Mark("Jonas", Part.PROFESSIONAL, 5),
    )
    assert line(frame).prompt == "Hvad gør, at det ikke er et lavere tal?"


def test_a_childs_number_is_shown_only_with_the_childs_yes(board: MeetingFormat) -> None:
    frame = picture(board, SHOWN, number("m", 3, may_show=False), number("hoa", 4))
    assert [mark.name for mark in line(frame).marks] == ["Hoà"]


def test_a_prompt_stands_below_the_question(board: MeetingFormat) -> None:
    frame = picture(board, HIDDEN, prompt="Hvad ser I?")
    assert (frame.question, line(frame).prompt) == ("Hvordan har Minh det?", "Hvad ser I?")


def test_what_is_said_of_the_numbers_stands_there_as_far_as_it_may_be_seen(board: MeetingFormat) -> None:
    why = Card(id="why", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Mormor kommer.", voice="hoa")
    up = Card(id="up", meeting_id=MEETING, kind=CardKind.NEXT, text="En rolig aften.", voice="duc")
    ties = [Link(id=f"l-{c}", meeting_id=MEETING, upper=c, lower="s") for c in ("why", "up")]
    found = line(picture(board, SHOWN, number("hoa", 4), why, up, *ties))
    assert [[card.text for card in column.cards] for column in found.reasons] == [
        ["Mormor kommer."],
        ["En rolig aften."],
    ]
    kept = [replace(card, share=Share.FACILITATOR) for card in (why, up)]
    assert line(picture(board, SHOWN, *kept, *ties)).reasons == ()


def test_a_reason_sorted_otherwise_since_still_stands_beside_the_number(board: MeetingFormat) -> None:
    moved = Card(id="why", meeting_id=MEETING, kind=CardKind.WORRY, text="Mormor kommer.", voice="hoa")
    tie = Link(id="l", meeting_id=MEETING, upper="why", lower="s")
    (column,) = line(picture(board, SHOWN, number("hoa", 4), moved, tie)).reasons
    assert column.title == "Hvad gør, at det ikke er et lavere tal?"
    assert [card.text for card in column.cards] == ["Mormor kommer."]


def test_only_the_question_in_view_is_on_the_wall(board: MeetingFormat) -> None:
    other = Scale(id="t", meeting_id=MEETING, text="Hvordan går det i skolen?", rank=1.0)
    frames = [picture(board, SHOWN, other, number("hoa", 4), item=item) for item in (0, 1, 7)]
    assert [frame.question for frame in frames] == [
        "Hvordan har Minh det?",
        "Hvordan går det i skolen?",
        "Hvordan går det i skolen?",
    ]
    assert line(frames[1]).marks == ()


def test_a_kept_back_question_leaves_no_trace(board: MeetingFormat) -> None:
    kept = replace(SHOWN, text="Hemmeligt", share=Share.FACILITATOR)
    assert picture(board, kept, number("hoa", 4)) == picture(board)
    other = Scale(id="t", meeting_id=MEETING, text="Hvordan går det i skolen?", rank=1.0)
    assert picture(board, kept, other).question == "Hvordan går det i skolen?"


@pytest.fixture
def earlier() -> list[Entity]:
    """The same question at the meeting before; Minh did not want his number shown."""
    before = Meeting(id="m0", starts=datetime(2025, 12, 1, 9, tzinfo=UTC))
    old = Scale(id="old", meeting_id="m0", text="Hvordan har Minh det nu?", low="Skidt", revealed=True)
    hoa = ScaleRating(id="o-h", meeting_id="m0", scale_id="old", person_id="hoa", value=2)
    mine = ScaleRating(id="o-m", meeting_id="m0", scale_id="old", person_id="m", value=1, may_show=False)
    return [before, old, hoa, mine]


def test_last_meetings_numbers_wait_until_this_meetings_are_shown(
    board: MeetingFormat, earlier: list[Entity]
) -> None:
    proposed = picture(board, *earlier)
    assert (proposed.question, line(proposed).low) == ("Hvordan har Minh det nu?", "Skidt")
    hidden = replace(HIDDEN, follows="old")
    assert line(proposed).earlier == line(picture(board, *earlier, hidden, number("hoa", 4))).earlier == ()
    shown = line(picture(board, *earlier, replace(SHOWN, follows="old"), number("hoa", 4)))
    assert (shown.earlier, shown.marks) == (
        (Mark("Hoà", Part.FAMILY, 2),),
        (Mark("Hoà", Part.FAMILY, 4),),
    )


def test_numbers_never_shown_last_time_are_not_shown_now(board: MeetingFormat, earlier: list[Entity]) -> None:
    hidden = [replace(e, revealed=False) if isinstance(e, Scale) else e for e in earlier]
    followed = replace(SHOWN, follows="old")
    assert line(picture(board, *hidden, followed)).earlier == ()
    kept = [replace(e, share=Share.FACILITATOR) if isinstance(e, Scale) else e for e in earlier]
    assert line(picture(board, *kept, followed)).earlier == ()


@pytest.mark.parametrize("deed", [Reveal("s", on=False), AllowNumber("s", "m", on=False)])
def test_a_kept_picture_gives_way_when_a_number_is_hidden_again(
    board: MeetingFormat, deed: Reveal | AllowNumber
) -> None:
    record = at_the_scale(SHOWN, number("m", 3), number("hoa", 4))
    frozen = Frozen.of(record, board, Showing(), 0)
    assert frozen.may_stay(record)
    assert not frozen.may_stay(record.apply(deed.decide(record, stamp())))
