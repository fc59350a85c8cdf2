"""The way on when the disk fails during a meeting: the meetings go on in another folder, every word with them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backup import free_name
from tvm_desktop.storage.backups import MOVED, list_backups, newest
from tvm_desktop.storage.faults import EASED_ELSEWHERE, FaultError
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.backups import said
from tvm_desktop.ui.backups.folders import ask_folder, copy_warning
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext


class Elsewhere(QObject):
    """Signals: ``moved(Message)`` says where the meetings are now, ``refused(Message)`` why they stay."""

    moved = Signal(object)
    refused = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._window = parent

    def act_for(self, problem: UserError) -> str:
        """Return the words on the button, "" where another folder would not help."""
        helps = isinstance(problem, FaultError) and problem.fault in EASED_ELSEWHERE and not self.context.demo
        return self.context.words(msg("Save elsewhere …")) if helps else ""

    def ask(self) -> None:
        """Ask for a folder, and go on there."""
        place = ask_folder(
            self._window, self.context.words, msg("Where shall the meetings be saved from now on?")
        )
        if place is not None:
            self.move_to(place)

    def move_to(self, place: Path) -> None:
        """Go on in a folder of its own at this place."""
        context = self.context
        target = DataFolder(free_name(place, MOVED, context.clock(), "TVM-"))
        left = context.folder
        try:
            context.open_store.move_to(target)
        except UserError as problem:
            self.refused.emit(self._no_way(problem))
            return
        context.folder = target
        with suppress(UserError):
            context.open_store.log_use(UseAct.COPIED)
        self.moved.emit(_told(left, target))

    def _no_way(self, problem: UserError) -> Message:
        last = newest(list_backups(self.context.folder))
        if last is None:
            return msg(
                "The meetings could not be saved there. {why} What you type stays here as long as the program is open.",
                why=problem.message,
            )
        return msg(
            "The meetings could not be saved there. {why} What you type stays here as long as the program is open. "
            "The newest backup is from {when}; restore it when the program starts again.",
            why=problem.message,
            when=said.when(last.at, self.context),
        )


def _told(left: DataFolder, target: DataFolder) -> Message:
    where = str(target.root)
    warning = copy_warning(target.root) or Message("")
    if left.moved.exists():
        return msg(
            "The meetings are now saved in {path}. The old file is unchanged. "
            "At the next start the program asks for them. {warning}",
            path=where,
            warning=warning,
        )
    return msg(
        "The meetings are now saved in {path}. The old file is unchanged, and the old folder cannot be told. "
        "At the next start: restore them from that folder, under Backups in the menu. {warning}",
        path=where,
        warning=warning,
    )
