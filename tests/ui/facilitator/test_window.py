"""The whole page: saving that fails, a closed meeting, other words and sizes, and windows that are small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tvm_desktop.domain.entities import Attendance, Card, Person
from tvm_desktop.domain.enums import CardKind, MeetingStatus, Side
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import SpendTime
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.facilitator.cardedit import CardEdit
from tvm_desktop.ui.facilitator.panels.board import BoardPanel
from tvm_desktop.ui.facilitator.panels.framing import FramingPanel
from tvm_desktop.ui.theme import apply_theme, load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table

STEPS = ("framing", "story", "understanding", "goal", "effort", "closing")


# -- saving ------------------------------------------------------------------------------------------------------


def test_saving_that_fails_shows_a_bar_and_keeps_the_words_until_it_works(table: Table) -> None:
    table.saving(works=False)
    table.say("Han sover ikke.")
    assert table.page.trouble.isVisible()
    assert table.page.trouble.label.text()
    assert table.page.entry.edit.text() == "Han sover ikke."
    assert table.cards() == []
    table.saving(works=True)
    table.keys.press("Return")
    assert table.cards() == ["Han sover ikke."]
    assert not table.page.trouble.isVisible()


def test_a_draft_that_cannot_be_saved_shows_the_bar_and_is_tried_again(table: Table, qtbot: QtBot) -> None:
    table.saving(works=False)
    table.page.entry.edit.setFocus()
    table.keys.type("Han sover")
    qtbot.waitUntil(table.page.trouble.isVisible, timeout=1000)
    table.saving(works=True)
    qtbot.waitUntil(lambda: not table.page.trouble.isVisible(), timeout=3000)
    assert [draft.text for draft in table.store.drafts()] == ["Han sover"]


def test_a_bug_while_a_line_is_taken_does_not_lose_it(
    table: Table, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(text: str) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(table.page.page, "enter", broken)
    with qtbot.captureExceptions() as caught:
        table.say("Han sover ikke.")
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert table.page.entry.edit.text() == "Han sover ikke."


# -- closed ------------------------------------------------------------------------------------------------------


def test_ending_lists_what_is_missing_and_ends_all_the_same(table: Table) -> None:
    table.page.ask_end()
    said = [label.text() for label in table.page.end_page.missing.findChildren(QLabel) if label.isVisible()]
    assert len(said) >= 3
    table.keys.press("Return")
    assert table.record.meeting.status is MeetingStatus.CLOSED
    assert table.page.session.projector.mode is Mode.HIDDEN


def test_a_closed_meeting_can_be_read_everywhere_and_changed_nowhere(full_table: Table) -> None:
    full_table.page.end()
    full_table.page.work_on()
    full_table.page.retranslate()
    before = full_table.record
    for step in STEPS:
        full_table.page.desk.look_at(step)
        full_table.page.page.setFocus()
        full_table.keys.press("Tab", "Return", "F2", "Del", "Ctrl+D", "Ctrl+J", "F8", "E", "Ctrl+N", "Ctrl+T")
        assert not full_table.page.entry.isVisible()
        assert not [editor for editor in full_table.page.findChildren(CardEdit) if editor.isVisible()]
        full_table.keys.press("Escape")
    assert full_table.record is before
    assert full_table.page.foot.reopen.isVisible()


def test_the_columns_of_a_closed_meeting_can_still_be_walked_through(full_table: Table) -> None:
    full_table.page.end()
    full_table.page.work_on()
    full_table.page.retranslate()
    cards = full_table.page.page.columns[0].cards  # type: ignore[attr-defined]
    cards.setFocus()
    full_table.keys.press("Home", "Down")
    assert full_table.page.desk.targets == (cards.cards.ids()[1],)


def test_a_closed_meeting_is_reopened_and_goes_on(table: Table) -> None:
    table.page.end()
    table.page.work_on()
    table.page.retranslate()
    table.click(table.page.foot.reopen)
    assert table.record.meeting.status is MeetingStatus.RUNNING
    table.look_at("story")
    table.say("Endnu et kort")
    assert table.cards() == ["Endnu et kort"]


# -- words and sizes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS)
def test_the_language_changes_while_the_page_is_open(full_table: Table, step: str) -> None:
    full_table.look_at(step)
    english = words_on(full_table)
    full_table.context.words.language = "da"
    full_table.page.retranslate()
    danish = words_on(full_table)
    assert english != danish
    assert "Agenda" not in danish
    full_table.context.words.language = "en"
    full_table.page.retranslate()
    assert words_on(full_table) == english


def words_on(table: Table) -> set[str]:
    QApplication.processEvents()
    labels = table.page.findChildren(QLabel)
    buttons = table.page.findChildren(QPushButton)
    texts = [(w.text(), w.isVisible()) for w in labels] + [(w.text(), w.isVisible()) for w in buttons]
    return {text for text, shown in texts if shown and text}


def test_a_half_typed_line_survives_another_language(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Midt i en sæt")
    table.context.words.language = "da"
    table.page.retranslate()
    assert table.page.entry.edit.text() == "Midt i en sæt"


def test_larger_text_widens_the_panes_at_once(table: Table, qapp: QApplication) -> None:
    panes = (table.page.agenda, table.page.side)
    before = [pane.width() for pane in panes]
    table.context.settings.scale = 1.25
    apply_theme(qapp, table.context.theme, 1.25)
    table.page.retranslate()
    QApplication.processEvents()
    assert [pane.minimumWidth() for pane in panes] == [round(width * 1.25) for width in before]


def test_another_theme_repaints_an_open_page(full_table: Table, qapp: QApplication) -> None:
    before = full_table.window.grab().toImage().pixelColor(700, 400).lightness()
    full_table.context.theme = load_theme("dark")
    apply_theme(qapp, full_table.context.theme)
    full_table.page.retranslate()
    QApplication.processEvents()
    assert full_table.window.grab().toImage().pixelColor(700, 400).lightness() < before / 2


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_smallest_window_is_never_outgrown(full_table: Table, qapp: QApplication, scale: float) -> None:
    full_table.context.settings.scale = scale
    apply_theme(qapp, full_table.context.theme, scale)
    full_table.page.retranslate()
    full_table.window.resize(1280, 720)
    for step in STEPS:
        full_table.look_at(step)
        assert full_table.window.size().width() == 1280
        assert full_table.window.size().height() == 720
        assert full_table.page.foot.next.isVisible()
    assert full_table.page.side.isVisible() is (scale == 1.0)


def test_folded_panes_are_reached_through_the_menu(table: Table) -> None:
    table.window.resize(900, 720)
    QApplication.processEvents()
    assert not table.page.side.isVisible()
    table.page.hands._toggle_side()
    assert table.page.side.isVisible()


# -- the quiet bar and the menu ----------------------------------------------------------------------------------


def test_the_card_under_the_hand_offers_what_can_be_done(table: Table) -> None:
    table.say("Han sover ikke.")
    table.page.desk.aim(table.record.all(Card)[0].id)
    menu = table.page.verbs.menu(table.page.mapToGlobal(table.page.rect().center()))
    assert menu is not None
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    assert "Verbatim, or not" in texts
    assert "Has said yes" not in texts
    menu.close()


def test_an_empty_place_offers_nothing(table: Table) -> None:
    table.page.desk.aim()
    place = table.page.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.page.mapToGlobal(place))
    table.page.contextMenuEvent(event)
    assert QApplication.activePopupWidget() is None


def test_time_on_a_step_does_not_disturb_the_hands(table: Table) -> None:
    table.page.entry.edit.setFocus()
    table.keys.type("Midt i")
    table.page.desk.bridge.do(SpendTime("story", 60))
    assert table.page.entry.edit.hasFocus()
    assert table.page.entry.edit.text() == "Midt i"


# -- what the bar offers, and what is left alone -----------------------------------------------------------------


def add(table: Table, text: str) -> str:
    table.page.desk.bridge.do(AddCard(CardKind.WORRY, text))
    return table.record.all(Card)[-1].id


def test_undo_is_offered_only_while_it_takes_back_what_the_bar_says(table: Table) -> None:
    gone = add(table, "Det ene.")
    table.page.desk.aim(gone)
    table.page.verbs.delete()
    assert not table.page.bar.isHidden()
    table.page.desk.bridge.do(SpendTime("story", 60))
    assert not table.page.bar.isHidden()
    add(table, "Det andet.")
    assert table.page.bar.isHidden()
    assert table.cards() == ["Det andet."]


def test_the_bars_undo_brings_back_what_was_deleted(table: Table) -> None:
    table.page.desk.aim(add(table, "Det ene."))
    table.page.verbs.delete()
    table.page.bar.act.click()
    assert table.cards() == ["Det ene."]


def test_a_plain_word_stays_when_somebody_goes_on(table: Table) -> None:
    table.page.verbs.merge()
    assert not table.page.bar.isHidden()
    add(table, "Det ene.")
    assert not table.page.bar.isHidden()


def test_an_open_paper_changes_language_too(table: Table) -> None:
    table.page.open_paper()
    assert table.page.paper is not None
    assert table.page.paper.print_button.text() == "Print"
    table.context.words.language = "da"
    table.page.retranslate()
    assert table.page.paper.print_button.text() == "Udskriv"


def test_a_participant_is_added_in_one_line_as_in_prepare(table: Table) -> None:
    table.keys.press("Ctrl+N")
    table.keys.type("Ingrid Holm, kusine", "Return")
    person = table.record.find(Person, table.record.all(Attendance)[-1].person_id)
    assert person is not None
    assert (person.name, person.side, person.relation) == ("Ingrid Holm", Side.FAMILY, "kusine")
    assert table.record.called(person.id) == "Ingrid"


def test_looking_back_at_the_framing_leaves_the_wall_alone(full_table: Table) -> None:
    full_table.look_at("closing")
    projector = full_table.page.session.projector
    projector.show()
    projector.look_at(item=1)
    before = projector.frame()
    full_table.page.desk.look_at("framing")
    panel = full_table.page.page
    assert isinstance(panel, FramingPanel)
    panel.shift("down")
    panel.shift("down")
    assert panel.current == 2
    assert projector.frame() == before


def test_the_wall_follows_the_framing_while_the_table_is_there(full_table: Table) -> None:
    full_table.look_at("framing")
    full_table.page.page.shift("down")
    assert full_table.page.session.projector.showing.item == 1


# -- one screen --------------------------------------------------------------------------------------------------


def test_one_screen_is_said(table: Table) -> None:
    del table.screens[1]
    table.page.session.projector.show()
    assert "No second screen" in table.page.bar.label.text()


def test_columns_that_would_be_too_narrow_become_tabs(table: Table, qtbot: QtBot) -> None:
    board = table.page.page
    assert isinstance(board, BoardPanel)
    assert not board.tabs.isVisible()
    table.context.settings.scale = 2.0
    table.window.resize(1100, 720)
    table.page.retranslate()
    QApplication.processEvents()
    board = table.page.page
    assert isinstance(board, BoardPanel)
    qtbot.waitUntil(board.tabs.isVisible)
    assert [view.isVisible() for view in board.columns] == [True, False, False]
    table.keys.press("Alt+2")
    assert [view.isVisible() for view in board.columns] == [False, True, False]
    table.say("Han laver mad.")
    assert board.columns[1].cards.cards.rowCount() == 1
