"""From the session to Qt: one signal for every change, and one place where a refusal becomes a sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tvm_desktop.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.session.session import Change, MeetingSession
    from tvm_desktop.storage.store import UseAct

_AGAIN_MS = 1000


class Bridge(QObject):
    """The session as Qt sees it. Signals: ``changed(Change)``, ``failed(UserError)``, ``saved()``.

    A draft that could not be saved is tried again each second, until it is saved or its text has been taken.
    """

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal()

    def __init__(self, session: MeetingSession) -> None:
        super().__init__()
        self.session = session
        self._unsaved: dict[str, tuple[str, int]] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._retry)
        session.listen(self._changed)

    def close(self) -> None:
        """Let the session go, after a last try to save what could not be saved."""
        self._retry()
        self._again.stop()
        self.session.unlisten(self._changed)

    def do(self, command: Command, *, done_draft: str = "") -> bool:
        """Carry out a command; False when it was refused, and then nothing has changed."""
        try:
            self.session.do(command, done_draft=self.session.draft_key(done_draft) if done_draft else "")
        except UserError as refusal:
            self.failed.emit(refusal)
            return False
        self._unsaved.pop(done_draft, None)
        self.saved.emit()
        return True

    def switch_to(self, fmt: MeetingFormat) -> None:
        """Go on in another kind of meeting."""
        self._try(partial(self.session.switch_to, fmt))

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
            self._unsaved[key] = (text, cursor)
            self._again.start()
            self.failed.emit(refusal)
        else:
            self._unsaved.pop(key, None)
            self.saved.emit()

    def note_use(self, act: UseAct) -> None:
        """Write into the use log what was done with the open meeting; no content."""
        try:
            self.session.store.log_use(act, self.session.record.course.id)
        except UserError as refusal:
            self.failed.emit(refusal)

    def remember(self, key: str, value: str) -> None:
        """Keep something about how the leader works, beside the record."""
        try:
            self.session.store.set_setting(key, value)
        except UserError as refusal:
            self.failed.emit(refusal)

    def _retry(self) -> None:
        for key, (text, cursor) in tuple(self._unsaved.items()):
            self.draft(key, text, cursor)

    def _try(self, act: Callable[[], Change]) -> None:
        try:
            act()
        except UserError as refusal:
            self.failed.emit(refusal)
        else:
            self.saved.emit()

    def _changed(self, change: Change) -> None:
        self.changed.emit(change)
