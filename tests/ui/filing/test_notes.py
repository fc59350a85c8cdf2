"""Private notes before they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel

from helpers.keyboard import Keyboard
from tvm_desktop.domain.entities import PrivateNote
from tvm_desktop.ui.filing.desk import NOTE
from tvm_desktop.ui.filing.page import FilingPage
from ui.filing.conftest import MOST_PRIVATE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext


def test_they_are_read_after_a_press_and_folded_again(page: FilingPage) -> None:
    page.notes.fold.click()
    QApplication.processEvents()
    words = [label.text() for label in page.notes.findChildren(QLabel) if label.isVisible()]
    assert MOST_PRIVATE in words
    page.notes.fold.click()
    assert not page.notes.inner.isVisible()
    assert page.notes.moves == []


def test_one_is_moved_into_the_file(page: FilingPage) -> None:
    page.notes.fold.click()
    page.notes.moves[0].click()
    assert page.notes.note.text() == MOST_PRIVATE
    assert [note.id for note in page.session.record.all(PrivateNote)] == ["n2"]
    assert MOST_PRIVATE in page.desk.package.text
    assert "1 private note is erased" in page.notes.count.text()
    page.notes.fold.click()
    assert page.notes.fold.text() == "Read or move it"


def test_what_is_typed_is_a_draft_at_once_and_kept_when_the_hands_leave(
    page: FilingPage, qtbot: QtBot
) -> None:
    page.notes.fold.click()
    page.notes.note.setFocus()
    Keyboard(qtbot, page).type("Skolen ringede.")
    page.notes.note.flush()
    draft = page.session.drafted(NOTE)
    assert draft is not None
    assert draft.text == "Skolen ringede."
    page.taking.files.setFocus()
    assert page.session.drafted(NOTE) is None
    assert page.desk.filing is not None
    assert page.desk.filing.note == "Skolen ringede."
    assert "Skolen ringede." in page.desk.package.text


def test_a_draft_comes_back(page: FilingPage, context: UiContext) -> None:
    page.session.draft(NOTE, "Halvt skrevet", 5)
    again = FilingPage(context, page.session)
    assert again.notes.open
    assert again.notes.note.text() == "Halvt skrevet"
    again.release()
    again.deleteLater()


def test_without_notes_one_can_still_write(page: FilingPage) -> None:
    for note in ("n1", "n2"):
        page.desk.move(note)
    page.desk.write("")
    assert page.notes.count.text() == "There are no private notes."
    assert page.notes.fold.text() == "Write a note to the file"


def test_once_filed_the_notes_are_away(page: FilingPage) -> None:
    page.desk.mark(page.desk.today, "", "")
    assert page.notes.isHidden()
