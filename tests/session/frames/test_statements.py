from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.minh import MEETING
from helpers.secrets import allowed, guarded_records, words_in
from helpers.sessions import minh, stamp, with_meeting, with_things
from tvm_desktop.domain.entities import Position, Statement
from tvm_desktop.domain.enums import Share
from tvm_desktop.session.commands.statements import EditStatement
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.model import UnderstandingFrame, Understandings, View
from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.formats.model import MeetingFormat

WORRY = Statement(
    id="s",
    meeting_id=MEETING,
    text="Minh sover om dagen",
    worried=("jonas", "hoa"),
    future="Han kan miste sin klasse.",
    own_words="Jeg sover, når jeg er træt",
    own_voice="m",
)
WHOLE = "Jonas og Hoà er bekymrede. Minh sover om dagen. Han kan miste sin klasse."


@pytest.fixture(scope="session")
def board(library: FormatLibrary) -> MeetingFormat:
    """The format with a step for worries."""
    found = library.by_id("three-columns")
    assert found is not None
    return found


def items(
    board: MeetingFormat, *things: Entity, child: bool = False, newest: str = ""
) -> tuple[UnderstandingFrame, ...]:
    record = with_meeting(with_things(minh(), *things), live_step="worries", child_present=child)
    body = projector_frame(record, board, Showing(newest=newest)).body
    assert isinstance(body, Understandings)
    return body.items


def test_a_worry_reads_as_one_text_with_the_familys_own_words_beside(board: MeetingFormat) -> None:
    assert items(board, WORRY, newest="s") == (
        UnderstandingFrame(
            "s",
            View("Bekymringen", WHOLE),
            others=(View("Minh", "”Jeg sover, når jeg er træt”"),),
            newest=True,
        ),
    )


def test_a_worry_that_stands_alone_needs_no_heading(board: MeetingFormat) -> None:
    bare = Statement(id="s", meeting_id=MEETING, text="Minh sover om dagen.")
    assert items(board, bare)[0].view == View("", "Minh sover om dagen.")


def test_own_words_without_a_voice_are_the_familys(board: MeetingFormat) -> None:
    told = Statement(id="s", meeting_id=MEETING, text="Minh sover.", own_words="Vi er trætte.")
    assert items(board, told)[0].others == (View("Familiens egne ord", "”Vi er trætte.”"),)


def test_whoever_sees_it_differently_stands_beside_too(board: MeetingFormat) -> None:
    view = Position(id="p", meeting_id=MEETING, about="s", person_id="duc", text="Han er bare træt.")
    assert [other.text for other in items(board, WORRY, view)[0].others] == [
        "”Jeg sover, når jeg er træt”",
        "Han er bare træt.",
    ]


def test_a_kept_back_worry_is_not_there(board: MeetingFormat) -> None:
    kept = Statement(id="s", meeting_id=MEETING, text="Hemmeligt", share=Share.FACILITATOR)
    assert items(board, kept) == ()
    assert items(board, WORRY, child=True) == ()


def test_a_child_in_the_room_sees_no_version_beside_a_worry_marked_for_it(board: MeetingFormat) -> None:
    view = Position(id="p", meeting_id=MEETING, about="s", person_id="duc", text="Han er bare træt.")
    (item,) = items(board, replace(WORRY, fit_for_child=True), view, child=True)
    assert (item.view, item.others) == (View("", WHOLE), ())


@pytest.mark.parametrize("part", ["text", "future"])
def test_words_written_after_the_mark_are_not_for_the_child(board: MeetingFormat, part: str) -> None:
    marked = replace(WORRY, fit_for_child=True)
    record = with_meeting(with_things(minh(), marked), live_step="worries", child_present=True)
    record = record.apply(EditStatement("s", {part: "Noget nyt"}).decide(record, stamp()))
    assert projector_frame(record, board, Showing()).body == Understandings(())


def test_who_worries_can_be_changed_without_a_new_mark() -> None:
    record = with_things(minh(), replace(WORRY, fit_for_child=True))
    for values in ({"worried": ("hoa",)}, {"text": WORRY.text}):
        record = record.apply(EditStatement("s", values).decide(record, stamp()))
    assert record.get(Statement, "s").fit_for_child


@settings(max_examples=60)
@given(data=st.data(), step=st.sampled_from(("worries", "scale", "scale-again", "goal")))
def test_nothing_is_on_the_wall_but_what_may_be_seen(
    board: MeetingFormat, data: st.DataObject, step: str
) -> None:
    record = with_meeting(data.draw(guarded_records()), live_step=step)
    for item in range(3):
        assert words_in(projector_frame(record, board, Showing(item=item))) <= allowed(record)
