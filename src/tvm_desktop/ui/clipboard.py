"""What lies on the clipboard and came from here is taken away again, and kept out of histories and clouds."""

from __future__ import annotations

import os
from hashlib import blake2b

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

Mode = QClipboard.Mode
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = b"\0\0\0\0"  # a DWORD
# What Windows' clipboard history, its cloud, and KDE's Klipper ask a program for; each leaves a marked text alone.
QUIET = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    "x-kde-passwordManagerHint": b"secret",
}
_MARK = "x-kde-passwordManagerHint"
_CANNOT_TELL = ("offscreen", "minimal")  # there a text is ours when it is what is marked in the field


def copy_quietly(text: str) -> None:
    """Put a text on the clipboard, marked so that no history or cloud keeps it."""
    data = QMimeData()
    data.setText(text)
    for name, value in QUIET.items():
        data.setData(name, value)
    QGuiApplication.clipboard().setMimeData(data)


class OwnCopies(QObject):
    """Remembers, as a digest only, the last text that was copied here; ``clear`` takes it away if it still lies there.

    Whatever is copied from a window of ours is marked as ``copy_quietly`` does.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._salt = os.urandom(16)
        self._copied: dict[Mode, bytes] = {}
        self._board = QGuiApplication.clipboard()
        self._board.changed.connect(self._changed)

    def clear(self) -> None:
        """Take away what was copied here, where it still lies; what others have copied since is theirs."""
        copied, self._copied = self._copied, {}
        for mode, digest in copied.items():
            if self._digest(self._board.text(mode)) == digest:
                self._board.clear(mode)

    def stop(self) -> None:
        """Take away what was copied, and watch no more."""
        self.clear()
        self._board.changed.disconnect(self._changed)

    def _changed(self, mode: Mode) -> None:
        text = self._ours(mode)
        if not text:
            self._copied.pop(mode, None)
            return
        self._copied[mode] = self._digest(text)
        if mode == Mode.Clipboard and not _is_quiet(self._board):
            copy_quietly(text)

    def _ours(self, mode: Mode) -> str:
        """Return what was copied here, "" when it came from elsewhere: what others copy is not read."""
        if QGuiApplication.platformName() not in _CANNOT_TELL:
            owns = self._board.ownsSelection() if mode == Mode.Selection else self._board.ownsClipboard()
            return self._board.text(mode) if owns else ""
        text = self._board.text(mode)
        return text if text and (_is_quiet(self._board) or text == _selected()) else ""

    def _digest(self, text: str) -> bytes:
        return blake2b(text.encode("utf-8", "surrogatepass"), key=self._salt).digest()


def _is_quiet(board: QClipboard) -> bool:
    return board.mimeData().hasFormat(_MARK)


def _selected() -> str:
    """Return what is marked where the hands are, as it is copied."""
    field = QApplication.focusWidget()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.textCursor().selection().toPlainText()
    return field.selectedText() if isinstance(field, QLineEdit | QLabel) else ""
