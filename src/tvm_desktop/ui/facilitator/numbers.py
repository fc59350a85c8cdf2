"""Numbers from 0 to 10 for each at the table: typed without being seen, shown together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tvm_desktop.domain.scales import HIGHEST
from tvm_desktop.ui.facilitator.thing import chip_kind
from tvm_desktop.ui.widgets.basic import Button, Chip, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from tvm_desktop.domain.entities import Person
    from tvm_desktop.domain.scales import Number
    from tvm_desktop.ui.facilitator.desk import Desk

_MOST_DIGITS = 3  # one more than a number has: a slip of the finger is refused, not cut to another number
_UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_BACK_SOON = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
_WIDTH, _NAME = 64, 120
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NumberField(QLineEdit):
    """A number nobody can read over the shoulder; it keeps no draft, and nothing stays in it.

    Signals: ``given(int)``, ``taken_back()``, ``refused()`` for what is no number, ``stepped(int)`` to another person,
    ``entered()`` when the focus comes.
    """

    given = Signal(int)
    taken_back = Signal()
    refused = Signal()
    stepped = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_MOST_DIGITS)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def take(self) -> bool:
        """Hand the number on; False when it is none. Either way the field is empty again."""
        text = self.text().strip()
        self.clear()
        if not text:
            return True
        if text.isdecimal() and text.isascii() and int(text) <= HIGHEST:
            self.given.emit(int(text))
            return True
        self.refused.emit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows go on to another person, Delete takes a number back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(1)
        elif event.key() in _STEPS and not event.modifiers():
            self._go(_STEPS[event.key()])
        elif event.key() == Qt.Key.Key_Delete and not self.text():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        if self.take():
            self.stepped.emit(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this person is meant."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed, so that it is never lost; it waits while only the window is left."""
        super().focusOutEvent(event)
        if event.reason() not in _BACK_SOON:
            self.take()

    def event(self, event: QEvent) -> bool:
        """Keep the number before Tab leaves; undo and redo are the meeting's, for nobody could follow them here."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return not self.take() or super().event(event)
            if event.type() == QEvent.Type.ShortcutOverride and any(map(event.matches, _UNDOING)):
                event.ignore()
                return False
        return super().event(event)


class PersonNumber(QWidget):
    """One person's line: who, the field, whether they have answered, and a child's yes. ``field`` takes the number."""

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__()
        self.desk, self.person_id, self.is_child = desk, person.id, person.is_child
        self.chip = Chip()
        self.chip.set_kind(chip_kind(person))
        self.field = NumberField()
        self.state = PlainLabel(role="small", wrap=True)
        self.yes = Button("", "toggle")
        self.yes.setCheckable(True)
        self.yes.hide()
        self.problem = PlainLabel(role="error", wrap=True)
        self.problem.hide()
        name = QWidget()
        name.setFixedWidth(desk.context.px(_NAME))
        holder = QHBoxLayout(name)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.setFixedWidth(desk.context.px(_WIDTH))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(self.field)
        row.addWidget(self.state, 1)
        row.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(row)
        box.addWidget(self.problem)
        self.field.refused.connect(self._refuse)
        self.field.textEdited.connect(self._forgive)
        self.field.given.connect(self._forgive)

    def show_number(self, number: Number | None, last: Number | None, *, seen: bool, open_: bool) -> None:
        """Say that there is a number, or which one where it may be ``seen``; ``open_``: all have been shown theirs."""
        words = self.desk.context.words
        name = self.desk.record.voice(self.person_id)
        self.chip.setText(self.desk.record.called(self.person_id))
        self.field.setAccessibleName(words(msg("{name}, 0 to 10", name=name)))
        # A number that all have seen is changed after hiding them; whoever comes late can still give theirs.
        self.field.setVisible(not self.desk.session.read_only and not (open_ and number is not None))
        self.state.setText(self._state(number, last, seen=seen, open_=open_))
        self.state.set_role("good" if number is not None else "small")
        self.yes.setVisible(self.is_child and number is not None and not self.desk.session.read_only)
        self.yes.setText(words(msg("May be shown")))
        self.yes.setChecked(number is not None and number.may_show)

    def _state(self, number: Number | None, last: Number | None, *, seen: bool, open_: bool) -> str:
        words = self.desk.context.words
        if number is None:
            return "" if not open_ else words(msg("no number"))
        parts = [str(number.value) if seen else words(msg("✓ has answered"))]
        if seen and last is not None and last.may_show:
            parts.append(words(msg("last time {number}", number=last.value)))
        if not number.may_show:
            parts.append(words(msg("not shown")))
        return " · ".join(parts)

    def _refuse(self) -> None:
        self.problem.setText(self.desk.context.words(msg("Write a whole number from 0 to 10.")))
        self.problem.show()
        self.field.setAccessibleDescription(self.problem.text())

    def _forgive(self) -> None:
        self.problem.hide()
        self.field.setAccessibleDescription("")
