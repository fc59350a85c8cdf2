"""The grid on the leader's page: cells by voice, moves and arrows, and what was agreed last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from helpers.table import Table, open_table
from tvm_desktop.domain.entities import Action, Attendance, Card, FollowUp, Goal, Meeting
from tvm_desktop.domain.enums import ActionStatus, CardKind, Holds, MeetingKind
from tvm_desktop.session.commands.people import EditPerson
from tvm_desktop.ui.facilitator.panels.grid import GridPanel
from tvm_desktop.ui.widgets.basic import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.ui.context import UiContext

FORM = "four-columns"
HOME, SCHOOL, OTHERS = range(3)


@pytest.fixture
def grid(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    yield from open_table(qtbot, context, entities, form=FORM, step="grid")


@pytest.fixture
def full_grid(qtbot: QtBot, context: UiContext, whole_meeting: list[Entity]) -> Iterator[Table]:
    yield from open_table(qtbot, context, whole_meeting, form=FORM, step="grid")


def panel(table: Table) -> GridPanel:
    found = table.page.page
    assert isinstance(found, GridPanel)
    return found


def cell(table: Table, column: int, row: int) -> list[str]:
    """List what is painted in a cell, from the top."""
    found = panel(table).found[column]
    ids = [thing.id for thing in found.cells[0 if found.common else row]]
    cards = [panel(table).board.cards[i] for i in ids]
    assert cards == sorted(cards, key=lambda card: card.y()), "as they stand"
    assert all(card.isVisible() for card in cards)
    return [card.words.text() for card in cards]


def said_by(table: Table, voice: str, text: str, column: int) -> None:
    table.page.desk.choose_voice(voice)
    table.keys.press(f"Alt+{column}")
    table.say(text)


def texts(table: Table) -> str:
    labels = panel(table).board.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_the_voice_says_the_row(grid: Table) -> None:
    said_by(grid, "hoa", "Hun hjælper de små.", 1)
    said_by(grid, "jonas", "Han kan cykle.", 1)
    said_by(grid, "emre", "Vi har en plan.", 1)
    assert [cell(grid, 0, row) for row in range(3)] == [
        ["Hun hjælper de små."],
        ["Han kan cykle."],
        ["Vi har en plan."],
    ]
    assert {card.kind for card in grid.record.all(Card)} == {CardKind.STRENGTH}


def test_each_column_takes_its_own_kind(grid: Table) -> None:
    said_by(grid, "jonas", "Han sover ikke.", 2)
    said_by(grid, "jonas", "Minh har en ven.", 3)
    said_by(grid, "jonas", "Jonas ringer til klubben", 4)
    assert cell(grid, 1, SCHOOL) == ["Han sover ikke."]
    assert [goal.text for goal in grid.record.all(Goal)] == cell(grid, 2, HOME) == ["Minh har en ven."]
    assert [action.who for action in grid.record.all(Action)] == [("jonas",)]
    assert len(cell(grid, 3, SCHOOL)) == 1


def test_a_card_moves_to_the_next_column_and_keeps_its_row(grid: Table) -> None:
    said_by(grid, "hoa", "Han sover ikke.", 1)
    panel(grid).board.cards[grid.record.all(Card)[0].id].setFocus()
    grid.keys.press("Alt+Shift+Right")
    assert cell(grid, 1, HOME) == ["Han sover ikke."]
    grid.keys.press("Alt+Shift+Right")
    assert cell(grid, 2, HOME) == ["Han sover ikke."], "what needs to happen stands with the goals"
    assert grid.record.all(Card)[0].kind is CardKind.NEXT
    grid.keys.press("Alt+Shift+Right")
    assert grid.record.all(Card)[0].kind is CardKind.NEXT
    assert "cannot be moved" in grid.page.bar.label.text()


def test_cards_move_up_and_down_in_their_cell(grid: Table) -> None:
    for text in ("Et", "To", "Tre"):
        said_by(grid, "hoa", text, 1)
    last = next(card for card in grid.record.all(Card) if card.text == "Tre")
    panel(grid).board.cards[last.id].setFocus()
    grid.keys.press("Alt+Up")
    assert cell(grid, 0, HOME) == ["Et", "Tre", "To"]
    grid.keys.press("Alt+Down")
    assert cell(grid, 0, HOME) == ["Et", "To", "Tre"]
    assert panel(grid).board.cards[last.id].hasFocus()


def test_arrows_go_from_card_to_card(grid: Table) -> None:
    said_by(grid, "hoa", "Et", 1)
    said_by(grid, "jonas", "To", 1)
    said_by(grid, "jonas", "Tre", 2)
    ids = {card.text: card.id for card in grid.record.all(Card)}
    cards = panel(grid).board.cards
    cards[ids["Et"]].setFocus()
    grid.keys.press("Down")
    assert cards[ids["To"]].hasFocus()
    grid.keys.press("Right")
    assert cards[ids["Tre"]].hasFocus()
    grid.keys.press("Left")
    assert cards[ids["To"]].hasFocus()
    grid.keys.press("Left")
    assert cards[ids["To"]].hasFocus(), "there is no column further left"


def test_a_card_is_changed_deleted_and_sorted_as_on_the_board(grid: Table) -> None:
    said_by(grid, "hoa", "Han sover ikke.", 2)
    (card,) = grid.record.all(Card)
    panel(grid).board.cards[card.id].setFocus()
    grid.keys.press("F2")
    grid.keys.type(" Om natten.", "Return")
    assert grid.record.all(Card)[0].text == "Han sover ikke. Om natten."
    panel(grid).board.cards[card.id].setFocus()
    grid.keys.press("Del")
    assert grid.record.all(Card) == []
    assert card.id not in panel(grid).board.cards


def test_a_person_who_is_told_otherwise_takes_their_words_along(grid: Table) -> None:
    said_by(grid, "emre", "Vi har en plan.", 1)
    grid.page.desk.bridge.do(EditPerson("emre", {"profession": "lærer"}))
    assert cell(grid, 0, SCHOOL) == ["Vi har en plan."]


def test_everything_of_a_meeting_held_another_way_has_a_place(full_grid: Table) -> None:
    shown = {
        i
        for found in panel(full_grid).found
        for thing_cell in found.cells
        for i in (t.id for t in thing_cell)
    }
    assert {card.id for card in full_grid.record.all(Card)} <= shown
    assert {goal.id for goal in full_grid.record.all(Goal)} <= shown
    assert shown == set(panel(full_grid).board.cards)


def test_where_the_columns_would_be_too_narrow_one_stands_at_a_time(grid: Table) -> None:
    said_by(grid, "hoa", "Et", 1)
    said_by(grid, "hoa", "To", 2)
    assert not panel(grid).tabs.isVisible()
    grid.window.resize(920, 720)
    QApplication.processEvents()
    assert panel(grid).tabs.isVisible()
    shown = [card.words.text() for card in panel(grid).board.cards.values() if card.isVisible()]
    assert shown == ["To"]
    grid.keys.press("Alt+1")
    assert cell(grid, 0, HOME) == ["Et"]


def test_one_column_stands_alone_on_the_wall(grid: Table) -> None:
    grid.keys.press("Alt+2", "Ctrl+Shift+A")
    heads = panel(grid).board.heads
    assert [kind for kind, head in heads.items() if head.alone.isVisible()] == [Holds.WORRY]
    grid.keys.press("Ctrl+Shift+A")
    assert not any(head.alone.isVisible() for head in heads.values())


def test_the_title_opens_the_menu_of_its_column(grid: Table) -> None:
    grid.click(panel(grid).board.heads[Holds.ACTION].more)
    assert grid.page.desk.slot_key == Holds.ACTION
    menu = panel(grid).verbs.menu
    assert menu is not None
    menu.close()


def before_and_now(entities: list[Entity]) -> list[Entity]:
    """Return Minh's meeting as the one before, and the one that follows it as the one at the table."""
    first = next(entity for entity in entities if isinstance(entity, Meeting))
    assert first.starts is not None
    held = replace(first, id="minh-0", starts=first.starts - timedelta(days=30))
    agreed = Action(
        id="a", meeting_id="minh-0", what="Ringer til klubben.", who=("jonas",), status=ActionStatus.DONE
    )
    told = FollowUp(id="t", meeting_id=first.id, action_id="a", status=ActionStatus.DONE)
    seats = [entity for entity in entities if isinstance(entity, Attendance)]
    others = [entity for entity in entities if entity is not first and not isinstance(entity, Attendance)]
    now = replace(first, kind=MeetingKind.FOLLOW_UP)
    return [*others, now, held, *seats, agreed, told]


@pytest.fixture
def followed(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    yield from open_table(qtbot, context, before_and_now(entities), form=FORM, step="grid")


def test_what_was_agreed_last_time_stands_above_its_row(followed: Table) -> None:
    assert "Since last time:\nJonas · Ringer til klubben: carried out" in texts(followed)


def test_titles_follow_the_language(grid: Table) -> None:
    assert "School and day care" in texts(grid)
    grid.context.words.language = "da"
    grid.page.retranslate()
    assert "Skole og dagtilbud" in texts(grid)
    assert grid.page.desk.slots[0].title == "Det går godt"
