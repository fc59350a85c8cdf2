from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from helpers.sessions import minh, with_meeting, with_things
from tvm_desktop.domain.entities import Action, Card, FollowUp, Scale, Understanding
from tvm_desktop.domain.enums import ActionStatus, CardKind, Holds, MeetingKind, Share
from tvm_desktop.domain.sharing import may_project
from tvm_desktop.formats.agenda import agenda, choices, column_key, left_out_at_first, moved_column, step_like
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import Occasion, PanelKind

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity, Shared
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat, Step


@pytest.fixture(scope="module")
def library() -> FormatLibrary:
    return FormatLibrary.load()


@pytest.fixture
def board(library: FormatLibrary) -> MeetingFormat:
    return next(fmt for fmt in library.formats if any(s.panel is PanelKind.STATEMENTS for s in fmt.steps))


@pytest.fixture
def five(library: FormatLibrary) -> MeetingFormat:
    return library.formats[0]


def empty(fmt: MeetingFormat, **meeting: Any) -> Record:
    """Return a meeting at which nothing has been said yet."""
    record = minh(**{"left_out": left_out_at_first(fmt), "live_step": "", **meeting})
    kept = [
        entity for entity in record.entities() if type(entity).__name__ in {"Course", "Meeting", "Person"}
    ]
    return type(record).of(record.meeting_id, kept)


def ids(steps: tuple[Step, ...]) -> list[str]:
    return [step.id for step in steps]


def columns(record: Record, fmt: MeetingFormat) -> list[Holds]:
    (step,) = [s for s in agenda(record, fmt) if s.panel is PanelKind.BOARD and not s.for_child]
    return [column.kind for column in step.columns]


def test_what_is_off_at_first_is_left_out(board: MeetingFormat) -> None:
    assert set(left_out_at_first(board)) == {"child-time", "check-in", "check-out", "board/understanding"}
    assert "check-in" not in ids(agenda(empty(board), board))
    assert "check-in" in ids(agenda(empty(board, left_out=()), board))


def test_a_follow_up_meeting_has_its_own_steps_in_the_order_of_the_form(board: MeetingFormat) -> None:
    first = ids(agenda(empty(board), board))
    again = ids(agenda(empty(board, kind=MeetingKind.FOLLOW_UP), board))
    assert "since-last" not in first
    assert again.index("scale-again") < again.index("since-last") < again.index("board")
    assert "scale" not in again
    assert all(step.at is not Occasion.FOLLOW_UP for step in agenda(empty(board), board))


def earlier(record: Record, *things: Entity) -> Record:
    """Return a record with a meeting before the open one, at which these were said."""
    assert record.meeting.starts
    held = replace(record.meeting, id="m0", live_step="", starts=record.meeting.starts - timedelta(weeks=4))
    return with_things(record, held, *things)


AGREED = Action(id="a", meeting_id="m0", what="Ringer til klubben.")
COUNTED = Scale(id="s0", meeting_id="m0", text="Hvordan har Minh det?")


@pytest.mark.parametrize("thing", [AGREED, COUNTED])
def test_a_meeting_after_one_with_agreements_or_numbers_follows_it_up_whatever_it_is_called(
    board: MeetingFormat, thing: Entity
) -> None:
    again = ids(agenda(empty(board, kind=MeetingKind.FOLLOW_UP), board))
    record = earlier(empty(board), thing)
    assert ids(agenda(record, board)) == again
    assert {"since-last", "scale-again"} <= set(ids(choices(record, board)))
    assert "since-last" not in ids(agenda(earlier(empty(board)), board))


def test_the_wall_follows_nothing_up_that_may_not_be_seen(board: MeetingFormat) -> None:
    def may(thing: Shared) -> bool:
        return may_project(thing, frozenset(), False)

    for thing in (replace(AGREED, share=Share.FACILITATOR), replace(COUNTED, share=Share.FACILITATOR)):
        assert agenda(earlier(empty(board), thing), board, may) == agenda(earlier(empty(board)), board, may)
    done = replace(AGREED, status=ActionStatus.DONE)
    told = FollowUp(
        id="t", meeting_id=empty(board).meeting_id, action_id="a", status=done.status, share=Share.FACILITATOR
    )
    record = earlier(empty(board), done)
    assert agenda(with_things(record, told), board, may) == agenda(record, board, may)


def test_a_step_of_another_occasion_stays_with_what_it_holds_and_with_the_table(board: MeetingFormat) -> None:
    record = empty(board)
    told = FollowUp(id="t", meeting_id=record.meeting_id, action_id="a", status=ActionStatus.DONE)
    assert "since-last" in ids(agenda(with_things(record, told), board))
    assert "since-last" in ids(agenda(with_meeting(record, live_step="since-last"), board))


@pytest.mark.parametrize("at", list(Occasion))
@pytest.mark.parametrize("optional", [True, False])
def test_a_meeting_never_stands_without_steps(board: MeetingFormat, at: Occasion, optional: bool) -> None:
    framing = replace(board.steps[0], at=at, optional=optional)
    form = replace(board, steps=(framing,))
    for kind in MeetingKind:
        record = empty(form, kind=kind, left_out=(framing.id,))
        assert ids(agenda(record, form)) == [framing.id]


def test_a_meeting_chooses_among_the_steps_of_its_occasion(five: MeetingFormat) -> None:
    first = ids(choices(empty(five), five))
    again = ids(choices(empty(five, kind=MeetingKind.FOLLOW_UP), five))
    assert {"child-time", "check-in", "evaluation", "check-out"} <= set(first)
    assert set(again) - set(first) == {"since-last"}


def test_an_optional_column_comes_when_it_is_chosen_or_holds_something(board: MeetingFormat) -> None:
    record = empty(board)
    assert columns(record, board) == [Holds.WORRY, Holds.STRENGTH, Holds.NEXT]
    chosen = empty(board, left_out=())
    assert columns(chosen, board) == [Holds.WORRY, Holds.STRENGTH, Holds.NEXT, Holds.UNDERSTANDING]
    said = Understanding(id="u", meeting_id=record.meeting_id, text="Hun savner sin ven.")
    assert columns(with_things(record, said), board)[-1] is Holds.UNDERSTANDING


def test_the_meeting_chooses_which_columns_come_first(board: MeetingFormat) -> None:
    step = board.step("board")
    works = next(column for column in step.columns if column.kind is Holds.STRENGTH)
    record = empty(board, column_order=(column_key(step, works),))
    assert columns(record, board) == [Holds.STRENGTH, Holds.WORRY, Holds.NEXT]


def test_a_column_changes_places_with_its_neighbour_and_keeps_the_order_of_other_steps(
    board: MeetingFormat,
) -> None:
    step = board.step("board")
    record = empty(board, column_order=("story/worry",))
    order = moved_column(record.meeting, step, Holds.NEXT, -1)
    assert order is not None
    assert order[-1] == "story/worry"
    chosen = with_meeting(record, column_order=order)
    assert columns(chosen, board) == [Holds.WORRY, Holds.NEXT, Holds.STRENGTH]


def test_a_column_cannot_leave_the_board(board: MeetingFormat) -> None:
    step, meeting = board.step("board"), empty(board).meeting
    assert moved_column(meeting, step, Holds.WORRY, -1) is None
    assert moved_column(meeting, step, step.columns[-1].kind, 1) is None
    assert moved_column(meeting, step, Holds.ACTION, 1) is None


def test_what_has_no_place_stands_in_a_column_of_its_own(board: MeetingFormat) -> None:
    record = empty(board)
    card = Card(
        id="c", meeting_id=record.meeting_id, kind=CardKind.LIFE_CONTEXT, text="Far arbejder om natten."
    )
    steps = [replace(step, columns=step.columns[:3]) for step in board.steps]
    step = agenda(with_things(record, card), replace(board, steps=tuple(steps)))[1]
    assert step.columns[-1].holds == (Holds.LIFE_CONTEXT,)
    assert step.columns[-1].title.say("da") == "Også sagt"


def test_what_has_a_place_brings_its_column_along(board: MeetingFormat) -> None:
    record = empty(board)
    card = Card(
        id="c", meeting_id=record.meeting_id, kind=CardKind.LIFE_CONTEXT, text="Far arbejder om natten."
    )
    assert columns(with_things(record, card), board)[-1] is Holds.UNDERSTANDING


def test_the_wall_has_no_column_for_what_may_not_be_seen(board: MeetingFormat) -> None:
    record = empty(board)
    hidden = Card(
        id="c",
        meeting_id=record.meeting_id,
        kind=CardKind.LIFE_CONTEXT,
        text="Far arbejder om natten.",
        share=Share.FACILITATOR,
    )

    def may(thing: Shared) -> bool:
        return may_project(thing, frozenset(), False)

    assert agenda(with_things(record, hidden), board, may) == agenda(record, board, may)


def test_an_optional_step_that_holds_something_is_there(five: MeetingFormat) -> None:
    record = empty(five)
    assert "scale" not in ids(agenda(record, five))
    asked = Scale(id="s", meeting_id=record.meeting_id, text="Hvordan har Minh det?")
    assert "scale" in ids(agenda(with_things(record, asked), five))


def test_the_table_goes_on_at_the_like_step(five: MeetingFormat, board: MeetingFormat) -> None:
    here, there = agenda(empty(five), five), agenda(empty(board), board)
    like = {step.id: step_like(step, there, here) for step in here}
    assert like["framing"] == "framing"
    assert like["story"] == "board"
    assert like["understanding"] == "worries"
    assert like["goal"] == "goal"
    assert like["effort"] == "next-steps"
    assert like["closing"] == "closing"


def test_a_step_without_a_like_goes_on_about_as_far_along(board: MeetingFormat) -> None:
    steps = agenda(empty(board), board)
    bare = tuple(step for step in steps if step.panel is not PanelKind.SCALE)
    scale = next(step for step in steps if step.panel is PanelKind.SCALE)
    assert step_like(replace(scale, id="gone"), bare, steps) in set(ids(bare))


def test_the_childs_words_stay_in_the_childs_own_time_while_it_has_one(board: MeetingFormat) -> None:
    column = "board/understanding"
    for left_out, comes in (((column,), False), ((column, "child-time"), True)):
        record = empty(board, left_out=left_out)
        card = Card(id="c", meeting_id=record.meeting_id, kind=CardKind.CHILD_WORDS, text="Jeg keder mig.")
        assert (Holds.UNDERSTANDING in columns(with_things(record, card), board)) is comes
