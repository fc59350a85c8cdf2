"""Asking where a file shall lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.words import Words, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TITLE = msg("Save the plan")
UNIX_CONFIG = QStandardPaths.StandardLocation.GenericConfigLocation


@pytest.fixture
def traces(tmp_path: Path) -> Iterator[Path]:
    """Return the file in which Qt keeps what its dialogs were used for."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, str(tmp_path / "config"))
    yield tmp_path / "config" / "QtProject.conf"
    QSettings.setPath(native, user, QStandardPaths.writableLocation(UNIX_CONFIG))


@pytest.fixture
def parent(show: Callable[[QWidget], None]) -> QWidget:
    made = QWidget()
    show(made)
    return made


def answer(path: Path | None, titles: list[str]) -> None:
    """Have a person answer the dialog that comes."""

    def answering() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        titles.append(dialog.windowTitle())
        if path is None:
            dialog.reject()
        else:
            dialog.selectFile(str(path))
            dialog.accept()

    QTimer.singleShot(0, answering)


def test_it_says_that_a_file_is_not_encrypted(parent: QWidget, traces: Path, tmp_path: Path) -> None:
    titles: list[str] = []
    answer(tmp_path / "plan.pdf", titles)
    assert ask_save(parent, Words("en"), TITLE, "plan.pdf", "PDF (*.pdf)", encrypted=False) == (
        tmp_path / "plan.pdf"
    )
    answer(tmp_path / "backup.tvm", titles)
    ask_save(parent, Words("en"), TITLE, "backup.tvm", encrypted=True)
    assert titles == ["Save the plan – the file is not encrypted", "Save the plan"]


def test_not_saving_is_an_answer_too(parent: QWidget, traces: Path) -> None:
    answer(None, [])
    assert ask_save(parent, Words("da"), TITLE, "plan.pdf", encrypted=False) is None


def test_qt_keeps_no_list_of_the_files(parent: QWidget, traces: Path, tmp_path: Path) -> None:
    (tmp_path / "Amina").mkdir()
    answer(tmp_path / "Amina" / "plan.pdf", [])
    ask_save(parent, Words("da"), TITLE, "plan.pdf", encrypted=False)
    assert b"Amina" not in traces.read_bytes()
    assert not QSettings("QtProject").contains("FileDialog/history")


def test_what_other_programs_remember_is_left_alone(parent: QWidget, traces: Path, tmp_path: Path) -> None:
    theirs = QSettings("QtProject")
    theirs.setValue("FileDialog/history", ["file:///music"])
    theirs.sync()
    (tmp_path / "Amina").mkdir()
    answer(tmp_path / "Amina" / "plan.pdf", [])
    ask_save(parent, Words("da"), TITLE, "plan.pdf", encrypted=False)
    theirs.sync()
    assert theirs.value("FileDialog/history") in ("file:///music", ["file:///music"])
    assert b"Amina" not in traces.read_bytes()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "plan.pdf", b"%PDF")
    assert (tmp_path / "plan.pdf").read_bytes() == b"%PDF"
    assert not write_whole(tmp_path / "nowhere" / "plan.pdf", b"%PDF")
