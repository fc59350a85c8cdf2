"""As fast as a marker: on a full board a card costs its letters and three keys, and nothing flickers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.domain.entities import Card
from tvm_desktop.session.commands.meeting import ChildInRoom
from tvm_desktop.session.frames.model import Columns
from tvm_desktop.ui.facilitator.panels.board import BoardPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.table import Table
    from tvm_desktop.session.frames.model import CardFrame
    from tvm_desktop.ui.facilitator.cardlist import CardList

CARDS = 60
_HELD = {Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift}
TEXT = "Han er god til at reparere cykler."


class Watch(QObject):
    """Counts the keys that are pressed and the paints of each widget."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0
        self.painted: defaultdict[QObject, list[QRect]] = defaultdict(list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is QApplication.focusWidget():
            self.keys += event.type() == QEvent.Type.KeyPress and event.key() not in _HELD
        if isinstance(event, QPaintEvent):
            self.painted[watched].append(event.region().boundingRect())
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def board(table: Table) -> BoardPanel:
    """Lay sixty cards on the board, from all voices in all columns, and show them on the wall; the child has gone."""
    desk = table.page.desk
    desk.bridge.do(ChildInRoom(present=False))
    for number in range(CARDS):
        desk.choose_voice(desk.voices[number % len(desk.voices)].id)
        desk.choose_slot(number % len(desk.slots))
        table.page.page.enter(f"Kort nummer {number} siger noget, som nogen har set.")
    table.page.session.projector.show()
    table.page.entry.edit.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    panel = table.page.page
    assert isinstance(panel, BoardPanel)
    return panel


def lists(board: BoardPanel) -> list[CardList]:
    return [view.cards for view in board.columns]


def on_the_wall(table: Table) -> list[tuple[int, CardFrame]]:
    frame = table.page.control.window.frame
    assert frame is not None
    assert isinstance(frame.body, Columns)
    return [(n, card) for n, column in enumerate(frame.body.columns) for card in column.cards]


def test_another_voice_and_column_cost_two_keys_and_the_card_one(
    table: Table, board: BoardPanel, watch: Watch
) -> None:
    table.keys.press("Ctrl+2", "Alt+1")
    table.keys.type(TEXT, "Return")
    assert watch.keys == len(TEXT) + 3
    card = table.record.all(Card)[-1]
    assert (card.text, card.voice) == (TEXT, table.page.desk.voices[1].id)
    assert lists(board)[0].cards.ids()[-1] == card.id
    assert len(table.record.all(Card)) == CARDS + 1


def test_the_line_is_empty_and_ready_and_the_same_voice_goes_on_with_one_key(
    table: Table, board: BoardPanel, watch: Watch
) -> None:
    table.keys.press("Ctrl+3", "Alt+2")
    table.keys.type(TEXT, "Return")
    assert table.page.entry.edit.text() == ""
    assert table.page.entry.edit.hasFocus()
    watch.keys = 0
    table.keys.type(TEXT, "Return")
    assert watch.keys == len(TEXT) + 1
    assert {card.voice for card in table.record.all(Card)[-2:]} == {table.page.desk.voices[2].id}
    assert [card.text for card in table.record.all(Card)[-2:]] == [TEXT, TEXT]


def test_the_card_is_kept_and_both_windows_painted_after_one_turn_of_the_loop(
    table: Table, board: BoardPanel, watch: Watch
) -> None:
    table.keys.press("Ctrl+2", "Alt+2")
    table.keys.type(TEXT)
    QApplication.processEvents()
    watch.painted.clear()
    table.keys.press("Return")
    column, newest = next((n, card) for n, card in on_the_wall(table) if card.newest)
    assert (column, newest.text, newest.id) == (1, TEXT, table.record.all(Card)[-1].id)
    assert any(getattr(e, "text", "") == TEXT for e in table.store.load("minh"))
    wall, viewports = table.page.control.window, [cards.viewport() for cards in lists(board)]
    assert len(watch.painted[wall]) == 1
    assert watch.painted[viewports[1]]
    assert max(map(len, watch.painted.values())) <= 2


def test_nothing_is_made_anew_on_the_leaders_screen(table: Table, board: BoardPanel) -> None:
    told: list[object] = []
    for cards in lists(board):
        for signal in (cards.cards.modelReset, cards.cards.dataChanged, cards.cards.rowsRemoved):
            signal.connect(told.append)
    rows = [list(cards.cards.ids()) for cards in lists(board)]
    before = set(table.page.findChildren(QWidget))
    table.keys.press("Ctrl+2", "Alt+1")
    table.keys.type(TEXT, "Return")
    assert told == []
    assert [cards.cards.ids()[: len(old)] for cards, old in zip(lists(board), rows, strict=True)] == rows
    assert table.page.page is board
    assert set(table.page.findChildren(QWidget)) == before


def test_the_wall_paints_only_the_column_where_the_card_stands(
    table: Table, board: BoardPanel, watch: Watch
) -> None:
    table.keys.press("Ctrl+2", "Alt+1")
    table.keys.type("Det første på siden.", "Return")
    watch.painted.clear()
    table.keys.type(TEXT, "Return")
    wall = table.page.control.window
    (painted,) = watch.painted[wall]
    assert 0 < painted.width() < wall.width() / 2
