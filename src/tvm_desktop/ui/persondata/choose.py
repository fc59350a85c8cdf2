"""Which person of a course all is to be shown about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Person
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.record import Record
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.persondata.window import PersonWindow
from tvm_desktop.ui.widgets.buttons import CardButton
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext

_SIZE = (520, 620)


class ChoosePersonWindow(SideWindow):
    """Lists the people, the family first; a press opens what is held about one."""

    def __init__(self, context: UiContext, parent: QWidget | None, course_id: str) -> None:
        super().__init__(context, parent, _SIZE)
        self.course_id = course_id
        record = Record.of("", context.open_store.load(course_id))
        people = sorted(record.every(Person), key=lambda person: person.side is not Side.FAMILY)
        self.cards = [CardButton(record.voice(person.id), "", "card", key=person.id) for person in people]
        for card in self.cards:
            card.picked.connect(self._show)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.away.set_role("plain")
        self.retranslate()
        (self.cards[0] if self.cards else self.away).setFocus()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        self.say(self.context.words(msg("About whom?")))

    def _show(self, person_id: str) -> None:
        window = PersonWindow(self.context, self.parentWidget(), self.course_id, person_id)
        window.changed.connect(self.changed)
        window.finished.connect(self.close)
        window.show()
        self.hide()
