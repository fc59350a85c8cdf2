"""Filing a meeting with the keyboard: out of the program, into the municipality's system, marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel

from helpers.keyboard import Keyboard
from tvm_desktop.domain.entities import PrivateNote
from tvm_desktop.session.commands.meeting import ReopenMeeting
from tvm_desktop.storage.rows import UseAct
from ui.filing.conftest import MOST_PRIVATE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.filing.page import FilingPage


def seen(page: FilingPage) -> str:
    """Return every word on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def acts(context: UiContext) -> list[UseAct | None]:
    """Return what the use log says."""
    return [row.act for row in context.open_store.use_log()]


def test_no_private_word_is_on_the_page_before_it_is_asked_for(page: FilingPage) -> None:
    assert "2 private notes are erased" in seen(page)
    assert "1 thing that only you see does not come along." in seen(page)
    assert MOST_PRIVATE not in seen(page)
    assert page.sheets.isHidden()


def test_from_the_text_to_the_mark_with_the_keyboard(
    page: FilingPage, context: UiContext, qtbot: QtBot
) -> None:
    keys = Keyboard(qtbot, page)
    keys.tab_to("Copy the text")
    keys.press("Return")
    copied = QApplication.clipboard().text()
    assert "Amina synger." in copied
    assert MOST_PRIVATE not in copied
    assert "Kun mig." not in copied
    keys.fill("System", "DUBU")
    keys.fill("Case number", "2026-7")
    keys.press("Return")
    assert "2 private notes are erased." in seen(page)
    keys.press("Return")
    assert page.desk.filed_on == page.desk.today
    assert page.session.record.all(PrivateNote) == []
    assert "Filed 12 March 2026 · version 1 · DUBU · case 2026-7" in seen(page)
    assert acts(context)[:2] == [UseAct.FILED, UseAct.PACKAGED]


def test_esc_takes_away_the_question_then_the_record_then_the_page(page: FilingPage, qtbot: QtBot) -> None:
    keys = Keyboard(qtbot, page)
    gone: list[None] = []
    page.back.connect(lambda: gone.append(None))
    page.show_it.click()
    assert not page.sheets.isHidden()
    page.marking.ask()
    keys.press("Escape")
    assert page.marking.sure.isHidden()
    keys.press("Escape")
    assert page.sheets.isHidden()
    assert gone == []
    keys.press("Escape")
    assert gone == [None]


def test_in_a_narrow_window_the_record_stands_alone(page: FilingPage, qtbot: QtBot) -> None:
    page.resize(QSize(1000, 700))
    page.show_it.click()
    assert page.steps.isHidden()
    page.show_it.click()
    assert not page.steps.isHidden()


def test_it_can_be_taken_back_and_filed_again(page: FilingPage) -> None:
    page.marking.ask()
    page.marking.yes.click()
    assert page.desk.filed_on is not None
    page.filed.undo.click()
    assert page.desk.filed_on is None
    assert page.marking.isVisible()


def test_a_meeting_that_was_reopened_and_changed_gets_a_new_version(
    page: FilingPage, context: UiContext
) -> None:
    page.taking.copy_text()
    page.desk.mark(page.desk.today, "DUBU", "")
    page.session.do(ReopenMeeting())
    assert page.desk.filed_on is None
    page.desk.write("Skolen ringede.")
    assert page.desk.package.version == 2
    assert "Put version 2 into the municipality’s system." in seen(page)


def test_the_page_speaks_danish(page: FilingPage, context: UiContext) -> None:
    context.words.language = "da"
    page.retranslate()
    assert "2 private noter slettes, når mødet er journaliseret." in seen(page)
    assert page.taking.files.text() == "Gem de tre filer …"
