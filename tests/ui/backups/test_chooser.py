"""What is in a backup: proven by opening it, with the key at hand or with its own password or code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import attempts
from tvm_desktop.storage.backups import found_in, list_backups
from tvm_desktop.ui.backups import chooser as module
from tvm_desktop.ui.backups.chooser import Chooser
from ui.backups.conftest import PASSWORD, keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.backups.conftest import Kept

WAIT_MS = 20_000


@pytest.fixture
def chooser(locked: UiContext, show: Callable[..., None]) -> Iterator[Chooser]:
    made = Chooser(locked)
    show(made)
    yield made
    made.stop()


def known(chooser: Chooser) -> bool:
    return chooser.contents is not None


def test_the_chosen_one_says_what_is_in_it(chooser: Chooser, kept: Kept, qtbot: QtBot) -> None:
    chooser.show_backups(list_backups(kept.folder), kept.key)
    assert chooser.list.item(0).text().startswith("Yesterday at 7:40\nmade at the start of the program · ")
    qtbot.waitUntil(lambda: known(chooser), timeout=WAIT_MS)
    assert chooser.inside.text() == "1 course: Amina\n1 meeting, the newest on 12 March 2026"
    assert chooser.key == kept.key
    assert not chooser.secret.isVisible()


def test_where_the_room_may_see_it_no_family_is_named(
    chooser: Chooser, kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "mirrored", lambda _screens: True)
    chooser.show_backups(list_backups(kept.folder), kept.key)
    qtbot.waitUntil(lambda: known(chooser), timeout=WAIT_MS)
    assert "Amina" not in chooser.inside.text()


def test_a_damaged_one_is_said_and_offers_nothing(chooser: Chooser, kept: Kept, qtbot: QtBot) -> None:
    database = DataFolder(kept.backup).database
    database.write_bytes(database.read_bytes()[:9000])
    chooser.show_backups(list_backups(kept.folder), kept.key)
    with qtbot.waitSignal(chooser.changed, timeout=WAIT_MS):
        pass
    assert "damaged" in chooser.inside.text()
    assert not known(chooser)
    assert chooser.key == b""


def test_one_of_another_computer_asks_for_its_own_password(
    chooser: Chooser, kept: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    other = keep(DataFolder(tmp_path / "other"), "helt andre ord")
    chooser.show_backups(found_in(other.folder.root), kept.key)
    chooser.list.setCurrentRow(1)
    assert chooser.secret.isVisible()
    assert "password or the recovery code" in chooser.inside.text()
    chooser.secret.setFocus()
    QTest.keyClicks(chooser.secret.edit, PASSWORD)
    QTest.keyClick(chooser.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the password" in chooser.secret.problem.text(), timeout=WAIT_MS)
    assert len(attempts.read(kept.folder)) == 1
    assert not list(other.folder.root.rglob("attempts.json"))
    chooser.secret.edit.clear()
    QTest.keyClicks(chooser.secret.edit, "helt andre ord")
    QTest.keyClick(chooser.secret.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: known(chooser), timeout=WAIT_MS)
    assert chooser.key == other.key
    assert not chooser.secret.isVisible()


def test_without_any_key_the_recovery_code_of_the_backup_opens_it(
    chooser: Chooser, kept: Kept, qtbot: QtBot
) -> None:
    chooser.show_backups(list_backups(kept.folder), b"")
    chooser.other_way.click()
    assert chooser.secret.edit.echoMode() is chooser.secret.edit.EchoMode.Normal
    QTest.keyClicks(chooser.secret.edit, kept.code)
    chooser.look.click()
    qtbot.waitUntil(lambda: known(chooser), timeout=WAIT_MS)
    assert chooser.key == kept.key


def test_another_one_is_chosen_while_the_first_is_read(chooser: Chooser, kept: Kept, qtbot: QtBot) -> None:
    twice = found_in(kept.folder.root)
    chooser.show_backups(twice, kept.key)
    for row in (1, 0, 1, 0):
        chooser.list.setCurrentRow(row)
    qtbot.waitUntil(lambda: known(chooser), timeout=WAIT_MS)
    assert chooser.contents is not None
    assert chooser.contents.courses == ("Amina", "Minh")


def test_it_speaks_danish(chooser: Chooser, kept: Kept, locked: UiContext, qtbot: QtBot) -> None:
    locked.words.language = "da"
    chooser.show_backups(list_backups(kept.folder), kept.key)
    qtbot.waitUntil(lambda: known(chooser), timeout=WAIT_MS)
    chooser.retranslate()
    assert chooser.list.item(0).text().startswith("I går kl. 7.40\n")
    assert chooser.inside.text() == "1 forløb: Amina\n1 møde, det seneste den 12. marts 2026"


def test_nothing_to_choose_from(chooser: Chooser) -> None:
    chooser.show_backups((), b"")
    assert chooser.picked is None
    assert not chooser.card.isVisible()
