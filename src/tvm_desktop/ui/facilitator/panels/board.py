"""Cards in columns: the shared story, the child's time, and every other board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Attendance, Card, Person
from tvm_desktop.domain.enums import Role
from tvm_desktop.session.commands.cards import AddCard, MoveCards
from tvm_desktop.ui.facilitator.cardlist import CardList
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.panels.base import PanelPage
from tvm_desktop.ui.facilitator.thing import card_thing
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.basic import PlainLabel, rule
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.domain.enums import CardKind
    from tvm_desktop.formats.model import Column, Step
    from tvm_desktop.ui.facilitator.desk import Desk


class _ColumnView(QWidget):
    """One column: its title, a line, its cards."""

    def __init__(self, desk: Desk, column: Column) -> None:
        super().__init__()
        self.column = column
        self.title = PlainLabel(role="strong")
        line = rule()
        line.setProperty("role", "column-rule")
        self.cards = CardList(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.title)
        box.addWidget(line)
        box.addSpacing(4)
        box.addWidget(self.cards, 1)


_NARROW = 230


class BoardPanel(PanelPage):
    """One list of cards per column of the step; where they would be too narrow, one at a time, by tabs."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.columns = [_ColumnView(desk, column) for column in step.columns]
        for view in self.columns:
            row.addWidget(view, 1)
            view.cards.aimed.connect(self._aimed)
            view.cards.dropped.connect(self._dropped)
            view.cards.stepped.connect(self._stepped)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for _ in self.columns:
            self.tabs.addTab("")
        self.tabs.hide()
        self.body.addWidget(self.tabs)
        self.body.addLayout(row, 1)
        self.tabs.currentChanged.connect(desk.choose_slot)
        desk.chosen.connect(self._fold)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the columns' titles too, and offer them to the entry line."""
        language, child = self.desk.context.words.language, self.desk.session.child
        for n, view in enumerate(self.columns):
            title = view.column.title.say(language, child)
            view.title.setText(title)
            self.tabs.setTabText(n, escape_mnemonic(title))
            view.cards.setAccessibleName(title)
            view.cards.refit()
        self.desk.offer(tuple(Slot(v.column.kind, v.title.text()) for v in self.columns))
        super().retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns side by side, or one at a time."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < len(self.columns) * self.desk.context.px(_NARROW)
        chosen = min(self.desk.slot, len(self.columns) - 1)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(chosen)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(narrow)
        for n, view in enumerate(self.columns):
            view.title.setVisible(not narrow)
            view.setVisible(not narrow or n == chosen)

    def refresh(self) -> None:
        """Show every card in its column."""
        record, words = self.desk.record, self.desk.context.words
        cards = record.all(Card)
        for view in self.columns:
            mine = [card_thing(record, card, words) for card in cards if card.kind is view.column.kind]
            view.cards.show_things(mine)
            view.cards.cards.locked = self.desk.session.read_only

    def enter(self, text: str) -> bool:
        """Add a card in the chosen column, by the chosen voice."""
        desk = self.desk
        new_id = desk.new_id()
        interpreted = desk.voice in _interpreted(desk)
        card = AddCard(
            kind=self._kind(),
            text=text,
            voice=desk.voice,
            verbatim=_is_quoted(text),
            interpreted=interpreted,
            fit_for_child=self.step.for_child or self._is_childs(),
            id=new_id,
        )
        if not desk.bridge.do(card, done_draft="entry"):
            return False
        desk.said(new_id)
        self._list_of(new_id).select(new_id)
        return True

    def _is_childs(self) -> bool:
        """The child's own words are fit for the child."""
        person = self.desk.record.find(Person, self.desk.voice)
        return person is not None and person.is_child

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.context.words(msg("Write what is said, and press Enter"))

    def edit(self, thing_id: str) -> None:
        """Edit a card where it lies."""
        self._list_of(thing_id).edit_thing(thing_id)

    def shift(self, key: str) -> None:
        """Move the chosen cards to the next column, or up and down in theirs."""
        ids = self.desk.targets
        kinds = [view.column.kind for view in self.columns]
        card = self.desk.record.find(Card, ids[0]) if ids else None
        if card is None or card.kind not in kinds:
            return
        at = kinds.index(card.kind)
        if key in {"left", "right"}:
            at = min(max(at + (1 if key == "right" else -1), 0), len(kinds) - 1)
            self._move(ids, kinds[at], "")
            return
        others = [i for i in self.columns[at].cards.cards.ids() if i not in ids]
        row = max(self.columns[at].cards.cards.ids().index(ids[0]) + (1 if key == "down" else -1), 0)
        self._move(ids, card.kind, others[row] if row < len(others) else "")

    def _move(self, ids: tuple[str, ...], kind: CardKind, before: str) -> None:
        if self.desk.bridge.do(MoveCards(ids, kind, before)):
            view = self._list_of(ids[0])
            view.select(*ids)
            view.setFocus()

    def _kind(self) -> CardKind:
        chosen = self.desk.slot_key
        kinds = [view.column.kind for view in self.columns]
        return next((kind for kind in kinds if kind == chosen), kinds[0])

    def _list_of(self, thing_id: str) -> CardList:
        lists = [view.cards for view in self.columns]
        return next((cards for cards in lists if cards.cards.row_of(thing_id) >= 0), lists[0])

    def _aimed(self) -> None:
        source = self.sender()
        for view in self.columns:
            if view.cards is not source and view.cards.selectedIndexes():
                view.cards.blockSignals(True)
                view.cards.clearSelection()
                view.cards.blockSignals(False)
        if isinstance(source, CardList):
            self.desk.aim(*source.selected_ids())

    def _dropped(self, ids: tuple[str, ...], before: str) -> None:
        here = {card.id for card in self.desk.record.all(Card)}
        known = tuple(card_id for card_id in ids if card_id in here)
        for view in self.columns:
            if known and view.cards is self.sender():
                self._move(known, view.column.kind, before)

    def _stepped(self, by: int) -> None:
        lists = [view.cards for view in self.columns]
        source = self.sender()
        if isinstance(source, CardList) and source in lists:
            target = lists.index(source) + by
            if 0 <= target < len(lists):
                lists[target].setFocus(Qt.FocusReason.TabFocusReason)


def _is_quoted(text: str) -> bool:
    return len(text) > 2 and text[0] in "\"”“«'" and text[-1] in "\"”“»'"


def _interpreted(desk: Desk) -> set[str]:
    """Return those who spoke through the interpreter last time they spoke; the mark stays until it is changed."""
    if not any(Role.INTERPRETER in a.roles for a in desk.record.all(Attendance)):
        return set()
    last: dict[str, bool] = {}
    for card in desk.record.all(Card):
        last[card.voice] = card.interpreted
    return {voice for voice, through in last.items() if through}
