"""Who does what: agreements under their goals, the family's wishes beside them, one line per agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Action, Goal, Link, Wish
from tvm_desktop.domain.enums import Holds, WishReply
from tvm_desktop.domain.thread import live_actions
from tvm_desktop.ui.facilitator.answers import ActionAnswer, WishAnswer
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.panels.base import CardBoard, PanelPage, clear, scrolling
from tvm_desktop.ui.facilitator.thing import action_thing, is_promised, wish_thing
from tvm_desktop.ui.facilitator.writing import write
from tvm_desktop.ui.widgets.basic import PlainLabel, rule
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.card import ThingCard
    from tvm_desktop.ui.facilitator.desk import Desk

WISH = "wish"
_COLUMN = 250


class ActionsPanel(PanelPage):
    """One column per goal, and one for the family's wishes; the entry line takes who, what and when."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.board = CardBoard(self)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.board.flow.addLayout(self.grid)
        self.board.flow.addStretch(1)
        self._columns: list[QWidget] = []
        self._shape: tuple[object, ...] | None = None
        self.body.addWidget(scrolling(self.board), 1)
        desk.chosen.connect(self._mark)
        self.retranslate()

    def refresh(self) -> None:
        """Show agreements and wishes in their columns, up to three abreast."""
        desk, record = self.desk, self.desk.record
        goals = record.all(Goal)
        words = desk.context.words
        slots = [Slot(goal.id, goal.text) for goal in goals] or [Slot("", words(msg("What we do")))]
        desk.offer((*slots, Slot(WISH, words(msg("The family’s wishes")))))
        columns = [(title, [self._card(thing) for thing in things]) for title, things in self._sorted(goals)]
        shape = tuple((title, tuple(card.thing_id for card in cards)) for title, cards in columns)
        abreast = min(max(self.width() // self.desk.context.px(_COLUMN), 1), 3)
        if (abreast, shape) != self._shape:  # else every card stays where it is, and keeps the focus
            self._shape = (abreast, shape)
            self._lay_out(columns, abreast)
        self._mark()

    def _sorted(self, goals: list[Goal]) -> list[tuple[str, list[Action | Wish]]]:
        """Return each column's title and what stands in it."""
        record, words = self.desk.record, self.desk.context.words
        ties = {(k.upper, k.lower) for k in record.every(Link)}
        actions = live_actions(record)
        first = {a.id: next((g.id for g in goals if (a.id, g.id) in ties), "") for a in actions}
        columns: list[tuple[str, list[Action | Wish]]] = [
            (goal.text, [a for a in actions if first[a.id] == goal.id]) for goal in goals
        ]
        loose: list[Action | Wish] = [a for a in actions if not first[a.id]]
        if loose or not goals:
            title = words(msg("What we also do")) if goals else words(msg("What we do"))
            columns.append((title, loose))
        return [*columns, (words(msg("The family’s wishes")), list(record.all(Wish)))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put fewer columns abreast when there is little room."""
        super().resizeEvent(event)
        self.refresh()

    def _lay_out(self, columns: list[tuple[str, list[ThingCard]]], abreast: int) -> None:
        focused = self.board.focused()
        clear(self.grid)
        for old in self._columns:
            QTimer.singleShot(0, old.deleteLater)
            old.hide()
        self._columns = []
        for place, (title, cards) in enumerate(columns):
            self._column(divmod(place, abreast), title, cards)
        for at in range(3):
            self.grid.setColumnStretch(at, 1 if at < abreast else 0)
        self.board.keep_only(card.thing_id for _, cards in columns for card in cards)
        self.board.focus(focused)

    def _column(self, place: tuple[int, int], title: str, cards: list[ThingCard]) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(8)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        line = rule()
        line.setProperty("role", "goal-rule")
        head = PlainLabel(title, "strong", wrap=True)
        row, at = place[0] * 3, place[1]
        self.grid.addWidget(head, row, at, Qt.AlignmentFlag.AlignBottom)
        self.grid.addWidget(line, row + 1, at)
        self.grid.addWidget(holder, row + 2, at)
        self._columns += [head, line, holder]

    # -- cards ---------------------------------------------------------------------------------------------------

    def _card(self, thing: Action | Wish) -> ThingCard:
        return self._action(thing) if isinstance(thing, Action) else self._wish(thing)

    def _action(self, action: Action) -> ThingCard:
        card = self.board.card(action_thing(self.desk.record, action, self.desk.context.words))
        self._answer(card, ActionAnswer, asked=bool(action.who) and not is_promised(action))
        return card

    def _wish(self, wish: Wish) -> ThingCard:
        card = self.board.card(wish_thing(self.desk.record, wish, self.desk.context.words))
        self._answer(card, WishAnswer, asked=wish.reply is WishReply.NONE)
        return card

    def _answer(self, card: ThingCard, kind: type[ActionAnswer | WishAnswer], *, asked: bool) -> None:
        found = card.findChild(kind)
        if asked and found is None:
            found = kind(self.desk, card.thing_id)
            card.box.addWidget(found)
        if found is not None:
            found.retranslate()
            found.setVisible(asked and not self.desk.session.read_only)

    # -- writing -------------------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Take who, what and when from one line; a family member's wish of a professional is a wish."""
        desk = self.desk
        wishes = desk.slot_key == WISH
        goals = (desk.slot_key,) if desk.slot_key and not wishes else ()
        new_id = write(desk, Holds.WISH if wishes else Holds.ACTION, text, goals)
        if new_id:
            desk.said(new_id)
        return bool(new_id)

    def hint(self) -> str:
        """Say what to type."""
        words = self.desk.context.words
        if self.desk.slot_key == WISH:
            return words(msg("What does the family wish of others?"))
        return words(msg("Who does what, and when – on one line"))

    def edit(self, thing_id: str) -> None:
        """Edit in place."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()

    def _mark(self) -> None:
        self.board.mark(self.desk.targets)
