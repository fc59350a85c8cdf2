"""The one free-text editor, and its single-line twin: what is being typed is safe before it is accepted.

``save(key, text, cursor)`` is called at most 50 ms after a change, and at once when the focus goes or the program
steps back. Undo and redo belong to the field while it has some of its own, else to the window's actions.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QTextOption
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tvm_desktop.ui.text import clean

SaveDraft = Callable[[str, str, int], None]
_COALESCE_MS = 40
_MARGIN = 4


class _Keeper(QObject):
    """Coalesces the saving of one field's draft."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, key: str, save: SaveDraft | None) -> None:
        super().__init__(field)
        self.key = key
        self.save = save
        self._waiting: tuple[str, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COALESCE_MS)
        self._timer.timeout.connect(self.flush)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._state_changed)

    def changed(self, text: str, cursor: int) -> None:
        """Take what stands in the field now."""
        if self.save is None or not self.key:
            return
        self._waiting = (text, cursor)
        if not self._timer.isActive():
            self._timer.start()
        elif self._timer.remainingTime() == 0:
            self.flush()  # a busy machine lets the timer wait, and two letters must not

    def flush(self) -> None:
        """Save now what waits."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self.save is not None:
            self.save(self.key, *waiting)

    def forget(self) -> None:
        """Drop what waits: the text was accepted, or came from the program."""
        self._timer.stop()
        self._waiting = None

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.flush()


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(QKeySequence.StandardKey.Redo)


def _is_accept(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier


class DraftEdit(QPlainTextEdit):
    """A free text of one or more lines that grows with its content.

    Enter accepts, Shift+Enter makes a new line. Signals: ``accepted(str)``, ``typed()`` at each change by hand,
    ``left()`` when the focus goes.
    """

    accepted = Signal(str)
    typed = Signal()
    left = Signal()

    def __init__(
        self, key: str = "", save: SaveDraft | None = None, *, lines: tuple[int, int] = (1, 8), role: str = ""
    ) -> None:
        super().__init__()
        self._keeper = _Keeper(self, key, save)
        self._lines = lines
        self._by_program = False
        if role:
            self.setProperty("role", role)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._changed)
        self._grow()

    def bind(self, key: str, save: SaveDraft | None) -> None:
        """Say whose text this is from now on; what waits for the former is saved first."""
        self.flush()
        self._keeper.key, self._keeper.save = key, save

    def text(self) -> str:
        """Return the words without control characters."""
        return clean(self.toPlainText())

    def set_text(self, text: str, cursor: int = -1) -> None:
        """Fill from the program: no draft, and nothing to undo before it."""
        self._by_program = True
        self.setPlainText(clean(text))
        self._by_program = False
        self._keeper.forget()
        place = self.textCursor()
        end = len(self.toPlainText())
        place.setPosition(end if cursor < 0 else min(cursor, end))
        self.setTextCursor(place)

    def restore(self, text: str, cursor: int) -> None:
        """Bring back a draft as it stood."""
        self.set_text(text, cursor)

    def set_lines(self, lines: tuple[int, int]) -> None:
        """Be at least and at most so many lines high."""
        self._lines = lines
        self._grow()

    def flush(self) -> None:
        """Save the draft now."""
        self._keeper.flush()

    def forget_draft(self) -> None:
        """Drop a draft that waits: its text has been taken."""
        self._keeper.forget()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when the field has none of its own."""
        if event.type() == QEvent.Type.ShortcutOverride:
            theirs = (_is_undo(event) and not self.document().isUndoAvailable()) or (
                _is_redo(event) and not self.document().isRedoAvailable()
            )
            if theirs:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept at Enter; the rest is typing."""
        if _is_accept(event):
            self.accepted.emit(self.text())
            return
        if _is_redo(event):
            self.redo()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save before the focus goes."""
        self.flush()
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height of the wrapped text."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only."""
        self.insertPlainText(clean(source.text()))

    def _changed(self) -> None:
        if not self._by_program:
            self._keeper.changed(self.toPlainText(), self.textCursor().position())
            self.typed.emit()

    def _grow(self) -> None:
        wanted = max(self._lines[0], min(round(self.document().size().height()), self._lines[1]))
        frame = self.contentsMargins().top() + self.contentsMargins().bottom()
        line = QFontMetricsF(self.font()).lineSpacing()
        height = ceil(wanted * line) + 2 * _MARGIN + max(frame, 4) + 2
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


class DraftLine(QLineEdit):
    """A free text of one line. Signals: ``accepted(str)`` at Enter, ``left()`` when the focus goes."""

    accepted = Signal(str)
    left = Signal()

    def __init__(self, key: str = "", save: SaveDraft | None = None, *, role: str = "") -> None:
        super().__init__()
        self._keeper = _Keeper(self, key, save)
        if role:
            self.setProperty("role", role)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._accept)

    def bind(self, key: str, save: SaveDraft | None) -> None:
        """Say whose text this is from now on; what waits for the former is saved first."""
        self.flush()
        self._keeper.key, self._keeper.save = key, save

    def words(self) -> str:
        """Return the text without control characters and outer blanks."""
        return clean(self.text(), one_line=True).strip()

    def set_text(self, text: str, cursor: int = -1) -> None:
        """Fill from the program: no draft, and nothing to undo before it."""
        self._keeper.forget()
        text = clean(text, one_line=True)
        if text != self.text():
            self.setText(text)
        if cursor >= 0:
            self.setCursorPosition(min(cursor, len(text)))

    def restore(self, text: str, cursor: int) -> None:
        """Bring back a draft as it stood."""
        self.set_text(text, cursor)

    def flush(self) -> None:
        """Save the draft now."""
        self._keeper.flush()

    def forget_draft(self) -> None:
        """Drop a draft that waits: its text has been taken."""
        self._keeper.forget()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window when the field has none of its own."""
        if event.type() == QEvent.Type.ShortcutOverride:
            undo = _is_undo(event) and not self.isUndoAvailable()
            if undo or (_is_redo(event) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save before the focus goes."""
        self.flush()
        super().focusOutEvent(event)
        self.left.emit()

    def _edited(self, text: str) -> None:
        self._keeper.changed(text, self.cursorPosition())

    def _accept(self) -> None:
        self.accepted.emit(self.words())


def flush_drafts(root: QWidget) -> None:
    """Save every draft below a widget now: before locking, closing, or suspending."""
    fields: list[DraftEdit | DraftLine] = [*root.findChildren(DraftEdit), *root.findChildren(DraftLine)]
    for field in fields:
        field.flush()
