"""Restoring from the way in: which backup, what is in it, and the file opened again afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.ui.backups.chooser import Chooser
from tvm_desktop.ui.backups.folders import ask_folder
from tvm_desktop.ui.backups.task import Task
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from tvm_desktop.errors import UserError
    from tvm_desktop.storage.backups import Backup
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_WHAT = msg(
    "Choose the backup that shall take the place of the file with your meetings. "
    "What is here now is put aside, unchanged."
)


class RestoreSheet(Sheet):
    """Offers the backups, or restores the one that was chosen in the Backups window.

    Signals: ``restored(bytes)`` with the key of what is here now, ``failed(Message)`` when nothing was changed and
    the file that was open can be opened again, ``back()``.
    """

    restored = Signal(bytes)
    failed = Signal(object)
    back = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self._present_key: bytes | None = None
        self._key = b""
        self._note: Message | None = None
        self._task = Task(self)
        self._restores = False
        self.chooser = Chooser(context)
        self.note = PlainLabel(role="error", wrap=True)
        self.go = Button(role="primary-big")
        self.other, self.away = Button(role="quiet"), Button(role="quiet")
        for widget in (self.chooser, self.note, self.go):
            self.box.addWidget(widget)
        links = QHBoxLayout()
        links.addWidget(self.other)
        links.addStretch(1)
        links.addWidget(self.away)
        self.box.addLayout(links)
        self.chooser.changed.connect(self._chosen)
        self.go.clicked.connect(self._restore)
        self.other.clicked.connect(self._ask_other)
        self.away.clicked.connect(self._leave)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        if self._restores:
            self.say(words(msg("Restoring the backup …")), words(msg("This takes a moment. Please wait.")))
        else:
            self.say(words(msg("Restore a backup")), words(_WHAT))
        self.chooser.retranslate()
        some = self.chooser.picked is not None
        self.chooser.setVisible(some and not self._restores)
        self.go.setText(words(msg("Restore this one")))
        self.other.setText(words(msg("Backups in another folder …")))
        self.away.setText(words(msg("Back")))
        self.go.setVisible(some and not self._restores)
        self.other.set_role("quiet" if some else "primary")
        for widget in (self.other, self.away):
            widget.setVisible(not self._restores)
        self.go.setEnabled(self.chooser.contents is not None)
        self.note.setText(words(self._note) if self._note else "")
        self.note.setVisible(self._note is not None)

    def offer(self, key: bytes, *, place: Path | None = None) -> None:
        """Offer the backups; ``key`` opens the file that failed, b"" when nobody knows it."""
        from tvm_desktop.storage.backups import found_in, list_backups

        self._present_key, self._note, self._restores = None, None, False
        found = found_in(place) if place is not None else ()
        if place is not None and not found:
            self._note = msg(
                "There are no backups in {path}. "
                "If it is on a stick or another disk: connect it, and choose the folder.",
                path=str(place),
            )
        found = found or list_backups(self.context.folder)
        if not found and self._note is None:
            self._note = msg(
                "There are no backups in this folder. Choose the folder or the stick where they lie."
            )
        self.chooser.show_backups(found, key)
        self.retranslate()

    def restore(self, backup: Backup, key: bytes, present_key: bytes | None) -> None:
        """Put a backup in the place of the present file, which must be closed."""
        from tvm_desktop.storage.restoring import restore

        self._present_key, self._note, self._restores = present_key, None, True
        self._key = key
        folder, now = self.context.folder, self.context.clock()
        work = partial(restore, folder, backup.folder, key, present_key=present_key, at=now)
        self._task.run(work, self._came, self._refused)
        self.retranslate()

    @property
    def busy(self) -> bool:
        """Whether a backup is being restored."""
        return self._restores

    def stop(self) -> None:
        """Wait for what is being done."""
        self.chooser.stop()
        self._task.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand on the newest one."""
        super().showEvent(event)
        (self.chooser.list if self.chooser.picked is not None else self.other).setFocus()

    def _chosen(self) -> None:
        self.retranslate()

    def _restore(self) -> None:
        if self.chooser.picked is not None and self.chooser.contents is not None:
            self.restore(self.chooser.picked, self.chooser.key, None)

    def _came(self, _done: object) -> None:
        self._restores = False
        self.restored.emit(self._key)

    def _refused(self, problem: UserError) -> None:
        self._restores, self._note = False, problem.message
        self.retranslate()
        if self._present_key is not None:
            self.failed.emit(problem.message)

    def _ask_other(self) -> None:
        place = ask_folder(self, self.context.words, msg("Where do the backups lie?"))
        if place is not None:
            self.look_in(place)

    def look_in(self, place: Path) -> None:
        """Offer the backups of another folder."""
        self.offer(self.chooser.known_key, place=place)
        (self.chooser.list if self.chooser.picked is not None else self.other).setFocus()

    def _leave(self) -> None:
        self.chooser.stop()
        self.back.emit()
