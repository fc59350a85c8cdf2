"""The bar at the foot: when it was saved, undo, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from tvm_desktop import dates
from tvm_desktop.domain.filing import is_filed
from tvm_desktop.ui.actions import key_text
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel, set_tip
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk


class FootBar(Panel):
    """Says when it was saved, and leads on.

    Signals: ``undo_pressed()``, ``back_pressed()``, ``next_pressed()``, ``take_pressed()``, ``reopen_pressed()``,
    ``file_pressed()``.
    """

    undo_pressed = Signal()
    back_pressed = Signal()
    next_pressed = Signal()
    take_pressed = Signal()
    reopen_pressed = Signal()
    file_pressed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("foot", across=True, margins=(20, 8, 20, 8), spacing=12)
        self.desk = desk
        self._slim = False
        self.saved = PlainLabel(role="muted")
        self.saved.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = Button()
        self.take = Button()
        self.back = Button()
        self.next = Button("", "primary")
        self.reopen, self.file = Button(), Button()
        self.box.addWidget(self.saved, 1)
        for widget in (self.file, self.reopen, self.undo, self.take, self.back, self.next):
            self.box.addWidget(widget)
        self.undo.clicked.connect(self.undo_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.next.clicked.connect(self.next_pressed)
        self.take.clicked.connect(self.take_pressed)
        self.reopen.clicked.connect(self.reopen_pressed)
        self.file.clicked.connect(self.file_pressed)
        desk.looked.connect(self.refresh)

    def retranslate(self) -> None:
        """Say everything."""
        self.refresh()

    def refresh(self) -> None:
        """Show what can be done now."""
        desk, words = self.desk, self.desk.context.words
        closed = desk.session.read_only
        label = desk.session.undo_label
        self.undo.setText(words(msg("↶ Undo")))
        self.undo.setEnabled(label is not None and not closed)
        set_tip(self.undo, f"{words(msg('Undo'))}: {words(label)} · {key_text('undo')}" if label else "")
        back, following = desk.neighbour(-1), desk.neighbour(1)
        language, child = words.language, desk.session.child
        name = f"← {back.short.say(language, child)}" if back else words(msg("← Back"))
        self.back.setText("←" if self._slim else name)
        self.back.setAccessibleName(name)
        self.back.setEnabled(back is not None)
        if following:
            number = f"{following.number} " if following.number else ""
            self.next.setText(f"{number}{following.short.say(language, child)} →")
        else:
            self.next.setText(words(msg("End the meeting →")))
        self.next.setVisible(following is not None or not closed)
        self.take.setText(words(msg("Take the table here")))
        self.take.setVisible(not desk.is_live and not closed)
        self.reopen.setText(words(msg("Reopen the meeting")))
        self.reopen.setVisible(closed)
        filed = is_filed(desk.record, desk.record.meeting)
        self.file.setText(words(msg("Filed") if filed else msg("File the meeting")))
        self.file.setVisible(closed)
        self.show_saved()

    def compact(self, *, slim: bool) -> None:
        """Let the step before stand as an arrow alone."""
        self._slim = slim
        self.refresh()

    def show_saved(self) -> None:
        """Say when the last change reached the file."""
        desk, words = self.desk, self.desk.context.words
        if desk.session.read_only:
            self.saved.setText(words(msg("Closed · read only")))
            return
        at = desk.session.saved_at
        if at is None:
            self.saved.setText(words(msg("✓ Everything is saved · encrypted")))
            return
        there = dates.local(at, desk.record.meeting.zone)
        stamp = f"{there:%H.%M.%S}" if words.language == "da" else f"{there:%H:%M:%S}"
        self.saved.setText(words(msg("✓ Saved {clock} · encrypted", clock=stamp)))
