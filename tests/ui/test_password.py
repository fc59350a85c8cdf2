"""Settings: another password, another recovery code, and a computer that remembers the key."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.rings import LockedRing, Ring, SilentRing, ring_of
from helpers.stores import FAST
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import attempts, keyfile, remembered
from tvm_desktop.storage.keyfile import WrongSecretError, unlock_with_password, unlock_with_recovery_code
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.dialogs.access import AccessSection
from tvm_desktop.ui.dialogs.newcode import NewCodeWindow
from tvm_desktop.ui.dialogs.password import PasswordWindow
from tvm_desktop.ui.dialogs.remember import RememberWindow
from tvm_desktop.ui.dialogs.settings import SettingsWindow
from tvm_desktop.ui.unlock.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.dialogs.owner import OwnerWindow

OLD, NEW = "tre gode ord", "fire helt nye ord"


@pytest.fixture
def code(locked: UiContext) -> Iterator[str]:
    """Open a file with a password, and return its recovery code."""
    key, text = keyfile.create_key_file(locked.folder, OLD, cost=FAST)
    locked.store = Store.create(locked.folder, key)
    yield text
    locked.store.close()
    locked.store = None


@pytest.fixture
def ring() -> Iterator[Ring]:
    with ring_of(Ring()) as ours:
        yield ours


def settled(window: OwnerWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._worker is None, timeout=20_000)


def fill_in(window: PasswordWindow) -> None:
    """Type both passwords, and press the button."""
    window.present.set_text(OLD)
    for field in (window.twice.one, window.twice.two):
        field.set_text(NEW)
    window.go.click()


def acts(context: UiContext) -> list[UseAct | None]:
    return [row.act for row in context.open_store.use_log()]


def test_the_password_is_changed_by_keyboard_alone(
    locked: UiContext, code: str, show: Callable[..., None], qtbot: QtBot
) -> None:
    saved = DataFolder(locked.open_store.back_up("day"))
    window = PasswordWindow(locked, None)
    show(window)
    for field, text in ((window.present, OLD), (window.twice.one, NEW), (window.twice.two, NEW)):
        QTest.keyClicks(field.edit, text)
        with qtbot.waitSignal(field.done):
            QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert not window.go.isEnabled()
    qtbot.waitUntil(window.said.isVisible, timeout=20_000)
    assert "The password is changed" in window.said.text()
    assert "moved elsewhere" in window.said.text()
    assert not window.form.isVisible()
    assert [field.secret() for field in (window.present, window.twice.one, window.twice.two)] == ["", "", ""]
    for place in (locked.folder, saved):
        assert unlock_with_password(place, NEW) == unlock_with_recovery_code(place, code)
        with pytest.raises(WrongSecretError):
            unlock_with_password(place, OLD)
    assert acts(locked)[0] is UseAct.PASSWORD_CHANGED


@pytest.mark.usefixtures("code")
def test_it_is_said_beforehand_what_happens(locked: UiContext, show: Callable[..., None]) -> None:
    window = PasswordWindow(locked, None)
    show(window)
    assert "only the new password opens the file" in window.lead.text()
    assert "moved elsewhere still open with the old password" in window.lead.text()


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize(
    ("one", "two", "said"), [("kort", "kort", "at least 10"), (NEW, NEW + "x", "not the same")]
)
def test_a_new_password_must_be_as_good_as_the_first(
    locked: UiContext, show: Callable[..., None], one: str, two: str, said: str
) -> None:
    window = PasswordWindow(locked, None)
    show(window)
    window.present.set_text(OLD)
    window.twice.one.set_text(one)
    window.twice.two.set_text(two)
    window.go.click()
    assert said in window.problem.text()
    QTest.keyClicks(window.twice.two.edit, "x")
    assert not window.problem.isVisible()
    assert unlock_with_password(locked.folder, OLD)


@pytest.mark.usefixtures("code")
def test_a_wrong_present_password_changes_nothing_and_slows_down(
    locked: UiContext, show: Callable[..., None], qtbot: QtBot
) -> None:
    counted = [5.0]
    locked.seconds = lambda: counted[0]
    window = PasswordWindow(locked, None)
    show(window)
    for field in (window.twice.one, window.twice.two):
        field.set_text(NEW)
    for _ in range(3):
        window.present.set_text("noget andet")
        window.go.click()
        settled(window, qtbot)
        assert "not the password" in window.problem.text()
    assert window.go.text() == "Try again in 2 seconds"
    assert not window.go.isEnabled()
    assert len(attempts.read(locked.folder)) == 3
    counted[0] += 3
    qtbot.waitUntil(window.go.isEnabled)
    assert unlock_with_password(locked.folder, OLD)
    assert acts(locked) == []


@pytest.mark.usefixtures("code")
def test_a_backup_that_could_not_follow_is_said(
    locked: UiContext, show: Callable[..., None], qtbot: QtBot
) -> None:
    (locked.open_store.back_up("day") / "meetings.key.new").mkdir()
    window = PasswordWindow(locked, None)
    show(window)
    window.present.set_text(OLD)
    for field in (window.twice.one, window.twice.two):
        field.set_text(NEW)
    window.go.click()
    qtbot.waitUntil(window.said.isVisible, timeout=20_000)
    assert "1 backup could not be written to" in window.said.text()


@pytest.mark.usefixtures("code")
def test_a_window_stays_until_it_can_say_what_became_of_it(
    locked: UiContext, show: Callable[..., None], qtbot: QtBot
) -> None:
    window = PasswordWindow(locked, None)
    show(window)
    fill_in(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.close()
    assert window.isVisible()
    assert not window.away.isEnabled()
    qtbot.waitUntil(window.said.isVisible, timeout=20_000)
    assert window.away.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


@pytest.mark.usefixtures("code")
def test_a_password_that_was_changed_while_a_lock_closed_the_window_is_noted(
    locked: UiContext, show: Callable[..., None]
) -> None:
    store = locked.open_store
    window = PasswordWindow(locked, None)
    show(window)
    fill_in(window)
    window.done(0)
    assert acts(locked) == [UseAct.PASSWORD_CHANGED]
    locked.store = None
    QApplication.processEvents()
    locked.store = store
    assert unlock_with_password(locked.folder, NEW)
    assert acts(locked) == [UseAct.PASSWORD_CHANGED]


def ask_for_code(window: NewCodeWindow, qtbot: QtBot) -> str:
    """Type the password and return the code that is shown."""
    window.present.set_text(OLD)
    window.go.click()
    qtbot.waitUntil(window.sheet.isVisible, timeout=20_000)
    return window.sheet.code.accessibleName()


def test_a_new_code_holds_once_it_is_kept(
    locked: UiContext, code: str, show: Callable[..., None], qtbot: QtBot
) -> None:
    saved = DataFolder(locked.open_store.back_up("day"))
    window = NewCodeWindow(locked, None)
    show(window)
    fresh = ask_for_code(window, qtbot)
    assert "not even those who made the program" in window.sheet.no_other.text()
    assert fresh != code
    assert unlock_with_recovery_code(locked.folder, code)
    assert not window.sheet.go.isEnabled()
    window.sheet.check.click()
    window.sheet.go.click()
    qtbot.waitUntil(window.said.isVisible, timeout=20_000)
    assert "new code holds from now on" in window.said.text()
    assert not window.sheet.isVisible()
    for place in (locked.folder, saved):
        assert unlock_with_recovery_code(place, fresh) == unlock_with_password(place, OLD)
        with pytest.raises(WrongSecretError):
            unlock_with_recovery_code(place, code)
    assert acts(locked)[0] is UseAct.CODE_RENEWED


def test_a_code_that_was_only_looked_at_changes_nothing(
    locked: UiContext, code: str, show: Callable[..., None], qtbot: QtBot
) -> None:
    window = NewCodeWindow(locked, None)
    show(window)
    fresh = ask_for_code(window, qtbot)
    window.away.click()
    assert window.isVisible()
    assert window.said.isVisible()
    assert "old code still holds" in window.said.text()
    assert "destroy it" in window.said.text()
    assert not window.sheet.isVisible()
    window.away.click()
    assert unlock_with_recovery_code(locked.folder, code)
    with pytest.raises(WrongSecretError):
        unlock_with_recovery_code(locked.folder, fresh)


def test_a_code_that_the_disk_did_not_take_leaves_the_old_one(
    locked: UiContext, code: str, show: Callable[..., None], qtbot: QtBot
) -> None:
    window = NewCodeWindow(locked, None)
    show(window)
    ask_for_code(window, qtbot)
    hindrance = locked.folder.root / "meetings.key.new"
    hindrance.mkdir()
    window.sheet.check.click()
    window.sheet.go.click()
    qtbot.waitUntil(window.problem.isVisible, timeout=20_000)
    hindrance.rmdir()
    assert window.form.isVisible()
    assert unlock_with_recovery_code(locked.folder, code)


@pytest.mark.usefixtures("code")
def test_the_keyring_is_off_until_somebody_who_knows_the_password_chooses_it(
    locked: UiContext, ring: Ring, show: Callable[..., None], qtbot: QtBot
) -> None:
    window = SettingsWindow(locked, None)
    show(window)
    section = window.access
    assert section.isVisible()
    assert not section.remember.isChecked()
    assert "Whoever can log in to this computer as you" in section.meaning.text()
    asked = RememberWindow(locked, None)
    section._open(asked)
    show(asked)
    asked.present.set_text(OLD)
    asked.go.click()
    qtbot.waitUntil(asked.said.isVisible, timeout=20_000)
    assert section.remember.isChecked()
    assert remembered.recall(locked.folder) == unlock_with_password(locked.folder, OLD)
    section.remember.click()
    qtbot.waitUntil(lambda: section._worker is None, timeout=20_000)
    assert not section.remember.isChecked()
    assert ring.kept == {}
    assert acts(locked) == [UseAct.KEY_FORGOTTEN, UseAct.KEY_REMEMBERED]
    assert not remembered.is_remembered(locked.folder)


@pytest.mark.usefixtures("code")
def test_a_computer_without_a_safe_keyring_says_so(
    locked: UiContext, show: Callable[..., None], qtbot: QtBot
) -> None:
    window = RememberWindow(locked, None)
    show(window)
    window.present.set_text(OLD)
    with ring_of(LockedRing()):
        window.go.click()
        settled(window, qtbot)
    assert "no keyring" in window.problem.text()
    assert not remembered.is_remembered(locked.folder)


@pytest.mark.usefixtures("code")
def test_a_lock_does_not_wait_for_a_keyring_that_does_not_answer(
    locked: UiContext, show: Callable[..., None], qtbot: QtBot, qapp: QApplication
) -> None:
    window = RememberWindow(locked, None)
    show(window)
    window.present.set_text(OLD)
    silent = SilentRing()
    with ring_of(silent):
        window.go.click()
        qtbot.waitUntil(lambda: bool(silent.kept), timeout=20_000)
        before = time.monotonic()
        window.done(0)
        assert time.monotonic() - before < 0.5
        silent.answer.set()
        for worker in qapp.findChildren(Worker):
            worker.wait()
    assert not remembered.is_remembered(locked.folder)
    assert acts(locked) == []


@pytest.mark.usefixtures("code")
def test_what_a_keyring_did_before_the_window_closed_is_noted(
    locked: UiContext, ring: Ring, show: Callable[..., None], qtbot: QtBot
) -> None:
    window = RememberWindow(locked, None)
    show(window)
    window.present.set_text(OLD)
    window.go.click()
    assert window._worker is not None
    window._worker.wait()
    window.done(0)
    assert acts(locked) == [UseAct.KEY_REMEMBERED]
    section = AccessSection(locked, None)
    show(section)
    section.remember.click()
    section.shut()
    assert acts(locked) == [UseAct.KEY_FORGOTTEN, UseAct.KEY_REMEMBERED]
    QApplication.processEvents()
    assert len(acts(locked)) == 2


@pytest.mark.usefixtures("code")
def test_the_keyring_cannot_be_switched_off_where_nothing_can_be_written(
    locked: UiContext, ring: Ring, show: Callable[..., None], qtbot: QtBot
) -> None:
    remembered.remember(locked.folder, unlock_with_password(locked.folder, OLD))
    section = AccessSection(locked, None)
    show(section)
    hindrance = locked.folder.root / "meetings.key.copy.new"
    hindrance.mkdir()
    section.remember.click()
    qtbot.waitUntil(lambda: section._worker is None, timeout=20_000)
    assert section.said.isVisible()
    assert section.remember.isChecked()
    hindrance.rmdir()


@pytest.mark.usefixtures("code")
def test_settings_open_one_window_of_each_kind(locked: UiContext, show: Callable[..., None]) -> None:
    leader = SettingsWindow(locked, None)
    show(leader)
    section = AccessSection(locked, leader)
    leader.column.addWidget(section)
    for button, kind in ((section.password, PasswordWindow), (section.code, NewCodeWindow)):
        button.click()
        button.click()
        assert len([window for window in leader.findChildren(kind) if window.isVisible()]) == 1
    section.remember.click()
    [asked] = leader.findChildren(RememberWindow)
    assert asked.isVisible()
    assert not section.remember.isChecked()


def test_where_no_password_opens_the_file_there_is_nothing_to_change(
    context: UiContext, show: Callable[..., None]
) -> None:
    window = SettingsWindow(context, None)
    show(window)
    assert not window.access.isVisible()


@pytest.mark.usefixtures("code")
def test_every_window_speaks_danish(locked: UiContext, show: Callable[..., None]) -> None:
    for kind, title in (
        (PasswordWindow, "Skift adgangskoden"),
        (NewCodeWindow, "Ny gendannelseskode"),
        (RememberWindow, "Husk nøglen på denne computer"),
    ):
        locked.words.language = "en"
        window = kind(locked, None)
        show(window)
        locked.words.language = "da"
        window.retranslate()
        assert window.title.text() == title
