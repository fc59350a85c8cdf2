"""The one way to ask where a file shall lie: it says what is not encrypted, and keeps no list of names."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSaveFile, QSettings
from PySide6.QtWidgets import QFileDialog

from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.words import Message, Words

# Qt writes the last files and folders of every program that uses it here, unencrypted.
_TRACES = ("FileDialog/history", "FileDialog/lastVisited")


def ask_save(
    parent: QWidget, words: Words, title: Message, default_name: str, filter_: str = "", *, encrypted: bool
) -> Path | None:
    """Ask where to save; None when it was not wanted. A proposed name must name nobody."""
    whole = title if encrypted else msg("{title} – the file is not encrypted", title=title)
    with without_traces():
        path, _ = QFileDialog.getSaveFileName(parent, words(whole), str(Path.home() / default_name), filter_)
    return Path(path) if path else None


def ask_open(parent: QWidget, words: Words, title: Message, filter_: str = "") -> Path | None:
    """Ask which file to read; None when it was not wanted."""
    with without_traces():
        path, _ = QFileDialog.getOpenFileName(parent, words(title), str(Path.home()), filter_)
    return Path(path) if path else None


def write_whole(path: Path, data: bytes) -> bool:
    """Write a file whole or not at all; say which."""
    file = QSaveFile(str(path))
    opened = file.open(QSaveFile.OpenModeFlag.WriteOnly)
    return opened and file.write(data) == len(data) and file.commit()


@contextmanager
def without_traces() -> Iterator[None]:
    """Leave Qt's list of last used files as it was: what a dialog adds to it is taken out again."""
    kept = QSettings("QtProject")
    before = {key: kept.value(key) for key in _TRACES}
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                kept.remove(key)
            else:
                kept.setValue(key, value)
        kept.sync()
