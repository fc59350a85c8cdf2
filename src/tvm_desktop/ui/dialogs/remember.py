"""Let this computer remember the key, from Settings."""

from __future__ import annotations

from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.dialogs.owner import OwnerWindow
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.attempts import Doorkeeper
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

WHAT_IT_MEANS = msg(
    "Whoever can log in to this computer as you can then open the meetings without the password. "
    "After locking, the password is asked for as before."
)


class RememberWindow(OwnerWindow):
    """Says what it means, and asks for the password. A keyring that does not answer holds nobody up."""

    act = UseAct.KEY_REMEMBERED
    stays = False

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (560, 420))
        self._turn = Lock()
        self.present.done.connect(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Remember the key on this computer")))
        self.lead.setText(words(WHAT_IT_MEANS))
        super().retranslate()

    def go_words(self) -> Message:
        """Say what the button does."""
        return msg("Remember the key")

    def work(self) -> Callable[[], object]:
        """Check the password and hand a secret to the computer's keyring."""
        self._turn = Lock()
        return partial(_remember, self._wait.door(), self.context.folder, self.present.secret(), self._turn)

    def done(self, result: int) -> None:
        """Let the worker go, unless it has begun to change the key file: then it is waited for and noted."""
        worker = self._worker
        if worker is not None and self._turn.acquire(blocking=False):
            self._worker = None
            worker.let_go(self.parent() or QCoreApplication.instance() or self)
        super().done(result)

    def came(self, result: object) -> None:
        """Say that it is done."""
        self.present.set_text("")
        self.end(
            msg("The key is remembered on this computer. In Settings you can take that back at any time.")
        )


def _remember(door: Doorkeeper, folder: DataFolder, present: str, turn: Lock) -> tuple[Path, ...]:
    from tvm_desktop.storage import remembered

    return remembered.remember(folder, door.open(present), turn)
