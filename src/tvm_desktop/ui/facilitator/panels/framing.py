"""The framing: sentences read aloud, one key when all are with it, exceptions noted in neutral colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.domain.entities import FramingAnswer
from tvm_desktop.domain.enums import FramingReply
from tvm_desktop.session.commands.framing import AcceptFraming, AnswerFraming, SkipFraming
from tvm_desktop.ui.facilitator.desk import ASKED, Asking
from tvm_desktop.ui.facilitator.panels.base import PanelPage, scrolling
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from tvm_desktop.formats.model import Statement, Step
    from tvm_desktop.ui.facilitator.desk import Desk

_KEYS = {"E": FramingReply.AGREE, "S": FramingReply.QUESTION, "I": FramingReply.DISAGREE}


class StatementRow(Panel):
    """One sentence with its number, and what was answered. Signals: ``read()``, ``moved(int)``, ``pressed(letter)``."""

    read = Signal()
    moved = Signal(int)
    pressed = Signal(str)

    def __init__(self, number: int) -> None:
        super().__init__("card", across=True, margins=(16, 10, 14, 10), spacing=14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number = PlainLabel(str(number), "strong")
        self.number.setFixedWidth(24)
        self.words = PlainLabel(wrap=True)
        self.answer = PlainLabel(role="muted")
        self.keys = QWidget()
        keys = QVBoxLayout(self.keys)
        keys.setContentsMargins(0, 0, 0, 0)
        self.buttons = {letter: Button("", "small") for letter in _KEYS}
        row = Panel("flow", across=True, margins=(0, 0, 0, 0), spacing=6)
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._clicked)
            row.box.addWidget(button)
        keys.addWidget(row)
        self.box.addWidget(self.number)
        self.box.addWidget(self.words, 1)
        self.box.addWidget(self.answer)
        self.box.addWidget(self.keys)

    def set_current(self, *, on: bool) -> None:
        """Be the sentence that is read."""
        self.set_role("card-on" if on else "card")
        self.words.set_role("strong" if on else "")
        self.keys.setVisible(on)

    def minimumSizeHint(self) -> QSize:
        """Be tall enough for the keys, so that rows do not jump when the reading moves on."""
        hint = super().minimumSizeHint()
        return QSize(0, max(hint.height(), self.buttons["E"].sizeHint().height() + 20))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be read."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.read.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows read on; the scroll area around would keep them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be read."""
        super().mousePressEvent(event)
        self.read.emit()

    def _clicked(self) -> None:
        for letter, button in self.buttons.items():
            if button is self.sender():
                self.pressed.emit(letter)


class FramingPanel(PanelPage):
    """The sentences below each other; E, S and I answer the one that is read."""

    takes_entry = False

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self._mine = 0
        self.rows = [StatementRow(n) for n in range(1, len(step.statements) + 1)]
        holder = QWidget()
        holder.setProperty("role", "flow")
        flow = QVBoxLayout(holder)
        flow.setContentsMargins(0, 0, 6, 0)
        flow.setSpacing(8)
        for row in self.rows:
            flow.addWidget(row)
            row.read.connect(self._read)
            row.moved.connect(self._move)
            row.pressed.connect(self.press)
        self.all = Button(role="plain")
        self.all.clicked.connect(self.accept_all)
        self.skip = Button(role="quiet")
        self.skip.clicked.connect(self._ask_why)
        foot = Panel("flow", across=True, margins=(0, 6, 0, 0), spacing=10)
        foot.box.addWidget(self.all)
        foot.box.addWidget(self.skip)
        foot.box.addStretch(1)
        flow.addWidget(foot)
        flow.addStretch(1)
        self.body.addWidget(scrolling(holder), 1)
        self.retranslate()

    @property
    def current(self) -> int:
        """The sentence that is read; the wall follows it while the table is here."""
        item = self.desk.session.projector.showing.item if self.desk.is_live else self._mine
        return min(item, max(len(self.rows) - 1, 0))

    def focus_first(self) -> None:
        """Read on where the reading is."""
        if self.rows:
            self.rows[self.current].setFocus()

    def retranslate(self) -> None:
        """Say the sentences and keys."""
        words, child = self.desk.context.words, self.desk.session.child
        for row, statement in zip(self.rows, self.step.statements, strict=True):
            row.words.setText(statement.text.say(words.language, child))
            row.buttons["E"].setText(words(msg("All are with it · E")))
            row.buttons["S"].setText(words(msg("Question · S")))
            row.buttons["I"].setText(words(msg("Does not agree · I")))
        self.all.setText(words(msg("All are with everything")))
        self.skip.setText(words(msg("Go on without the framing")))
        self.desk.offer(())
        super().retranslate()

    def refresh(self) -> None:
        """Show what was answered, and which sentence is read."""
        answers = self.desk.record.all(FramingAnswer)
        for n, (row, statement) in enumerate(zip(self.rows, self.step.statements, strict=True)):
            mine = [a for a in answers if a.statement == statement.id]
            row.answer.setText(self._summary(mine))
            row.answer.set_role("good" if mine and _all_agree(mine) else "muted")
            row.set_current(on=n == self.current)
            row.setAccessibleName(f"{row.words.text()} {row.answer.text()}")

    def _summary(self, answers: list[FramingAnswer]) -> str:
        words = self.desk.context.words
        if not answers:
            return ""
        if _all_agree(answers):
            return words(msg("✓ all"))
        parts: list[Message] = []
        questions = sum(a.reply is FramingReply.QUESTION for a in answers)
        against = sum(a.reply is FramingReply.DISAGREE for a in answers)
        if questions:
            parts.append(msgs("{count} question", "{count} questions", questions))
        if against:
            parts.append(msgs("{count} does not agree", "{count} do not agree", against))
        return " · ".join(["✓", *map(words, parts)])

    # -- answering -----------------------------------------------------------------------------------------------

    def press(self, key: str) -> bool:
        """Take E, S or I for the sentence that is read."""
        reply = _KEYS.get(key.upper())
        if reply is None or self.desk.session.read_only or not self.rows:
            return False
        if reply is FramingReply.AGREE:
            self._agree()
        else:
            self._ask(reply)
        return True

    def _agree(self) -> None:
        """Everybody is with it; with answers per person, the chosen voice is, and the next voice is asked."""
        desk, statement = self.desk, self._statement().id
        if not desk.record.meeting.framing_per_person:
            desk.bridge.do(AcceptFraming((statement,)))
            self.read_next()
            return
        desk.bridge.do(AnswerFraming(statement, FramingReply.AGREE, desk.voice))
        answered = {a.person_id for a in desk.record.all(FramingAnswer) if a.statement == statement}
        waiting = [p.id for p in desk.voices if p.id not in answered]
        desk.choose_voice(waiting[0] if waiting else desk.voices[0].id)
        if not waiting:
            self.read_next()

    def accept_all(self) -> None:
        """Everybody is with all sentences."""
        self.desk.bridge.do(AcceptFraming(tuple(s.id for s in self.step.statements)))

    def read_next(self) -> None:
        """Read the next sentence; the wall follows."""
        self._go(self.current + 1)

    def shift(self, key: str) -> None:
        """Read the sentence above or below."""
        self._go(self.current + (1 if key == "down" else -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows, answer with the plain keys."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(self.current + (1 if event.key() == Qt.Key.Key_Down else -1))
        elif not event.modifiers() and self.press(event.text()):
            return
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        self._go(self.current + by)

    def _go(self, at: int) -> None:
        at = self._mine = min(max(at, 0), len(self.rows) - 1)
        if self.desk.is_live:
            self.desk.session.projector.look_at(item=at)
        if self.hasFocus() or any(row.hasFocus() for row in self.rows):
            self.rows[at].setFocus()
        self.refresh()

    def _read(self) -> None:
        for n, row in enumerate(self.rows):
            if row is self.sender() and n != self.current:
                self._go(n)

    def _statement(self) -> Statement:
        return self.step.statements[self.current]

    def _ask(self, reply: FramingReply) -> None:
        statement = self._statement().id
        asks = {
            FramingReply.QUESTION: msg("What is the question, and what is the answer?"),
            FramingReply.DISAGREE: msg("What do they see differently? Empty is fine."),
        }

        def take(text: str) -> bool:
            answer = AnswerFraming(statement, reply, self.desk.voice, text, others_agree=True)
            done = self.desk.bridge.do(answer, done_draft=ASKED)
            if done:
                self.setFocus()
            return done

        self.desk.ask(Asking(asks[reply], take, empty=True))

    def _ask_why(self) -> None:
        def take(text: str) -> bool:
            return self.desk.bridge.do(SkipFraming(text), done_draft=ASKED)

        self.desk.ask(Asking(msg("Why go on without the framing? Empty is fine."), take, empty=True))


def _all_agree(answers: list[FramingAnswer]) -> bool:
    return all(a.reply is FramingReply.AGREE for a in answers)
