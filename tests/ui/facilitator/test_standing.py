"""Where the leader stood is where the leader stands again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Card
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.facilitator.standing import View, set_the_wall, stand_again, stand_of
from tvm_desktop.ui.paper.making import PaperKind

if TYPE_CHECKING:
    from helpers.table import Table
    from tvm_desktop.ui.facilitator.standing import Standing


def come_back(table: Table, stand: Standing) -> None:
    page = table.reopen()
    stand_again(page, stand)


def test_the_step_looked_at_and_every_choice_come_back(full_table: Table) -> None:
    table = full_table
    desk = table.page.desk
    desk.choose_voice(desk.voices[2].id)
    desk.choose_slot(1)
    card = table.record.all(Card)[0].id
    desk.aim(card)
    desk.pick(card)
    table.page.hands.agenda_wanted = True
    stand = stand_of(table.page)
    come_back(table, stand)
    assert stand_of(table.page) == stand
    assert (stand.step, stand.slot, stand.targets) == ("story", 1, (card,))
    assert stand.picked == {card}


def test_looking_ahead_is_remembered_and_the_table_stays(full_table: Table) -> None:
    table = full_table
    table.page.desk.look_at("goal")
    come_back(table, stand_of(table.page))
    assert table.page.desk.step_id == "goal"
    assert table.record.meeting.live_step == "story"


def test_what_is_typed_stands_with_its_cursor(full_table: Table) -> None:
    table = full_table
    table.page.entry.edit.setFocus()
    table.keys.type("Han sover ikke.")
    table.keys.press("Left", "Left", "Left")
    table.keys.type("t")
    table.keys.press("Left")
    come_back(table, stand_of(table.page))
    assert table.page.entry.edit.text() == "Han sover iktke."
    assert table.page.entry.edit.textCursor().position() == 12


def test_paper_and_ending_come_back(full_table: Table) -> None:
    table = full_table
    table.page.ask_end()
    come_back(table, stand_of(table.page))
    assert table.page.stack.currentWidget() is table.page.end_page
    table.page.open_paper()
    assert table.page.paper is not None
    table.page.paper.large.click()
    stand = stand_of(table.page)
    assert (stand.view, stand.paper, stand.large) == (View.PAPER, PaperKind.PLAN, True)
    come_back(table, stand)
    assert table.page.stack.currentWidget() is table.page.paper
    assert table.page.paper is not None
    assert table.page.paper.options.large


def test_the_walls_place_in_its_step_comes_back_hidden(full_table: Table) -> None:
    table = full_table
    projector = table.page.session.projector
    projector.show()
    projector.look_at(item=1, prompt="Hvad går godt?")
    stand = stand_of(table.page)
    table.page.shut()
    table.page.hide()
    table.page.deleteLater()
    table.page = table.open_page()
    set_the_wall(table.page.session, stand)
    assert table.page.session.projector.showing == stand.showing
    assert table.page.session.projector.mode is Mode.HIDDEN


def test_what_is_gone_is_left_out(full_table: Table) -> None:
    table = full_table
    stand = stand_of(table.page)
    people = {person.id for person in table.page.desk.voices}
    other = type(stand)(
        step="no such step",
        voice="nobody",
        slot=90,
        cursor=900,
        targets=(),
        picked=frozenset(),
        showing=stand.showing,
        view=View.WORK,
        paper="",
        large=False,
        a3=False,
        side_wanted=False,
        agenda_wanted=False,
    )
    come_back(table, other)
    assert table.page.desk.step_id == "story"
    assert table.page.desk.voice in people
