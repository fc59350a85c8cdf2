"""The real program, as it is started by hand, led through a whole meeting by its keys, in a process of its own.

``python tests/faults/meeting.py FOLDER closed|killed``: the data lies in FOLDER/data, what the user chose to save in
FOLDER/saved. It tells on one line which sockets were opened. What it is told stands in ``meeting_words.py``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from e2e import test_whole_meeting as evening
from faults.meeting_words import HALF
from faults.wires import Wires
from helpers.evening import NOW, first_start, start
from helpers.keyboard import Keyboard
from tvm_desktop import app

if TYPE_CHECKING:
    from collections.abc import Callable


class Patience:
    """Waits as the tests' own bot does."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Answer to the bot's own name for it."""
        return {"waitUntil": self.wait}[name]

    def wait(self, there: Callable[[], bool], timeout: int = 20_000) -> None:
        """Let the program go on until something is there."""
        ends = time.monotonic() + timeout / 500
        while not there():
            if time.monotonic() > ends:
                raise TimeoutError
            QTest.qWait(20)


class Led(app.Program):
    """The program with somebody at its keys."""

    place: Path
    killed: bool
    wires: Wires

    def begin(self) -> None:
        """Show the first page, and begin when the window is there."""
        super().begin()
        self.context.clock = lambda: NOW
        QTimer.singleShot(100, self._begin_to_lead)

    def _begin_to_lead(self) -> None:
        try:
            self._lead()
        except BaseException:
            traceback.print_exc()
            os._exit(3)

    def _lead(self) -> None:
        shell = self.shell
        bot: Any = Patience()  # all that the steps need of the tests' own bot
        keys = Keyboard(bot, shell)
        shell.resize(1440, 860)
        shell.activateWindow()
        first_start(shell, keys, bot)
        evening.prepare(shell, keys)
        page = start(shell, keys)
        evening.framing(page, keys)
        evening.story(page, keys)
        self.wires.look()
        self._stumble()
        if self.killed:
            keys.type(HALF)
            QTest.qWait(200)
            self._tell()
            os.kill(os.getpid(), signal.SIGKILL)
        for act in (evening.understanding, evening.goals, evening.effort, evening.closing):
            act(page, keys)
            self.wires.look()
        evening.paper(page, keys, self.place / "saved" / "plan.pdf")
        evening.evaluation(page, keys)
        evening.end(shell, page, keys)
        evening.after_a_restart(shell, keys, bot)
        self._tell()
        shell.close()

    def _stumble(self) -> None:
        """Run into a bug that has a sentence of the meeting in its hands."""
        try:
            int(evening.STORY[0][2])
        except ValueError as problem:
            self.catcher.bug.disconnect(self.show_bug)
            self.catcher.catch(type(problem), problem, problem.__traceback__)

    def _tell(self) -> None:
        self.wires.look()
        print(json.dumps({"network": self.wires.network, "local": self.wires.local}), flush=True)


def main(place: Path, *, killed: bool) -> int:
    """Run the program as ``tvm-desktop --data-dir`` does."""
    Led.place, Led.killed, Led.wires = place, killed, Wires()
    (place / "saved").mkdir(parents=True)
    made: Any = app
    made.Program = Led
    return app.run(app.Options(data_dir=place / "data", language="da"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), killed=sys.argv[2] == "killed"))
