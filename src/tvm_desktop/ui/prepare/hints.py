"""What to notice before the meeting; each can be put aside until the thing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.domain import guidance
from tvm_desktop.domain.entities import Attendance
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.prepare.desk import Desk

_KEYS = ("child-voice-bearer", "coordinator", "sides")


class HintNote(Panel):
    """One hint. Signal: ``dismissed(str)`` with its fingerprint."""

    dismissed = Signal(str)

    def __init__(self, fingerprint: str, words: str, away: str) -> None:
        super().__init__("note", margins=(14, 10, 10, 4), spacing=0)
        self._fingerprint = fingerprint
        self.words = PlainLabel(words, wrap=True)
        self.words.setMinimumWidth(1)
        self.away = Button(away, "quiet")
        self.box.addWidget(self.words)
        self.box.addWidget(self.away, 0, Qt.AlignmentFlag.AlignLeft)
        self.away.clicked.connect(self._dismiss)

    def _dismiss(self) -> None:
        self.dismissed.emit(self._fingerprint)


class HintSection(QWidget):
    """Recomputes the hints after every change; "not now" lasts until the thing changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.put_aside: set[str] = set()
        self.heading = SectionLabel()
        self.notes: list[HintNote] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        self.box.addWidget(self.heading)
        self._shown: object = None

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        self.heading.setText(self.desk.say(msg("Notice")))
        self._shown = None
        self.fill()

    def fill(self) -> None:
        """Show the hints of the moment."""
        record = self.desk.record
        empty = not record.all(Attendance)
        keys = _KEYS if record.course.name else _KEYS[1:]  # the first names the child
        found = [] if empty or self.desk.locked else guidance.hints(record, keys, self.put_aside)
        shown = [(hint.fingerprint, self.desk.say(hint.message)) for hint in found]
        if shown == self._shown:
            return
        self._shown = shown
        for note in self.notes:
            self.box.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes = [HintNote(mark, words, self.desk.say(msg("Not now"))) for mark, words in shown]
        for note in self.notes:
            note.dismissed.connect(self._put_aside)
            self.box.addWidget(note)
        self.setVisible(bool(shown))

    def _put_aside(self, fingerprint: str) -> None:
        self.put_aside.add(fingerprint)
        self.fill()
