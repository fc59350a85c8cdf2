"""How long a filed course stays here: asked when its last meeting is filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.dates import local, plain_date
from tvm_desktop.domain.filing import agreed_meeting, delete_day, is_open, unfiled
from tvm_desktop.errors import UserError
from tvm_desktop.session.keeping import day_to_go, kept_days, set_day_in
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class KeepChoice(Panel):
    """Three answers; there is nothing to see while a meeting is not filed or not ended. Call ``refresh()`` then.

    Where a next meeting is agreed, keeping the course comes first, and no day before that meeting is offered.
    Signals: ``answered()``, ``delete_wanted(str)`` with the course's id: to be asked in a window of its own.
    """

    answered = Signal()
    delete_wanted = Signal(str)

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__("card", margins=(18, 14, 18, 14), spacing=10)
        self.context, self.session = context, session
        self._asking = True
        self.lead = PlainLabel(role="strong", wrap=True)
        self.said = PlainLabel(wrap=True)
        self.wait, self.now, self.stay, self.change = Button(), Button(), Button(), Button(role="quiet")
        self.problem = PlainLabel(role="error", wrap=True)
        self.problem.hide()
        self.box.addWidget(self.lead)
        self.box.addWidget(self.said)
        self.lines = QHBoxLayout(), QHBoxLayout()
        for line, button in zip(self.lines, (self.change, self.now), strict=True):
            line.addWidget(button)
            line.addStretch(1)
            self.box.addLayout(line)
        self.box.addWidget(self.problem)
        self.wait.clicked.connect(self._wait)
        self.stay.clicked.connect(self._stay)
        self.now.clicked.connect(self._now)
        self.change.clicked.connect(self._change)
        self.refresh()

    def refresh(self) -> None:
        """Ask, when the course may go, or say what was answered."""
        record = self.session.record
        self._asking = self._asking and record.course.delete_on is None
        self.setVisible(not unfiled(record) and not is_open(record))
        self.retranslate()

    @property
    def first(self) -> Button:
        """The answer that lies nearest."""
        return self.wait if self._agreed() is None else self.stay

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, course = self.context.words, self.session.record.course
        self.lead.setText(words(self._question()))
        self.wait.setText(words(msg("Keep it until {day}, then delete", day=self._written(self._day()))))
        self.now.setText(words(msg("Delete now …")))
        self.stay.setText(words(msg("Keep it, there will be another meeting")))
        self.change.setText(words(msg("Choose again")))
        if course.delete_on is not None:
            answer = msg(
                "The course is deleted on {day}. Until then it can be kept.",
                day=self._written(course.delete_on),
            )
        else:
            answer = msg("The course stays here until you delete it.")
        self.said.setText(words(answer))
        self._put_first()
        for widget in (self.lead, self.wait, self.now, self.stay):
            widget.setVisible(self._asking)
        for widget in (self.said, self.change):
            widget.setVisible(not self._asking)

    def _wait(self) -> None:
        self._answer(self._day())

    def _stay(self) -> None:
        self._answer(None)

    def _now(self) -> None:
        self.delete_wanted.emit(self.session.record.course.id)

    def _change(self) -> None:
        self._answer(None)
        self._asking = True
        self.retranslate()
        self.first.setFocus()

    def _answer(self, day: date | None) -> None:
        said = ""
        try:
            set_day_in(self.session, day)
        except UserError as problem:
            said = self.context.words(problem.message)
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self._asking = bool(said)
        self.retranslate()
        (self.first if said else self.change).setFocus()
        self.answered.emit()

    def _put_first(self) -> None:
        first = self.first
        answers = (first, self.stay if first is self.wait else self.wait)
        for line, button in zip(self.lines, answers, strict=True):
            line.removeWidget(button)
            line.insertWidget(0, button)
            button.set_role("primary" if button is first else "plain")
        self.setTabOrder(*answers)
        self.setTabOrder(answers[1], self.now)
        self.setTabOrder(self.now, self.change)

    def _question(self) -> Message:
        agreed = self._agreed()
        if agreed is None:
            return msg("Everything is filed, and no meeting is to come. How long shall the course stay here?")
        return msg(
            "Everything is filed. The next meeting is agreed for {day}. How long shall the course stay here?",
            day=self._written(agreed),
        )

    def _agreed(self) -> date | None:
        return agreed_meeting(self.session.record, local(self.context.clock()).date())

    def _day(self) -> date:
        store, agreed = self.context.open_store, self._agreed()
        day = day_to_go(store, self.context.clock())
        return day if agreed is None else max(day, delete_day(agreed, kept_days(store)))

    def _written(self, day: date) -> str:
        return plain_date(day, self.context.words.language)
