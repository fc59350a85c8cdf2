"""The computer's keyring opens the file at the program's start; whatever is the matter with it, the password does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.rings import LockedRing, Ring, SilentRing, ring_of
from helpers.stores import FAST
from tvm_desktop.storage import keyfile, remembered
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.unlock.page import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext

PASSWORD = "tre gode ord"


@pytest.fixture
def ring() -> Iterator[Ring]:
    with ring_of(Ring()) as ours:
        yield ours


@pytest.fixture
def shell(locked: UiContext, ring: Ring, show: Callable[..., None]) -> Shell:
    """Make a file whose key this computer remembers, and stand before it."""
    key, _code = keyfile.create_key_file(locked.folder, PASSWORD, cost=FAST)
    Store.create(locked.folder, key).close()
    remembered.remember(locked.folder, key)
    made = Shell(locked)
    show(made)
    return made


def test_enter_opens_without_typing(shell: Shell, qtbot: QtBot) -> None:
    shell.begin()
    page = shell.gate.unlock
    assert not page.field.isVisible()
    assert "remembered" in page.lead.text()
    assert QApplication.focusWidget() is page.open
    with qtbot.waitSignal(shell.gate.opened, timeout=20_000):
        QTest.keyClick(page.open, Qt.Key.Key_Return)


def test_after_locking_the_password_is_asked_for(shell: Shell, qtbot: QtBot) -> None:
    shell.begin()
    page = shell.gate.unlock
    with qtbot.waitSignal(shell.gate.opened, timeout=20_000):
        page.open.click()
    shell.lock()
    assert page.way is Way.PASSWORD
    assert page.field.isVisible()
    assert QApplication.focusWidget() is page.field.edit


def test_the_password_opens_as_well(shell: Shell, qtbot: QtBot) -> None:
    shell.begin()
    page = shell.gate.unlock
    page.other_way.click()
    assert QApplication.focusWidget() is page.field.edit
    QTest.keyClicks(page.field.edit, PASSWORD)
    with qtbot.waitSignal(shell.gate.opened, timeout=20_000):
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("other", [LockedRing, Ring])
def test_a_keyring_that_is_locked_or_empty_leads_to_the_password_without_a_word(
    shell: Shell, qtbot: QtBot, other: type[Ring]
) -> None:
    shell.begin()
    page = shell.gate.unlock
    with ring_of(other()):
        page.open.click()
        qtbot.waitUntil(page.field.isVisible, timeout=20_000)
    assert page.way is Way.PASSWORD
    assert not page.field.problem.isVisible()
    assert page.open.isEnabled()


def test_nobody_has_to_wait_for_a_keyring_that_does_not_answer(
    shell: Shell, ring: Ring, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_PATIENCE_S", 1.0)
    silent = SilentRing()
    silent.kept.update(ring.kept)
    shell.begin()
    page = shell.gate.unlock
    with ring_of(silent):
        page.open.click()
        assert not page.open.isEnabled()
        before = time.monotonic()
        page.other_way.click()
        assert time.monotonic() - before < 0.5
        assert page.field.isVisible()
        page.field.set_text(PASSWORD)
        with qtbot.waitSignal(shell.gate.opened, timeout=20_000):
            page.open.click()
        silent.answer.set()
    shell.gate.stop()


def test_where_nothing_is_remembered_the_password_is_asked_for(shell: Shell, locked: UiContext) -> None:
    remembered.forget(locked.folder)
    shell.begin()
    assert shell.gate.unlock.way is Way.PASSWORD
    assert shell.gate.unlock.field.isVisible()
