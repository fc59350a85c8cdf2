"""Minutes only, for a room with a whiteboard: a large entry line, and no projector."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.screens import Place, Placement
from tvm_desktop.ui.theme import apply_theme
from tvm_desktop.ui.widgets.basic import PopMenu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from helpers.table import Table

KEY = "Ctrl+Shift+R"


def test_one_key_takes_the_projector_away_and_makes_the_entry_line_large(table: Table) -> None:
    page = table.page
    small = page.entry.edit.height(), page.entry.edit.fontMetrics().height()
    page.session.projector.show()
    table.keys.press(KEY)
    assert page.session.projector.mode is Mode.HIDDEN
    assert not page.control.window.isVisible()
    assert not page.side.isVisible()
    assert not page.top.show_button.isVisible()
    assert not page.top.pause.isVisible()
    assert (page.top.minutes.isVisible(), page.top.minutes.text()) == (True, "Minutes only")
    assert page.entry.edit.height() > 2 * small[0]
    assert page.entry.edit.fontMetrics().height() > small[1]
    assert page.entry.edit.hasFocus()


def test_the_same_key_brings_everything_back(table: Table) -> None:
    page = table.page
    before = page.entry.edit.height()
    table.keys.press(KEY, KEY)
    assert page.entry.edit.height() == before
    assert page.side.isVisible()
    assert page.wall.isVisible()
    assert page.top.show_button.isVisible()
    assert page.top.pause.isVisible()
    assert not page.top.minutes.isVisible()
    table.keys.press("F5")
    assert page.session.projector.mode is Mode.LIVE


@pytest.mark.parametrize("key", ["F5", "F12", "Ctrl+B", "Ctrl+Shift+F", "Ctrl+Shift+X"])
def test_the_walls_keys_say_calmly_that_nothing_is_shown(table: Table, key: str) -> None:
    table.keys.press(KEY)
    table.page.bar.close_bar()
    table.keys.press(key)
    assert table.page.session.projector.mode is Mode.HIDDEN
    assert table.page.bar.label.text().startswith("Minutes only: nothing is shown")


def test_nothing_is_lost_when_it_is_turned_on_and_off(table: Table) -> None:
    table.say("Han sover ikke.")
    table.page.entry.edit.setFocus()
    table.keys.type("Midt i en sæt")
    table.page.entry.edit.flush()
    table.keys.press(KEY)
    assert table.page.entry.edit.text() == "Midt i en sæt"
    table.keys.type("ning", "Return")
    table.keys.press(KEY)
    assert table.cards() == ["Han sover ikke.", "Midt i en sætning"]


def test_it_is_still_on_when_the_meeting_is_opened_again(table: Table) -> None:
    table.keys.press(KEY)
    page = table.reopen()
    QApplication.processEvents()
    assert page.scribe.on
    assert page.top.minutes.isVisible()
    assert not page.side.isVisible()
    page.entry.edit.setFocus()
    table.keys.press(KEY)
    assert not table.reopen().scribe.on


def test_a_closed_meeting_has_nothing_to_write(table: Table) -> None:
    table.keys.press(KEY)
    table.page.end()
    table.page.work_on()
    table.page.retranslate()
    assert not table.page.scribe.on
    assert not table.page.top.minutes.isVisible()
    table.page.scribe.toggle()
    table.click(table.page.foot.reopen)
    assert table.page.scribe.on


def test_the_menu_offers_it_and_leaves_out_what_is_the_walls(table: Table) -> None:
    assert {"Freeze the picture", "Swap the screens"} < offered(table)
    table.keys.press(KEY)
    lines = offered(table)
    assert "Minutes only, without the projector, or not" in lines
    assert not {"Freeze the picture", "Swap the screens", "Rehearse in a window, or not"} & lines


def offered(table: Table) -> set[str]:
    table.click(table.page.top.more)
    menu = next(menu for menu in table.page.findChildren(PopMenu) if menu.isVisible())
    lines = {action.text().split("\t")[0] for action in menu.actions()}
    menu.close()
    return lines


def test_prompts_can_still_be_opened_without_the_wall(table: Table) -> None:
    table.keys.press(KEY)
    table.page.hands._toggle_side()
    assert table.page.side.isVisible()
    assert not table.page.wall.isVisible()


def test_other_screens_are_not_talked_about(table: Table) -> None:
    table.keys.press(KEY)
    table.page.bar.close_bar()
    table.page.control.placement_changed.emit(Placement(Place.ASK, "another"))
    table.page.control.placement_changed.emit(Placement(Place.WAITING))
    assert table.page.bar.isHidden()
    assert table.page.offer.isHidden()


def test_a_clicker_leaves_the_wall_alone(table: Table) -> None:
    for number in range(24):
        table.say(f"Kort nummer {number} med nogle flere ord, så det fylder godt på væggen.")
    table.page.session.projector.turn_page(-50, 99)
    table.keys.press(KEY, "PgDown")
    assert table.page.session.projector.page == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_the_smallest_window(table: Table, qapp: QApplication, qtbot: QtBot, scale: float) -> None:
    table.context.settings.scale = scale
    apply_theme(qapp, table.context.theme, scale)
    table.page.retranslate()
    table.window.resize(1280, 720)
    table.keys.press(KEY)
    qtbot.waitUntil(table.page.top.minutes.isVisible)
    assert (table.window.width(), table.window.height()) == (1280, 720)
    bottom = table.page.entry.mapTo(table.page, table.page.entry.rect().bottomLeft()).y()
    assert bottom < table.page.foot.y()
    assert table.page.foot.next.isVisible()
