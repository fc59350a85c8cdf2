"""Worries in plain words: who is worried, about what, what may happen; the family's own version stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain import worries
from tvm_desktop.domain.entities import Card, Link, Position, Statement
from tvm_desktop.domain.enums import Stance
from tvm_desktop.domain.wording import QUOTATION_MARKS, quoted, sentence, shortened
from tvm_desktop.session.commands.statements import AddStatement, EditStatement
from tvm_desktop.session.commands.things import TakePosition
from tvm_desktop.ui.facilitator.card import ThingCard
from tvm_desktop.ui.facilitator.chips import ChipRow
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.fields import people_in
from tvm_desktop.ui.facilitator.panels.base import CardBoard, PanelPage, scrolling
from tvm_desktop.ui.facilitator.statementform import StatementForm, is_drafted, own_voice
from tvm_desktop.ui.facilitator.thing import ChipSpec, Thing, differing, marks, person_chip
from tvm_desktop.ui.widgets.basic import PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk

WHAT, FUTURE, WHO, OWN = "what", "future", "who", "own"
_AFTER = {WHAT: FUTURE, FUTURE: WHO, WHO: OWN, OWN: WHAT}
_HINTS = {
    WHAT: msg("What are we worried about? Say what happens"),
    FUTURE: msg("What may happen, if it goes on?"),
    WHO: msg("Who else is worried? Names or numbers: mother, 3, 4"),
    OWN: msg("How does the family say it? Choose who by Ctrl and the number"),
}


class StatementCard(ThingCard):
    """One worry and the family's own version, side by side and equally large; opened, all its parts can be written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.own = PlainLabel(wrap=True)
        self.own_chips = ChipRow(desk.context)
        self.form: StatementForm | None = None
        self.halves = QWidget()
        halves = QHBoxLayout(self.halves)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(20)
        for chips, words in ((self._chips, self.words), (self.own_chips, self.own)):
            half = QVBoxLayout()
            half.setSpacing(5)
            half.addWidget(chips)
            half.addWidget(words)
            half.addStretch(1)
            halves.addLayout(half, 1)
        self.box.insertWidget(0, self.halves)

    def show_statement(self, statement: Statement, thing: Thing) -> None:
        """Show a worry as it stands."""
        record, words = self.desk.record, self.desk.context.words
        self.show_thing(thing)
        chips = [ChipSpec(words(msg("The family’s own words")))]
        voice = person_chip(record, statement.own_voice)
        self.own_chips.show_chips((*([voice] if voice else []), *chips))
        own = statement.own_words.strip()
        self.own.setText(quoted(own, record.meeting.language) if own else words(msg("Not said yet")))
        self.own.set_role("" if own else "muted")
        self.setAccessibleName(", ".join((thing.text, *(chip.text for chip in chips), self.own.text())))
        if self.form is not None:
            self.form.refresh()

    def edit(self) -> None:
        """Open all parts; Enter goes from one to the next, Esc closes."""
        if self.desk.session.read_only:
            return
        if self.form is None:
            self.form = StatementForm(self.desk, self.thing_id)
            self.form.done.connect(self.close_form)
            self.box.insertWidget(1, self.form)
        self.halves.hide()
        self.form.show()
        self.form.focus_first()

    def close_form(self) -> None:
        """Keep what was written, and close; what could not be saved stays open."""
        if self.form is not None and self.form.keep():
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self.halves.show()
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the parts; the rest is as on every card."""
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.form.drop()
            self.close_form()
        else:
            super().keyPressEvent(event)


class _Worries(CardBoard):
    """The worries, one below the other."""

    def statement(self, statement: Statement, thing: Thing) -> StatementCard:
        """Return the card of a worry, made once."""
        card = self.cards.get(statement.id)
        if not isinstance(card, StatementCard):
            card = StatementCard(self.page.desk)
            card.aimed.connect(self._aimed)
            card.moved.connect(self._moved)
            self.cards[statement.id] = card
            self.flow.insertWidget(self.flow.count() - 1, card)
        card.show_statement(statement, thing)
        return card


class StatementsPanel(PanelPage):
    """One card per worry. The entry line moves on by itself: what, what may happen, who, the family's own words."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.board = _Worries(self)
        self.board.flow.addStretch(1)
        self.body.addWidget(scrolling(self.board), 1)
        desk.chosen.connect(self._mark)
        self.retranslate()
        for statement in desk.record.all(Statement):
            if is_drafted(desk, statement.id):
                self.edit(statement.id)

    def retranslate(self) -> None:
        """Offer the parts to the entry line."""
        words = self.desk.context.words
        self.desk.offer(
            (
                Slot(WHAT, words(msg("What it is about"))),
                Slot(FUTURE, words(msg("What may happen"))),
                Slot(WHO, words(msg("Who is worried?"))),
                Slot(OWN, words(msg("The family’s own words"))),
            )
        )
        super().retranslate()

    def refresh(self) -> None:
        """Show every worry."""
        statements = self.desk.record.all(Statement)
        for place, statement in enumerate(statements):
            card = self.board.statement(statement, self._thing(statement))
            if self.board.flow.indexOf(card) != place:
                self.board.flow.insertWidget(place, card)
        self.board.keep_only(statement.id for statement in statements)
        self._mark()

    def _thing(self, statement: Statement) -> Thing:
        record, words = self.desk.record, self.desk.context.words
        lower = {link.lower for link in record.every(Link) if link.upper == statement.id}
        cards = [card.text for card in record.all(Card) if card.id in lower]
        rests = " · ".join(quoted(shortened(text, 44), words.language) for text in cards)
        return Thing(
            id=statement.id,
            text=worries.sentence(record, statement, record.meeting.language),
            raw=statement.text,
            chips=(ChipSpec(words(msg("The worry"))), *marks(record, statement, words)),
            lines=(
                *([words(msg("Rests on: {cards}", cards=rests))] if rests else []),
                *differing(record, statement.id, words),
            ),
        )

    # -- writing -------------------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Take a part of the worry in mind, and stand ready for the next one."""
        slot = self.desk.slot_key
        statement = self._in_mind()
        if slot == WHAT or statement is None:
            slot, done = WHAT, self._add(text)
        elif slot == WHO:
            done = self._worry(statement, text)
        elif slot == OWN:
            done = self._say_own(statement, text)
        else:
            done = self._change(statement, future=_joined(statement.future, text))
        if done:
            keys = [each.key for each in self.desk.slots]
            self.desk.choose_slot(keys.index(_AFTER[slot]))
        return done

    def _add(self, text: str) -> bool:
        desk = self.desk
        new_id = desk.new_id()
        worried = (desk.voice,) if desk.voice else ()
        command = AddStatement(text, worried, rests_on=tuple(sorted(desk.picked)), id=new_id)
        if not desk.bridge.do(command, done_draft="entry"):
            return False
        desk.pick_none()
        desk.said(new_id)
        return True

    def _worry(self, statement: Statement, text: str) -> bool:
        """Add those who worry too: by name, or by their numbers at the table."""
        voices = self.desk.voices
        parts = text.replace(",", " ").split()
        numbers = [int(part) for part in parts if part.isdecimal()]
        if len(numbers) == len(parts) and all(1 <= number <= len(voices) for number in numbers):
            found = tuple(voices[number - 1].id for number in numbers)
        else:
            found, problem = people_in(text, self.desk.record)
            if problem is not None:
                self.desk.remark(problem)
                return False
        worried = tuple(dict.fromkeys((*statement.worried, *found)))
        return self._change(statement, worried=worried)

    def _say_own(self, statement: Statement, text: str) -> bool:
        """Take a version of the family's; whoever speaks after another one has their own, and both stand."""
        voice = own_voice(self.desk)
        own = statement.own_words.strip()
        if not own:
            return self._change(statement, own_words=text, own_voice=voice)
        if voice == statement.own_voice:
            return self._change(statement, own_words=_joined(_bare(own), _bare(text)))
        if not voice:
            self.desk.remark(_HINTS[OWN])
            return False
        record = self.desk.record
        taken = [p for p in record.all(Position) if (p.about, p.person_id) == (statement.id, voice)]
        before = " ".join(p.text for p in taken if p.stance is Stance.DISAGREE)
        words = quoted(_joined(_bare(before), _bare(text)), record.meeting.language)
        self.desk.session.projector.expect(statement.id)
        return self.desk.bridge.do(TakePosition(statement.id, voice, words), done_draft="entry")

    def _change(self, statement: Statement, **values: object) -> bool:
        self.desk.session.projector.expect(statement.id)
        return self.desk.bridge.do(EditStatement(statement.id, values), done_draft="entry")

    def _in_mind(self) -> Statement | None:
        record = self.desk.record
        aimed = record.find(Statement, self.desk.targets[0]) if self.desk.targets else None
        statements = record.all(Statement)
        return aimed or (statements[-1] if statements else None)

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.context.words(_HINTS.get(self.desk.slot_key, _HINTS[WHAT]))

    def edit(self, thing_id: str) -> None:
        """Open the parts of a worry."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()

    def _mark(self) -> None:
        self.board.mark(self.desk.targets)


def _joined(before: str, text: str) -> str:
    """Return what was said, and what is said now as a sentence after it."""
    return f"{sentence(before)} {text}" if before.strip() else text


def _bare(text: str) -> str:
    """Return words without the quotation marks around them."""
    text = text.strip()
    around = text[:1] in QUOTATION_MARKS and text[-1:] in QUOTATION_MARKS
    return text.strip(QUOTATION_MARKS).strip() if around else text
