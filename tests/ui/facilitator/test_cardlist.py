"""Columns of cards: chosen, edited, moved, merged and deleted, by keys and by drag."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.ui.facilitator.cardedit import CardEdit
from tvm_desktop.ui.facilitator.cardlist import MIME
from tvm_desktop.ui.facilitator.panels.board import BoardPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table
    from tvm_desktop.ui.facilitator.cardlist import CardList


def columns(table: Table) -> list[CardList]:
    board = table.page.page
    assert isinstance(board, BoardPanel)
    return [view.cards for view in board.columns]


def told(table: Table, *texts: str, column: int = 1) -> list[Card]:
    """Say these in a column, and put the hands on its list."""
    table.keys.press(f"Alt+{column}")
    for text in texts:
        table.say(text)
    cards = columns(table)[column - 1]
    cards.setFocus()
    return table.record.all(Card)


def editor(table: Table) -> CardEdit:
    (found,) = (e for e in table.page.page.findChildren(CardEdit) if e.isVisible())
    return found


def drop(cards: CardList, data: QMimeData) -> QDropEvent:
    """Let go of something over the column's empty end."""
    place = QPointF(20, cards.viewport().height() - 2)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.MoveAction, data, left, none)
    cards.dropEvent(event)
    QApplication.processEvents()
    return event


def dragged(content: object, kind: str = MIME) -> QMimeData:
    data = QMimeData()
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    data.setData(kind, QByteArray(raw))
    return data


# -- the words ---------------------------------------------------------------------------------------------------


def test_a_card_is_changed_where_it_lies(table: Table) -> None:
    told(table, "Han sover ikke.")
    table.keys.press("F2")
    table.keys.press("Ctrl+A")
    table.keys.type("Han sover fra klokken 2.", "Return")
    assert table.cards() == ["Han sover fra klokken 2."]
    assert not [e for e in table.page.page.findChildren(CardEdit) if e.isVisible()]


def test_esc_leaves_a_card_as_it_was(table: Table, qtbot: QtBot) -> None:
    told(table, "Han sover ikke.")
    table.keys.press("Return")
    table.keys.type(" Aldrig.")
    qtbot.waitUntil(lambda: bool(table.store.drafts()))
    table.keys.press("Escape")
    qtbot.wait(60)
    assert table.cards() == ["Han sover ikke."]
    assert table.store.drafts() == []


def test_a_half_changed_card_comes_back_as_it_was_being_typed(table: Table, qtbot: QtBot) -> None:
    (card,) = told(table, "Han sover ikke.")
    table.keys.press("Return")
    table.keys.type(" Men i går")
    qtbot.waitUntil(lambda: bool(table.store.drafts()))
    draft = table.store.drafts()[0]
    table.keys.press("Escape")
    table.store.save_draft(draft)
    table.page.page.edit(card.id)
    assert editor(table).text() == "Han sover ikke. Men i går"


def test_going_away_keeps_the_changed_words(table: Table) -> None:
    told(table, "Han sover ikke.")
    table.keys.press("Return")
    table.keys.type(" Ikke i nat.")
    table.page.entry.edit.setFocus()
    assert table.cards() == ["Han sover ikke. Ikke i nat."]


def test_words_that_cannot_be_saved_stay_open(table: Table) -> None:
    told(table, "Han sover ikke.")
    table.keys.press("Return")
    table.keys.type(" Ikke i nat.")
    table.saving(works=False)
    table.keys.press("Return")
    assert editor(table).text() == "Han sover ikke. Ikke i nat."
    assert table.page.trouble.isVisible()
    table.saving(works=True)
    editor(table).setFocus()
    table.keys.press("Return")
    assert table.cards() == ["Han sover ikke. Ikke i nat."]
    assert not table.page.trouble.isVisible()


def test_a_mark_set_while_typing_does_not_touch_the_words(table: Table) -> None:
    (card,) = told(table, "Han sover ikke.")
    table.keys.press("Return")
    table.keys.type(" Aldrig")
    table.page.desk.aim(card.id)
    table.page.verbs.for_child()
    assert editor(table).text() == "Han sover ikke. Aldrig"


# -- several -----------------------------------------------------------------------------------------------------


def test_several_are_deleted_at_once_and_the_bar_brings_them_back(table: Table) -> None:
    told(table, "Et", "To", "Tre")
    table.keys.press("Home", "Shift+Down", "Del")
    assert table.cards() == ["Tre"]
    assert table.page.bar.isVisible()
    assert "2" in table.page.bar.label.text()
    table.click(table.page.bar.act)
    assert table.cards() == ["Et", "To", "Tre"]


def test_two_cards_become_one(table: Table) -> None:
    told(table, "Han sover ikke.", "Han har ondt i maven.")
    table.keys.press("Ctrl+A", "Ctrl+M")
    assert table.cards() == ["Han sover ikke.\nHan har ondt i maven."]


def test_one_card_cannot_be_merged_with_nothing(table: Table) -> None:
    told(table, "Han sover ikke.")
    table.keys.press("Home", "Ctrl+M")
    assert "two cards" in table.page.bar.label.text()


def test_choosing_in_one_column_lets_go_of_the_other(table: Table) -> None:
    told(table, "Svært", column=1)
    told(table, "Godt", column=2)
    first, second = columns(table)[:2]
    first.select(table.record.all(Card)[0].id)
    assert second.selected_ids() == ()
    assert table.page.desk.targets == (table.record.all(Card)[0].id,)


# -- moving ------------------------------------------------------------------------------------------------------


def test_cards_move_to_the_next_column_and_back_by_keys(table: Table) -> None:
    told(table, "Han er god til cykler.")
    table.keys.press("Home", "Alt+Shift+Right")
    assert table.record.all(Card)[0].kind is CardKind.STRENGTH
    table.keys.press("Alt+Shift+Left")
    assert table.record.all(Card)[0].kind is CardKind.WORRY
    table.keys.press("Alt+Shift+Left")
    assert table.record.all(Card)[0].kind is CardKind.WORRY


def test_cards_move_up_and_down_by_keys(table: Table) -> None:
    told(table, "Et", "To", "Tre")
    table.keys.press("End", "Alt+Up")
    assert in_order(table) == ["Et", "Tre", "To"]
    table.keys.press("Alt+Up", "Alt+Up")
    assert in_order(table) == ["Tre", "Et", "To"]
    table.keys.press("Alt+Down")
    assert in_order(table) == ["Et", "Tre", "To"]


def test_the_only_card_of_a_column_stays_where_it_is(table: Table) -> None:
    told(table, "Et")
    table.keys.press("Home", "Alt+Up", "Alt+Down")
    assert in_order(table) == ["Et"]


def in_order(table: Table) -> list[str]:
    return [card.text for card in sorted(table.record.all(Card), key=lambda card: card.rank)]


def test_arrows_step_from_column_to_column(table: Table) -> None:
    told(table, "Svært", column=1)
    told(table, "Godt", column=2)
    table.keys.press("Left")
    assert table.keys.focus is columns(table)[0]
    table.keys.press("Right")
    assert table.keys.focus is columns(table)[1]


def test_cards_are_dropped_into_another_column(table: Table) -> None:
    first, second = told(table, "Et", "To")
    event = drop(columns(table)[2], dragged([first.id, second.id]))
    assert event.isAccepted()
    assert {card.kind for card in table.record.all(Card)} == {CardKind.LIFE_CONTEXT}


def test_what_is_dragged_names_ids_only(table: Table) -> None:
    (card,) = told(table, "Hemmeligt")
    model = columns(table)[0].cards
    data = model.mimeData([model.index(0)])
    assert data.formats() == [MIME]
    assert json.loads(bytes(data.data(MIME).data())) == [card.id]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        7,
        {"a": 1},
        [],
        [1, None],
        ["nobody"],
        ["minh", "minh-1", "jonas"],
    ],
    ids=["empty", "cut", "no-text", "deep", "number", "object", "none", "no-ids", "unknown", "not-a-card"],
)
def test_forged_things_do_nothing_when_dropped(table: Table, content: object) -> None:
    told(table, "Et")
    before = table.record
    drop(columns(table)[1], dragged(content))
    assert table.record is before


def test_files_and_text_from_elsewhere_are_not_taken(table: Table) -> None:
    told(table, "Et")
    before = table.record
    data = QMimeData()
    data.setText("Et andet program")
    assert not drop(columns(table)[1], data).isAccepted()
    drop(columns(table)[1], dragged(b"x", "application/octet-stream"))
    assert table.record is before


# -- showing -----------------------------------------------------------------------------------------------------


def test_a_screen_reader_hears_who_says_what(table: Table) -> None:
    table.keys.press("Ctrl+2")
    told(table, "Han sover ikke.")
    model = columns(table)[0].cards
    said = model.data(model.index(0), int(Qt.ItemDataRole.AccessibleTextRole))
    assert table.record.called(table.page.desk.voice) in said
    assert "Han sover ikke." in said


def test_a_very_long_card_and_a_very_long_word_are_shown_whole(table: Table) -> None:
    for text in ("ord " * 2500, "a" * 10_000):
        table.page.entry.edit.set_text(text)
        table.page.entry.edit.setFocus()
        table.keys.press("Return")
    cards = columns(table)[0]
    viewport = cards.viewport().rect()
    for row in range(2):
        box = cards.visualRect(cards.cards.index(row))
        assert box.width() <= viewport.width()
        assert box.height() > 500
    table.window.grab()


def test_larger_text_measures_the_cards_afresh(table: Table) -> None:
    told(table, "Han sover ikke. " * 5)
    cards = columns(table)[0]
    before = cards.visualRect(cards.cards.index(0)).height()
    table.context.settings.scale = 1.5
    table.page.retranslate()
    QApplication.processEvents()
    assert columns(table)[0].visualRect(columns(table)[0].cards.index(0)).height() > before
