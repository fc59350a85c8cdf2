"""Backups from the first minute to the worst one: made by themselves, restored from the window and from the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.desktop import PASSWORD, WAIT_MS, Desktop, desktop, made_folder
from tvm_desktop.domain.entities import Card
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.backups.window import BackupsWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.paths import DataFolder


def reasons(folder: DataFolder) -> list[str]:
    return sorted(one.reason for one in list_backups(folder))


def backups_window(here: Desktop) -> BackupsWindow:
    here.shell.show_window("backups")
    return next(one for one in here.shell._small_windows() if isinstance(one, BackupsWindow))


def say_something(here: Desktop, words: str) -> None:
    page = here.start_meeting()
    here.go_to("story")
    here.keys.type(words, "Return")
    page.leave()


def said(folder: DataFolder, key: bytes) -> list[str]:
    store = Store.open(folder, key)
    (course,) = store.courses()
    texts = [thing.text for thing in store.load(course.id) if isinstance(thing, Card)]
    store.close()
    return texts


def test_a_backup_makes_itself_and_is_restored_from_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    folder, key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        qtbot.waitUntil(lambda: reasons(folder) == ["start"], timeout=WAIT_MS)
        say_something(here, "Han sover dårligt.")
        window = backups_window(here)
        qtbot.waitUntil(window.restore.isEnabled, timeout=WAIT_MS)
        window.restore.setFocus()
        here.keys.press("Return")
        here.keys.tab_to("Gendan den", back=True)
        with qtbot.waitSignal(here.shell.gate.told, timeout=WAIT_MS):
            here.keys.press("Return")
        assert here.rooms.home.isVisible()
        assert "Sikkerhedskopien er gendannet" in here.shell.news.label.text()
        assert reasons(folder) == ["before-restore", "start"]
    assert said(folder, key) == []
    with desktop(folder, qtbot) as here:
        here.come_in()
        window = backups_window(here)
        window.chooser.list.setCurrentRow(0)
        qtbot.waitUntil(window.restore.isEnabled, timeout=WAIT_MS)
        window.restore.click()
        with qtbot.waitSignal(here.shell.gate.told, timeout=WAIT_MS):
            window.yes.click()
    assert said(folder, key) == ["Han sover dårligt."]


def test_a_file_that_was_damaged_overnight_costs_no_meeting(tmp_path: Path, qtbot: QtBot) -> None:
    folder, key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        say_something(here, "Han sover dårligt.")
        window = backups_window(here)
        with qtbot.waitSignal(window.keeper.made, timeout=WAIT_MS):
            window.now.click()
    whole = folder.database.read_bytes()
    folder.database.write_bytes(whole[:9000] + bytes(300) + whole[9300:])
    with desktop(folder, qtbot) as here:
        here.try_password(PASSWORD)
        assert "er beskadiget" in here.refusal
        here.keys.tab_to("Gendan en sikkerhedskopi")
        here.keys.press("Return")
        sheet = here.shell.gate.sheet
        assert sheet is not None
        qtbot.waitUntil(sheet.go.isEnabled, timeout=WAIT_MS)
        here.keys.tab_to("Gendan denne")
        here.keys.press("Return")
        qtbot.waitUntil(lambda: here.shell.rooms is not None, timeout=WAIT_MS)
        assert here.rooms.home.isVisible()
    assert said(folder, key) == ["Han sover dårligt."]
    assert "put-aside" in reasons(folder)
