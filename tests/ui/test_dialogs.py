"""Settings, keys, about, and the window for a bug."""

from __future__ import annotations

import re
from importlib.metadata import requires
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tvm_desktop.ui.actions import all_actions
from tvm_desktop.ui.dialogs.about import AboutWindow
from tvm_desktop.ui.dialogs.bug import BugWindow
from tvm_desktop.ui.dialogs.keys import KeysWindow
from tvm_desktop.ui.dialogs.libraries import LIBRARIES, Library
from tvm_desktop.ui.dialogs.settings import SettingsWindow
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE
from tvm_desktop.ui.widgets.basic import Chip, PlainLabel
from tvm_desktop.version import own_version

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext


def words_of(window: QWidget) -> set[str]:
    return {label.text() for label in window.findChildren(PlainLabel)}


def test_every_choice_works_at_once(context: UiContext, show: Callable[..., None], qtbot: QtBot) -> None:
    window = SettingsWindow(context, None)
    show(window)
    for field, index, signal, value in (
        (window.language, 0, window.language_chosen, "da"),
        (window.theme, 1, window.theme_chosen, "dark"),
        (window.scale, 7, window.scale_chosen, 2.0),
    ):
        field.box.setCurrentIndex(index)
        with qtbot.waitSignal(signal) as chosen:
            field.box.activated.emit(index)
        assert chosen.args == [value]


def test_name_and_phone_are_kept_in_the_encrypted_file(context: UiContext, show: Callable[..., None]) -> None:
    window = SettingsWindow(context, None)
    show(window)
    window.name.setFocus()
    QTest.keyClicks(window.name.edit, "Karin <b>")
    window.phone.setFocus()
    QTest.keyClicks(window.phone.edit, "00 00 00 00")
    window.close()
    assert context.open_store.setting(OWN_NAME) == "Karin <b>"
    assert context.open_store.setting(OWN_PHONE) == "00 00 00 00"
    context.settings.language = "en"
    context.settings.sync()
    assert b"Karin" not in context.folder.settings.read_bytes()


def test_settings_say_where_the_data_lies(context: UiContext, show: Callable[..., None]) -> None:
    window = SettingsWindow(context, None)
    show(window)
    assert window.folder.text() == str(context.folder.root)


def test_before_unlocking_there_is_no_name_to_show(locked: UiContext, show: Callable[..., None]) -> None:
    window = SettingsWindow(locked, None)
    show(window)
    assert not window.name.isVisible()
    window.keep_own()


def test_settings_speak_danish(context: UiContext, show: Callable[..., None]) -> None:
    window = SettingsWindow(context, None)
    show(window)
    context.words.language = "da"
    window.retranslate()
    assert window.title.text() == "Indstillinger"
    assert window.language.key() == "da"


def test_about_tells_version_licence_place_and_every_library(
    context: UiContext, show: Callable[..., None]
) -> None:
    window = AboutWindow(context, None)
    show(window)
    said = words_of(window)
    assert own_version() in window.title.text()
    assert str(context.folder.root) in said
    assert "Mozilla Public License 2.0" in window.licence.text()
    assert {library.name for library in LIBRARIES} <= said
    assert {library.licence for library in LIBRARIES} <= said


def test_every_library_that_we_ask_for_is_named() -> None:
    named = {_plain(library.package) for library in LIBRARIES}
    asked = [line for line in requires("tvm-desktop") or [] if "extra ==" not in line]
    assert {_plain(re.split(r"[<>=;\s~!]", line)[0]) for line in asked} <= named


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_a_library_that_is_not_installed_has_no_version() -> None:
    assert Library("x", "MIT", "no-such-package-anywhere").version == ""
    assert Library("SQLite", "Public domain").version == ""


def test_f1_lists_every_key(context: UiContext, show: Callable[..., None]) -> None:
    window = KeysWindow(context, None)
    show(window)
    said = words_of(window)
    for info in all_actions():
        assert context.words(info.words) in said
    chips = {chip.text() for chip in window.findChildren(Chip)}
    assert {"F1", "F12", "Ctrl+B", "Ctrl+1 … Ctrl+9"} <= chips


def test_esc_closes_a_small_window(context: UiContext, show: Callable[..., None]) -> None:
    window = KeysWindow(context, None)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    show(window)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_bug_report_can_be_copied(context: UiContext, show: Callable[..., None]) -> None:
    window = BugWindow(context, None, "ValueError\n  page.py:3 open")
    show(window)
    window.copy.click()
    assert QGuiApplication.clipboard().text() == "ValueError\n  page.py:3 open"
    assert "our mistake" in window.calm.text()
