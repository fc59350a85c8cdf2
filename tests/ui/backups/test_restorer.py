"""Restoring from the way in, end to end: a damaged or missing file, a missing key, another computer, by keyboard."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from helpers.keyboard import Keyboard
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backup import save_copy
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.store import Store, UseAct
from tvm_desktop.ui.unlock.gate import Gate
from ui.backups.conftest import PASSWORD, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.backups.conftest import Kept

WAIT_MS = 20_000


@pytest.fixture
def gate(locked: UiContext, kept: Kept, show: Callable[..., None]) -> Iterator[Gate]:
    made = Gate(locked)
    show(made)
    yield made
    made.stop()
    if locked.store is not None:
        locked.store.close()
        locked.store = None


@pytest.fixture
def keys(gate: Gate, qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot, gate)


def courses(context: UiContext) -> list[str]:
    return sorted(row.name for row in context.open_store.courses())


def try_password(gate: Gate, keys: Keyboard, qtbot: QtBot) -> None:
    gate.begin()
    keys.type(PASSWORD, "Return")
    qtbot.waitUntil(gate.unlock.backups.isVisible, timeout=WAIT_MS)
    assert gate.unlock.field.edit.hasFocus()
    keys.tab_to("Restore a backup")


def restore_the_first(gate: Gate, keys: Keyboard, qtbot: QtBot) -> None:
    """Press on from the list to the button, when what is in the backup has been read."""
    sheet = gate.sheet
    assert sheet is not None
    qtbot.waitUntil(sheet.go.isEnabled, timeout=WAIT_MS)
    keys.tab_to("Restore this one")
    with qtbot.waitSignal(gate.told, timeout=WAIT_MS) as told:
        keys.press("Return")
    assert told.args is not None
    assert "is restored" in told.args[0].text


@pytest.mark.parametrize("harm", ["damaged", "missing", "empty"])
def test_a_file_that_fails_is_restored_by_keyboard_alone(
    gate: Gate, kept: Kept, keys: Keyboard, qtbot: QtBot, harm: str
) -> None:
    whole = kept.folder.database.read_bytes()
    kept.folder.database.unlink()
    if harm != "missing":
        kept.folder.database.write_bytes(b"" if harm == "empty" else whole[:9000] + bytes(99) + whole[9099:])
    try_password(gate, keys, qtbot)
    keys.press("Return")
    assert gate.sheet is not None
    assert gate.sheet.chooser.list.hasFocus()
    restore_the_first(gate, keys, qtbot)
    assert courses(gate.context) == ["Amina"]
    assert gate.context.open_store.use_log()[0].act is UseAct.RESTORED
    aside = [one for one in list_backups(kept.folder) if one.reason == "put-aside"]
    assert len(aside) == 1 or harm == "missing"


def test_without_a_key_file_the_backups_own_password_opens_it(
    gate: Gate, kept: Kept, keys: Keyboard, qtbot: QtBot, locked: UiContext
) -> None:
    kept.folder.key.unlink()
    kept.folder.key_copy.unlink()
    try_password(gate, keys, qtbot)
    keys.press("Return")
    keys.fill("The password of this backup", PASSWORD)
    keys.press("Return")
    restore_the_first(gate, keys, qtbot)
    assert courses(locked) == ["Amina"]


def test_a_stick_on_a_new_computer_brings_file_and_keys(
    gate: Gate, kept: Kept, keys: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_copy(kept.folder, kept.key, stick)
    shutil.rmtree(kept.folder.root)
    gate.begin()
    assert gate.first is not None
    keys.tab_to("Restore a backup")
    keys.press("Return")
    assert gate.sheet is not None
    assert "no backups in this folder" in gate.sheet.note.text()
    gate.sheet.look_in(stick)
    keys.fill("The password of this backup", PASSWORD)
    keys.press("Return")
    restore_the_first(gate, keys, qtbot)
    assert courses(gate.context) == ["Amina", "Minh"]
    assert gate.first is None


def test_back_leads_to_where_one_came_from(gate: Gate, kept: Kept, keys: Keyboard, qtbot: QtBot) -> None:
    kept.folder.database.write_bytes(b"")
    try_password(gate, keys, qtbot)
    keys.press("Return")
    keys.tab_to("Backups in another folder")
    keys.press("Tab", "Return")
    assert gate.currentWidget() is gate.unlock
    assert not gate.unlock.backups.isVisible()


def test_a_wrong_password_offers_no_backup(gate: Gate, keys: Keyboard, qtbot: QtBot) -> None:
    gate.begin()
    keys.type("forkerte ord", "Return")
    qtbot.waitUntil(gate.unlock.field.problem.isVisible, timeout=WAIT_MS)
    assert not gate.unlock.backups.isVisible()


def test_one_from_the_window_is_restored_and_the_present_file_kept(
    gate: Gate, kept: Kept, qtbot: QtBot, locked: UiContext
) -> None:
    (backup,) = list_backups(kept.folder)
    with qtbot.waitSignal(gate.told, timeout=WAIT_MS):
        gate.restore(backup, kept.key, kept.key)
        assert gate.sheet is not None
        assert "Restoring" in gate.sheet.title.text()
    assert courses(locked) == ["Amina"]
    assert [one.reason for one in list_backups(kept.folder)] == ["before-restore", "start"]


def test_when_it_cannot_be_restored_the_present_file_opens_again(
    gate: Gate, kept: Kept, qtbot: QtBot, locked: UiContext
) -> None:
    (backup,) = list_backups(kept.folder)
    backup.folder.database.write_bytes(b"")
    with qtbot.waitSignal(gate.said, timeout=WAIT_MS) as said:
        gate.restore(backup, kept.key, kept.key)
    assert said.args is not None
    assert "Choose another one" in said.args[0].text
    assert courses(locked) == ["Amina", "Minh"]


def test_a_restoring_that_broke_off_is_finished_before_anything_is_asked(
    gate: Gate, kept: Kept, locked: UiContext, keys: Keyboard, qtbot: QtBot
) -> None:
    whole = kept.folder
    whole.restoring.mkdir()
    for path in (whole.database, whole.key, whole.key_copy):
        path.rename(whole.restoring / path.name)
    gate.begin()
    assert gate.first is None
    keys.type(PASSWORD)
    with qtbot.waitSignal(gate.opened, timeout=WAIT_MS):
        keys.press("Return")
    assert courses(locked) == ["Amina", "Minh"]


def test_meetings_that_were_saved_elsewhere_are_asked_for(
    gate: Gate, kept: Kept, keys: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    store = Store.open(kept.folder, kept.key)
    store.move_to(DataFolder(tmp_path / "stick" / "TVM-2026-03-12T08-40-00-moved"))
    store.set_setting("words", "said after the move")
    store.close()
    gate.begin()
    assert "saved in another one" in gate.unlock.field.problem.text()
    keys.tab_to("Restore a backup")
    keys.press("Return")
    keys.fill("The password of this backup", PASSWORD)
    keys.press("Return")
    restore_the_first(gate, keys, qtbot)
    assert gate.context.open_store.setting("words") == "said after the move"
    assert not kept.folder.moved.exists()


def test_another_password_of_another_computer_opens_from_then_on(
    gate: Gate, kept: Kept, qtbot: QtBot, locked: UiContext, tmp_path: Path
) -> None:
    other = keep(DataFolder(tmp_path / "other"), "helt andre ord")
    (backup,) = list_backups(other.folder)
    with qtbot.waitSignal(gate.told, timeout=WAIT_MS):
        gate.restore(backup, other.key, kept.key)
    assert locked.open_store.key == other.key


def test_when_the_other_folder_is_out_of_reach_the_backups_here_are_offered_too(
    gate: Gate, kept: Kept, qtbot: QtBot
) -> None:
    kept.folder.moved.write_text("/media/x/STIK/TVM-2026-03-12T08-40-00-moved")
    gate.begin()
    gate.offer_backups()
    assert gate.sheet is not None
    assert "There are no backups in {path}" in str(gate.sheet._note)
    assert "/media/x/STIK" in gate.sheet.note.text()
    assert gate.sheet.chooser.picked is not None
    assert gate.sheet.chooser.picked.root == kept.backup
