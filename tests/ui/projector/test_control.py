"""Real windows on two fake screens: place, unplug, replug, swap, identify."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.ui.projector.awake import DesktopAwake, MacAwake, awake_here
from tvm_desktop.ui.projector.identify import ScreenName
from tvm_desktop.ui.screens import Place, info_of, screen_for
from ui.projector.samples import SAMPLES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.projector.conftest import Room


def test_the_wall_fills_the_projector_and_never_the_laptop(room: Room) -> None:
    assert room.wall() == ""
    room.control.show()
    window = room.control.window
    assert room.wall() == "1-projector"
    assert window.isFullScreen()
    assert window.geometry() == room.screen("1-projector").geometry
    assert room.control.wall_size == room.screen("1-projector").geometry.size()


def test_a_lost_screen_hides_at_once_and_the_same_one_comes_back_by_itself(room: Room, qtbot: QtBot) -> None:
    room.control.show_frame(SAMPLES["board"])
    room.control.show()
    room.unplug()
    assert room.wall() == "", "hidden before the signal is over"
    qtbot.waitUntil(lambda: room.control.placement.place is Place.WAITING)
    assert room.wall() == ""
    assert room.control.is_live
    assert room.control.window.frame == SAMPLES["board"]
    room.plug_in()
    qtbot.waitUntil(lambda: room.wall() == "1-projector")
    assert room.control.placement.place is Place.FULL_SCREEN


def test_another_screen_coming_asks_first(room: Room, qtbot: QtBot) -> None:
    elsewhere = room.screen("1-projector").key.replace("1-projector", "other-room")
    room.context.settings.wished_screen = elsewhere
    room.control.show()
    assert room.control.placement.place is Place.ASK
    assert room.wall() == ""
    assert room.context.settings.wished_screen == elsewhere, "a fallback overwrites no wish"
    with qtbot.waitSignal(room.control.placement_changed) as told:
        room.control.choose(room.control.placement.screen)
    assert told.args is not None
    assert told.args[0].place is Place.FULL_SCREEN
    assert room.wall() == "1-projector"


def test_a_hidden_wall_stays_hidden_whatever_is_plugged_in(room: Room, qtbot: QtBot) -> None:
    room.control.show()
    room.control.hide()
    room.unplug()
    room.plug_in()
    qtbot.wait(40)
    assert room.wall() == ""


def test_without_a_projector_there_is_a_window_to_rehearse_in(room: Room) -> None:
    room.gone.add("1-projector")
    room.control.show()
    assert room.control.placement.place is Place.WINDOW
    assert room.wall() == "0-laptop"
    assert not room.control.window.isFullScreen()


def test_rehearsal_leaves_the_wish_alone_and_ends(room: Room) -> None:
    room.control.show()
    wish = room.context.settings.wished_screen
    room.control.rehearse(on=True)
    assert not room.control.window.isFullScreen()
    assert room.wall() == "0-laptop"
    room.control.rehearse(on=False)
    assert room.control.window.isFullScreen()
    assert room.context.settings.wished_screen == wish


def test_an_ordinary_window_is_not_opened_by_a_change_of_screens(room: Room, qtbot: QtBot) -> None:
    room.control.show()
    room.context.settings.wished_screen = ""
    room.unplug()
    qtbot.waitUntil(lambda: room.control.placement.place is Place.WINDOW)
    assert room.wall() == ""


def test_swapping_is_one_act(room: Room) -> None:
    room.control.show()
    assert room.control.swap()
    assert room.wall() == "0-laptop"
    assert room.control.window.isFullScreen()
    assert info_of(room.leader.screen()).name == "1-projector"
    assert room.control.swap()
    assert room.wall() == "1-projector"
    room.gone.add("1-projector")
    room.control.rehearse(on=True)
    assert not room.control.swap()


def test_the_window_hides_itself_when_the_system_moves_it(room: Room, qtbot: QtBot) -> None:
    room.control.show()
    laptop = screen_for(room.screen("0-laptop").key)
    assert laptop is not None
    with qtbot.waitSignal(room.control.window.strayed):
        room.control.window.windowHandle().setScreen(laptop)
    qtbot.waitUntil(lambda: room.wall() == "1-projector")


def test_esc_and_closing_only_ask_to_hide(room: Room, qtbot: QtBot) -> None:
    room.control.show()
    with qtbot.waitSignal(room.control.hide_requested):
        QTest.keyClick(room.control.window, Qt.Key.Key_Escape)
    with qtbot.waitSignal(room.control.hide_requested):
        room.control.window.close()
    assert room.wall() == "1-projector"


def test_the_leaders_actions_work_in_the_walls_window(room: Room, qtbot: QtBot) -> None:
    pause = QAction(room.leader)
    pause.setShortcuts([QKeySequence("F12"), QKeySequence("Ctrl+B")])
    room.leader.addAction(pause)
    room.control.window.addAction(pause)
    room.control.show()
    room.control.window.activateWindow()
    qtbot.waitUntil(room.control.window.isActiveWindow)
    with qtbot.waitSignal(pause.triggered):
        QTest.keyClick(room.control.window, Qt.Key.Key_F12)
    with qtbot.waitSignal(pause.triggered):
        QTest.keyClick(room.control.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_identify_names_every_screen_for_a_moment(room: Room, qtbot: QtBot) -> None:
    def names() -> list[QWidget]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, ScreenName) and w.isVisible()]

    room.control.identify()
    assert sorted(info_of(name.screen()).name for name in names()) == ["0-laptop", "1-projector"]
    assert names()[0].grab().size() == names()[0].size()
    qtbot.waitUntil(lambda: not names())


def test_the_machine_stays_awake_while_live(room: Room) -> None:
    room.control.show()
    assert room.awake.held
    room.control.hide()
    assert not room.awake.held


def test_the_window_says_what_it_shows_and_names_nobody_in_its_title(room: Room) -> None:
    room.control.show_frame(SAMPLES["board"])
    window = room.control.window
    assert "Amina" not in window.windowTitle() + window.accessibleName()
    assert "Hun læser højt for sine søskende hver aften." in window.accessibleDescription()
    assert "Vi slutter kl. 11.30" in window.accessibleDescription()


@pytest.mark.usefixtures("qapp")
def test_staying_awake_fails_quietly_where_there_is_no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    for awake in (awake_here(), DesktopAwake(), MacAwake()):
        awake.hold()
        awake.hold()
        awake.release()
        awake.release()
