"""The way in holds a key before anything is open: left alone, or locked, it forgets that key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tvm_desktop.storage import keyfile
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.sleep import Said
from ui.backups.conftest import PASSWORD, Kept, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.backups.restorer import RestoreSheet
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.guard import Guard
    from tvm_desktop.ui.unlock.first import NewPassword

NEW = "helt nye ord"
TEN = 600.0
WAIT_MS = 20_000


@pytest.fixture
def kept(locked: UiContext) -> Kept:
    """A file with Amina's and Minh's meetings, and a backup of it."""
    return keep(locked.folder)


@pytest.fixture
def shell(locked: UiContext, show: Callable[..., None]) -> Iterator[Shell]:
    made = Shell(locked)
    show(made)
    yield made
    made.close()
    if locked.store is not None:
        locked.store.close()
        locked.store = None


def watching(shell: Shell) -> Guard:
    assert shell._guard is not None
    return shell._guard


def asks_for_the_password(shell: Shell) -> bool:
    gate = shell.gate
    return gate.currentWidget() is gate.unlock and not gate.holds_key and shell._guard is None


def type_code(shell: Shell, kept: Kept, qtbot: QtBot) -> NewPassword:
    """Type the recovery code, and stand before the new password."""
    shell.begin()
    page = shell.gate.unlock
    page.other_way.click()
    page.field.set_text(kept.code)
    page.open.click()
    qtbot.waitUntil(lambda: shell.gate.anew is not None, timeout=WAIT_MS)
    assert shell.gate.anew is not None
    return shell.gate.anew


def look_into_backup(shell: Shell, qtbot: QtBot) -> RestoreSheet:
    """Let a damaged file lead to the backups, and open one with its password."""
    shell.begin()
    shell.gate.offer_backups()
    sheet = shell.gate.sheet
    assert sheet is not None
    sheet.chooser.secret.set_text(PASSWORD)
    sheet.chooser.look.click()
    qtbot.waitUntil(lambda: sheet.chooser.contents is not None, timeout=WAIT_MS)
    return sheet


@pytest.mark.usefixtures("kept")
def test_nothing_watches_where_there_is_no_key(shell: Shell) -> None:
    shell.begin()
    shell.gate.unlock.field.set_text("tre go")
    shell.lock()
    assert shell._guard is None
    assert shell.gate.unlock.field.secret() == "tre go"


def test_a_new_password_that_is_left_alone_is_asked_for_no_more(
    shell: Shell, kept: Kept, qtbot: QtBot
) -> None:
    type_code(shell, kept, qtbot)
    guard = watching(shell)
    guard.idle.quiet.emit(TEN - 1)
    assert shell.gate.anew is not None
    guard.idle.quiet.emit(TEN)
    assert asks_for_the_password(shell)
    assert shell.gate.anew is None
    assert shell.gate.unlock.field.secret() == ""
    assert keyfile.unlock_with_password(kept.folder, PASSWORD)


def test_a_key_that_opened_nothing_shows_no_backup_after_a_lock(
    shell: Shell, kept: Kept, qtbot: QtBot
) -> None:
    kept.folder.database.write_bytes(kept.folder.database.read_bytes()[:9000])
    shell.begin()
    shell.gate.unlock.field.set_text(PASSWORD)
    shell.gate.unlock.open.click()
    qtbot.waitUntil(shell.gate.unlock.backups.isVisible, timeout=WAIT_MS)
    watching(shell).ear.tell(Said.SLEEPS)
    assert asks_for_the_password(shell)
    shell.gate.offer_backups()
    assert shell.gate.sheet is not None
    assert shell.gate.sheet.chooser.secret.isVisible()
    assert "Amina" not in shell.gate.sheet.chooser.inside.text()


@pytest.mark.usefixtures("kept")
def test_a_backup_that_was_looked_into_is_closed_with_the_screen(shell: Shell, qtbot: QtBot) -> None:
    sheet = look_into_backup(shell, qtbot)
    assert "Amina" in sheet.chooser.inside.text()
    watching(shell).ear.tell(Said.SCREEN_LOCKED)
    assert asks_for_the_password(shell)
    assert shell.gate.sheet is None


def test_a_lock_while_the_new_password_is_derived_locks_when_it_is_changed(
    shell: Shell, kept: Kept, locked: UiContext, qtbot: QtBot
) -> None:
    sheet = type_code(shell, kept, qtbot).password
    sheet.one.set_text(NEW)
    sheet.two.set_text(NEW)
    sheet.go.click()
    shell.lock()
    assert not shell.updatesEnabled()
    with qtbot.waitSignal(shell.gate.opened, timeout=WAIT_MS):
        pass
    qtbot.waitUntil(lambda: shell.rooms is None, timeout=WAIT_MS)
    assert asks_for_the_password(shell)
    assert shell.updatesEnabled()
    shell.gate.open_with(keyfile.unlock_with_password(kept.folder, NEW))
    assert UseAct.PASSWORD_CHANGED in [row.act for row in locked.open_store.use_log()]


def test_a_lock_while_a_backup_is_restored_locks_when_it_is_there(
    shell: Shell, kept: Kept, locked: UiContext, qtbot: QtBot
) -> None:
    shell.begin()
    shell.gate.open_with(kept.key)
    [backup] = [one for one in list_backups(kept.folder) if one.reason == "start"]
    shell.restore(backup, kept.key)
    watching(shell).idle.slept.emit()
    assert shell.gate.busy
    qtbot.waitUntil(lambda: asks_for_the_password(shell) and not shell.gate.busy, timeout=WAIT_MS)
    assert shell.rooms is None
    shell.gate.open_with(kept.key)
    assert [row.name for row in locked.open_store.courses()] == ["Amina"]
    assert UseAct.RESTORED in [row.act for row in locked.open_store.use_log()]


def test_that_a_backup_is_restored_is_good_news_that_goes_by_itself(
    shell: Shell, kept: Kept, qtbot: QtBot
) -> None:
    shell.begin()
    shell.gate.open_with(kept.key)
    [backup] = [one for one in list_backups(kept.folder) if one.reason == "start"]
    shell.restore(backup, kept.key)
    qtbot.waitUntil(shell.news.isVisible, timeout=WAIT_MS)
    assert "is restored" in shell.news.label.text()
    assert not shell.worry.isVisible()
    qtbot.waitUntil(shell.news.isHidden, timeout=WAIT_MS)


def test_a_recovery_code_that_is_left_on_the_screen_goes_and_that_is_said(
    shell: Shell, locked: UiContext, qtbot: QtBot
) -> None:
    shell.begin()
    first = shell.gate.first
    assert first is not None
    first.password.one.set_text(PASSWORD)
    first.password.two.set_text(PASSWORD)
    first.password.go.click()
    qtbot.waitUntil(lambda: first.currentWidget() is first.code, timeout=WAIT_MS)
    watching(shell).idle.quiet.emit(TEN)
    assert asks_for_the_password(shell)
    assert locked.store is None
    QTest.keyClicks(shell.gate.unlock.field.edit, PASSWORD)
    with qtbot.waitSignal(shell.gate.opened, timeout=WAIT_MS):
        shell.gate.unlock.open.click()
    assert "nobody said that it was kept" in shell.worry.label.text()


def test_a_first_start_begins_anew(shell: Shell, locked: UiContext, qtbot: QtBot) -> None:
    elsewhere = keep(type(locked.folder)(locked.folder.root.parent / "other"))
    shell.begin()
    shell.gate.offer_backups()
    sheet = shell.gate.sheet
    assert sheet is not None
    sheet.look_in(elsewhere.folder.root)
    sheet.chooser.secret.set_text(PASSWORD)
    sheet.chooser.look.click()
    qtbot.waitUntil(lambda: sheet.chooser.contents is not None, timeout=WAIT_MS)
    shell.lock()
    assert not shell.gate.holds_key
    assert shell.gate.first is not None
    assert shell.gate.currentWidget() is shell.gate.first
