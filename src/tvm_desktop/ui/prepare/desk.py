"""What every part of the page works with: the session through its bridge, the words, and what was being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tvm_desktop.ui.bridge import Bridge
from tvm_desktop.ui.watching import Watcher

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat, Phrase
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.session.session import Change, MeetingSession
    from tvm_desktop.storage.store import Draft
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class Desk(QObject):
    """The leader's hands on the meeting being prepared.

    Signals: ``changed(Change)`` after each change, ``failed(UserError)`` when a command was refused, ``saved()``.
    """

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal()

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.watcher = Watcher(context, session)
        self._bridge = Bridge(session)
        self._bridge.changed.connect(self._changed)
        self._bridge.failed.connect(self.failed)
        self._bridge.saved.connect(self.saved)
        self._closed = False
        self._drafts = {draft.key: draft for draft in session.store.drafts()}

    @property
    def record(self) -> Record:
        """The record of the moment."""
        return self.session.record

    @property
    def format(self) -> MeetingFormat:
        """The meeting's format."""
        return self.session.format

    @property
    def locked(self) -> bool:
        """Whether nothing can be changed: the meeting is closed, or the page has let it go."""
        return self._closed or self.session.read_only

    def say(self, message: Message) -> str:
        """Say something in the program's language."""
        return self.context.words(message)

    def phrase(self, phrase: Phrase) -> str:
        """Say a format's words in the program's language, with the child's name."""
        return phrase.say(self.context.language, self.session.child)

    def watch(self, text: str, key: str = "") -> Message | None:
        """Return what should not be written in the field with this key, if anything."""
        kind, _, rest = key.partition("/")
        return self.watcher.warning(text, rest.partition("/")[0] if kind == "person" else "")

    def do(self, command: Command, *, draft: str = "") -> bool:
        """Carry out a command and drop the draft it takes; False when it was refused."""
        return self._bridge.do(command, done_draft=draft)

    def undo(self) -> None:
        """Take the last step back."""
        self._bridge.undo()

    def redo(self) -> None:
        """Bring the last undone step back."""
        self._bridge.redo()

    def draft(self, key: str, text: str, cursor: int) -> None:
        """Keep what is being typed."""
        if not self.locked:
            self._bridge.draft(key, text, cursor)

    def drafted(self, key: str) -> Draft | None:
        """Return, once, what was being typed in a field when the program stopped."""
        return self._drafts.pop(self.session.draft_key(key), None)

    def drafted_under(self, start: str) -> list[str]:
        """List the fields below a key that have something typed, without their start."""
        whole = self.session.draft_key(start)
        return [key.removeprefix(whole) for key in self._drafts if key.startswith(whole)]

    def close(self) -> None:
        """Let the session go."""
        if not self._closed:
            self._closed = True
            self._bridge.close()

    def _changed(self, change: Change) -> None:
        self.changed.emit(change)
