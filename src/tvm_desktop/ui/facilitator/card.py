"""One thing as a widget, for panels where few things stand in rows: words, chips, small lines, in-place editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from tvm_desktop.ui.facilitator.cardedit import CardEdit
from tvm_desktop.ui.facilitator.chips import ChipRow
from tvm_desktop.ui.widgets.basic import Panel, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.facilitator.thing import Thing


class ThingCard(Panel):
    """A focusable card.

    Signals: ``aimed(id)`` when it gets the focus or a click, ``moved(by)`` at an arrow.
    """

    aimed = Signal(str)
    moved = Signal(int)

    def __init__(self, desk: Desk, *, role: str = "card", text_role: str = "") -> None:
        super().__init__(role, margins=(14, 10, 14, 10), spacing=5)
        self.desk = desk
        self.thing_id = ""
        self._role = role
        self._thing: Thing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips = ChipRow(desk.context)
        self.words = PlainLabel(role=text_role, wrap=True)
        self.lines = PlainLabel(role="muted", wrap=True)
        self.editor: CardEdit | None = None
        for widget in (self._chips, self.words, self.lines):
            self.box.addWidget(widget)
        self.box.addStretch(1)

    def show_thing(self, thing: Thing) -> None:
        """Show a thing; the same thing costs nothing."""
        if thing == self._thing:
            return
        if self._thing is None or thing.chips != self._thing.chips:
            self._chips.show_chips(thing.chips)
        self._thing, self.thing_id = thing, thing.id
        self.words.setText(thing.text)
        self.lines.setText("\n".join(thing.lines))
        self.lines.setVisible(bool(thing.lines))
        self.setAccessibleName(", ".join([*(c.text for c in thing.chips), thing.text, *thing.lines]))

    def set_aimed(self, *, on: bool) -> None:
        """Look chosen, or not."""
        self.set_role("card-aim" if on else self._role)

    # -- editing in place ----------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the words for editing; a draft that a crash left comes back."""
        if self.editor is not None or self._thing is None or self.desk.session.read_only:
            return
        editor = CardEdit(self.desk, self.thing_id, self._thing.raw)
        editor.accepted.connect(self._accepted)
        editor.left.connect(self._left)
        self.editor = editor
        self.words.hide()
        self.box.insertWidget(1, editor)
        editor.setFocus()

    def _accepted(self) -> None:
        if self._left():
            self.setFocus()

    def _left(self) -> bool:
        """Keep the words; those that cannot be saved stay open."""
        if self.editor is None or not self.editor.keep():
            return False
        self._close()
        return True

    def _close(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.left.disconnect(self._left)
            editor.hide()
            editor.deleteLater()
        self.words.show()

    # -- keys and clicks -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, arrows move on, Esc leaves the editor."""
        if event.key() == Qt.Key.Key_Escape and self.editor is not None:
            self.editor.drop()
            self._close()
            self.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.editor is None:
            self.edit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that the next verb means."""
        super().focusInEvent(event)
        self.aimed.emit(self.thing_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit()
