"""A new recovery code, from Settings: shown, kept, and only then in force."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.dialogs.owner import OwnerWindow
from tvm_desktop.ui.dialogs.password import backups_left
from tvm_desktop.ui.unlock.code import CodeSheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


_ASKING_SIZE, _SHOWING_SIZE = (560, 420), (680, 720)


class NewCodeWindow(OwnerWindow):
    """Asks for the password and shows a new code. The old one holds until the new one has been kept."""

    act = UseAct.CODE_RENEWED

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, _ASKING_SIZE)
        self._key, self._code = b"", ""
        self.sheet = CodeSheet(context, first=False)
        self.sheet.hide()
        self.sheet.kept.connect(self._keep)
        whole = self.layout()
        if isinstance(whole, QBoxLayout):
            whole.insertWidget(0, self.sheet, 1)
        self.present.done.connect(self.choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("New recovery code")))
        self.lead.setText(
            words(
                msg(
                    "You get a new code to keep on paper. The old code holds until you have kept the new one. "
                    "Then the old one opens neither the file nor the backups that the program keeps."
                )
            )
        )
        self.sheet.retranslate()
        super().retranslate()

    def go_words(self) -> Message:
        """Say what the button does."""
        return msg("Show a new code")

    def work(self) -> Callable[[], object]:
        """Check the password."""
        return partial(self._wait.door().open, self.present.secret())

    def came(self, result: object) -> None:
        """Show a code, or say that it holds now."""
        from tvm_desktop.storage import keyfile

        if isinstance(result, bytes):
            self._key, self._code = result, keyfile.new_code()
            self.present.set_text("")
            self.sheet.show_code(self._code)
            self.pane.hide()
            self._size = _SHOWING_SIZE
            self.retranslate()
            self.sheet.show()
        elif isinstance(result, tuple):
            self._end(len(result))

    def go_back(self) -> None:
        """Forget the code that was shown."""
        self._key, self._code = b"", ""
        self._size = _ASKING_SIZE
        self.retranslate()
        self.sheet.hide()
        self.pane.show()

    def reject(self) -> None:
        """Close; say first that a code that was shown, and perhaps printed, never came to hold."""
        if self._worker is None and self._code:
            self.go_back()
            self.end(
                msg("The old code still holds. The new one was not taken into use."),
                msg("If you have printed it, saved it or written it down: destroy it."),
            )
        else:
            super().reject()

    def _keep(self) -> None:
        if self._worker is None:
            self.sheet.go.setEnabled(False)
            self.start(partial(_change, self.context.folder, self._key, self._code))

    def _end(self, left: int) -> None:
        self.go_back()
        self.end(
            backups_left(left)
            if left
            else msg("The new code holds from now on. Destroy the paper with the old one."),
            msg("Copies that somebody has moved elsewhere still open with the old code."),
        )


def _change(folder: DataFolder, key: bytes, code: str) -> tuple[Path, ...]:
    from tvm_desktop.storage import keyfile

    return keyfile.change_code(folder, key, code)
