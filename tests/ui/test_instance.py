"""One program per data folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.ui.instance import Instance

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_the_second_start_raises_the_first(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    first, second = Instance(DataFolder(tmp_path)), Instance(DataFolder(tmp_path))
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.raise_wanted):
        assert second.call_first()
    first.release()
    assert second.take()
    second.release()


def test_a_first_that_does_not_answer_is_told(tmp_path: Path, qapp: QApplication) -> None:
    first, second = Instance(DataFolder(tmp_path)), Instance(DataFolder(tmp_path))
    assert first.take()
    assert not second.take()
    assert not second.call_first()
    first.release()


def test_two_folders_are_two_programs(tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, two = Instance(DataFolder(tmp_path / "a")), Instance(DataFolder(tmp_path / "b"))
    assert one.take()
    assert two.take()
    one.release()
    two.release()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(UserError, match="cannot be written"):
        Instance(DataFolder(tmp_path / "nowhere")).take()


def test_a_program_that_died_leaves_no_lock(tmp_path: Path, qapp: QApplication) -> None:
    folder = DataFolder(tmp_path)
    dead = 2**22 - 3
    folder.lock.write_text(f"{dead}\ntvm-desktop\n{os.uname().nodename}\n", "utf-8")
    instance = Instance(folder)
    assert instance.take()
    instance.release()
