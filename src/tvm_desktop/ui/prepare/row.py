"""One participant: a line to read, which opens to a card to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from tvm_desktop.domain.enums import Presence, Side
from tvm_desktop.ui.prepare.fields import ShortLabel
from tvm_desktop.ui.prepare.person import PersonEditor
from tvm_desktop.ui.prepare.table import Seat, remarks, tie_of
from tvm_desktop.ui.widgets.basic import Panel, PlainLabel, set_role
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from tvm_desktop.ui.prepare.desk import Desk

_KEYS = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier): "previous",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier): "next",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open",
}


class PersonLine(QPushButton):
    """The line that is always seen. Signal: ``wanted(str)`` – open, up, down, previous, next or remove."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bare-line")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.number = PlainLabel("", "muted")
        self.name = ShortLabel("", "strong")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.tie = ShortLabel("", "chip")
        self.tie.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.remarks = ShortLabel("", "small")
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(12, 8, 12, 8)
        self.box.setSpacing(10)
        for label in (self.number, self.name, self.tie, self.remarks):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.box.addWidget(self.number)
        self.box.addWidget(self.name, 1)
        self.box.addWidget(self.remarks)
        self.box.addWidget(self.tie)
        self.clicked.connect(self._clicked)

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return self.box.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never be lower than the words."""
        return QSize(0, self.box.minimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open or remove by key."""
        wanted = _KEYS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if wanted:
            self.wanted.emit(wanted)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def _clicked(self) -> None:
        self.wanted.emit("open")


class PersonRow(Panel):
    """A participant's card. Signal: ``wanted(str, str)`` – the attendance's id, and what is wanted with it."""

    wanted = Signal(str, str)

    def __init__(self, desk: Desk, seat: Seat) -> None:
        super().__init__("card", margins=(0, 0, 0, 0), spacing=0)
        self.desk, self.seat = desk, seat
        self.line = PersonLine()
        self.editor: PersonEditor | None = None
        self.box.addWidget(self.line)
        self.line.wanted.connect(self._wanted)
        self.fill(seat)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.editor is not None

    def open(self) -> None:
        """Show the fields."""
        if self.editor is None:
            self.editor = PersonEditor(self.desk, self.seat)
            self.editor.removing.connect(self._remove)
            self.box.addWidget(self.editor)
            self.editor.retranslate()
            self.set_role("card-open")
            self.editor.name.setFocus()

    def close_editor(self) -> None:
        """Keep what was typed, and show the line only."""
        if self.editor is not None:
            self.editor.keep_all()
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
            self.set_role("card")

    def forget(self) -> None:
        """Let go of what was typed: the participant is off the list."""
        if self.editor is not None:
            for field in self.editor.fields:
                field.settle()

    def fill(self, seat: Seat) -> None:
        """Show what is kept."""
        self.seat = seat
        say, person = self.desk.say, seat.person
        tie = say(tie_of(person))
        said = [say(m) for m in remarks(seat, self.desk.record, self.desk.context.language)]
        said = [words for words in said if words.casefold() != tie.casefold()]
        self.line.number.setText(str(seat.number or "–"))
        self.line.name.setText(person.name)
        self.line.tie.setText(tie)
        self.line.tie.set_role(_chip(seat))
        self.line.tie.setMaximumWidth(self.desk.context.px(240))
        self.line.remarks.setText(" · ".join(said))
        self.line.name.setMinimumWidth(self.desk.context.px(150))
        self.line.number.setFixedWidth(self.desk.context.px(22))
        absent = seat.attendance.presence is Presence.ABSENT
        set_role(self.line.name, "muted" if absent else "strong")
        self.line.setAccessibleName(", ".join([str(seat.number or ""), person.name, tie, *said]).lstrip(", "))
        self.line.setAccessibleDescription(say(msg("Enter opens, Alt and an arrow moves, Delete removes.")))
        if self.editor is not None:
            self.editor.fill(seat)

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        self.fill(self.seat)
        if self.editor is not None:
            self.editor.retranslate()

    def _wanted(self, what: str) -> None:
        self.wanted.emit(self.seat.attendance.id, what)

    def _remove(self) -> None:
        self._wanted("remove")


def _chip(seat: Seat) -> str:
    if seat.person.is_child:
        return "chip-child"
    return "chip" if seat.person.side is Side.PROFESSIONAL else "chip-family"
