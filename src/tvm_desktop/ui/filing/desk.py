"""What filing needs, without a window: the package of the moment, and the acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tvm_desktop.dates import local
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.filing.package import next_package
from tvm_desktop.domain.entities import KINDS, Filing, PrivateNote, Shared
from tvm_desktop.domain.enums import Share
from tvm_desktop.domain.filing import filing_of
from tvm_desktop.session.commands.filing import (
    EditFileNote,
    MakePackage,
    MarkFiled,
    MoveNoteToFile,
    UnmarkFiled,
)
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.bridge import Bridge
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.documents.filing.package import Package
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext

SYSTEM = "filing.system"
NOTE = "filing/note"


class FilingDesk(QObject):
    """The leader's hands at a held meeting. Signals: ``changed()``, ``failed(UserError)``."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self.context, self.session = context, session
        self.bridge = Bridge(session)
        self.bridge.changed.connect(self._changed)
        self.bridge.failed.connect(self.failed)
        self._made: tuple[Record, Package] | None = None

    @property
    def record(self) -> Record:
        """The record of the moment."""
        return self.session.record

    @property
    def filing(self) -> Filing | None:
        """How the meeting was filed; None = nothing was made of it yet."""
        return filing_of(self.record)

    @property
    def filed_on(self) -> date | None:
        """The day on which the meeting was filed."""
        return self.filing.filed_on if self.filing else None

    @property
    def today(self) -> date:
        """The day at the table."""
        return local(self.context.clock(), self.record.meeting.zone).date()

    @property
    def notes(self) -> list[PrivateNote]:
        """The private notes that filing erases."""
        return [note for note in self.record.all(PrivateNote) if note.text.strip()]

    @property
    def only_mine(self) -> int:
        """How many things only the leader sees: they do not come along."""
        kinds = [kind for kind in KINDS.values() if issubclass(kind, Shared)]
        return sum(thing.share is Share.FACILITATOR for kind in kinds for thing in self.record.all(kind))

    @property
    def package(self) -> Package:
        """What is to be put into the municipality's system, as it is now."""
        if self._made is None or self._made[0] is not self.record:
            store = self.context.open_store
            audience = Audience(own_name=store.setting(OWN_NAME), own_phone=store.setting(OWN_PHONE))
            session = self.session
            made = next_package(self.record, session.format, audience, session.language, self.context.clock())
            self._made = self.record, made
        return self._made[1]

    @property
    def taken(self) -> bool:
        """Whether the present version was saved or copied."""
        return self.filing is not None and self.filing.sha256 == self.package.sha256

    @property
    def system(self) -> str:
        """The municipality's system, as it was called last time."""
        return (self.filing.system if self.filing else "") or self.context.open_store.setting(SYSTEM)

    def took(self) -> None:
        """Keep that the present version was saved or copied."""
        if self.bridge.do(MakePackage(self.package.sha256)):
            self.bridge.note_use(UseAct.PACKAGED)

    def mark(self, day: date, system: str, case_number: str) -> bool:
        """Say that the meeting is filed; False when it could not be kept."""
        if not self.bridge.do(MarkFiled(day, system, case_number)):
            return False
        self.bridge.remember(SYSTEM, system.strip())
        self.bridge.note_use(UseAct.FILED)
        return True

    def unmark(self) -> None:
        """Say that it is not filed after all."""
        self.bridge.do(UnmarkFiled())

    def move(self, note_id: str) -> None:
        """Move a private note into the file's note."""
        self.bridge.do(MoveNoteToFile(note_id))

    def write(self, text: str) -> None:
        """Keep the file's note."""
        self.bridge.do(EditFileNote(text.strip()), done_draft=NOTE)

    def close(self) -> None:
        """Let the session go."""
        self.bridge.close()

    def _changed(self, _change: object) -> None:
        self.changed.emit()
