"""The way in: first start, password, recovery code, and calm words when it does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.stores import FAST
from tvm_desktop.storage import keyfile
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.unlock.code import CodeSheet
from tvm_desktop.ui.unlock.gate import Gate
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext

PASSWORD = "tre gode ord"


@pytest.fixture
def code(locked: UiContext) -> str:
    """Make a file with a password, and return its recovery code."""
    key, text = keyfile.create_key_file(locked.folder, PASSWORD, cost=FAST)
    Store.create(locked.folder, key).close()
    return text


@pytest.fixture
def gate(locked: UiContext, show: Callable[..., None]) -> Iterator[Gate]:
    """Stand before the file."""
    made = Gate(locked)
    show(made)
    yield made
    if locked.store is not None:
        locked.store.close()
        locked.store = None


def focused() -> QWidget:
    """Return what the next key goes to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


# -- the password ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("code")
def test_the_right_password_opens(gate: Gate, locked: UiContext, qtbot: QtBot) -> None:
    gate.begin()
    write(PASSWORD)
    with qtbot.waitSignal(gate.opened, timeout=20_000):
        press(Qt.Key.Key_Return)
    assert locked.open_store.meetings() == []
    assert locked.formats.formats
    assert gate.unlock.field.secret() == ""


@pytest.mark.usefixtures("code")
def test_a_wrong_password_is_said_calmly_and_can_be_tried_again(
    gate: Gate, locked: UiContext, qtbot: QtBot
) -> None:
    gate.begin()
    write("noget andet")
    press(Qt.Key.Key_Return)
    assert not gate.unlock.open.isEnabled()
    qtbot.waitUntil(gate.unlock.open.isEnabled, timeout=20_000)
    assert "not the password" in gate.unlock.field.problem.text()
    write(PASSWORD)
    assert gate.unlock.field.problem.text() == ""
    with qtbot.waitSignal(gate.opened, timeout=20_000):
        press(Qt.Key.Key_Return)
    assert locked.store is not None


@pytest.mark.usefixtures("code")
def test_an_empty_password_is_not_tried(gate: Gate) -> None:
    gate.begin()
    press(Qt.Key.Key_Return)
    assert gate.unlock.open.isEnabled()


@pytest.mark.usefixtures("code")
def test_the_window_lives_while_the_key_is_derived(gate: Gate, qtbot: QtBot) -> None:
    gate.begin()
    write(PASSWORD)
    with qtbot.waitSignals([gate.unlock.warming, gate.opened], timeout=20_000, order="strict"):
        press(Qt.Key.Key_Return)


@pytest.mark.parametrize("harm", ["empty", "foreign", "missing", "key"])
@pytest.mark.usefixtures("code")
def test_what_is_wrong_with_the_file_is_said_on_the_page(
    gate: Gate, locked: UiContext, qtbot: QtBot, harm: str
) -> None:
    folder = locked.folder
    if harm == "missing":
        folder.database.unlink()
    elif harm == "key":
        folder.key.write_bytes(b"{")
        folder.key_copy.write_bytes(b"{")
    else:
        folder.database.write_bytes(b"" if harm == "empty" else b"SQLite format 3\x00" + bytes(5000))
    gate.begin()
    write(PASSWORD)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(gate.unlock.field.problem.isVisible, timeout=20_000)
    assert len(gate.unlock.field.problem.text()) > 20
    assert locked.store is None
    assert gate.unlock.open.isEnabled()


# -- the recovery code -----------------------------------------------------------------------------------------------


def test_the_recovery_code_leads_to_a_new_password(
    gate: Gate, locked: UiContext, qtbot: QtBot, code: str
) -> None:
    gate.begin()
    gate.unlock.other_way.click()
    write(code.lower())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: gate.anew is not None, timeout=20_000)
    write("helt nye ord")
    press(Qt.Key.Key_Return)
    write("helt nye ord")
    with qtbot.waitSignal(gate.opened, timeout=20_000):
        press(Qt.Key.Key_Return)
    assert locked.store is not None
    assert keyfile.unlock_with_password(locked.folder, "helt nye ord")
    assert [row.act for row in locked.store.use_log()] == [UseAct.PASSWORD_CHANGED]


def test_a_wrong_code_is_said_calmly(gate: Gate, qtbot: QtBot, code: str) -> None:
    gate.begin()
    gate.unlock.other_way.click()
    write("X" * len(code))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(gate.unlock.field.problem.isVisible, timeout=20_000)
    assert gate.unlock.open.isEnabled()
    gate.unlock.other_way.click()
    assert not gate.unlock.field.problem.isVisible()


def test_that_there_is_no_third_way_in_is_said_where_one_looks_for_it(gate: Gate) -> None:
    said = "nobody can open the file, not even those who made the program"
    gate.begin()
    assert gate.first is not None
    assert said in gate.first.code.no_other.text()
    gate.ask()
    assert not gate.unlock.no_other.isVisible()
    gate.unlock.other_way.click()
    assert gate.unlock.no_other.isVisible()
    assert said in gate.unlock.no_other.text()


# -- the first start -------------------------------------------------------------------------------------------------


def test_the_first_start_by_keyboard_alone(gate: Gate, locked: UiContext, qtbot: QtBot) -> None:
    gate.begin()
    first = gate.first
    assert first is not None
    write("min første kode")
    press(Qt.Key.Key_Return)
    write("min første kode")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first.currentWidget() is first.code, timeout=20_000)
    assert not first.code.go.isEnabled()
    first.code.check.setFocus()
    press(Qt.Key.Key_Space)
    first.code.go.setFocus()
    press(Qt.Key.Key_Space)
    assert first.currentWidget() is first.own
    write("Karin Damgaard")
    press(Qt.Key.Key_Return)
    write("00 00 00 00")
    with qtbot.waitSignal(gate.opened):
        press(Qt.Key.Key_Return)
    assert locked.open_store.setting(OWN_NAME) == "Karin Damgaard"
    assert locked.open_store.setting(OWN_PHONE) == "00 00 00 00"
    assert keyfile.unlock_with_recovery_code(locked.folder, first.code._code)
    assert locked.folder.key.exists()


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("kort", "kort", "at least 10"),
        ("langt nok ord", "langt nok orf", "not the same"),
        ("", "", "at least 10"),
    ],
)
def test_a_password_is_long_enough_and_typed_twice(gate: Gate, one: str, two: str, said: str) -> None:
    gate.begin()
    assert gate.first is not None
    sheet = gate.first.password
    sheet.one.set_text(one)
    sheet.two.set_text(two)
    sheet.go.click()
    assert said in sheet.two.problem.text()
    assert sheet.go.isEnabled()
    sheet.two.setFocus()
    write("x")
    assert sheet.two.problem.text() == ""


def test_the_letters_can_be_shown(gate: Gate) -> None:
    gate.begin()
    assert gate.first is not None
    sheet = gate.first.password
    sheet.shown.click()
    assert sheet.one.edit.echoMode() is sheet.one.edit.EchoMode.Normal


def test_a_folder_that_cannot_be_written_is_said(gate: Gate, locked: UiContext, qtbot: QtBot) -> None:
    gate.begin()
    locked.folder.root.rmdir()
    locked.folder.root.write_text("a file stands where the folder should be")
    assert gate.first is not None
    sheet = gate.first.password
    sheet.one.set_text(PASSWORD)
    sheet.two.set_text(PASSWORD)
    sheet.go.click()
    qtbot.waitUntil(sheet.two.problem.isVisible, timeout=20_000)
    assert sheet.go.isEnabled()


def test_the_code_can_be_saved_whole(locked: UiContext, tmp_path: Path, qapp: QApplication) -> None:
    sheet = CodeSheet(locked)
    sheet.show_code("ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567")
    sheet.save_to(tmp_path / "code.txt")
    text = (tmp_path / "code.txt").read_text("utf-8")
    assert "ABCD-EFGH-IJKL-MNOP-\nQRST-UVWX-YZ23-4567" in text
    assert "Saved" in sheet.said.text()


def test_a_code_that_could_not_be_saved_is_said(
    locked: UiContext, tmp_path: Path, qapp: QApplication
) -> None:
    sheet = CodeSheet(locked)
    sheet.save_to(tmp_path / "nowhere" / "code.txt")
    assert "could not" in sheet.said.text()


def test_without_a_printer_the_code_is_saved_or_written_down(locked: UiContext, qapp: QApplication) -> None:
    sheet = CodeSheet(locked)
    sheet.print.click()
    assert "No printer" in sheet.said.text()


# -- languages, demo, thread -----------------------------------------------------------------------------------------


def test_every_page_changes_language(gate: Gate, locked: UiContext) -> None:
    gate.begin()
    assert gate.first is not None
    chosen: list[str] = []
    gate.language_chosen.connect(chosen.append)
    for sheet in (gate.unlock, gate.first.password, gate.first.code, gate.first.own):
        sheet.language_chosen.emit("da")
    assert chosen == ["da"] * 4
    locked.words.language = "da"
    gate.retranslate()
    assert gate.unlock.title.text() == "Lås op"


def test_the_demo_can_be_asked_for(gate: Gate, qtbot: QtBot) -> None:
    gate.begin()
    assert gate.first is not None
    with qtbot.waitSignal(gate.demo_wanted):
        gate.first.password.demo.click()
    with qtbot.waitSignal(gate.demo_wanted):
        gate.unlock.demo.click()


def test_the_demo_opens_without_typing(gate: Gate, locked: UiContext, qtbot: QtBot) -> None:
    key = bytes(32)
    Store.create(locked.folder, key).close()
    gate.unlock.stand_before_demo(key)
    gate.ask()
    assert not gate.unlock.field.isVisible()
    with qtbot.waitSignal(gate.opened):
        gate.unlock.open.click()


def test_what_fails_in_the_worker_is_handed_over(qapp: QApplication, qtbot: QtBot) -> None:
    def fail() -> object:
        raise ValueError(3)

    worker = Worker(fail, qapp)
    with qtbot.waitSignal(worker.failed) as told:
        worker.start()
    worker.wait()
    assert told.args is not None
    assert isinstance(told.args[0], ValueError)
    worker.deleteLater()


def test_a_refusal_is_said_in_the_language_of_the_moment(gate: Gate, locked: UiContext) -> None:
    gate.unlock.refuse(msg("Open"))
    locked.words.language = "da"
    gate.retranslate()
    assert gate.unlock.field.problem.text() == "Åbn"
