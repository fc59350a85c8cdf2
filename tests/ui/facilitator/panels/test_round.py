"""A round of talking: one key to go on, one to pass, another question, and nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.session.frames.model import BigLines
from tvm_desktop.ui.facilitator.panels.round import RoundPanel

if TYPE_CHECKING:
    from helpers.table import Table


@pytest.fixture
def turn(table: Table) -> Table:
    table.look_at("check-in")
    table.page.session.projector.show()
    return table


def panel(table: Table) -> RoundPanel:
    page = table.page.page
    assert isinstance(page, RoundPanel)
    return page


def called(table: Table) -> str:
    return table.record.called(panel(table).current)


def on_the_wall(table: Table) -> tuple[str, str]:
    frame = table.page.session.projector.live_frame()
    assert isinstance(frame.body, BigLines)
    return frame.question, frame.body.lines[0]


def test_the_family_has_the_first_turn_and_the_wall_says_so(turn: Table) -> None:
    assert turn.keys.focus is panel(turn)
    assert on_the_wall(turn) == ("En god ting, stor eller lille", "Din tur, Hoà")


@pytest.mark.parametrize("key", ["Space", "Return", "Right", "Down"])
def test_one_key_gives_the_turn_to_the_next(turn: Table, key: str) -> None:
    turn.keys.press(key)
    assert called(turn) == "Đức"
    assert panel(turn).rows["hoa"].sign.text() == "✓"
    assert on_the_wall(turn)[1] == "Din tur, Đức"


def test_anybody_may_pass_and_get_the_turn_back(turn: Table) -> None:
    turn.keys.press("S")
    assert called(turn) == "Đức"
    row = panel(turn).rows["hoa"]
    assert (row.sign.text(), row.state.text()) == ("", "passes")
    turn.keys.press("Left")
    assert called(turn) == "Hoà"
    assert row.state.text() == "talks now"


def test_another_question_is_dealt_out_of_the_steps_own(turn: Table) -> None:
    turn.keys.press("N")
    assert on_the_wall(turn)[0] == "Fortæl om én god ting fra den sidste uge."
    assert panel(turn).question.text() == "Tell of one good thing from last week."
    turn.keys.press("Space", "N")
    assert on_the_wall(turn) == ("Hvad har fået dig til at smile for nylig?", "Din tur, Đức")


def test_the_buttons_do_the_same(turn: Table) -> None:
    page = panel(turn)
    turn.click(page.on)
    turn.click(page.passing)
    turn.click(page.other)
    assert called(turn) == "Mai"
    assert page.talked == {"hoa"}
    assert page.passed == {"duc"}
    assert turn.keys.focus is page


def test_after_the_last_one_all_are_thanked_and_one_can_go_back(turn: Table) -> None:
    page = panel(turn)
    for _ in page.order:
        turn.keys.press("Space")
    assert page.thanks.isVisible()
    assert on_the_wall(turn)[1] == "Tak til jer alle"
    turn.keys.press("Space", "Left")
    assert page.current == page.order[-1]
    assert not page.thanks.isVisible()


def test_nothing_is_kept(turn: Table) -> None:
    before = turn.record
    turn.keys.press("Space", "S", "N", "Space")
    assert turn.record is before


def test_the_child_that_comes_in_gets_a_turn_and_takes_nobodys(turn: Table) -> None:
    turn.keys.press("Space")
    turn.page.toggle_child()
    assert panel(turn).order[0] == "m"
    assert on_the_wall(turn)[1] == "Din tur, Đức"
    panel(turn).choose("m")
    turn.page.toggle_child()
    assert called(turn) == "Hoà"
    assert on_the_wall(turn)[1] == "Din tur, Hoà"


def test_a_click_gives_somebody_the_turn_and_a_clicker_goes_on(turn: Table) -> None:
    turn.click(panel(turn).rows["jonas"])
    assert called(turn) == "Jonas"
    turn.page.hands.turn(-1)
    assert called(turn) == "Karin"


def test_looking_ahead_leaves_the_wall_alone(table: Table) -> None:
    table.page.desk.look_at("check-out")
    before = table.page.session.projector.live_frame()
    table.keys.press("Space", "N")
    assert table.page.session.projector.live_frame() == before
    assert panel(table).question.text() == "What do you take away from here?"
