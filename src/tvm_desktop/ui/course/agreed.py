"""Goals and agreements over time, as cards to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.dates import local, plain_date
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import STATUS
from tvm_desktop.ui.days import near_date
from tvm_desktop.ui.home.words import DOT
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.ui.widgets.menus import PopMenu
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QAction

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.course.story import ToldAction, ToldGoal, ToldMeeting


class StatusButton(Button):
    """What became of an agreement; a press offers the answers.

    Signals: ``answered(id, ActionStatus)``, ``correcting(id)`` when something about it is not right.
    """

    answered = Signal(str, object)
    correcting = Signal(str)

    def __init__(self, context: UiContext, action: ToldAction, *, late: bool) -> None:
        super().__init__("", "small")
        self._context, self._action = context, action
        self.action_id = action.id
        state = msg("late") if late else STATUS[action.status]
        self.setText(f"{context.words(state)} ▾")
        self.clicked.connect(self.offer)

    def offer(self) -> None:
        """Show the answers in a menu."""
        menu = PopMenu(self)
        for status, words in STATUS.items():
            choice = menu.offer(self._context.words(words))
            choice.setData(status.value)
            choice.setCheckable(True)
            choice.setChecked(status is self._action.status)
        menu.addSeparator()
        menu.offer(self._context.words(msg("Add a correction …"))).triggered.connect(self._correct)
        menu.triggered.connect(self._chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _chosen(self, choice: QAction) -> None:
        if choice.data() is not None:
            self.answered.emit(self._action.id, ActionStatus(choice.data()))

    def _correct(self) -> None:
        self.correcting.emit(self._action.id)


class Agreed(QWidget):
    """Meeting by meeting, newest first. Signals: ``answered(id, ActionStatus)``, ``correcting(id)``."""

    answered = Signal(str, object)
    correcting = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._shown: list[QWidget] = []

    def show_story(self, story: Sequence[ToldMeeting]) -> None:
        """Replace everything."""
        for old in self._shown:
            old.hide()
            self._box.removeWidget(old)
            old.deleteLater()
        self._shown = [widget for told in story for widget in self._meeting(told)]
        if not story:
            none = self._context.words(msg("Goals and agreements stand here after the first meeting."))
            self._shown = [PlainLabel(none, "muted", wrap=True)]
        for widget in self._shown:
            self._box.addWidget(widget)

    def focus_on(self, action_id: str) -> None:
        """Put the hands on an agreement's answer."""
        for answer in self.findChildren(StatusButton):
            if answer.action_id == action_id:
                answer.show()
                answer.setFocus()

    def _meeting(self, told: ToldMeeting) -> list[QWidget]:
        words, starts = self._context.words, told.meeting.starts
        day = plain_date(local(starts, told.meeting.zone).date(), words.language) if starts else ""
        head = PlainLabel(day or words(msg("Without a date")), "strong")
        return [head, *(self._goal(goal) for goal in told.goals)]

    def _goal(self, goal: ToldGoal) -> QWidget:
        words = self._context.words
        card = Panel("card-goal" if goal.text else "card", margins=(16, 12, 16, 12), spacing=8)
        title = goal.text or words(msg("Other agreements"))
        card.box.addWidget(PlainLabel(title, "strong" if goal.text else "muted", wrap=True))
        today = local(self._context.clock()).date()
        for action in goal.actions:
            card.box.addLayout(self._action(action, today))
        if not goal.actions:
            card.box.addWidget(PlainLabel(words(msg("No agreement yet")), "small"))
        return card

    def _action(self, action: ToldAction, today: date) -> QHBoxLayout:
        words = self._context.words
        late = action.status is ActionStatus.OPEN and action.due is not None and action.due < today
        when = near_date(action.due, today, words.language) if action.due else action.when
        line = QHBoxLayout()
        line.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(action.what, wrap=True))
        sub = DOT.join(part for part in (", ".join(action.who), when) if part)
        texts.addWidget(PlainLabel(sub, "small", wrap=True))
        for correction in action.corrections:
            texts.addWidget(PlainLabel(f"{words(msg('Correction:'))} {correction}", "small", wrap=True))
        line.addLayout(texts, 1)
        answer = StatusButton(self._context, action, late=late)
        answer.answered.connect(self.answered)
        answer.correcting.connect(self.correcting)
        line.addWidget(answer, 0, Qt.AlignmentFlag.AlignTop)
        return line
