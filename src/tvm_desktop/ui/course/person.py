"""One person of the course: shown as a card, changed in place, once and everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.enums import Side
from tvm_desktop.ui.home.words import DOT
from tvm_desktop.ui.widgets.buttons import Button, CardButton
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel, rule
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Person
    from tvm_desktop.ui.context import UiContext

SIDES: dict[Side, Message] = {
    Side.FAMILY: msg("family"),
    Side.PRIVATE: msg("private network"),
    Side.PROFESSIONAL: msg("professional"),
}
_UNBROKEN = "\u00a0"
_FIELDS = ("name", "called", "relation", "profession", "phone")


class PersonRow(QWidget):
    """Signals: ``changed(str, dict)`` with the person's id and the fields that differ, ``all_wanted(str)``."""

    changed = Signal(str, dict)
    all_wanted = Signal(str)

    def __init__(self, context: UiContext, person: Person) -> None:
        super().__init__()
        self._context = context
        self.person = person
        self.card = CardButton(role="card")
        self.card.title.set_role("strong")
        self.editor: _Editor | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.card)
        self.card.clicked.connect(self.open_editor)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the card in the program's language."""
        words, person = self._context.words, self.person
        what = person.relation or person.profession
        side = words(msg("child")) if person.is_child else words(SIDES[person.side])
        other = bool(person.called) and not person.name.startswith(person.called)
        called = words(msg("called {name}", name=person.called)) if other else ""
        phone = person.phone.replace(" ", _UNBROKEN)
        sub = DOT.join(part for part in (what, side, called, phone) if part)
        self.card.set_words(person.name, sub)
        if self.editor is not None:
            self.editor.retranslate()

    def open_editor(self) -> None:
        """Change the person here."""
        if self.editor is None:
            self.editor = _Editor(self._context, self.person)
            self.editor.kept.connect(self._kept)
            self.editor.closed.connect(self.close_editor)
            self.editor.all_of.clicked.connect(self._all_wanted)
            self._box.addWidget(self.editor)
            self.editor.show()
        self.card.hide()
        self.editor.fields["name"].setFocus()

    def close_editor(self) -> None:
        """Show the card again."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self.card.show()
        self.card.setFocus()

    def _all_wanted(self) -> None:
        self.all_wanted.emit(self.person.id)

    def _kept(self, values: dict[str, str]) -> None:
        self.close_editor()
        if values:
            self.changed.emit(self.person.id, values)


class _Editor(Panel):
    """Signals: ``kept(dict)`` with the fields that differ, ``closed()``."""

    kept = Signal(dict)
    closed = Signal()

    def __init__(self, context: UiContext, person: Person) -> None:
        super().__init__("card-on", margins=(16, 14, 16, 14), spacing=8)
        self._context = context
        self._person = person
        self.fields = {name: LineField() for name in _FIELDS}
        self.hint = PlainLabel(role="small", wrap=True)
        self.keep = Button(role="primary")
        self.away = Button(role="quiet")
        self.all_of = Button(role="quiet")
        for name, field in self.fields.items():
            field.set_text(getattr(person, name))
            field.done.connect(self._keep)
            self.box.addWidget(field)
        self.box.addWidget(self.hint)
        acts = QHBoxLayout()
        acts.addWidget(self.away)
        acts.addStretch(1)
        acts.addWidget(self.keep)
        self.box.addLayout(acts)
        self.box.addWidget(rule())
        self.box.addWidget(self.all_of, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep.clicked.connect(self._keep)
        self.away.clicked.connect(self.closed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self._context.words
        labels = {
            "name": msg("Name"),
            "called": msg("What we call them on board and paper"),
            "relation": msg("Relation to the child"),
            "profession": msg("Profession"),
            "phone": msg("Phone"),
        }
        for name, field in self.fields.items():
            field.set_label(words(labels[name]))
        family = self._person.side is not Side.PROFESSIONAL
        self.fields["relation"].setVisible(family)
        self.fields["profession"].setVisible(not family)
        self.hint.setText(words(msg("The change shows everywhere, in meetings that were held too.")))
        self.keep.setText(words(msg("Save")))
        self.away.setText(words(msg("Cancel")))
        name = self._person.called or self._person.name.split(" ")[0]
        self.all_of.setText(words(msg("All about {name} …", name=name)))

    def _keep(self) -> None:
        words = self._context.words
        if not self.fields["name"].text():
            self.fields["name"].set_problem(words(msg("A person needs a name.")))
            self.fields["name"].setFocus()
            return
        values = {name: field.text() for name, field in self.fields.items()}
        self.kept.emit({n: v for n, v in values.items() if v != getattr(self._person, n)})
