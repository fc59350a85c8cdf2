"""A round of talking: whose turn it is, one key to go on, one to let somebody pass. Nothing is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.session.frames.round import order
from tvm_desktop.ui.facilitator.panels.base import PanelPage, scrolling
from tvm_desktop.ui.facilitator.thing import chip_kind
from tvm_desktop.ui.widgets.basic import Button, Chip, Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from tvm_desktop.domain.entities import Person
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk

_ON = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class TurnRow(Panel):
    """One person in the round. Signal: ``chosen(person_id)``."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__("card", across=True, margins=(16, 8, 14, 8), spacing=12)
        self.person_id = person.id
        self.sign = PlainLabel("", "good")
        self.sign.setFixedWidth(desk.context.px(18))
        self.name = PlainLabel(desk.record.called(person.id))
        self.tie = Chip(person.relation or person.profession)
        self.tie.set_kind(chip_kind(person))
        self.state = PlainLabel("", "muted")
        for widget in (self.sign, self.name, self.tie):
            self.box.addWidget(widget)
        self.tie.setVisible(bool(self.tie.text()))
        self.box.addStretch(1)
        self.box.addWidget(self.state)

    def show_state(self, *, on: bool, done: bool, state: str) -> None:
        """Show whether it is their turn, and what they did with it."""
        self.set_role("card-on" if on else "card")
        self.name.set_role("strong" if on else "")
        self.sign.setText("✓" if done else "")
        self.state.setText(state)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give them the turn."""
        super().mousePressEvent(event)
        self.chosen.emit(self.person_id)


class RoundPanel(PanelPage):
    """The family first. Who has talked and who has passed is known to this page only."""

    takes_entry = False

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows: dict[str, TurnRow] = {}
        self.order: list[str] = []
        self.current = ""
        self.over = False
        self.talked: set[str] = set()
        self.passed: set[str] = set()
        self._dealt = -1
        self.question = PlainLabel(role="heading", wrap=True)
        self.on, self.passing, self.other = Button("", "primary"), Button("", "plain"), Button("", "quiet")
        self.on.clicked.connect(self.go_on)
        self.passing.clicked.connect(self.let_pass)
        self.other.clicked.connect(self.deal)
        acts = Panel("flow", across=True, margins=(0, 4, 0, 10), spacing=10)
        for button in (self.on, self.passing, self.other):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page has the keys
            acts.box.addWidget(button)
        acts.box.addStretch(1)
        self.thanks = PlainLabel(role="good", wrap=True)
        holder = QWidget()
        holder.setProperty("role", "flow")
        self.flow = QVBoxLayout(holder)
        self.flow.setContentsMargins(0, 0, 6, 0)
        self.flow.setSpacing(6)
        self.flow.addWidget(self.thanks)
        self.flow.addStretch(1)
        for widget in (self.question, acts):
            self.body.addWidget(widget)
        self.area = scrolling(holder)
        self.body.addWidget(self.area, 1)
        desk.changed.connect(self._show_question)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the keys with what they do."""
        words = self.desk.context.words
        self.on.setText(words(msg("The next one · Space")))
        self.passing.setText(words(msg("Passes · S")))
        self.other.setText(words(msg("Another question · N")))
        self.thanks.setText(words(msg("The round is done. Thank you, all of you.")))
        self.desk.offer(())
        self._forget_rows()
        super().retranslate()

    def refresh(self) -> None:
        """Show whose turn it is; whoever comes in or leaves changes the order, not the turn."""
        people = order(self.desk.record)
        before, self.order = self.order, [person.id for person in people]
        if self.current not in self.order and not self.over:
            at = before.index(self.current) if self.current in before else 0
            later = [i for i in before[at:] if i in self.order]
            self.current = (later or self.order or [""])[0]
        for gone in self.rows.keys() - set(self.order):
            self._forget(gone)
        for place, person in enumerate(people):
            row = self.rows.get(person.id) or self._new_row(person)
            if self.flow.indexOf(row) != place:
                self.flow.insertWidget(place, row)
        self._show()

    def _new_row(self, person: Person) -> TurnRow:
        row = self.rows[person.id] = TurnRow(self.desk, person)
        row.chosen.connect(self.choose)
        return row

    def _forget_rows(self) -> None:
        for person_id in list(self.rows):
            self._forget(person_id)

    def _forget(self, person_id: str) -> None:
        row = self.rows.pop(person_id)
        self.flow.removeWidget(row)
        row.hide()
        QTimer.singleShot(0, row.deleteLater)

    def _show(self) -> None:
        words = self.desk.context.words
        for person_id, row in self.rows.items():
            on = person_id == self.current and not self.over
            passed = words(msg("passes")) if person_id in self.passed else ""
            row.show_state(
                on=on, done=person_id in self.talked, state=words(msg("talks now")) if on else passed
            )
        self.thanks.setVisible(self.over)
        self.on.setEnabled(not self.over)
        self.passing.setEnabled(not self.over)
        called = "" if self.over else self.desk.record.called(self.current)
        self.setAccessibleName(words(msg("Your turn, {name}", name=called)) if called else self.thanks.text())
        if self.desk.is_live:
            at = len(self.order) if self.over else self.order.index(self.current) if self.order else 0
            self.desk.session.projector.look_at(item=at)
        if self.current in self.rows:
            self.area.ensureWidgetVisible(self.rows[self.current], 0, 10)
        self._show_question()

    def _show_question(self) -> None:
        """Show what the round is about: at the table's step it is what the wall asks."""
        language, session = self.desk.context.words.language, self.desk.session
        if self.desk.is_live:
            on_wall = session.projector.showing.prompt
            theirs = [prompt.say(session.language, session.child) for prompt in self.step.prompts]
            self._dealt = theirs.index(on_wall) if on_wall in theirs else -1
        dealt = self.step.prompts[self._dealt] if self._dealt >= 0 else self.step.question
        self.question.setText(dealt.say(language, session.child))
        self.other.setVisible(bool(self.step.prompts))

    # -- turns ---------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """The one whose turn it was has talked; it is the next one's turn."""
        self._turn(self.talked, self.passed)

    def let_pass(self) -> None:
        """Nobody has to say anything; it is the next one's turn."""
        self._turn(self.passed, self.talked)

    def _turn(self, into: set[str], out_of: set[str]) -> None:
        if self.over or not self.order:
            return
        into.add(self.current)
        out_of.discard(self.current)
        at = self.order.index(self.current) + 1
        self.over = at == len(self.order)
        self.current = self.current if self.over else self.order[at]
        self._show()

    def go_back(self) -> None:
        """Give the turn back to the one before."""
        at = self.order.index(self.current) - (0 if self.over else 1) if self.order else -1
        if at >= 0:
            self.choose(self.order[at])

    def choose(self, person_id: str) -> None:
        """Give somebody the turn."""
        self.current, self.over = person_id, False
        self.talked.discard(person_id)
        self.passed.discard(person_id)
        self._show()
        self.setFocus()

    def deal(self) -> None:
        """Ask another question; on the wall it stands in place of the one before."""
        if not self.step.prompts:
            return
        self._dealt = (self._dealt + 1) % len(self.step.prompts)
        if self.desk.is_live:
            session = self.desk.session
            theirs = self.step.prompts[self._dealt].say(session.language, session.child)
            session.projector.look_at(prompt=theirs)
        self._show_question()

    def shift(self, key: str) -> None:
        """Go on, or back."""
        (self.go_on if key in {"down", "right"} else self.go_back)()

    def press(self, key: str) -> bool:
        """Take S and N."""
        letter = key.upper()
        if letter == "S":
            self.let_pass()
        elif letter == "N":
            self.deal()
        return letter in {"S", "N"}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Space, Enter or an arrow, back with an arrow."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _ON:
            self.go_on()
        elif plain and event.key() in _BACK:
            self.go_back()
        elif not (plain and self.press(event.text())):
            super().keyPressEvent(event)
