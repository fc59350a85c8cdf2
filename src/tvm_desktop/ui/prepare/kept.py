"""Labelled fields that keep what is typed: as a draft at each key, as a command at Enter and when the focus goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.session.commands.base import Command
from tvm_desktop.ui.widgets.basic import DraftEdit, DraftLine, PlainLabel, set_role

if TYPE_CHECKING:
    from tvm_desktop.ui.prepare.desk import Desk
    from tvm_desktop.words import Message

Read = Callable[[], str]
Make = Callable[[str], Command | None]


class RefusedError(Exception):
    """What was typed cannot be taken; the message says why, the text stays."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.text)
        self.why = why


class Kept(QWidget):
    """What the one-line and the many-line field have in common.

    ``read`` returns the words as they are kept, ``make`` the command that keeps others, or None for "leave it".
    """

    def __init__(self, desk: Desk, key: str, *, read: Read, make: Make) -> None:
        super().__init__()
        self.desk, self.key = desk, key
        self._read, self._make = read, make
        self.label = PlainLabel("", "small")
        self.problem = PlainLabel("", "error", wrap=True)
        self.problem.setMinimumWidth(1)
        self.problem.hide()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(3)
        self.field: DraftLine | DraftEdit = self._new_field()
        self.label.setBuddy(self.field)
        for widget in (self.label, self.field, self.problem):
            self.box.addWidget(widget)
        self.setFocusProxy(self.field)
        self.restored = False
        self.touched = False

    def _new_field(self) -> DraftLine | DraftEdit:
        raise NotImplementedError

    def _words(self) -> str:
        raise NotImplementedError

    def begin(self) -> None:
        """Show what is kept, or what was being typed when the program stopped."""
        draft = self.desk.drafted(self.key)
        self.fill()
        if draft and draft.text != self._read():
            self.field.restore(draft.text, draft.cursor)
            self.restored = self.touched = True

    def set_words(self, label: Message, hint: Message | None = None) -> None:
        """Say what belongs here; ``hint`` stands in the empty field."""
        text = self.desk.say(label)
        self.label.setText(text)
        self.field.setAccessibleName(text)
        self.field.setPlaceholderText(self.desk.say(hint) if hint else "")

    def fill(self) -> None:
        """Show what is kept, unless something else is being typed here."""
        self.field.setReadOnly(self.desk.locked)
        if not self.touched:
            self.field.set_text(self._read())

    def tell(self, message: Message | None) -> None:
        """Say one sentence beneath the field, or nothing."""
        text = self.desk.say(message) if message else ""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def keep(self) -> None:
        """Take what stands in the field."""
        if not self.touched or self.desk.locked:
            return
        words = self._words()
        try:
            command = self._make(words)
        except RefusedError as refused:
            self._mark(wrong=True)
            self.tell(refused.why)
            self.field.flush()
            return
        self._mark(wrong=False)
        self.tell(self.desk.watch(words, self.key))
        if command is None:
            self._forget()
        elif self.desk.do(command, draft=self.key):
            self.field.forget_draft()
            self.touched = False
        self.fill()

    def settle(self) -> None:
        """Let go of what was typed: another field's command takes it."""
        if self.touched:
            self._forget()
            self._mark(wrong=False)
            self.tell(None)

    def _forget(self) -> None:
        self.field.forget_draft()
        self.desk.draft(self.key, "", 0)
        self.touched = False

    def _mark(self, *, wrong: bool) -> None:
        set_role(self.field, "wrong" if wrong else "")

    def _typed(self) -> None:
        self.touched = True
        found = self.desk.watch(self._words(), self.key)
        if found is not None:
            self.tell(found)
        elif not self.field.property("role"):
            self.tell(None)


class KeptLine(Kept):
    """One line."""

    field: DraftLine

    def fill(self) -> None:
        """Show what is kept, from its beginning."""
        super().fill()
        if not self.touched and not self.field.hasFocus():
            self.field.setCursorPosition(0)

    def _new_field(self) -> DraftLine:
        field = DraftLine(self.key, self.desk.draft)
        field.textEdited.connect(self._typed)
        field.accepted.connect(self.keep)
        field.left.connect(self.keep)
        return field

    def _words(self) -> str:
        return self.field.words()


class KeptText(Kept):
    """One sentence or a few, wrapped."""

    field: DraftEdit

    def _new_field(self) -> DraftEdit:
        field = DraftEdit(self.key, self.desk.draft, lines=(2, 4))
        field.typed.connect(self._typed)
        field.accepted.connect(self.keep)
        field.left.connect(self.keep)
        return field

    def _words(self) -> str:
        return self.field.text().strip()
