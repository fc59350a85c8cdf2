"""From the session to Qt: one signal for every change, and one place where a refusal becomes a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tvm_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.session.session import Change, MeetingSession


class Bridge(QObject):
    """The session as Qt sees it. Signals: ``changed(Change)``, ``failed(UserError)``, ``saved()``."""

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal()

    def __init__(self, session: MeetingSession) -> None:
        super().__init__()
        self.session = session
        session.listen(self._changed)

    def close(self) -> None:
        """Let the session go."""
        self.session.unlisten(self._changed)

    def do(self, command: Command, *, done_draft: str = "") -> bool:
        """Carry out a command; False when it was refused, and then nothing has changed."""
        try:
            self.session.do(command, done_draft=self.session.draft_key(done_draft) if done_draft else "")
        except UserError as refusal:
            self.failed.emit(refusal)
            return False
        self.saved.emit()
        return True

    def undo(self) -> None:
        """Take the last step back."""
        self._try(self.session.undo)

    def redo(self) -> None:
        """Bring the last undone step back."""
        self._try(self.session.redo)

    def draft(self, key: str, text: str, cursor: int) -> None:
        """Keep what is being typed."""
        try:
            self.session.draft(key, text, cursor)
        except UserError as refusal:
            self.failed.emit(refusal)
        else:
            self.saved.emit()

    def _try(self, act: Callable[[], Change]) -> None:
        try:
            act()
        except UserError as refusal:
            self.failed.emit(refusal)
        else:
            self.saved.emit()

    def _changed(self, change: Change) -> None:
        self.changed.emit(change)
