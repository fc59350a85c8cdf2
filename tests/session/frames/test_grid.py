"""The grid on the wall: rows by who said it, goals common, and what was agreed last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from helpers.sessions import minh, with_meeting, with_things
from tvm_desktop.domain.entities import Action, Attendance, Card, FollowUp, Meeting
from tvm_desktop.domain.enums import ActionStatus, Holds, Share
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.model import Blank, Grid
from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.formats.model import MeetingFormat


@pytest.fixture
def form(library: FormatLibrary) -> MeetingFormat:
    return next(f for f in library.formats if any(step.panel is PanelKind.GRID for step in f.steps))


def grid(record: Record, form: MeetingFormat, only: str = "") -> Grid:
    step = next(step for step in form.steps if step.panel is PanelKind.GRID)
    body = projector_frame(with_meeting(record, live_step=step.id), form, Showing(only=only)).body
    assert isinstance(body, Grid)
    return body


def words(grid: Grid, title: str) -> list[list[str]]:
    (column,) = (column for column in grid.columns if column.title == title)
    return [[card.text for card in cell] for cell in column.cells]


def test_words_stand_in_the_row_of_who_said_them(form: MeetingFormat) -> None:
    shown = grid(minh(), form)
    assert shown.rows == ("Minh og forældrene", "Skole og dagtilbud", "Andre")
    said = {card.text.strip("”"): card.voice for card in minh().all(Card)}
    family = {"m", "hoa", "duc", "mai"}
    for title in ("Det går godt", "Det er svært"):
        at_home = {text.strip("”") for text in words(shown, title)[0]}
        assert at_home
        assert {said[text] for text in at_home} <= family


def test_goals_have_one_cell_over_all_rows(form: MeetingFormat) -> None:
    common = [column.title for column in grid(minh(), form).columns if column.common]
    assert common[0] == "Det vil vi nå"


def test_one_column_stands_alone(form: MeetingFormat) -> None:
    shown = grid(follow_up(), form, only=Holds.STRENGTH)
    assert [column.title for column in shown.columns] == ["Det går godt"]
    assert shown.since == ()


def test_what_may_not_be_seen_is_in_no_cell(form: MeetingFormat) -> None:
    card = replace(minh().all(Card)[0], share=Share.FACILITATOR, text="Hemmeligt")
    assert "Hemmeligt" not in repr(grid(with_things(minh(), card), form))


def test_a_first_meeting_has_nothing_from_before(form: MeetingFormat) -> None:
    assert grid(minh(), form).since == ()


def follow_up() -> Record:
    """Return the meeting after Minh's first one, with the same people."""
    first = minh()
    assert first.meeting.starts is not None
    later = Meeting(id="minh-2", starts=first.meeting.starts + timedelta(days=30))
    seats = [replace(seat, id=f"{seat.id}-2", meeting_id="minh-2") for seat in first.all(Attendance)]
    return replace(with_things(first, later, *seats), meeting_id="minh-2")


def test_what_was_agreed_last_time_stands_with_its_answer(form: MeetingFormat) -> None:
    record = follow_up()
    action = next(a for a in record.every(Action) if a.who[:1] == ("jonas",))
    told = FollowUp(id="t", meeting_id="minh-2", action_id=action.id, status=ActionStatus.DONE)
    shown = grid(with_things(record, told), form)
    assert shown.since_title == "Siden sidst"
    (card,) = (card for card in shown.since[1] if card.id == action.id)
    assert card.text == action.what
    assert card.voice.startswith("Jonas")
    assert card.voice.endswith("Gjort")


def test_an_agreement_that_is_kept_back_is_not_there(form: MeetingFormat) -> None:
    record = follow_up()
    hidden = [replace(action, share=Share.FACILITATOR) for action in record.every(Action)]
    assert grid(with_things(record, *hidden), form).since == ()


@pytest.mark.parametrize("panel", [PanelKind.GRID, PanelKind.BOARD])
def test_a_column_that_stood_alone_and_went_leaves_nothing_on_the_wall(
    library: FormatLibrary, panel: PanelKind
) -> None:
    form = next(f for f in library.formats if any(s.panel is panel and not s.for_child for s in f.steps))
    step = next(s for s in form.steps if s.panel is panel and not s.for_child)
    record = with_meeting(minh(), live_step=step.id)
    assert projector_frame(record, form, Showing(only=Holds.STATEMENT)).body == Blank()
