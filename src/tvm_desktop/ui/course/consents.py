"""The consents of a course, as noted; a press shows what one touches and takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Consent
from tvm_desktop.ui.persondata.consent import ConsentWindow, told
from tvm_desktop.ui.persondata.doing import in_course
from tvm_desktop.ui.widgets.buttons import CardButton
from tvm_desktop.ui.widgets.labels import SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.ui.context import UiContext


class Consents(QWidget):
    """Hidden while nothing was noted. Signal: ``changed()`` when one was taken back or stands after all."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._record: Record | None = None
        self.head = SectionLabel()
        self.cards: list[CardButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 12, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.head)

    def show_record(self, record: Record) -> None:
        """Show the consents of a course."""
        self._record = record
        words = self._context.words
        self.head.setText(words(msg("Consent, as noted")))
        for old in self.cards:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = []
        for consent in record.every(Consent):
            title, *more = (words(part) for part in told(record, consent, words.language))
            card = CardButton(title, " · ".join(more), "card", key=consent.id)
            card.title.set_role("strong")
            card.picked.connect(self.open)
            self._box.addWidget(card)
            self.cards.append(card)
        self.setVisible(bool(self.cards))

    def open(self, consent_id: str) -> None:
        """Show what a consent touches."""
        if self._record is None:
            return
        do = in_course(self._context, self._record)
        window = ConsentWindow(self._context, self.window(), self._record, consent_id, do)
        window.changed.connect(self.changed)
        window.show()
