"""Out of the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from helpers.keyboard import Keyboard
from helpers.pdf import text_of
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.filing.taking import NOT_SAVED
from tvm_desktop.words import Message
from ui.filing.conftest import MOST_PRIVATE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.filing.page import FilingPage


def test_three_files_lie_in_the_folder_and_name_nobody(
    page: FilingPage, tmp_path: Path, context: UiContext
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    said: list[object] = []
    page.taking.said.connect(said.append)
    page.taking.save_to(folder)
    (told,) = said
    assert isinstance(told, Message)
    assert context.words(told).startswith(f"Saved in {folder}. The files are not encrypted")
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "aftaler-2026-02-12-v1.json",
        "referat-2026-02-12-v1.pdf",
        "referat-2026-02-12-v1.txt",
    ]
    pdf = (folder / names[1]).read_bytes()
    text = text_of(pdf) + (folder / names[2]).read_text("utf-8") + (folder / names[0]).read_text("utf-8")
    assert "Amina synger." in text
    assert MOST_PRIVATE not in text
    assert "Kun mig." not in text
    values = json.loads((folder / names[0]).read_text("utf-8"))
    assert page.desk.filing is not None
    assert values["sha256_pdf"] == page.desk.filing.sha256
    assert page.desk.filing.version == 1
    assert context.open_store.use_log()[0].act is UseAct.PACKAGED


def test_saving_again_is_no_new_version(page: FilingPage, tmp_path: Path) -> None:
    page.taking.save_to(tmp_path)
    page.taking.save_to(tmp_path)
    assert page.desk.filing is not None
    assert page.desk.filing.version == 1
    assert len(list(tmp_path.glob("referat-*.pdf"))) == 1


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_noted(
    page: FilingPage, tmp_path: Path
) -> None:
    said: list[object] = []
    page.taking.said.connect(said.append)
    page.taking.save_to(tmp_path / "not there")
    assert said == [NOT_SAVED]
    assert page.desk.filing is None


def test_the_pdf_alone(page: FilingPage, tmp_path: Path) -> None:
    page.taking.save_pdf(tmp_path / "r.pdf")
    assert "Amina synger." in text_of((tmp_path / "r.pdf").read_bytes())


def test_what_only_a_technician_needs_is_folded_away(page: FilingPage, qtbot: QtBot) -> None:
    taking = page.taking
    assert taking.version.text() == "Version 1 · 12 March 2026"
    assert not taking.technical.isVisible()
    Keyboard(qtbot, page).tab_to("Technical information")
    Keyboard(qtbot, page).press("Return")
    assert taking.technical.isVisible()
    assert page.desk.record.meeting_id in taking.facts.text()
    assert page.desk.package.sha256 in taking.facts.text()
    taking.fold.click()
    assert not taking.technical.isVisible()


def test_the_whole_digest_can_be_copied(page: FilingPage) -> None:
    page.taking.digest.click()
    assert QApplication.clipboard().text() == page.desk.package.sha256
