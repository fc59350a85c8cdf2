"""A board of another kind of meeting: whatever stands in its columns, and the columns themselves."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from helpers.table import Table, open_table
from tvm_desktop.domain.entities import Action, Card, Goal, Shared, Understanding, UnmetNeed, Wish
from tvm_desktop.domain.enums import CardKind, CardSort, Holds
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.resources import resource
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.frames.model import Columns
from tvm_desktop.ui.facilitator.cardlist import THING
from tvm_desktop.ui.facilitator.panels.board import BoardPanel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.facilitator.thing import Thing
    from tvm_desktop.ui.widgets.basic import PopMenu


@pytest.fixture
def board(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    yield from open_table(qtbot, context, entities, form="three-columns", step="board")


def panel(table: Table) -> BoardPanel:
    found = table.page.page
    assert isinstance(found, BoardPanel)
    return found


def titles(table: Table) -> list[str]:
    return [view.title for view in panel(table).columns]


def shown(table: Table, column: int) -> list[str]:
    cards = panel(table).columns[column].cards.cards
    return [cards.index(row).data() for row in range(cards.rowCount())]


def painted(table: Table, thing: Shared) -> Thing:
    for view in panel(table).columns:
        row = view.cards.cards.row_of(thing.id)
        if row >= 0:
            found: Thing = view.cards.cards.index(row).data(THING)
            return found
    raise AssertionError("not on the board")


def chips(table: Table, thing: Shared) -> list[str]:
    return [chip.text for chip in painted(table, thing).chips]


def lines(table: Table, thing: Shared) -> tuple[str, ...]:
    return painted(table, thing).lines


def do(table: Table, command: Command) -> None:
    assert table.page.desk.bridge.do(command)
    QApplication.processEvents()


def pick(menu: PopMenu | None, words: str) -> None:
    """Choose the line of a menu that has these words, and let the menu go."""
    assert menu is not None
    (line,) = [line for line in menu.actions() if words in line.text()]
    line.trigger()
    menu.close()
    QApplication.processEvents()


def column_menu(table: Table, words: str) -> None:
    table.keys.press("Ctrl+Shift+K")
    pick(table.page.verbs.columns.menu, words)


def take_in_the_understanding(table: Table) -> None:
    column_menu(table, "How it is")


def test_the_board_has_three_columns_at_first(board: Table) -> None:
    assert titles(board) == ["What worries us?", "What works?", "What needs to happen?"]


def test_the_fourth_column_comes_when_it_is_chosen_and_stays_while_it_holds_anything(board: Table) -> None:
    take_in_the_understanding(board)
    assert titles(board)[3] == "How it is for Minh"
    board.keys.press("Alt+4")
    board.say("Han savner sin bedste ven.")
    (said,) = board.record.all(Understanding)
    assert (said.text, said.voice) == ("Han savner sin bedste ven.", board.page.desk.voice)
    assert shown(board, 3) == ["Han savner sin bedste ven."]
    board.keys.press("Ctrl+Shift+K")
    menu = board.page.verbs.columns.menu
    assert menu is not None
    (line,) = [line for line in menu.actions() if "How it is" in line.text()]
    assert not line.isEnabled()
    menu.close()


def test_a_card_becomes_an_understanding_and_goes_back_with_everything_it_had(board: Table) -> None:
    take_in_the_understanding(board)
    board.keys.press("Alt+3")
    board.say("”Jeg savner Ali.”")
    before = board.record.all(Card)[0]
    panel(board).columns[2].cards.setFocus()
    board.keys.press("Home", "Alt+Shift+Right")
    (there,) = board.record.all(Understanding)
    assert (there.id, there.voice, there.verbatim) == (before.id, before.voice, True)
    assert board.record.all(Card) == []
    board.keys.press("Alt+Shift+Left")
    assert board.record.all(Card)[0].id == before.id
    assert board.record.all(Card)[0].kind is CardKind.NEXT


def test_what_has_no_column_of_its_own_stands_in_one_at_the_end(table: Table) -> None:
    assert len(titles(table)) == 3
    do(table, AddCard(CardKind.NEXT, "En hund.", voice="m"))
    assert titles(table)[3] == "Also said"
    assert shown(table, 3) == ["En hund."]
    table.page.desk.bridge.undo()
    assert len(titles(table)) == 3


def test_the_chosen_column_stays_chosen_when_another_comes_or_goes(board: Table) -> None:
    board.keys.press("Alt+2")
    take_in_the_understanding(board)
    assert board.page.desk.slot_key == Holds.STRENGTH
    board.say("Han hjælper de små.")
    assert board.record.all(Card)[0].kind is CardKind.STRENGTH


# -- a board that an own form has filled with plans ----------------------------------------------------------------


@pytest.fixture
def mixed(qtbot: QtBot, context: UiContext, entities: list[Entity], tmp_path: Path) -> Iterator[Table]:
    """Worries, what works, and then goals with what stands below them, agreements and needs."""
    text = resource("formats", "three-columns.toml").read_text("utf-8")
    text = re.sub(r'^also = \["child_\w+".*\n', "", text, flags=re.MULTILINE)
    text = text.replace('kind = "next"', 'kind = "goal"\nalso = ["next"]')
    text = text.replace('kind = "understanding"', 'kind = "action"').replace("on = false", "")
    needs = '[[step.column]]\nkind = "need"\ntitle = { da = "Behov", en = "Needs" }\n\n'
    text = text.replace('[[step]]\nid = "worries"', needs + '[[step]]\nid = "worries"')
    folder = tmp_path / "formats"
    folder.mkdir()
    folder.joinpath("own.toml").write_text(text, "utf-8")
    context.library = FormatLibrary.load(folder)
    assert context.library.problems == ()
    yield from open_table(qtbot, context, entities, form="three-columns", step="board")


def test_each_column_takes_its_own_kind_of_thing(mixed: Table) -> None:
    mixed.page.desk.choose_voice("karin")
    for column, text in (
        (3, "Minh har en ven."),
        (4, "Jonas ringer til klubben, senest 20. januar"),
        (5, "Ro om morgenen"),
    ):
        mixed.keys.press(f"Alt+{column}")
        mixed.say(text)
    (goal,), (action,) = mixed.record.all(Goal), mixed.record.all(Action)
    assert goal.text == "Minh har en ven."
    assert (action.who, action.due) == (("jonas",), date(2026, 1, 20))
    assert [need.text for need in mixed.record.all(UnmetNeed)] == ["Ro om morgenen"]
    assert [shown(mixed, n) for n in (2, 4)] == [["Minh har en ven."], ["Ro om morgenen"]]


def test_what_the_family_asks_of_a_professional_is_a_wish_here_too(mixed: Table) -> None:
    mixed.page.desk.choose_voice("hoa")
    mixed.keys.press("Alt+4")
    mixed.say("Jonas ringer til klubben")
    assert mixed.record.all(Action) == []
    assert [wish.voice for wish in mixed.record.all(Wish)] == ["hoa"]
    assert "wish" in mixed.page.bar.label.text()


def test_a_goal_cannot_be_moved_and_the_quiet_bar_says_so(mixed: Table) -> None:
    mixed.keys.press("Alt+3")
    mixed.say("Minh har en ven.")
    panel(mixed).columns[2].cards.setFocus()
    before = mixed.record
    mixed.keys.press("Home", "Alt+Shift+Left")
    assert mixed.record is before
    assert "cannot be moved" in mixed.page.bar.label.text()


def test_a_card_stands_among_the_goals_where_they_hold_such_cards_and_says_what_it_is(mixed: Table) -> None:
    mixed.keys.press("Alt+3")
    mixed.say("Minh har en ven.")
    mixed.keys.press("Alt+2")
    mixed.say("Han kan cykle.")
    (card,) = mixed.record.all(Card)
    panel(mixed).columns[1].cards.setFocus()
    mixed.keys.press("Home", "Alt+Shift+Right")
    assert mixed.record.get(Card, card.id).kind is CardKind.NEXT
    assert shown(mixed, 2) == ["Minh har en ven.", "Han kan cykle."]
    assert chips(mixed, card)[-1] == "what needs to happen"
    mixed.keys.press("Alt+Shift+Right")
    assert mixed.record.get(Card, card.id).kind is CardKind.NEXT
    assert "cannot be moved" in mixed.page.bar.label.text()


# -- the columns themselves ----------------------------------------------------------------------------------------


def test_a_column_changes_places_and_undo_puts_it_back(board: Table) -> None:
    board.keys.press("Alt+2")
    column_menu(board, "to the left")
    assert titles(board)[:2] == ["What works?", "What worries us?"]
    assert board.page.desk.slot_key == Holds.STRENGTH
    assert board.record.meeting.column_order == ("board/strength", "board/worry", "board/next")
    wall = board.page.session.projector.live_frame().body
    assert isinstance(wall, Columns)
    assert [column.title for column in wall.columns][:2] == ["Hvad fungerer?", "Hvad bekymrer os?"]
    board.page.desk.bridge.undo()
    assert titles(board)[:2] == ["What worries us?", "What works?"]


def test_the_last_column_cannot_go_further(table: Table) -> None:
    do(table, AddCard(CardKind.NEXT, "En hund.", voice="m"))
    table.keys.press("Alt+3", "Ctrl+Shift+K")
    menu = table.page.verbs.columns.menu
    assert menu is not None
    offered = {line.text(): line.isEnabled() for line in menu.actions()}
    assert offered["Move the column to the left"]
    assert not offered["Move the column to the right"], "what has no column of its own stays last"
    menu.close()


def test_one_column_stands_alone_on_the_wall_until_it_is_let_go(board: Table) -> None:
    do(board, AddCard(CardKind.WORRY, "Han sover ikke.", voice="hoa"))
    do(board, AddCard(CardKind.STRENGTH, "Han kan cykle.", voice="hoa"))
    board.keys.press("Alt+2", "Ctrl+Shift+A")
    assert "Han sover ikke." not in repr(board.page.session.projector.live_frame())
    assert [view.head.alone.isVisible() for view in panel(board).columns] == [False, True, False]
    board.keys.press("Ctrl+Shift+A")
    assert "Han sover ikke." in repr(board.page.session.projector.live_frame())
    assert not any(view.head.alone.isVisible() for view in panel(board).columns)


def test_another_step_starts_with_all_columns(board: Table) -> None:
    board.keys.press("Ctrl+Shift+A", "Alt+Right", "Alt+Left")
    assert board.page.session.projector.showing.only == ""
    assert not any(view.head.alone.isVisible() for view in panel(board).columns)


def test_only_the_step_at_the_table_can_have_one_column_alone(board: Table) -> None:
    board.look_at("next-steps")
    board.page.desk.look_at("board")
    board.keys.press("Ctrl+Shift+A")
    assert board.page.session.projector.showing.only == ""
    assert "another step" in board.page.bar.label.text()


def test_the_title_opens_the_menu_of_its_column(board: Table) -> None:
    view = panel(board).columns[2]
    board.click(view.head.more)
    assert board.page.desk.slot == 2
    menu = panel(board).verbs.menu
    assert menu is not None
    menu.close()


# -- sorting -------------------------------------------------------------------------------------------------------


def sort(table: Table, words: str) -> None:
    table.keys.press("Ctrl+Shift+S")
    pick(table.page.verbs.sorting.menu, words)


def test_what_has_protected_asks_for_its_example_and_when(board: Table) -> None:
    board.keys.press("Alt+2")
    board.say("Mor henter ham hos naboen.")
    sort(board, "has already protected")
    assert "What happened" in board.page.entry.asks.text()
    board.keys.type("Den aften, far kom hjem, gik hun med børnene.", "Return")
    QApplication.processEvents()
    assert "When" in board.page.entry.asks.text()
    board.keys.type("i februar", "Return")
    (card,) = board.record.all(Card)
    assert card.sort is CardSort.PROTECTED
    assert (card.basis, card.seen_when) == ("Den aften, far kom hjem, gik hun med børnene.", "i februar")
    assert chips(board, card)[-1] == "has already protected"
    assert lines(board, card) == ("Example: Den aften, far kom hjem, gik hun med børnene.", "Seen: i februar")
    board.keys.type("Næste kort")
    assert board.page.desk.asking is None


def test_an_example_that_nobody_has_is_left_out(board: Table) -> None:
    board.keys.press("Alt+2")
    board.say("Mor henter ham hos naboen.")
    sort(board, "has already protected")
    board.keys.press("Return")
    QApplication.processEvents()
    assert board.page.desk.asking is None
    assert board.record.all(Card)[0].basis == ""


def test_several_worries_are_sorted_at_once_and_one_undo_takes_it_back(board: Table) -> None:
    board.say("Et")
    board.say("To")
    panel(board).columns[0].cards.setFocus()
    board.keys.press("Ctrl+A")
    sort(board, "may happen")
    assert {card.sort for card in board.record.all(Card)} == {CardSort.MAY_HAPPEN}
    assert board.page.desk.asking is None
    board.page.desk.bridge.undo()
    assert {card.sort for card in board.record.all(Card)} == {CardSort.NONE}


def test_a_sort_rests_while_the_card_stands_where_it_does_not_fit(board: Table) -> None:
    board.say("Et")
    sort(board, "has happened")
    (card,) = board.record.all(Card)
    assert chips(board, card)[-1] == "has happened"
    panel(board).columns[0].cards.setFocus()
    board.keys.press("Alt+Shift+Right")
    assert "has happened" not in chips(board, card)
    board.keys.press("Alt+Shift+Left")
    assert chips(board, card)[-1] == "has happened"


def test_only_worries_and_what_works_are_sorted(board: Table) -> None:
    board.keys.press("Alt+3")
    board.say("En ven")
    board.keys.press("Ctrl+Shift+S")
    assert board.page.verbs.sorting.menu is None
    assert board.page.bar.isVisible()
