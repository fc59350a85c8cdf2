"""Asking for a folder, without leaving a list of folders behind, and what to know about one before writing there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tvm_desktop.storage.place import Risk, folder_risk
from tvm_desktop.ui.savedialog import without_traces
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.words import Message, Words


def ask_folder(parent: QWidget, words: Words, title: Message) -> Path | None:
    """Ask for a folder; None when none was wanted."""
    with without_traces():
        path = QFileDialog.getExistingDirectory(parent, words(title), str(Path.home()))
    return Path(path) if path else None


def copy_warning(place: Path) -> Message | None:
    """Return what to say of a copy in a folder: one in a cloud or on a share leaves the computer. A stick is fine."""
    if folder_risk(place) not in (Risk.SHARE, Risk.SYNCED):
        return None
    return msg(
        "That folder is synchronised or lies on a network: the copy leaves this computer. "
        "It is encrypted, but you no longer decide where it lies and how long it is kept."
    )
