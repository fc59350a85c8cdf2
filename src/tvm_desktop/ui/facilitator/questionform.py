"""The words of a question from 0 to 10, changed in place: the question and its two ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tvm_desktop.domain.wording import shortened
from tvm_desktop.session.commands.scales import AskScale, EditScale
from tvm_desktop.ui.facilitator.fields import KeptLine
from tvm_desktop.ui.widgets.basic import KeyButton
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.domain.scales import Question
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.facilitator.desk import Desk

_TAB = 34


def asking(question: Question) -> AskScale:
    """Return the command that asks a proposed question."""
    return AskScale(
        question.text,
        question.low,
        question.high,
        question.follows,
        question.about,
        fit_for_child=question.fit_for_child,
    )


def part_key(question: Question) -> str:
    """Return what the drafts of a question's words are kept under; a proposal is new, or the old one again."""
    return f"scale/{question.id or question.follows or 'new'}"


class QuestionTabs(QWidget):
    """One tab per question, where there are several. Signal: ``picked(int)`` with its place."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tabs: list[KeyButton] = []
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)

    def show_questions(self, found: list[Question], in_view: int) -> None:
        """Show the questions; a single one needs no tab."""
        while len(self.tabs) < len(found):
            tab = KeyButton(str(len(self.tabs)), role="toggle")
            tab.setCheckable(True)
            tab.picked.connect(self._picked)
            self.row.addWidget(tab)
            self.tabs.append(tab)
        for place, tab in enumerate(self.tabs):
            tab.setVisible(place < len(found))
            tab.setChecked(place == in_view)
            if place < len(found):
                tab.setText(f"{place + 1} · {shortened(found[place].text, _TAB)}")
        self.setVisible(len(found) > 1)

    def _picked(self, place: str) -> None:
        self.picked.emit(int(place))


class QuestionForm(QWidget):
    """Three lines; a proposal is asked by changing a word of it. ``in_view`` gives the question of the moment.

    Enter goes from one to the next. Signal: ``done()`` after Enter in the last one.
    """

    done = Signal()

    def __init__(self, desk: Desk, in_view: Callable[[], Question]) -> None:
        super().__init__()
        self.desk, self._in_view = desk, in_view
        self._key = part_key(in_view())
        self.text = self._line("text", msg("The question"), self._read_text)
        self.low = self._line("low", msg("What 0 means"), self._read_low)
        self.high = self._line("high", msg("What 10 means"), self._read_high)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.text, 0, 0, 1, 2)
        grid.addWidget(self.low, 1, 0)
        grid.addWidget(self.high, 1, 1)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.text.edit.accepted.connect(self._to_low)
        self.low.edit.accepted.connect(self._to_high)
        self.high.edit.accepted.connect(self._ended)
        self.refresh()

    def _to_low(self) -> None:
        if self.text.problem.isHidden():
            self.low.setFocus()

    def _to_high(self) -> None:
        self.high.setFocus()

    def _ended(self) -> None:
        if self.high.edit.words() == self._in_view().high:  # else it could not be saved
            self.done.emit()

    def _line(self, part: str, label: Message, read: Callable[[str], Command | Message]) -> KeptLine:
        return KeptLine(self.desk, f"{self._key}/{part}", label, read)

    def refresh(self) -> None:
        """Show the question as it stands."""
        question = self._in_view()
        self.text.show_text(question.text)
        self.low.show_text(question.low)
        self.high.show_text(question.high)

    def _read_text(self, text: str) -> Command | Message:
        return self._changed("text", text) if text else msg("Write the question.")

    def _read_low(self, text: str) -> Command | Message:
        return self._changed("low", text)

    def _read_high(self, text: str) -> Command | Message:
        return self._changed("high", text)

    def _changed(self, part: str, text: str) -> Command:
        question = self._in_view()
        if question.id:
            return EditScale(question.id, {part: text})
        changed = {"text": question.text, "low": question.low, "high": question.high, part: text}
        return asking(replace(question, **changed, fit_for_child=False))
