"""How was the meeting: who was there, whom we missed, what it was about, and whether it has made sense to each."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.documents.parts.people import introduced, joined, there
from tvm_desktop.domain import turns
from tvm_desktop.domain.columns import held
from tvm_desktop.domain.entities import Card, Evaluation, Goal, Missed, Person, Wish
from tvm_desktop.domain.enums import Holds
from tvm_desktop.session.commands.evaluation import Evaluate, Miss
from tvm_desktop.session.frames.round import order
from tvm_desktop.ui.facilitator.fields import KeptLine
from tvm_desktop.ui.facilitator.panels.base import CardBoard, PanelPage, scrolling
from tvm_desktop.ui.facilitator.thing import Thing, person_chip
from tvm_desktop.ui.widgets.basic import Panel, PlainLabel
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.facilitator.desk import Desk

_MOST = 10
_NUMBER_TEXT = re.compile("[0-9]{1,2}")
_ABREAST = 600
_NUMBER = 64


class Block(Panel):
    """One question with its answer."""

    def __init__(self) -> None:
        super().__init__("card", margins=(16, 12, 16, 12), spacing=6)
        self.title = PlainLabel(role="strong", wrap=True)
        self.text = PlainLabel(wrap=True)
        self.box.addWidget(self.title)
        self.box.addWidget(self.text)

    def show_words(self, title: str, text: str) -> None:
        """Show the question, and what is filled in."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))


class AnswerLine(QWidget):
    """What the meeting has given one person: words, and a number where numbers are asked for."""

    def __init__(self, desk: Desk, person: Person) -> None:
        super().__init__()
        self.desk, self.person_id = desk, person.id
        name = msg("{words}", words=desk.record.voice(person.id))
        key = f"evaluation/{person.id}"
        self.words = KeptLine(desk, f"{key}/text", name, partial(_read_words, person.id))
        self.number = KeptLine(desk, f"{key}/number", msg("0–10"), partial(_read_number, person.id))
        self.number.setFixedWidth(desk.context.px(_NUMBER))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Show what is kept."""
        found = [e for e in self.desk.record.all(Evaluation) if e.person_id == self.person_id]
        number = found[0].number if found else None
        self.words.show_text(found[0].text if found else "")
        if not self.words.edit.hasFocus():
            self.words.edit.setCursorPosition(0)  # of a long answer one sees how it begins
        self.number.show_text("" if number is None else str(number))
        self.number.setVisible(self.desk.record.meeting.evaluation_numbers)


class EvaluationPanel(PanelPage):
    """What is known is filled in. The entry line takes whom we missed; each answers on a line, the family first."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.who, self.missed, self.about, self.sense = (Block() for _ in range(4))
        self.board = CardBoard(self)
        self.board.flow.setContentsMargins(0, 0, 0, 0)
        self.missed.box.addWidget(self.board)
        self.lines: dict[str, AnswerLine] = {}
        left = QVBoxLayout()
        for block in (self.who, self.missed, self.about):
            left.addWidget(block)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.sense)
        right.addStretch(1)
        holder = QWidget()
        holder.setProperty("role", "flow")
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self.columns.setContentsMargins(0, 0, 6, 0)
        self.columns.setSpacing(12)
        for column, share in ((left, 4), (right, 5)):
            column.setSpacing(12)
            self.columns.addLayout(column, share)
        self.body.addWidget(scrolling(holder), 1)
        desk.chosen.connect(self._mark)
        self.retranslate()

    def retranslate(self) -> None:
        """Nothing to choose in the entry line: it takes whom we missed."""
        self.desk.offer(())
        self._forget(set(self.lines))
        here = [person.id for person in order(self.desk.record)]
        if here and self.desk.voice not in here:
            self.desk.choose_voice(here[0])
        super().retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the questions below one another when there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= self.desk.context.px(_ABREAST)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self.columns.setDirection(way)

    def refresh(self) -> None:
        """Show what is known, and what was answered."""
        record, words = self.desk.record, self.desk.context.words
        names = [introduced(record, seat, words.language) for seat in there(record)]
        self.who.show_words(words(msg("Who was there?")), joined(names, words.language))
        self.missed.show_words(words(msg("Did we need somebody who was not here?")), self._invited())
        self.about.show_words(words(msg("What was the meeting about?")), self._content())
        self.sense.show_words(words(msg("Has it made sense?")), "")
        self._show_missed()
        self._show_lines()

    def _invited(self) -> str:
        words = self.desk.context.words
        if self.desk.record.all(Missed):
            return words(msg("They are offered when the next meeting is prepared."))
        return words(msg("Write who below, and they are offered when the next meeting is prepared."))

    def _content(self) -> str:
        record, words = self.desk.record, self.desk.context.words
        counts = [
            msgs("{count} card", "{count} cards", len(record.all(Card))),
            msgs("{count} goal", "{count} goals", len(record.all(Goal))),
            msgs("{count} agreement", "{count} agreements", len(held(record, Holds.ACTION))),
            msgs("{count} wish of the family’s", "{count} wishes of the family’s", len(record.all(Wish))),
        ]
        counted = " · ".join(words(count) for count in counts if count.count)
        return "\n".join(text for text in (record.meeting.purpose, counted) if text)

    def _show_missed(self) -> None:
        record = self.desk.record
        found = record.all(Missed)
        for place, missed in enumerate(found):
            chip = person_chip(record, missed.voice)
            thing = Thing(missed.id, missed.text, missed.text, (chip,) if chip else ())
            card = self.board.card(thing)
            if self.board.flow.indexOf(card) != place:
                self.board.flow.insertWidget(place, card)
        self.board.keep_only(missed.id for missed in found)
        self.board.setVisible(bool(found))
        self._mark()

    # -- has it made sense ---------------------------------------------------------------------------------------

    def asked(self) -> list[Person]:
        """List who is asked, the family first: those in the room, and whoever has answered."""
        record = self.desk.record
        known = {answer.person_id for answer in record.all(Evaluation)} | turns.present(record)
        return turns.family_first(person for person in turns.voices(record) if person.id in known)

    def _show_lines(self) -> None:
        people = self.asked()
        self._forget(self.lines.keys() - {person.id for person in people})
        for place, person in enumerate(people, self.sense.box.indexOf(self.sense.text) + 1):
            line = self.lines.get(person.id)
            if line is None:
                line = self.lines[person.id] = AnswerLine(self.desk, person)
            if self.sense.box.indexOf(line) != place:
                self.sense.box.insertWidget(place, line)
            line.refresh()

    def _forget(self, person_ids: set[str]) -> None:
        for person_id in person_ids:
            line = self.lines.pop(person_id)
            self.sense.box.removeWidget(line)
            line.hide()
            QTimer.singleShot(0, line.deleteLater)

    # -- whom we missed ------------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Note somebody who should have been there."""
        desk = self.desk
        new_id = desk.session.new_id()
        done = desk.bridge.do(Miss(text, desk.voice, id=new_id), done_draft="entry")
        if done:
            desk.aim(new_id)
        return done

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.context.words(
            msg("Whom did we miss? Name, and what they are (teacher, grandmother)")
        )

    def edit(self, thing_id: str) -> None:
        """Edit in place."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()

    def _mark(self) -> None:
        self.board.mark(self.desk.targets)


def _read_words(person_id: str, text: str) -> Command | Message:
    return Evaluate(person_id, {"text": text})


def _read_number(person_id: str, text: str) -> Command | Message:
    if not text:
        return Evaluate(person_id, {"number": None})
    if _NUMBER_TEXT.fullmatch(text) and int(text) <= _MOST:
        return Evaluate(person_id, {"number": int(text)})
    return msg("A number from 0 to 10")
