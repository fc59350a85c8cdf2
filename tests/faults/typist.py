"""Somebody who types sentences into the entry line of the real window, without end, and tells of every key."""

from __future__ import annotations

import os
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from helpers.table import Sleepless
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.facilitator.window import FacilitatorPage
from tvm_desktop.ui.projector.control import Desk, ProjectorControl
from tvm_desktop.ui.screens import read_screens
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from tvm_desktop.paths import DataFolder
    from tvm_desktop.ui.facilitator.entry import EntryEdit

KEY = bytes(32)
LETTERS = "abcdefghijkl"
# A quick typist: a draft is written at the latest 50 ms after its letter.
BETWEEN_MS = 55


def type_without_end(folder: DataFolder, told: int, number: int) -> None:
    """Open the meeting and type; tell each letter as it is typed, and each sentence as it is taken."""
    app = QApplication([])
    theme = load_theme("light")
    context = UiContext(folder, PreSettings(folder), theme, Words("da"))
    apply_theme(app, theme)
    context.store, context.library = Store.open(folder, KEY), FormatLibrary.load(None)
    window = QMainWindow()
    desk = Desk(read_screens, Sleepless(), settle_ms=1, identify_ms=10)
    session = MeetingSession.open(context.store, context.library, "minh-1")
    page = FacilitatorPage(context, session, ProjectorControl(context, window, desk))
    window.setCentralWidget(page)
    window.show()
    line = page.entry.edit
    line.setFocus()
    os.write(told, f"back {line.text()}\n".encode())
    _type(line, told, number)


def _type(line: EntryEdit, told: int, number: int) -> None:
    chance = Random(number)
    for sentence in count(1):
        for letter in f"{number} {sentence} {LETTERS[: chance.randint(1, len(LETTERS))]}":
            QTest.keyClicks(line, letter)
            os.write(told, f"typed {line.text()}\n".encode())
            QTest.qWait(BETWEEN_MS)
        text = line.text()
        os.write(told, f"enter {text}\n".encode())
        QTest.keyClick(line, Qt.Key.Key_Return)
        os.write(told, f"taken {text}\n".encode())
