"""On the way to the printer nothing lies on a disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDir
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from tvm_desktop.documents.preview import page_count
from tvm_desktop.ui.printing import in_memory, print_with
from tvm_desktop.ui.unlock.code import CodeSheet

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext

POSIX = os.name == "posix"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the user a folder in memory that nobody else can read."""
    made = tmp_path / "run"
    made.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(made))
    monkeypatch.delenv("TMPDIR", raising=False)
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def place() -> str:
    """Return where Qt, and C below it, put what they write for a moment."""
    return QDir(QDir.tempPath()).absolutePath()


def answers(monkeypatch: pytest.MonkeyPatch, code: QDialog.DialogCode) -> None:
    """Let somebody press a button of the system's dialog."""
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: code.value)


def test_what_is_written_while_printing_lies_in_memory(
    own: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, seen = place(), list[tuple[str, str, bool]]()

    def paint(printer: QPrinter) -> bool:
        seen.append((place(), printer.docName(), printer.fullPage()))
        return True

    answers(monkeypatch, QDialog.DialogCode.Accepted)
    assert print_with(parent, paint, name="Vores plan", whole_page=True)
    assert seen == [(str(own) if POSIX else before, "Vores plan", True)]
    assert place() == before
    assert "TMPDIR" not in os.environ


def test_nothing_is_painted_where_no_printer_was_chosen(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, QDialog.DialogCode.Rejected)
    assert print_with(parent, lambda _printer: pytest.fail("painted")) is None


def test_a_folder_that_others_can_read_or_that_is_gone_is_not_used(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place()
    own.chmod(0o755)
    with in_memory():
        assert place() == before
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    with in_memory():
        assert place() == before


@pytest.mark.usefixtures("own")
def test_a_place_that_somebody_chose_is_theirs_again_afterwards_even_after_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with pytest.raises(OSError, match="no paper"), in_memory():
        raise OSError("no paper")
    assert os.environ["TMPDIR"] == str(tmp_path)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_the_recovery_code_is_painted_on_one_page(locked: UiContext, tmp_path: Path) -> None:
    sheet = CodeSheet(locked)
    sheet.show_code("ABCD-EFGH-IJKL-MNOP-QRST-UVWX-YZ23-4567")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kode.pdf"))
    assert sheet.paint(printer)
    assert page_count((tmp_path / "kode.pdf").read_bytes()) == 1
    printer.setOutputFileName(str(tmp_path / "no such folder" / "kode.pdf"))
    assert not sheet.paint(printer)
    sheet.deleteLater()
