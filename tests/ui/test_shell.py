"""The main window: lock and unlock, languages and look, and what is said at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from helpers.stores import FAST
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import keyfile
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.dialogs.keys import KeysWindow
from tvm_desktop.ui.dialogs.settings import SettingsWindow
from tvm_desktop.ui.rooms import Place, Room
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def shell(
    context: UiContext, family: Family, show: Callable[..., None], qapp: QApplication
) -> Iterator[Shell]:
    made = Shell(context)
    show(made)
    made.enter()
    yield made
    made.close()
    apply_theme(qapp, load_theme("light"))


def ctrl(shell: Shell, key: Qt.Key) -> None:
    QTest.keyClick(shell.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)


def test_the_title_names_nobody(shell: Shell, family: Family) -> None:
    assert shell.rooms is not None
    shell.rooms.open_course(family.course)
    assert shell.windowTitle() == "TVM"


def test_ctrl_l_locks_and_frees_everything(shell: Shell, context: UiContext, family: Family) -> None:
    assert shell.rooms is not None
    shell.rooms.start(family.planned)
    assert shell.rooms.session is not None
    shell.rooms.session.projector.show()
    ctrl(shell, Qt.Key.Key_L)
    assert context.store is None
    assert shell.rooms is None
    assert shell.pages.currentWidget() is shell.gate
    QCoreApplication.sendPostedEvents()
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [shell]


def test_locking_leaves_one_file(shell: Shell, context: UiContext, family: Family) -> None:
    assert shell.rooms is not None
    shell.rooms.open_prepare(family.planned)
    shell.lock()
    assert not context.folder.database.with_name("meetings.db-wal").exists()


def test_unlocking_returns_to_the_same_place(
    locked: UiContext, show: Callable[..., None], qtbot: QtBot
) -> None:
    key, _code = keyfile.create_key_file(locked.folder, "tre gode ord", cost=FAST)
    Store.create(locked.folder, key).close()
    shell = Shell(locked)
    show(shell)
    shell.begin()
    shell.gate.open_with(key)
    assert shell.rooms is not None
    shell.rooms.ask_new(locked.formats.formats[0].id)
    shell.rooms.new.name.set_text("Elif")
    shell.rooms.new._offer()
    shell.rooms.new.first.click()
    assert shell.rooms.place.room is Room.PREPARE
    place = shell.rooms.place
    shell.lock()
    QTest.keyClicks(shell.gate.unlock.field.edit, "tre gode ord")
    with qtbot.waitSignal(shell.gate.opened, timeout=20_000):
        QTest.keyClick(shell.gate.unlock.field.edit, Qt.Key.Key_Return)
    assert shell.rooms is not None
    assert shell.rooms.place == place
    shell.close()


def test_a_place_that_is_gone_gives_home_and_a_word(shell: Shell, context: UiContext) -> None:
    store = context.open_store
    assert shell.rooms is not None
    shell.rooms.release()
    shell._left = context.folder, Place(Room.MEETING, "gone")
    shell.enter()
    assert shell.worry.isVisible()
    assert context.store is store
    assert shell.rooms.place.room is Room.HOME


def test_the_whole_window_changes_language(shell: Shell, context: UiContext) -> None:
    shell.show_window("settings")
    shell.choose_language("da")
    assert shell.rooms is not None
    assert shell.rooms.home.upcoming.first.text() == "Start mødet →"
    assert shell._small_windows()[0].windowTitle() == "TVM – Indstillinger"
    assert context.settings.language == "da"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text() == "Annuller"
    box.deleteLater()
    shell.choose_language("en")
    assert shell.rooms.home.upcoming.first.text() == "Start the meeting →"


def test_keys_change_the_text_size(shell: Shell, context: UiContext, qapp: QApplication) -> None:
    ctrl(shell, Qt.Key.Key_Plus)
    assert context.scale == 1.1
    assert qapp.font().pixelSize() > 15
    ctrl(shell, Qt.Key.Key_Minus)
    assert context.scale == 1.0


def test_the_colours_change_at_once(shell: Shell, context: UiContext, qapp: QApplication) -> None:
    shell.choose_theme("dark")
    assert context.theme.name == context.settings.theme == "dark"
    assert qapp.palette().window().color() == load_theme("dark").colour("paper")


def test_there_is_one_small_window_of_each_kind(shell: Shell) -> None:
    QTest.keyClick(shell.windowHandle(), Qt.Key.Key_F1)
    shell.show_keys()
    shell.show_window("settings")
    shell.show_window("about")
    visible = [type(window) for window in shell._small_windows() if window.isVisible()]
    assert visible.count(KeysWindow) == 1
    assert SettingsWindow in visible
    assert not any(window.isModal() for window in shell._small_windows())


def test_settings_work_from_their_window(shell: Shell, context: UiContext) -> None:
    shell.show_window("settings")
    window = next(w for w in shell._small_windows() if isinstance(w, SettingsWindow))
    window.theme_chosen.emit("high-contrast")
    window.scale_chosen.emit(1.25)
    assert (context.theme.name, context.scale) == ("high-contrast", 1.25)


def test_what_did_not_work_is_said_at_the_edge(shell: Shell) -> None:
    shell.say_problem(msg("Nothing waits."))
    assert shell.worry.isVisible()
    assert shell.worry.label.text() == "Nothing waits."


def test_closing_keeps_everything(shell: Shell, context: UiContext, qtbot: QtBot) -> None:
    shell.resize(1300, 800)
    with qtbot.waitSignal(shell.ended):
        shell.close()
    assert context.store is None
    assert context.folder.settings.exists()
    assert b"Amina" not in context.folder.settings.read_bytes()


def test_locking_twice_is_locking_once(shell: Shell) -> None:
    shell.lock()
    shell.lock()
    assert shell.pages.currentWidget() is shell.gate


def test_a_folder_in_a_cloud_is_warned_of(
    locked: UiContext, show: Callable[..., None], tmp_path: Path
) -> None:
    locked.folder = DataFolder(tmp_path / "Dropbox" / "tvm")
    key = bytes(32)
    Store.create(locked.folder, key).close()
    shell = Shell(locked)
    show(shell)
    shell.gate.open_with(key)
    assert "synchronised" in shell.worry.label.text()
    shell.lock()
    assert not shell.worry.isVisible()
    shell.close()


def test_the_window_can_be_closed_while_a_key_is_derived(
    locked: UiContext, show: Callable[..., None]
) -> None:
    key, _code = keyfile.create_key_file(locked.folder, "tre gode ord")
    Store.create(locked.folder, key).close()
    shell = Shell(locked)
    show(shell)
    shell.begin()
    QTest.keyClicks(shell.gate.unlock.field.edit, "tre gode ord")
    QTest.keyClick(shell.gate.unlock.field.edit, Qt.Key.Key_Return)
    shell.close()
    assert not shell.gate.findChildren(Worker) or shell.gate.findChildren(Worker)[0].isFinished()
