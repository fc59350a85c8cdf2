"""Another password, from Settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.dialogs.owner import OwnerWindow
from tvm_desktop.ui.unlock.password import SHORTEST, TwiceField
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.attempts import Doorkeeper
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_ELSEWHERE = msg("Copies that somebody has moved elsewhere still open with the old password.")


class PasswordWindow(OwnerWindow):
    """Asks for the present password and twice for a new one."""

    act = UseAct.PASSWORD_CHANGED

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        label = msg("New password, at least {count} characters", count=SHORTEST)
        twice = TwiceField(context, label)
        super().__init__(context, parent, (560, 600), twice)
        self.twice = twice
        self.present.done.connect(self.twice.setFocus)
        self.twice.done.connect(self.choose)
        self.twice.edited.connect(self._typing)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Change the password")))
        lead = msg(
            "From then on only the new password opens the file, and the backups that the program keeps. "
            "The recovery code stays as it is."
        )
        self.lead.setText(f"{words(lead)} {words(_ELSEWHERE)}")
        self.twice.retranslate()
        super().retranslate()

    def go_words(self) -> Message:
        """Say what the button does."""
        return msg("Change the password")

    def mistake(self) -> Message | None:
        """Ask for a password that is long enough and twice the same."""
        return self.twice.problem()

    def work(self) -> Callable[[], object]:
        """Check the present password and wrap the key by the new one."""
        new = self.twice.one.secret()
        return partial(_change, self._wait.door(), self.context.folder, self.present.secret(), new)

    def came(self, result: object) -> None:
        """Say that it is done, and forget what was typed."""
        left = len(result) if isinstance(result, tuple) else 0
        for field in (self.present, self.twice.one, self.twice.two):
            field.set_text("")
        self.end(
            msg("The password is changed. The old one opens nothing any more that the program keeps.")
            if not left
            else backups_left(left),
            _ELSEWHERE,
        )


def backups_left(count: int) -> Message:
    """Say that some backups could not follow."""
    return msgs(
        "It is changed. {count} backup could not be written to, so the old one still opens it. "
        "The program tries again every time the file is opened.",
        "It is changed. {count} backups could not be written to, so the old one still opens them. "
        "The program tries again every time the file is opened.",
        count,
    )


def _change(door: Doorkeeper, folder: DataFolder, present: str, new: str) -> tuple[Path, ...]:
    from tvm_desktop.storage import keyfile

    return keyfile.change_password(folder, door.open(present), new)
