"""Whose words this copy does without: a button that says it, and a menu of people to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.domain.entities import Person, ScaleRating
from tvm_desktop.domain.enums import Side
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.ui.widgets.menus import PopMenu
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext


class LeftOut(QWidget):
    """Signal: ``chosen()`` when other people are left out."""

    chosen = Signal()

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self._context, self._session = context, session
        self.persons: frozenset[str] = frozenset()
        self.button = Button("", "quiet")
        self.hint = PlainLabel(role="small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.hint)
        self.button.clicked.connect(self.offer)
        self.retranslate()

    def retranslate(self) -> None:
        """Say whose words are left out."""
        words, record = self._context.words, self._session.record
        names = all_named(record, [p.id for p in self._people() if p.id in self.persons], words.language)
        said = msg("Copy without what {names} said", names=names) if names else msg("Leave out what … said")
        self.button.setText(f"{words(said)} ▾")
        hints = [
            msg(
                "Agreements stay, and so do words without a name. Others may quote somebody: read the copy through "
                "before you hand it over. It says that something is left out, not whose."
            )
        ]
        if any(rating.person_id in self.persons for rating in record.all(ScaleRating)):
            hints.append(
                msg(
                    "But the others’ numbers from 0 to 10 are still there: one can see whose number is missing."
                )
            )
        self.hint.setText(" ".join(words(hint) for hint in hints))
        self.hint.setVisible(bool(names))

    def clear(self) -> None:
        """Leave out nobody: the next copy is whole unless somebody chooses again."""
        if self.persons:
            self._set(frozenset())

    def offer(self) -> PopMenu:
        """Show the people in a menu."""
        menu = PopMenu(self)
        for person in self._people():
            choice = menu.addAction(escape_mnemonic(self._session.record.voice(person.id)))
            choice.setData(person.id)
            choice.setCheckable(True)
            choice.setChecked(person.id in self.persons)
        menu.triggered.connect(self._toggle)
        menu.popup(self.mapToGlobal(QPoint(0, self.button.height())))
        return menu

    def _people(self) -> list[Person]:
        return sorted(self._session.record.every(Person), key=lambda person: list(Side).index(person.side))

    def _toggle(self, choice: QAction) -> None:
        self._set(self.persons ^ {str(choice.data())})

    def _set(self, persons: frozenset[str]) -> None:
        self.persons = persons
        self.retranslate()
        self.chosen.emit()
