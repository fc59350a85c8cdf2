"""The desktop program put together."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from tvm_desktop.app import Options, Program, collect_seldom, run, show_refusal
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.ui.bugs import LOG
from tvm_desktop.ui.demo import Demo
from tvm_desktop.ui.dialogs.bug import BugWindow
from tvm_desktop.words import Words, msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication) -> Iterator[Program]:
    """Start on an empty folder."""
    made = Program(DataFolder(tmp_path), "en")
    made.begin()
    yield made
    made.shell.close()
    made.end()
    LOG.propagate = True


def test_an_empty_folder_begins_with_a_password(program: Program) -> None:
    assert program.shell.isVisible()
    assert program.shell.gate.currentWidget() is program.shell.gate.first


def test_the_demo_can_be_entered_from_the_first_page(program: Program) -> None:
    program.shell.gate.demo_wanted.emit()
    assert program.shell.rooms is not None
    assert program.context.demo
    assert program.shell.rooms.home.table.meetings.rowCount() > 3
    assert program.shell.rooms.home.top.demo.isVisible()
    program.shell.lock()
    program.shell.gate.unlock.try_to_open()
    assert program.shell.rooms is not None


def test_the_demo_needs_no_typing_and_leaves_nothing(qapp: QApplication) -> None:
    demo = Demo()
    program = Program(demo.folder, "da", demo)
    program.begin()
    assert program.shell.rooms is not None
    program.shell.close()
    program.end()
    LOG.propagate = True
    assert not demo.folder.root.exists()


def test_a_bug_opens_one_window(program: Program) -> None:
    program.catcher.bug.emit("ValueError")
    program.catcher.bug.emit("ValueError")
    windows = [child for child in program.shell.children() if isinstance(child, BugWindow)]
    assert len(windows) == 1
    windows[0].close()


def test_a_second_start_raises_the_window(program: Program) -> None:
    program.shell.showMinimized()
    program.raise_window()
    assert not program.shell.isMinimized()


def test_what_went_wrong_is_said_in_the_window(program: Program) -> None:
    problem = UserError(msg("Nothing waits."))
    program.catcher.catch(UserError, problem, None)
    assert program.shell.worry.isVisible()


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(UserError, match="no display"):
        run(Options(data_dir=tmp_path))


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    command = [sys.executable, "-m", "tvm_desktop", "--data-dir", str(blocked / "data"), "--lang", "en"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert "The data folder cannot be made." in done.stderr
    assert "Traceback" not in done.stderr


def test_why_it_does_not_start_is_also_said_in_a_window(qtbot: QtBot) -> None:
    said: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        said.append(box.text())
        box.accept()

    QTimer.singleShot(0, read_and_close)
    show_refusal(UserError(msg("The disk is full.")), Words("en"))
    assert said == ["The disk is full."]


def test_rubbish_is_collected_seldom_but_it_is() -> None:
    usual = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold()[0] > usual[0]
        assert gc.isenabled()
    finally:
        gc.set_threshold(*usual)
