"""The Backups window: how old, where, what is in them, one now, one elsewhere, and the question before restoring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.keyfile import unlock_with_password
from tvm_desktop.storage.restoring import preview
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.backups.keeper import Keeper
from tvm_desktop.ui.backups.window import BackupsWindow
from ui.backups.conftest import PASSWORD, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.backups.conftest import Kept

WAIT_MS = 20_000


@pytest.fixture
def keeper(locked: UiContext, kept: Kept, qapp: QApplication) -> Iterator[Keeper]:
    locked.store = Store.open(kept.folder, kept.key)
    made = Keeper(locked, qapp, after_ms=0)
    yield made
    made.stop()
    made.deleteLater()
    locked.store.close()


@pytest.fixture
def window(locked: UiContext, keeper: Keeper, show: Callable[..., None]) -> BackupsWindow:
    made = BackupsWindow(locked, None, keeper)
    show(made)
    return made


def looked(window: BackupsWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.chooser.contents is not None, timeout=WAIT_MS)


def test_age_and_place_stand_at_the_top(window: BackupsWindow, kept: Kept) -> None:
    assert window.state.text() == "Newest backup: yesterday at 7:40"
    assert str(kept.folder.backups) in window.where.text()
    assert not window.warning.isVisible()
    assert window.windowTitle() == "TVM – Backups"


def test_a_folder_in_a_cloud_is_warned_of_here_too(
    window: BackupsWindow, locked: UiContext, tmp_path: Path
) -> None:
    locked.folder = DataFolder(tmp_path / "OneDrive - Kommunen")
    window.retranslate()
    assert window.warning.isVisible()
    assert "synchronised" in window.warning.text()


def test_one_is_made_now(window: BackupsWindow, kept: Kept, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.keeper.made, timeout=WAIT_MS):
        window.now.click()
        assert not window.now.isEnabled()
    assert window.state.text() == "Newest backup: today at 9:40"
    assert [one.reason for one in list_backups(kept.folder)] == ["now", "start"]
    assert window.now.isEnabled()
    assert "proven whole" in window.note.text()
    assert window.chooser.picked == list_backups(kept.folder)[0]


def test_restoring_asks_once_and_says_what_is_lost(window: BackupsWindow, qtbot: QtBot) -> None:
    looked(window, qtbot)
    window.restore.click()
    assert "What you have written since yesterday at 7:40 is not in it." in window.asked.text()
    assert "1 meeting that is here now is missing there." in window.asked.text()
    assert window.no.hasFocus()
    window.no.click()
    assert not window.question.isVisible()
    assert window.restore.hasFocus()


def test_only_a_yes_restores(window: BackupsWindow, kept: Kept, qtbot: QtBot) -> None:
    looked(window, qtbot)
    window.restore.click()
    with qtbot.waitSignal(window.restore_wanted) as wanted:
        window.yes.click()
    assert wanted.args is not None
    assert (wanted.args[0].root, wanted.args[1]) == (kept.backup, kept.key)


def test_choosing_another_one_takes_the_question_away(window: BackupsWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.keeper.made, timeout=WAIT_MS):
        window.now.click()
    looked(window, qtbot)
    window.restore.click()
    window.chooser.list.setCurrentRow(1)
    assert not window.question.isVisible()
    assert not window.restore.isEnabled()


def test_a_copy_elsewhere_is_whole_and_has_its_keys(
    window: BackupsWindow, kept: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    window.save_to(stick)
    qtbot.waitUntil(lambda: "The copy lies in" in window.note.text(), timeout=WAIT_MS)
    assert "encrypted" in window.note.text()
    assert [row.act for row in window.context.open_store.use_log()] == [UseAct.COPIED]
    (copy,) = (DataFolder(path) for path in stick.iterdir())
    assert preview(copy, unlock_with_password(copy, PASSWORD)).courses == ("Amina", "Minh")
    window.look_in(stick)
    assert window.chooser.picked is not None
    assert window.chooser.picked.root == copy.root
    assert str(stick) in window.where.text()
    window.own.click()
    assert window.chooser.picked.root == kept.backup


def test_a_copy_in_a_cloud_is_asked_about_first(window: BackupsWindow, qtbot: QtBot, tmp_path: Path) -> None:
    cloud = tmp_path / "Dropbox"
    cloud.mkdir()
    window.save_to(cloud)
    assert "leaves this computer" in window.asked.text()
    window.no.click()
    assert list(cloud.iterdir()) == []
    window.save_to(cloud)
    window.yes.click()
    qtbot.waitUntil(lambda: "The copy lies in" in window.note.text(), timeout=WAIT_MS)


def test_a_copy_that_cannot_be_written_is_said(window: BackupsWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    window.save_to(tmp_path / "file")
    qtbot.waitUntil(lambda: "no backup was made" in window.note.text(), timeout=WAIT_MS)
    assert window.copy.isEnabled()
    assert window.context.open_store.use_log() == []


def test_a_copy_that_is_made_while_the_window_closes_is_noted(window: BackupsWindow, tmp_path: Path) -> None:
    store = window.context.open_store
    window.save_to(tmp_path)
    window.close()
    assert [row.act for row in store.use_log()] == [UseAct.COPIED]
    QCoreApplication.sendPostedEvents()


def test_a_folder_without_backups_is_said(window: BackupsWindow, kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    window.look_in(tmp_path / "empty")
    assert window.note.text() == "There are no backups in that folder."
    assert window.chooser.picked is not None
    assert window.chooser.picked.root == kept.backup


def test_closing_waits_for_what_is_being_read(window: BackupsWindow) -> None:
    window.refresh()
    window.close()
    QCoreApplication.sendPostedEvents()


def test_one_may_stop_asking_for_what_was_saved_elsewhere(window: BackupsWindow, kept: Kept) -> None:
    assert not window.left.isVisible()
    kept.folder.moved.write_text("/media/lost stick")
    window.retranslate()
    window.left.click()
    assert not kept.folder.moved.exists()
    assert not window.left.isVisible()


def test_one_of_another_computer_brings_its_own_password(
    window: BackupsWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = keep(DataFolder(tmp_path / "other"), "helt andre ord")
    window.look_in(other.folder.backups)
    window.chooser.secret.set_text("helt andre ord")
    window.chooser.look.click()
    looked(window, qtbot)
    window.restore.click()
    assert "the password or the recovery code of the backup" in window.asked.text()
