"""Kill the real program while somebody types into its entry line, and print what was typed beside what was found.

Run by ``test_kill.py`` as a program of its own, which has no thread before it forks, and no Qt application.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from helpers.sessions import five_steps, keep, minh, with_meeting
from helpers.table import Sleepless
from tvm_desktop.domain.entities import Card
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.facilitator.window import FacilitatorPage
from tvm_desktop.ui.projector.control import Desk, ProjectorControl
from tvm_desktop.ui.screens import read_screens
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

KEY = bytes(32)
LETTERS = "abcdefgh"
# A quick typist: a draft is written at the latest 50 ms after its letter.
BETWEEN_MS = 55


def type_without_end(folder: DataFolder, told: int, number: int) -> None:
    """Open the meeting and type sentences; tell each letter as it is typed, and each sentence as it is taken."""
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
    for sentence in count(1):
        for letter in f"{number} {sentence} {LETTERS}":
            QTest.keyClicks(line, letter)
            os.write(told, f"typed {line.text()}\n".encode())
            QTest.qWait(BETWEEN_MS)
        text = line.text()
        QTest.keyClick(line, Qt.Key.Key_Return)
        os.write(told, f"taken {text}\n".encode())


def killed(folder: DataFolder, number: int) -> list[str]:
    """Kill a typist after some letters; return what it told."""
    read, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        type_without_end(folder, told, number)
    os.close(told)
    heard = b""
    while heard.count(b"\n") < 5 + 3 * number % 16:
        heard += os.read(read, 65536)
    time.sleep(0.011 * (number % 6))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(read, 65536):
        heard += more
    os.close(read)
    return heard.decode().rpartition("\n")[0].split("\n")


def found(folder: DataFolder) -> dict[str, object]:
    """Return the draft, the cards' words, and the cards that the journal knows."""
    store = Store.open(folder, KEY)
    drafts = [draft.text for draft in store.drafts()]
    cards = {e.id: e.text for e in store.load("minh") if isinstance(e, Card) and e.id not in _TOLD_BEFORE}
    journalled = {edit.id for entry in store.journal("minh-1") for edit in entry.edits}
    store.close()
    return {"drafts": drafts, "cards": sorted(cards.values()), "journalled": journalled == set(cards)}


_TOLD_BEFORE = {card.id for card in minh().every(Card)}


def main() -> None:
    """Kill, look, and go on with the same file."""
    folder = DataFolder(Path(sys.argv[1]))
    fmt = five_steps(FormatLibrary.load(None))
    store = Store.create(folder, KEY)
    store.keep_format(fmt.hash, fmt.source)
    keep(store, with_meeting(minh(), format_id=fmt.id, format_hash=fmt.hash))
    store.close()
    rounds = []
    for number in range(int(sys.argv[2])):
        told = killed(folder, number)
        rounds.append({"told": told, **found(folder)})
    print(json.dumps(rounds))


if __name__ == "__main__":
    main()
