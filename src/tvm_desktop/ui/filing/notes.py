"""Private notes before they are erased: folded, each can be moved into the file, where the family may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.ui.filing.desk import NOTE
from tvm_desktop.ui.widgets.buttons import Button, KeyButton
from tvm_desktop.ui.widgets.draft import DraftEdit
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import PrivateNote
    from tvm_desktop.ui.filing.desk import FilingDesk


class NotesPanel(Panel):
    """Shows how many notes there are; they are read only after a press, since others may see the screen."""

    def __init__(self, desk: FilingDesk) -> None:
        super().__init__("card", margins=(20, 12, 20, 12), spacing=8)
        self.desk = desk
        self.open = bool(desk.filing and desk.filing.note) or desk.session.drafted(NOTE) is not None
        self.count, self.fold = PlainLabel(wrap=True), Button(role="quiet")
        self.inner = QWidget()
        self.inner.setProperty("role", "flow")
        self.list = QVBoxLayout()
        self.list.setSpacing(8)
        self.moves: list[KeyButton] = []
        self.label, self.hint = PlainLabel(role="small"), PlainLabel(role="small", wrap=True)
        self.note = DraftEdit(NOTE, desk.bridge.draft, lines=(2, 8))
        self.label.setBuddy(self.note)
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.list)
        for part in (self.label, self.note, self.hint):
            column.addWidget(part)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.fold)
        self.box.addLayout(line)
        self.box.addWidget(self.inner)
        self.fold.clicked.connect(self._turn)
        self.note.accepted.connect(desk.write)
        self.note.left.connect(self._keep)
        self._fill()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.desk.context.words
        self.label.setText(words(msg("Your note to the file (may be left empty)")))
        self.note.setAccessibleName(self.label.text())
        self.hint.setText(words(msg("The family may ask to read what stands in the file.")))
        self.refresh()

    def refresh(self) -> None:
        """Say how many notes there are; once filed there is nothing left to do here."""
        words, notes = self.desk.context.words, self.desk.notes
        erased = msgs(
            "{count} private note is erased when the meeting is marked as filed.",
            "{count} private notes are erased when the meeting is marked as filed.",
            len(notes),
        )
        self.count.setText(words(erased if notes else msg("There are no private notes.")))
        read = msgs("Read or move it", "Read or move them", len(notes))
        closed = read if notes else msg("Write a note to the file")
        self.fold.setText(words(msg("Fold up") if self.open else closed))
        self.inner.setVisible(self.open)
        self.setVisible(self.desk.filed_on is None)
        self._show_notes(notes if self.open else [])
        kept = self.desk.filing.note if self.desk.filing else ""
        if not self.note.hasFocus() and self.desk.session.drafted(NOTE) is None and self.note.text() != kept:
            self.note.set_text(kept)

    def keep(self) -> None:
        """Keep the note before the page is left."""
        self._keep()

    def _fill(self) -> None:
        draft = self.desk.session.drafted(NOTE)
        if draft is not None:
            self.note.restore(draft.text, draft.cursor)

    def _show_notes(self, notes: list[PrivateNote]) -> None:
        while (item := self.list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.moves = [KeyButton(note.id, self.desk.context.words(msg("Move to the file"))) for note in notes]
        for note, move in zip(notes, self.moves, strict=True):
            row = Panel("card-quiet", across=True, margins=(12, 8, 8, 8), spacing=10)
            row.box.addWidget(PlainLabel(note.text.strip(), wrap=True), 1)
            row.box.addWidget(move)
            move.picked.connect(self._move)
            self.list.addWidget(row)

    def _move(self, note_id: str) -> None:
        self._keep()
        self.desk.move(note_id)
        self.note.setFocus()

    def _turn(self) -> None:
        self.open = not self.open
        self.refresh()
        if self.open:
            (self.moves[0] if self.moves else self.note).setFocus()

    def _keep(self) -> None:
        if self.desk.filed_on is None:
            self.note.flush()
            self.desk.write(self.note.text())
