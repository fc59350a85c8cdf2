"""Sorting the board afterwards: what a worry turned out to be, and what works; proof asks for its example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer

from tvm_desktop.domain.columns import holds_of
from tvm_desktop.domain.entities import Card, Said
from tvm_desktop.domain.enums import CardSort
from tvm_desktop.domain.sorts import sorts_for
from tvm_desktop.domain.wording import SORTS
from tvm_desktop.session.commands.cards import EditCard, SortCards
from tvm_desktop.ui.facilitator.desk import ASKED, Asking
from tvm_desktop.ui.widgets.basic import PopMenu
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.facilitator.desk import Desk


class Sorting(QObject):
    """The key that sorts what is chosen."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.desk = desk
        self._window = window
        self.menu: PopMenu | None = None

    def sort(self) -> None:
        """Offer the sorts that fit the column; the one that holds now is ticked."""
        cards = self._cards()
        if self.desk.session.read_only:
            return
        if not cards:
            self.desk.remark(msg("Choose cards among the worries or what works first."))
            return
        menu, words = PopMenu(self._window), self.desk.context.words
        for sort in (*sorts_for(cards[0]), CardSort.NONE):
            line = menu.offer(words(SORTS.get(sort, msg("not sorted"))))
            line.setData(sort.value)
            line.setCheckable(True)
            line.setChecked(all(card.sort is sort for card in cards))
        menu.triggered.connect(self._picked)
        menu.popup(self._window.mapToGlobal(QPoint(self._window.width() // 3, self._window.height() // 3)))
        self.menu = menu

    def _cards(self) -> list[Card]:
        """Return the chosen cards that stand in the same column as the first that can be sorted."""
        found = (self.desk.record.find(Card, i) for i in self.desk.targets)
        cards = [card for card in found if card is not None and sorts_for(card)]
        return [card for card in cards if holds_of(card) is holds_of(cards[0])]

    def _picked(self, line: QAction) -> None:
        cards, sort = self._cards(), CardSort(line.data())
        if not self.desk.bridge.do(SortCards(tuple(card.id for card in cards), sort)):
            return
        if sort is CardSort.PROTECTED and len(cards) == 1:
            self._ask(cards[0], "basis", msg("What happened? Who did what?"))

    def _ask(self, card: Said, field: str, question: Message) -> None:
        """Let the entry line ask for the example, then for when it was; Esc or an empty line leaves it."""

        def take(text: str) -> bool:
            if text and not self.desk.bridge.do(EditCard(card.id, {field: text}), done_draft=ASKED):
                return False
            if field == "basis" and text:
                QTimer.singleShot(0, self, ask_when)  # this question is put away first
            return True

        def ask_when() -> None:
            self._ask(card, "seen_when", msg("When was that?"))

        self.desk.ask(Asking(question, take, empty=True))
