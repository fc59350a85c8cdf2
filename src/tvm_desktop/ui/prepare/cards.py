"""What somebody has written beforehand; the leader's alone until it is said at the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Attendance, Card, Meeting, Person
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.things import Remove
from tvm_desktop.ui.prepare.fields import narrow_choice
from tvm_desktop.ui.prepare.reveal import reveal_soon
from tvm_desktop.ui.prepare.table import seats
from tvm_desktop.ui.widgets.basic import Button, Chip, DraftEdit, Panel, PlainLabel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.session.session import Change
    from tvm_desktop.ui.prepare.desk import Desk

_ENTRY = "prepared/entry"


class PreparedCard(Panel):
    """One prepared text. Signal: ``removing(str)``."""

    removing = Signal(str)

    def __init__(self, card_id: str) -> None:
        super().__init__("card", margins=(12, 6, 6, 8), spacing=2)
        self._card_id = card_id
        self.voice = Chip()
        self.voice.setMinimumWidth(1)
        self.words = PlainLabel("", "", wrap=True)
        self.words.setMinimumWidth(1)
        self.column = PlainLabel("", "small", wrap=True)
        self.remove = Button("×", "quiet")
        head = QHBoxLayout()
        head.addWidget(self.voice)
        head.addStretch(1)
        head.addWidget(self.remove)
        self.box.addLayout(head)
        self.box.addWidget(self.words)
        self.box.addWidget(self.column)
        self.remove.clicked.connect(self._removing)

    def _removing(self) -> None:
        self.removing.emit(self._card_id)


class PreparedSection(QWidget):
    """Lays out the prepared cards and the line to write one. Signal: ``told(Message)`` when one was removed."""

    told = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.cards: dict[str, PreparedCard] = {}
        self.heading = SectionLabel()
        self.lead = PlainLabel("", "small", wrap=True)
        self.list = QVBoxLayout()
        self.list.setSpacing(6)
        self.open_entry = Button("", "quiet")
        self.form = QWidget()
        self.voice, self.column = narrow_choice(), narrow_choice()
        self.entry = DraftEdit(_ENTRY, desk.draft, lines=(2, 6))
        self.warning = PlainLabel("", "error", wrap=True)
        self._lay_out()
        self.form.hide()
        self.warning.hide()
        self.entry.accepted.connect(self._add)
        self.entry.typed.connect(self._typed)
        self.open_entry.clicked.connect(self._open)
        draft = desk.drafted(_ENTRY)
        if draft:
            self.entry.restore(draft.text, draft.cursor)
            self._show_form(shown=True)

    def _lay_out(self) -> None:
        form = QVBoxLayout(self.form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for field in (self.voice, self.column, self.entry, self.warning):
            form.addWidget(field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.heading)
        box.addWidget(self.lead)
        box.addLayout(self.list)
        box.addWidget(self.open_entry, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.form)

    def retranslate(self) -> None:
        """Say all in the language of the moment."""
        say = self.desk.say
        self.heading.setText(say(msg("Written beforehand")))
        self.lead.setText(say(msg("Only you see this, until it is said at the meeting.")))
        self.open_entry.setText(say(msg("+ Write something down")))
        self.voice.set_label(say(msg("Who says it")))
        self.column.set_label(say(msg("Where it belongs")))
        self.entry.setPlaceholderText(say(msg("The words. Enter keeps them.")))
        self.entry.setAccessibleName(say(msg("The words")))
        self.fill()

    def changed(self, change: Change) -> None:
        """Follow a change of cards or people."""
        if change.touches(Card, Person, Attendance, Meeting):
            self.fill()

    def fill(self) -> None:
        """Show what is kept."""
        prepared = [card for card in self.desk.record.all(Card) if card.prepared]
        for gone in set(self.cards) - {card.id for card in prepared}:
            old = self.cards.pop(gone)
            self.list.removeWidget(old)
            old.hide()
            old.deleteLater()
        for card in prepared:
            self._show_card(card)
        self._fill_choices()
        self.open_entry.setVisible(self.form.isHidden() and not self.desk.locked)

    def _show_card(self, card: Card) -> None:
        shown = self.cards.get(card.id)
        if shown is None:
            shown = self.cards[card.id] = PreparedCard(card.id)
            shown.removing.connect(self._remove)
            self.list.addWidget(shown)
        voice = self.desk.record.voice(card.voice)
        person = self.desk.record.find(Person, card.voice)
        shown.column.setText(dict(self._columns()).get(card.kind.value, ""))
        shown.voice.setText(voice)
        shown.voice.setVisible(bool(voice))
        shown.voice.set_kind("child" if person and person.is_child else "")
        shown.words.setText(card.text)
        shown.remove.setAccessibleName(self.desk.say(msg("Remove this card")))
        shown.remove.setVisible(not self.desk.locked)

    def _fill_choices(self) -> None:
        voices = [(s.person.id, self.desk.record.voice(s.person.id)) for s in seats(self.desk.record)]
        self.voice.fill([("", self.desk.say(msg("nobody in particular"))), *voices], self.voice.key())
        self.column.fill(self._columns(), self.column.key())

    def _columns(self) -> list[tuple[str, str]]:
        found: dict[str, str] = {}
        for step in self.desk.format.steps:
            for column in step.columns:
                found.setdefault(column.kind.value, self.desk.phrase(column.title))
        return list(found.items())

    def _typed(self) -> None:
        found = self.desk.watch(self.entry.text())
        self.warning.setText(self.desk.say(found) if found else "")
        self.warning.setVisible(found is not None)

    def _open(self) -> None:
        self._show_form(shown=True)
        self.entry.setFocus()
        reveal_soon(self.form)

    def _show_form(self, *, shown: bool) -> None:
        self.form.setVisible(shown)
        self.open_entry.setVisible(not shown and not self.desk.locked)

    def close_open(self) -> bool:
        """Fold the line away; False when it was folded."""
        if self.form.isHidden():
            return False
        self.entry.flush()
        self._show_form(shown=False)
        self.open_entry.setFocus()
        return True

    def _add(self, text: str) -> None:
        if not text.strip() or not self.column.key():
            return
        card = AddCard(CardKind(self.column.key()), text, self.voice.key(), prepared=True)
        if self.desk.do(card, draft=_ENTRY):
            self.entry.set_text("")
            self._typed()

    def _remove(self, card_id: str) -> None:
        if self.desk.do(Remove((card_id,))):
            self.open_entry.setFocus()
            self.told.emit(msg("The card is removed."))
