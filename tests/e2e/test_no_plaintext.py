"""Nothing of a meeting can be read from the disk: not after a crash in the middle of it, nor after locking."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers.desktop import PASSWORD, WAIT_MS, desktop, made_folder
from tvm_desktop.domain.entities import Card

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CANARY = "Kanariefugl"
PROGRAM = """
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from helpers.desktop import NOW
from helpers.keyboard import Keyboard
from tvm_desktop.app import Program
from tvm_desktop.paths import DataFolder

password, said = sys.argv[2:4]
app = QApplication([])
program = Program(DataFolder(Path(sys.argv[1])), "da")
program.catcher.install()
program.context.clock = lambda: NOW
keys = Keyboard(None, program.shell)
program.begin()
program.shell.activateWindow()

def hold_meeting():
    keys.tab_to("Start mødet")
    keys.press("Return", "F5")
    while program.shell.rooms.meeting.desk.step.id != "story":
        keys.press("Alt+Right")
    keys.type(said + " sover ikke.", "Return")
    keys.press("Ctrl+Z", "Ctrl+Y")
    program.shell.rooms.meeting.open_paper()
    program.shell.rooms.meeting.work_on()
    keys.type(said + " er halvt skrevet")
    try:
        int(said)
    except ValueError as problem:
        program.catcher.catch(type(problem), problem, problem.__traceback__)
    QTimer.singleShot(300, lambda: print("typed", flush=True))

program.shell.gate.opened.connect(lambda: QTimer.singleShot(200, hold_meeting))
QTimer.singleShot(100, lambda: keys.type(password, "Return"))
QTimer.singleShot(40_000, app.quit)
app.exec()
"""


def readable(root: Path, words: tuple[str, ...]) -> list[str]:
    """Return every file in which a word can be read, in any of the usual encodings."""
    found = []
    for path in (path for path in root.rglob("*") if path.is_file()):
        content = path.read_bytes().lower()
        spelled = (
            word.lower().encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-32-le")
        )
        found += [path.name for word in spelled if word in content]
    return found


def test_a_program_that_is_killed_in_a_meeting_leaves_nothing_to_read(tmp_path: Path, qtbot: QtBot) -> None:
    folder, _key = made_folder(tmp_path / "data")
    tests = Path(__file__).parents[1]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": str(tests)}
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder.root), PASSWORD, CANARY],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tests.parent,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "typed\n"
    running.send_signal(signal.SIGKILL)
    _told, complained = running.communicate(timeout=30)
    assert CANARY not in complained
    assert folder.log.read_text("utf-8").count("ValueError") == 1
    assert (folder.root / "meetings.db-wal").stat().st_size > 0
    assert readable(tmp_path, (CANARY, PASSWORD, "Minh")) == []
    folder.log.unlink()
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.keys.tab_to("Gå videre")
        here.keys.press("Return")
        assert here.page.entry.edit.text() == f"{CANARY} er halvt skrevet"
        assert f"{CANARY} sover ikke." in [card.text for card in here.page.session.record.all(Card)]


@pytest.mark.parametrize("how", ["lock", "close"])
def test_locking_and_closing_leave_nothing_to_read(tmp_path: Path, qtbot: QtBot, how: str) -> None:
    folder, _key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.start_meeting()
        here.go_to("story")
        here.keys.type(f"{CANARY} sover ikke.", "Return")
        here.keys.type(f"{CANARY} er halvt skrevet")
        if how == "lock":
            here.keys.press("Ctrl+L")
            qtbot.waitUntil(here.shell.gate.unlock.isVisible, timeout=WAIT_MS)
            assert not (folder.root / "meetings.db-wal").exists()
            assert readable(folder.root, (CANARY, PASSWORD, "Minh")) == []
    assert readable(folder.root, (CANARY, PASSWORD, "Minh")) == []
    assert sorted(path.name for path in folder.root.iterdir() if path.name != "reserve") == [
        "meetings.db",
        "meetings.key",
        "meetings.key.copy",
        "settings.ini",
    ]
