"""Consent as it was given: noted, never judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain.entities import Consent, Meeting, Person
from tvm_desktop.session.commands.people import AddConsent
from tvm_desktop.session.commands.things import Remove
from tvm_desktop.ui.persondata.consent import told
from tvm_desktop.ui.prepare.consent_editor import ConsentEditor
from tvm_desktop.ui.prepare.reveal import reveal_soon
from tvm_desktop.ui.widgets.basic import Button, CardButton, Panel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.session.session import Change
    from tvm_desktop.ui.prepare.desk import Desk


class ConsentRow(Panel):
    """One consent: read as a sentence, opened to its fields. Signals: ``opening(str)``, ``removing(str)``."""

    opening = Signal(str)
    removing = Signal(str)

    def __init__(self, desk: Desk, consent: Consent) -> None:
        super().__init__("card", margins=(0, 0, 0, 0), spacing=0)
        self.desk, self.consent = desk, consent
        self.line = CardButton("", "", "bare-line")
        self.editor: ConsentEditor | None = None
        for label in (self.line.title, self.line.sub):
            label.setMinimumWidth(1)
        self.box.addWidget(self.line)
        self.line.clicked.connect(self._opening)

    def open(self) -> None:
        """Show the fields."""
        if self.editor is None:
            self.editor = ConsentEditor(self.desk, self.consent.id)
            self.editor.removing.connect(self._removing)
            self.box.addWidget(self.editor)
            self.editor.retranslate()
            self.set_role("card-open")

    def close_editor(self) -> bool:
        """Show the sentence only; False when nothing was open."""
        if self.editor is None:
            return False
        self.editor.keep_all()
        self.editor.hide()
        self.editor.deleteLater()
        self.editor = None
        self.set_role("card")
        return True

    def fill(self, consent: Consent) -> None:
        """Show what is kept."""
        self.consent = consent
        title, sub = sentence(self.desk, consent)
        self.line.set_words(title, sub)
        if self.editor is not None:
            self.editor.fill()

    def _opening(self) -> None:
        self.opening.emit(self.consent.id)

    def _removing(self) -> None:
        self.removing.emit(self.consent.id)


class ConsentSection(QWidget):
    """The consents of the course. Signal: ``told(Message)`` when one was removed and can be brought back."""

    told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: dict[str, ConsentRow] = {}
        self.heading = SectionLabel()
        self.list = QVBoxLayout()
        self.list.setSpacing(6)
        self.add = Button("", "quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.heading)
        box.addLayout(self.list)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._add)
        self._show_rows()
        waiting = {key.split("/")[0] for key in desk.drafted_under("consent/")}
        for consent_id in waiting & set(self.rows):
            self.rows[consent_id].open()

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        self.heading.setText(self.desk.say(msg("Consent, as noted")))
        self.add.setText(self.desk.say(msg("+ Note a consent")))
        for row in self.rows.values():
            if row.editor is not None:
                row.editor.retranslate()
        self.fill()

    def changed(self, change: Change) -> None:
        """Follow a change of consents or names."""
        if change.touches(Consent, Person, Meeting):
            self.fill()

    def fill(self) -> None:
        """Show what is kept."""
        self._show_rows()
        self.add.setVisible(not self.desk.locked)

    def close_open(self) -> bool:
        """Close the fields that are open; False when none were."""
        closed = [row for row in self.rows.values() if row.close_editor()]
        for row in closed:
            row.line.setFocus()
        return bool(closed)

    def _show_rows(self) -> None:
        consents = self.desk.record.every(Consent)
        for gone in set(self.rows) - {consent.id for consent in consents}:
            row = self.rows.pop(gone)
            self.list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for consent in consents:
            row = self.rows.get(consent.id) or self._new_row(consent)
            row.fill(consent)

    def _new_row(self, consent: Consent) -> ConsentRow:
        row = self.rows[consent.id] = ConsentRow(self.desk, consent)
        row.opening.connect(self._open)
        row.removing.connect(self._remove)
        self.list.addWidget(row)
        return row

    def _add(self) -> None:
        record = self.desk.record
        rank = max((consent.rank for consent in record.every(Consent)), default=0.0) + 1.0
        today = dates.local(self.desk.context.clock(), record.meeting.zone).date()
        new = Consent(id=self.desk.session.new_id(), given_on=today, rank=rank)
        if self.desk.do(AddConsent(new)):
            self._open(new.id)

    def _open(self, consent_id: str) -> None:
        row = self.rows[consent_id]
        if row.close_editor():
            return
        for other in self.rows.values():
            other.close_editor()
        row.open()
        if row.editor is not None:
            row.editor.first.setFocus()
            reveal_soon(row)

    def _remove(self, consent_id: str) -> None:
        if self.desk.do(Remove((consent_id,))):
            self.add.setFocus()
            self.told.emit(msg("The consent is removed from the list."))


def sentence(desk: Desk, consent: Consent) -> tuple[str, str]:
    """Say a consent: who has said yes, and to what; a withdrawal first."""
    title, *more = (desk.say(part) for part in told(desk.record, consent, desk.context.language))
    return title, " · ".join(more)
