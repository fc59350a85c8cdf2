"""What was copied here is taken away again; what others copied is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tvm_desktop.ui.clipboard import QUIET, OwnCopies, copy_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAID = "Amina er bange for\nat gå i skole."


@pytest.fixture
def board(qapp: QApplication) -> Iterator[QClipboard]:
    made = QGuiApplication.clipboard()
    made.clear()
    yield made
    made.clear()


@pytest.fixture
def copies(board: QClipboard) -> Iterator[OwnCopies]:
    made = OwnCopies()
    yield made
    made.stop()


@pytest.fixture
def fields(show: Callable[[QWidget], None]) -> tuple[QPlainTextEdit, QLineEdit]:
    window = QWidget()
    box = QVBoxLayout(window)
    text, line = QPlainTextEdit(SAID), QLineEdit("Hodan Osman")
    box.addWidget(text)
    box.addWidget(line)
    show(window)
    return text, line


def test_a_quiet_copy_is_marked_for_every_history(board: QClipboard) -> None:
    copy_quietly(SAID)
    assert board.text() == SAID
    data = board.mimeData()
    assert all(data.data(name).data() == value for name, value in QUIET.items())
    assert len(QUIET) == 4


def test_a_quiet_copy_is_taken_away(board: QClipboard, copies: OwnCopies) -> None:
    copy_quietly(SAID)
    copies.clear()
    assert board.text() == ""


def test_what_is_copied_from_a_field_is_marked_and_taken_away(
    board: QClipboard, copies: OwnCopies, fields: tuple[QPlainTextEdit, QLineEdit]
) -> None:
    for field in fields:
        field.setFocus()
        field.selectAll()
        field.copy()
        assert board.text()
        assert set(QUIET) <= set(board.mimeData().formats())
        copies.clear()
        assert board.text() == ""


def test_what_is_cut_is_taken_away(
    board: QClipboard, copies: OwnCopies, fields: tuple[QPlainTextEdit, QLineEdit]
) -> None:
    text, _ = fields
    text.setFocus()
    text.selectAll()
    text.cut()
    assert board.text() == SAID
    copies.clear()
    assert board.text() == ""


def test_what_others_copied_stays(
    board: QClipboard, copies: OwnCopies, fields: tuple[QPlainTextEdit, QLineEdit]
) -> None:
    board.setText("en indkøbsliste")
    copies.clear()
    assert board.text() == "en indkøbsliste"


def test_what_others_copied_since_stays(board: QClipboard, copies: OwnCopies) -> None:
    copy_quietly(SAID)
    board.setText("en indkøbsliste")
    copies.clear()
    assert board.text() == "en indkøbsliste"


def test_only_a_digest_is_remembered(board: QClipboard, copies: OwnCopies) -> None:
    copy_quietly(SAID)
    assert SAID not in repr(vars(copies))
    assert all(len(digest) == 64 for digest in copies._copied.values())


def test_it_is_taken_away_at_the_end_and_watched_no_more(board: QClipboard) -> None:
    copies = OwnCopies()
    copy_quietly(SAID)
    copies.stop()
    assert board.text() == ""
    copy_quietly(SAID)
    assert copies._copied == {}
