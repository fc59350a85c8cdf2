"""What the system says of itself."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from tvm_desktop.ui.sleep import Said, SystemEar, WindowsEar, _Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def ear(qtbot: QtBot) -> SystemEar:
    return SystemEar()


@pytest.fixture
def heard(ear: SystemEar) -> list[str]:
    said: list[str] = []
    ear.sleeps.connect(lambda: said.append("sleeps"))
    ear.screen_locked.connect(lambda: said.append("locked"))
    return said


def test_only_the_beginning_of_sleep_and_of_a_lock_is_told(ear: SystemEar, heard: list[str]) -> None:
    ear.about_to_sleep(True)
    ear.about_to_sleep(False)
    ear.session_locked()
    ear.saver_changed(True)
    ear.saver_changed(False)
    assert heard == ["sleeps", "locked", "locked"]


def test_where_nothing_speaks_all_is_quiet(
    ear: SystemEar, heard: list[str], show: Callable[[QWidget], None]
) -> None:
    window = QWidget()
    show(window)
    ear.listen(window)
    ear.stop()
    ear.stop()
    assert heard == []


@pytest.mark.parametrize(
    ("message", "wparam", "said"),
    [
        (0x0218, 0x0004, [Said.SLEEPS]),
        (0x0218, 0x0012, []),  # it wakes
        (0x02B1, 0x0007, [Said.SCREEN_LOCKED]),
        (0x02B1, 0x0008, []),  # the screen is unlocked
        (0x0100, 0x0004, []),  # a key
    ],
)
@pytest.mark.parametrize("kind", [b"windows_generic_MSG", QByteArray(b"windows_dispatcher_MSG")])
def test_windows_messages_are_read_and_go_on(
    message: int, wparam: int, said: list[Said], kind: QByteArray | bytes, qtbot: QtBot
) -> None:
    heard: list[Said] = []
    ear = WindowsEar(heard.append)
    held = _Message(None, message, wparam)
    assert ear.nativeEventFilter(kind, ctypes.addressof(held)) == (False, 0)
    assert heard == said


def test_other_systems_messages_are_not_read(qtbot: QtBot) -> None:
    heard: list[Said] = []
    assert WindowsEar(heard.append).nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert heard == []
