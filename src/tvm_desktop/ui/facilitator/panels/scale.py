"""Where are we, 0 to 10: numbers typed from slips without being seen, shown together, and what was said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import Person, Scale, ScaleRating
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.wording import QUOTATION_MARKS, shortened
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.scales import AllowNumber, AskScale, Rate, Reveal, SayWhy
from tvm_desktop.session.frames.scale import REASONS, by_reason
from tvm_desktop.ui.actions import key_text
from tvm_desktop.ui.facilitator.desk import ASKED, Asking, Slot
from tvm_desktop.ui.facilitator.inview import InView
from tvm_desktop.ui.facilitator.numbers import PersonNumber
from tvm_desktop.ui.facilitator.panels.base import CardBoard, PanelPage, clear, scrolling
from tvm_desktop.ui.facilitator.questionform import QuestionForm, QuestionTabs, asking
from tvm_desktop.ui.facilitator.thing import card_thing
from tvm_desktop.ui.widgets.basic import Button, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from tvm_desktop.domain.scales import Number, Question
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk

_ABREAST = 2


class ScalePanel(PanelPage):
    """One line per person with a voice. ``view`` knows the question in view, here and on the wall."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.view = InView(desk, step)
        self.peeking = False
        self._voice = desk.voice
        self.rows: dict[str, PersonNumber] = {}
        self.form: QuestionForm | None = None
        self.tabs = QuestionTabs()
        self.question = PlainLabel(role="heading", wrap=True)
        self.ends = PlainLabel(role="muted", wrap=True)
        self.change, self.another = Button("", "link"), Button("", "link")
        self.reveal = Button("", "primary")
        self.answered = PlainLabel(role="small", wrap=True)
        self.board = CardBoard(self)
        self.titles = [PlainLabel(role="strong", wrap=True) for _ in REASONS]
        self._lay_out()
        self.tabs.picked.connect(self._tab_picked)
        self.change.clicked.connect(self._open_form)
        self.another.clicked.connect(self.ask_another)
        self.reveal.clicked.connect(self._toggle)
        desk.chosen.connect(self._mark)
        self.retranslate()

    def _lay_out(self) -> None:
        self.head = QVBoxLayout()
        self.head.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self.question, 1)
        line.addWidget(self.change)
        line.addWidget(self.another)
        self.head.addLayout(line)
        self.head.addWidget(self.ends)
        self.people = QGridLayout()
        self.people.setHorizontalSpacing(24)
        self.people.setVerticalSpacing(8)
        show = QHBoxLayout()
        show.addWidget(self.reveal)
        show.addWidget(self.answered, 1)
        self.reasons = QGridLayout()
        self.reasons.setHorizontalSpacing(16)
        self.reasons.setVerticalSpacing(8)
        for column in range(_ABREAST):
            self.people.setColumnStretch(column, 1)
            self.reasons.setColumnStretch(column, 1)
        self.body.addWidget(self.tabs)
        self.body.addLayout(self.head)
        self.body.addSpacing(6)
        for layout in (self.people, show, self.reasons):
            self.board.flow.addLayout(layout)
        self.board.flow.addStretch(1)
        self.area = scrolling(self.board)
        self.body.addWidget(self.area, 1)

    # -- what there is -------------------------------------------------------------------------------------------

    def in_view(self) -> Question:
        """Return the question in view."""
        return self.view.question

    @property
    def scale(self) -> Scale | None:
        """The scale in view, None while it is only proposed."""
        return self.desk.record.find(Scale, self.in_view().id)

    @property
    def is_open(self) -> bool:
        """Whether the numbers have been shown."""
        return self.scale is not None and self.scale.revealed

    def retranslate(self) -> None:
        """Say everything."""
        words = self.desk.context.words
        self.change.setText(words(msg("Change the words")))
        self.another.setText(words(msg("+ Another question")))
        for label, (_, title, _tint) in zip(self.titles, REASONS, strict=True):
            label.setText(words(title))
        self.desk.offer(tuple(Slot(kind, words(title)) for kind, title, _ in REASONS))
        super().retranslate()

    def refresh(self) -> None:
        """Show who has answered to the wall's question; once they are shown, the numbers and what was said."""
        self.view.follow()
        question, words = self.in_view(), self.desk.context.words
        self.takes_entry = self.is_open
        self.question.setText(question.text)
        ends = ((0, question.low), (scales.HIGHEST, question.high))
        about = getattr(self.desk.record.anything(question.about), "text", "")
        lines = [f"{number} · {text}" for number, text in ends if text]
        lines += [words(msg("Belongs to: {text}", text=shortened(about)))] if about else []
        lines += [] if question in self.view.shown() else [words(msg("not shown"))]
        self.ends.setText("\n".join(lines))
        if self.form is not None:
            self.form.refresh()
        for widget in (self.change, self.another):
            widget.setVisible(not self.desk.session.read_only)
        self.tabs.show_questions(self.view.found(), self.view.index)
        self._show_people(question)
        self._show_reasons(question)
        self._mark()

    def _show_people(self, question: Question) -> None:
        record, words = self.desk.record, self.desk.context.words
        given = {number.person_id: number for number in scales.numbers(record, question.id)}
        last = {number.person_id: number for number in scales.last_time(record, question)}
        there = {person.id: person for person in self.desk.voices}
        people = {i: p for i in (*there, *given) if (p := record.find(Person, i))}
        if list(people) != list(self.rows):
            self._make_rows(list(people.values()))
        for person_id, row in self.rows.items():
            number = given.get(person_id)
            row.show_number(number, last.get(person_id), seen=self._may_see(number), open_=self.is_open)
        self.reveal.setText(
            words(msg("Hide the numbers")) if self.is_open else words(msg("Show the numbers"))
        )
        self.reveal.set_role("plain" if self.is_open else "primary")
        self.reveal.setVisible(bool(given) and not self.desk.session.read_only)
        hidden = msg("Hold {key} to see the numbers yourself.", key=key_text("notes"))
        slips = msg("Type each number from its slip. Nobody sees it before all are shown together.")
        self.answered.setText("" if self.is_open else words(hidden if given else slips))

    def _may_see(self, number: Number | None) -> bool:
        return number is not None and (self.peeking or (self.is_open and number.may_show))

    def _make_rows(self, people: list[Person]) -> None:
        focused = next((i for i, row in self.rows.items() if row.field.hasFocus()), "")
        clear(self.people)
        for gone in self.rows.values():
            gone.hide()
            gone.deleteLater()
        self.rows = {person.id: PersonNumber(self.desk, person) for person in people}
        for place, row in enumerate(self.rows.values()):
            self.people.addWidget(row, *divmod(place, _ABREAST))
            row.field.given.connect(self._given)
            row.field.taken_back.connect(self._taken_back)
            row.field.stepped.connect(self._stepped)
            row.field.entered.connect(self._entered)
            row.yes.clicked.connect(self._allowed)
        if focused in self.rows:
            self.rows[focused].field.setFocus()

    def _show_reasons(self, question: Question) -> None:
        record, words = self.desk.record, self.desk.context.words
        cards = scales.reasons(record, question.id)
        clear(self.reasons)
        for column, mine in enumerate(by_reason(cards)):
            self.titles[column].setVisible(bool(mine))
            self.reasons.addWidget(self.titles[column], 0, column)
            for place, card in enumerate(mine, 1):
                self.reasons.addWidget(self.board.card(card_thing(record, card, words)), place, column)
        self.board.keep_only(card.id for card in cards)

    # -- numbers -------------------------------------------------------------------------------------------------

    def _row(self) -> PersonNumber | None:
        sender = self.sender()
        return next((row for row in self.rows.values() if sender in (row.field, row.yes)), None)

    def _given(self, value: int) -> None:
        row, question = self._row(), self.in_view()
        if row is None or self.desk.session.read_only:
            return
        scale_id = question.id or self.desk.session.new_id()
        was_open = self.is_open
        ask, shows = None if question.id else asking(question), not self.desk.session.was_shown(scale_id)
        self.desk.bridge.do(Rate(scale_id, row.person_id, value, ask, shows))
        if self.is_open and not was_open:
            self.desk.entry_wanted.emit()

    def _taken_back(self) -> None:
        row, question = self._row(), self.in_view()
        if row is not None and question.id:
            self.desk.bridge.do(Rate(question.id, row.person_id, None))

    def _stepped(self, by: int) -> None:
        row, order = self._row(), list(self.rows)
        if row is None or not row.field.hasFocus():
            return
        at = order.index(row.person_id) + by
        if 0 <= at < len(order):
            self.rows[order[at]].field.setFocus()

    def _entered(self) -> None:
        """Let the next verb mean this person's number: Ctrl+J is a child's yes."""
        row, scale_id = self._row(), self.in_view().id
        if row is None:
            return
        self.area.ensureWidgetVisible(row)
        who = (scale_id, row.person_id)
        ratings = self.desk.record.all(ScaleRating)
        meant = next((r.id for r in ratings if (r.scale_id, r.person_id) == who), scale_id)
        self.desk.aim(*([meant] if meant else []))

    def _allowed(self) -> None:
        row, question = self._row(), self.in_view()
        if row is not None and question.id:
            self.desk.bridge.do(AllowNumber(question.id, row.person_id, row.yes.isChecked()))

    def _toggle(self) -> None:
        question = self.in_view()
        if question.id and scales.numbers(self.desk.record, question.id):
            shows = not self.is_open
            if self.desk.bridge.do(Reveal(question.id, shows)) and shows:
                self.desk.entry_wanted.emit()

    def press(self, key: str) -> bool:
        """Show all numbers together, or hide them again."""
        if key == "numbers" and not self.desk.session.read_only:
            self._toggle()
        return key == "numbers"

    def peek(self, *, on: bool) -> bool:
        """Let the leader see the numbers while a key is held."""
        before, self.peeking = self.peeking, on and not self.is_open
        if self.peeking != before:
            self._show_people(self.in_view())
        return self.peeking or before

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the numbers with the page."""
        super().hideEvent(event)
        self.peek(on=False)

    def changeEvent(self, event: QEvent) -> None:
        """Hide the numbers when another window comes before this one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self.rows:
            self.peek(on=False)

    # -- questions -----------------------------------------------------------------------------------------------

    def _tab_picked(self, place: int) -> None:
        self.look_at(place)
        if not self.is_open:
            self.focus_first()

    def look_at(self, place: int) -> None:
        """Look at another question; the wall follows while the table is at this step."""
        if not 0 <= place < len(self.view.found()):
            return
        for row in self.rows.values():  # a number half typed belongs to the question that was asked
            row.field.take()
        self.view.go(place)
        self.peeking = False
        self._close_form()
        scale = self.scale
        self.desk.aim(*([scale.id] if scale else []))
        self.refresh()
        self.desk.chosen.emit()

    def shift(self, key: str) -> None:
        """Go to the question before or after."""
        by = {"up": -1, "left": -1, "down": 1, "right": 1}[key]
        self.look_at(self.view.index + by)

    def ask_another(self) -> None:
        """Let the entry line ask for another question, and the form for its ends. Ctrl+K pairs it with a goal."""
        first = self.view.found()[0]

        def take(text: str) -> bool:
            new_id = self.desk.session.new_id()
            if not (first.id or first.follows):  # the step's own question would give way to the new one
                self.desk.bridge.do(asking(first))
            done = self.desk.bridge.do(AskScale(text, id=new_id), done_draft=ASKED)
            if done:
                self.look_at([question.id for question in self.view.found()].index(new_id))
                QTimer.singleShot(0, self, self._ask_ends)  # once the entry line has let go of the keyboard
            return done

        self.desk.ask(Asking(msg("What do we also ask?"), take))

    def _ask_ends(self) -> None:
        self._open_form()
        if self.form is not None:
            self.form.low.setFocus()

    def _open_form(self) -> None:
        if self.form is not None:
            self._close_form()
        elif not self.desk.session.read_only:
            self.form = QuestionForm(self.desk, self.in_view)
            self.head.addWidget(self.form)
            self.form.done.connect(self._form_done)
            self.form.text.setFocus()

    def _form_done(self) -> None:
        self._close_form()
        self.focus_first()

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()

    # -- writing -------------------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Write what makes the number not lower, or what would move it up by one: a card by the chosen voice."""
        desk, scale = self.desk, self.scale
        if scale is None or not scale.revealed:
            return False
        new_id = desk.new_id()
        voice = desk.record.find(Person, desk.voice)
        card = AddCard(
            kind=CardKind(desk.slot_key),
            text=text,
            voice=desk.voice,
            verbatim=text[0] in QUOTATION_MARKS and text[-1] in QUOTATION_MARKS,
            fit_for_child=voice is not None and voice.is_child,
            id=new_id,
        )
        done = desk.bridge.do(SayWhy(scale.id, card), done_draft="entry")
        if done:
            desk.said(new_id)
        return done

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.slots[self.desk.slot].title if self.desk.slots else ""

    def focus_first(self) -> None:
        """Stand ready for the first slip that is missing."""
        waiting = {person.id for person in scales.waiting(self.desk.record, self.in_view().id)}
        row = next(
            (row for i, row in self.rows.items() if i in waiting), next(iter(self.rows.values()), None)
        )
        if row is not None:
            row.field.setFocus()

    def edit(self, thing_id: str) -> None:
        """Change a card's words where it lies, else the question's."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()
        else:
            self._open_form()

    def _mark(self) -> None:
        """Show what the next verb means; whoever is chosen by Ctrl and a number gives the next number."""
        self.board.mark(self.desk.targets)
        voice, self._voice = self._voice, self.desk.voice
        typing = any(row.field.hasFocus() for row in self.rows.values())
        if voice != self._voice and typing and self._voice in self.rows:
            self.rows[self._voice].field.setFocus()
