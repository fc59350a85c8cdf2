"""The way in: the first start, or the password; what opens is put into the context."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from tvm_desktop.errors import UserError
from tvm_desktop.ui.unlock.page import UnlockPage
from tvm_desktop.ui.unlock.tries import move_tries
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.backups import Backup
    from tvm_desktop.ui.backups.restorer import RestoreSheet
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.unlock.first import FirstStart, NewPassword
    from tvm_desktop.words import Message


_IDLE_MS, _PIECE_MS = 250, 30
_MOVED = msg(
    "At the last meeting this folder failed, and the meetings were saved in another one. "
    "Restore them from there before you go on: what is here is older."
)
_CODE_NOT_KEPT = msg(
    "The recovery code was on the screen, but nobody said that it was kept. Make a new one in Settings."
)
_RESTORED = msg("The backup is restored. What was here before is among the backups now.")


class Gate(QStackedWidget):
    """Shows what is needed to open the file.

    Signals: ``opened()`` with store and formats in the context, after it ``said(Message)`` of what did not work and
    ``told(Message)`` of what did, ``demo_wanted()``, ``language_chosen(str)``; ``held()`` when there is something in
    memory that opens a file.
    """

    opened = Signal()
    held = Signal()
    said = Signal(object)
    told = Signal(object)
    demo_wanted = Signal()
    language_chosen = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.first: FirstStart | None = None
        self.anew: NewPassword | None = None
        self.news: Message | None = None  # what was tried before the file was opened
        self.sheet: RestoreSheet | None = None
        self._key = b""  # of the file that could not be opened
        self._after = b""  # of the file that is opened again when nothing was restored
        self._code_lost = False
        self.unlock = UnlockPage(context)
        self.unlock.unlocked.connect(self._unlocked)
        self.unlock.warming.connect(_warm)
        self._cold = iter(_HEAVY)
        self.unlock.demo_wanted.connect(self.demo_wanted)
        self.unlock.backups_wanted.connect(self.offer_backups)
        self.unlock.language_chosen.connect(self.language_chosen)
        self.addWidget(self.unlock)

    def begin(self) -> None:
        """Ask for the password, or begin for the first time where there is nothing yet."""
        if _is_new(self.context.folder):
            self._begin_first()
        else:
            self.ask()
            self.unlock.offer_remembered()
            self._tell_of_move()

    def ask(self) -> None:
        """Ask for the password; while it is typed, what comes next is loaded, a piece at a time."""
        self.unlock.clear()
        self.setCurrentWidget(self.unlock)
        self._tell_of_move()
        QTimer.singleShot(_IDLE_MS, self, self._load_next)

    def _tell_of_move(self) -> None:
        if self.context.folder.moved.exists():
            self.unlock.refuse(_MOVED, mend=True)

    def _load_next(self) -> None:
        load = next(self._cold, None)
        if load is not None:
            load()
            QTimer.singleShot(_PIECE_MS, self, self._load_next)

    def stop(self) -> None:
        """Wait for the worker, so that the program can end."""
        if self.sheet is not None:
            self.sheet.stop()
        for worker in self.findChildren(Worker):
            worker.wait()

    @property
    def holds_key(self) -> bool:
        """Whether there is something in memory that opens a file, of which the rooms are not shown."""
        held = self.anew is not None or self.context.store is not None
        return (
            held or bool(self._key or self._after) or (self.sheet is not None and self.sheet.chooser.has_key)
        )

    @property
    def busy(self) -> bool:
        """Whether a file or its key is being changed."""
        return any(flow is not None and flow.busy for flow in (self.first, self.anew, self.sheet))

    def lock(self) -> None:
        """Forget what opens a file, and begin anew. Not while it is busy."""
        self.setCurrentWidget(self.unlock)
        self.repaint()  # before anything is waited for
        if self.sheet is not None:
            self.sheet.stop()
        store, self.context.store = self.context.store, None
        if store is not None:
            store.close()
            self._code_lost = self.first is not None and self.first.currentWidget() is self.first.code
        self._drop_flows()
        if _is_new(self.context.folder):
            self._begin_first()
        else:
            self.ask()

    def retranslate(self) -> None:
        """Say every page in the program's language."""
        self.unlock.retranslate()
        for flow in (self.first, self.anew, self.sheet):
            if flow is not None:
                flow.retranslate()

    def open_with(self, key: bytes) -> None:
        """Open the file. What is wrong with it is said on the password page."""
        from tvm_desktop.storage.store import Store

        try:
            self.context.store = Store.open(self.context.folder, key)
        except UserError as problem:
            from tvm_desktop.storage.faults import can_be_mended

            self._key = key
            self.held.emit()
            self.setCurrentWidget(self.unlock)
            self.unlock.refuse(problem.message, mend=can_be_mended(problem))
        else:
            self._note_how_it_opened()
            self._read_formats()

    def offer_backups(self) -> None:
        """Offer the backups of the folder, or what was saved elsewhere when it failed."""
        place = None
        if self.context.folder.moved.exists():
            from tvm_desktop.storage.moving import moved_to

            place = moved_to(self.context.folder)
        sheet = self._restore_sheet()
        sheet.offer(self._key, place=place)
        self.setCurrentWidget(sheet)

    def restore(self, backup: Backup, key: bytes, present_key: bytes) -> None:
        """Restore a backup, then open what it brought; when it cannot be done, the file that is there."""
        self._after = present_key
        self.held.emit()
        sheet = self._restore_sheet()
        self.setCurrentWidget(sheet)
        sheet.restore(backup, key, present_key)

    def _restore_sheet(self) -> RestoreSheet:
        from tvm_desktop.ui.backups.restorer import RestoreSheet

        if self.sheet is None:
            self.sheet = RestoreSheet(self.context)
            self.sheet.restored.connect(self._restored)
            self.sheet.failed.connect(self._not_restored)
            self.sheet.back.connect(self._back)
            self.sheet.chooser.changed.connect(self._chosen)
            self.sheet.language_chosen.connect(self.language_chosen)
            self.addWidget(self.sheet)
        return self.sheet

    def _chosen(self) -> None:
        if self.sheet is not None and self.sheet.chooser.has_key:
            self.held.emit()

    def _restored(self, key: bytes) -> None:
        from tvm_desktop.storage.rows import UseAct

        self.open_with(key)
        if self.context.store is not None:
            with suppress(UserError):
                self.context.store.log_use(UseAct.RESTORED)
            self.told.emit(_RESTORED)

    def _not_restored(self, message: Message) -> None:
        self.open_with(self._after)
        if self.context.store is not None:
            self.said.emit(message)

    def _back(self) -> None:
        if self.first is not None:
            self.setCurrentWidget(self.first)
        else:
            self.ask()

    def _note_how_it_opened(self) -> None:
        self.news, self._code_lost = _CODE_NOT_KEPT if self._code_lost else None, False
        with suppress(UserError):  # the tries stay where they are until the next time
            self.news = move_tries(self.context) or self.news
            if self.anew is not None:
                from tvm_desktop.storage.rows import UseAct

                self.context.open_store.log_use(UseAct.PASSWORD_CHANGED)

    def _unlocked(self, key: bytes, by_code: bool) -> None:
        if by_code:
            self._ask_anew(key)
        else:
            self.open_with(key)

    def _begin_first(self) -> None:
        from tvm_desktop.ui.unlock.first import FirstStart

        self.first = FirstStart(self.context)
        self.first.made.connect(self.held)
        self.first.finished.connect(self._read_formats)
        self.first.demo_wanted.connect(self.demo_wanted)
        self.first.backups_wanted.connect(self.offer_backups)
        self.first.language_chosen.connect(self.language_chosen)
        self.addWidget(self.first)
        self.setCurrentWidget(self.first)

    def _ask_anew(self, key: bytes) -> None:
        from tvm_desktop.ui.unlock.first import NewPassword

        self.anew = NewPassword(self.context, key)
        self.held.emit()
        self.anew.finished.connect(self.open_with)
        self.anew.language_chosen.connect(self.language_chosen)
        self.addWidget(self.anew)
        self.setCurrentWidget(self.anew)

    def _read_formats(self) -> None:
        from tvm_desktop.formats.library import FormatLibrary

        self.context.library = FormatLibrary.load(self.context.folder.formats)
        self.opened.emit()
        self._drop_flows()

    def _drop_flows(self) -> None:
        for flow in (self.first, self.anew, self.sheet):
            if flow is not None:
                self.removeWidget(flow)
                flow.deleteLater()
        self.first = self.anew = self.sheet = None
        self._key = self._after = b""
        self.unlock.clear()


def _is_new(folder: DataFolder) -> bool:
    """Say whether nothing was ever kept here; a first start that broke off begins again."""
    if folder.database.exists():
        return False
    if not any(path.exists() for path in (folder.key, folder.key_copy, folder.restoring)):
        return True
    from tvm_desktop.storage.keyfile import FolderState, state_of

    return state_of(folder) is FolderState.NEW


def _load_key() -> None:
    import tvm_desktop.storage.keyfile  # noqa: F401


def _load_formats() -> None:
    import tvm_desktop.formats.library  # noqa: F401


def _load_store() -> None:
    import tvm_desktop.storage.store  # noqa: F401


def _load_rooms() -> None:
    import tvm_desktop.ui.rooms  # noqa: F401


# What lies behind the password, in pieces that somebody who types does not notice.
_HEAVY = (_load_key, _load_formats, _load_store, _load_rooms)


def _warm() -> None:
    """Load while the worker derives the key what is not loaded yet."""
    for load in _HEAVY:
        load()
