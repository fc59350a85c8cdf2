"""The whole program on a data folder, as a person meets it: typed at, looked at, and never allowed a bug."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from helpers.keyboard import Keyboard
from helpers.stores import FAST
from tvm_desktop.app import Program
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.bugs import LOG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.facilitator.window import FacilitatorPage
    from tvm_desktop.ui.rooms import Rooms
    from tvm_desktop.ui.shell import Shell

PASSWORD = "tre gode ord i rad"
NOW = datetime(2026, 1, 13, 13, 30, tzinfo=UTC)
CHILD = "Minh"
WAIT_MS = 20_000


def made_folder(root: Path) -> tuple[DataFolder, bytes]:
    """Make a folder with one planned meeting; return it closed, with its key."""
    folder = DataFolder(root)
    key, _code = create_key_file(folder, PASSWORD, cost=FAST)
    store = Store.create(folder, key)
    fmt = FormatLibrary.load(None).by_id("five-steps")
    assert fmt is not None
    new_meeting(store, fmt, course_name=CHILD, starts=NOW, clock=lambda: NOW)
    store.close()
    return folder, key


def contents(folder: DataFolder) -> dict[str, bytes]:
    """Return every file of the user's, byte for byte; what the program may lay beside them is left out."""
    passing = {
        "attempts.json",
        "settings.ini",
        "meetings.lock",
        "reserve",
        "meetings.db-shm",
        "meetings.db-wal",
    }
    files = [path for path in folder.root.rglob("*") if path.is_file() and path.name not in passing]
    return {str(path.relative_to(folder.root)): path.read_bytes() for path in files}


class Desktop:
    """The running program, and hands on its keyboard."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.qtbot = qtbot
        self.keys = Keyboard(qtbot, program.shell)
        self.bugs: list[str] = []
        program.catcher.bug.connect(self.bugs.append)

    @property
    def shell(self) -> Shell:
        """The main window."""
        return self.program.shell

    @property
    def rooms(self) -> Rooms:
        """The rooms behind the password."""
        assert self.shell.rooms is not None
        return self.shell.rooms

    @property
    def page(self) -> FacilitatorPage:
        """The meeting's table."""
        assert self.rooms.meeting is not None
        return self.rooms.meeting

    def try_password(self, password: str = PASSWORD) -> None:
        """Type the password and wait until it has been tried."""
        field = self.shell.gate.unlock.field
        self.qtbot.waitUntil(lambda: field.edit.hasFocus() and not field.edit.isReadOnly(), timeout=WAIT_MS)
        self.keys.press("Ctrl+A")
        self.keys.type(password, "Return")
        self.qtbot.waitUntil(
            lambda: bool(self.refusal or self.bugs) or self.shell.rooms is not None, timeout=WAIT_MS
        )

    def come_in(self) -> None:
        """Open the file and stand at home."""
        self.try_password()
        assert self.rooms.home.isVisible()

    def start_meeting(self) -> FacilitatorPage:
        """Start the meeting that is planned, and show it on the wall."""
        self.keys.tab_to("Start mødet")
        self.keys.press("Return", "F5")
        return self.page

    def paste(self, text: str, then: str = "") -> None:
        """Paste a text where the hands are."""
        QGuiApplication.clipboard().setText(text)
        self.keys.press("Ctrl+V", *filter(None, [then]))

    def go_to(self, step: str) -> None:
        """Press on to a step."""
        for _ in range(12):
            if self.page.desk.step.id == step:
                return
            self.keys.press("Alt+Right")
        raise AssertionError(f"no step {step}")

    @property
    def refusal(self) -> str:
        """What the password page says is wrong."""
        return self.shell.gate.unlock.field.problem.text() if self.shell.rooms is None else ""

    @property
    def edge(self) -> str:
        """What is said at the window's edge."""
        return self.shell.worry.label.text() if self.shell.worry.isVisible() else ""

    @property
    def wall(self) -> str:
        """What can be read on the wall."""
        return self.page.control.window.accessibleDescription()


@contextmanager
def desktop(folder: DataFolder, qtbot: QtBot) -> Iterator[Desktop]:
    """Run the program in Danish; a bug anywhere in it fails the test, as does a word in the log."""
    program = Program(folder, "da")
    program.catcher.bug.disconnect(program.show_bug)
    program.catcher.install()
    program.context.clock = lambda: NOW
    program.shell.resize(1440, 860)
    here = Desktop(program, qtbot)
    program.begin()
    program.shell.activateWindow()
    try:
        yield here
    finally:
        program.shell.close()
        program.catcher.remove()
        program.end()
        LOG.propagate = True
    assert here.bugs == []
    assert not folder.log.exists()


def command_line(*arguments: str | Path, typed: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own, in Danish, with the password on stdin."""
    tests = Path(__file__).parents[1]
    return subprocess.run(
        [sys.executable, "-m", "tvm_desktop", "--lang", "da", *map(str, arguments)],
        input=f"{typed}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tests.parent,
        env={**os.environ, "PYTHONWARNINGS": "error"},
        check=False,
        timeout=60,
    )


def one_sentence(said: str) -> str:
    """Return what was said when it is words for a person: no traceback, no path of the program, no English."""
    assert said.strip()
    assert "Traceback" not in said
    assert "Error" not in said
    assert ".py" not in said
    return " ".join(said.split())
