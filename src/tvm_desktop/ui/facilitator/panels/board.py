"""Things in columns: the shared story, the child's time, and every other board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from tvm_desktop.domain.columns import held, holds_of
from tvm_desktop.domain.entities import Shared
from tvm_desktop.domain.enums import Holds
from tvm_desktop.ui.facilitator.cardlist import CardList
from tvm_desktop.ui.facilitator.columns import ColumnVerbs
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.moving import move
from tvm_desktop.ui.facilitator.panels.base import PanelPage
from tvm_desktop.ui.facilitator.thing import column_thing
from tvm_desktop.ui.facilitator.writing import write
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.basic import Button, PlainLabel, rule
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.formats.model import Column, Step
    from tvm_desktop.ui.facilitator.desk import Desk


class _ColumnView(QWidget):
    """One column: its title and menu, a line, what stands in it. Signal: ``menu_wanted()``."""

    menu_wanted = Signal()

    def __init__(self, desk: Desk, column: Column) -> None:
        super().__init__()
        self.column = column
        self.title = PlainLabel(role="strong", wrap=True)
        self.more = Button("▾", "quiet")
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(self.menu_wanted)
        line = rule()
        line.setProperty("role", "column-rule")
        self.alone = PlainLabel(role="accent", wrap=True)
        self.alone.hide()
        self.cards = CardList(desk)
        self.head = QWidget()
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.head)
        box.addWidget(line)
        box.addWidget(self.alone)
        box.addSpacing(4)
        box.addWidget(self.cards, 1)


_NARROW = 200


class BoardPanel(PanelPage):
    """One list per column of the step; where they would be too narrow, one at a time, by tabs."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.columns: list[_ColumnView] = []
        self.row = QHBoxLayout()
        self.row.setSpacing(16)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.hide()
        self.body.addWidget(self.tabs)
        self.body.addLayout(self.row, 1)
        self.verbs = ColumnVerbs(desk, self)
        self.tabs.currentChanged.connect(desk.choose_slot)
        desk.chosen.connect(self._fold)
        desk.changed.connect(self._mark_alone)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the columns' titles too, and offer them to the entry line."""
        super().retranslate()
        self._say_columns()

    def _say_columns(self) -> None:
        words, child = self.desk.context.words, self.desk.session.child
        for n, view in enumerate(self.columns):
            title = view.column.title.say(words.language, child)
            view.title.setText(title)
            self.tabs.setTabText(n, escape_mnemonic(title))
            view.alone.setText(words(msg("● alone on the projector")))
            view.more.setAccessibleName(words(msg("The column “{title}”: what can be done", title=title)))
            view.cards.setAccessibleName(title)
            view.cards.refit()
        self.desk.offer(tuple(Slot(v.column.kind, v.title.text()) for v in self.columns))

    # -- columns ---------------------------------------------------------------------------------------------------

    def _follow_columns(self) -> None:
        """Show the columns that the meeting has now: the order may change, and one may come or go."""
        if self.desk.step.id == self.step.id:
            self.step = self.desk.step
        if tuple(view.column for view in self.columns) == self.step.columns:
            return
        chosen = self.desk.slot_key
        old = {view.column.kind: view for view in self.columns}
        self.columns = [self._view(column, old.pop(column.kind, None)) for column in self.step.columns]
        while self.row.takeAt(0) is not None:
            pass
        for view in self.columns:
            self.row.addWidget(view, 1)
            view.show()
        for gone in old.values():
            gone.hide()
            gone.deleteLater()
        self._renew_tabs()
        self._say_columns()
        kinds = [view.column.kind for view in self.columns]
        self.desk.choose_slot(next((n for n, kind in enumerate(kinds) if kind == chosen), self.desk.slot))
        self._fold()

    def _view(self, column: Column, view: _ColumnView | None) -> _ColumnView:
        if view is not None:
            view.column = column
            return view
        made = _ColumnView(self.desk, column)
        made.setParent(self)
        made.menu_wanted.connect(self._offer_column)
        made.cards.aimed.connect(self._aimed)
        made.cards.dropped.connect(self._dropped)
        made.cards.stepped.connect(self._stepped)
        return made

    def _renew_tabs(self) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(self.columns):
            self.tabs.removeTab(0)
        while self.tabs.count() < len(self.columns):
            self.tabs.addTab("")
        self.tabs.blockSignals(False)

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
            view.head.setVisible(not narrow)
            view.setVisible(not narrow or n == chosen)

    def _offer_column(self) -> None:
        """Choose the column, and open its menu."""
        views = [view for view in self.columns if view is self.sender()]
        if views:
            self.desk.choose_slot(self.columns.index(views[0]))
            self.verbs.offer()

    def _mark_alone(self) -> None:
        """Say which column stands alone on the wall."""
        desk = self.desk
        live = desk.record.meeting.live_step == self.step.id
        only = desk.session.projector.showing.only if live else ""
        for view in self.columns:
            view.alone.setVisible(view.column.kind == only)

    def refresh(self) -> None:
        """Show everything in its column."""
        self._follow_columns()
        self._mark_alone()
        record, words = self.desk.record, self.desk.context.words
        for view in self.columns:
            column = view.column
            mine = [
                column_thing(record, thing, words, column.kind)
                for holds in column.holds
                for thing in held(record, holds)
            ]
            view.cards.show_things(mine)
            view.cards.cards.locked = self.desk.session.read_only

    # -- writing ---------------------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Add what is typed to the chosen column, by the chosen voice."""
        new_id = write(self.desk, self._kind(), text)
        if new_id:
            self.desk.said(new_id)
            self._list_of(new_id).select(new_id)
        return bool(new_id)

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.context.words(hint_for(self._kind()))

    def edit(self, thing_id: str) -> None:
        """Edit a card where it lies."""
        self._list_of(thing_id).edit_thing(thing_id)

    def _kind(self) -> Holds:
        chosen = self.desk.slot_key
        kinds = [view.column.kind for view in self.columns]
        return next((kind for kind in kinds if kind == chosen), kinds[0])

    # -- moving ----------------------------------------------------------------------------------------------------

    def shift(self, key: str) -> None:
        """Move what is chosen to the next column, or up and down in its own."""
        ids = self.desk.targets
        at = next((n for n, v in enumerate(self.columns) if ids and v.cards.cards.row_of(ids[0]) >= 0), -1)
        if at < 0:
            return
        if key in {"left", "right"}:
            to = min(max(at + (1 if key == "right" else -1), 0), len(self.columns) - 1)
            if to != at:
                self._move(ids, self.columns[to].column, "")
            return
        like = self._alike(at, ids[0])
        others = [i for i in like if i not in ids]
        row = max(like.index(ids[0]) + (1 if key == "down" else -1), 0)
        self._move(ids, self.columns[at].column, others[row] if row < len(others) else "")

    def _alike(self, at: int, thing_id: str) -> list[str]:
        """List what stands in a column and is of the same kind as one of its things."""
        found = [(i, self.desk.record.anything(i)) for i in self.columns[at].cards.cards.ids()]
        kinds = {i: holds_of(thing) for i, thing in found if isinstance(thing, Shared)}
        return [i for i, kind in kinds.items() if kind is kinds.get(thing_id)]

    def _move(self, ids: tuple[str, ...], column: Column, before: str) -> None:
        moved = move(self.desk, ids, column, before)
        if moved:
            view = self._list_of(moved[0])
            view.select(*moved)
            view.setFocus()

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
        here = {i for view in self.columns for i in view.cards.cards.ids()}
        known = tuple(thing_id for thing_id in ids if thing_id in here)
        target = next((view.column for view in self.columns if view.cards is self.sender()), None)
        if known and target is not None:
            self._move(known, target, before)

    def _stepped(self, by: int) -> None:
        lists = [view.cards for view in self.columns]
        source = self.sender()
        if isinstance(source, CardList) and source in lists:
            target = lists.index(source) + by
            if 0 <= target < len(lists):
                lists[target].setFocus(Qt.FocusReason.TabFocusReason)


def hint_for(holds: Holds) -> Message:
    """Say what to type in a column."""
    match holds:
        case Holds.ACTION:
            return msg("Who does what, and when – on one line")
        case Holds.GOAL:
            return msg("What do we want to reach?")
        case Holds.UNDERSTANDING:
            return msg("Write how it can be understood")
        case Holds.WISH:
            return msg("What does the family wish of others?")
        case _:
            return msg("Write what is said, and press Enter")
