"""Things in columns: the shared story, the child's time, and every other board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from tvm_desktop.domain.columns import held, holds_of
from tvm_desktop.domain.entities import Shared
from tvm_desktop.ui.facilitator.cardlist import CardList
from tvm_desktop.ui.facilitator.columnhead import ColumnHead
from tvm_desktop.ui.facilitator.columns import ColumnVerbs
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.moving import move
from tvm_desktop.ui.facilitator.panels.base import PanelPage
from tvm_desktop.ui.facilitator.thing import column_thing
from tvm_desktop.ui.facilitator.writing import hint_for, write
from tvm_desktop.ui.text import escape_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.domain.enums import Holds
    from tvm_desktop.formats.model import Column, Step
    from tvm_desktop.ui.facilitator.desk import Desk


class _ColumnView(QWidget):
    """One column: its title and menu, a line, what stands in it."""

    def __init__(self, desk: Desk, column: Column) -> None:
        super().__init__()
        self.column = column
        self.head = ColumnHead(desk)
        self.cards = CardList(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.head)
        box.addWidget(self.cards, 1)

    @property
    def title(self) -> str:
        """Its title as it is said now."""
        return self.head.title.text()


_NARROW = 200
_AROUND = 56


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
        for n, view in enumerate(self.columns):
            title = view.head.say(view.column)
            self.tabs.setTabText(n, escape_mnemonic(title))
            view.cards.setAccessibleName(title)
            view.cards.refit()
        self._level()
        self.desk.offer(tuple(Slot(view.column.kind, view.title) for view in self.columns))

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
        made.head.menu_wanted.connect(self._offer_column)
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
            view.head.top.setVisible(not narrow)
            view.setVisible(not narrow or n == chosen)
        self._level()

    def _level(self) -> None:
        """Let all titles be as high as the highest, so that the columns begin on one line."""
        count = len(self.columns)
        room = self.width() - _AROUND - self.row.spacing() * (count - 1)
        height = max((view.head.height_at(room // count) for view in self.columns), default=0)
        for view in self.columns:
            view.head.top.setMinimumHeight(height)

    def _offer_column(self) -> None:
        """Choose the column, and open its menu."""
        views = [view for view in self.columns if view.head is self.sender()]
        if views:
            self.desk.choose_slot(self.columns.index(views[0]))
            self.verbs.offer()

    def _mark_alone(self) -> None:
        """Say which column stands alone on the wall."""
        for view in self.columns:
            view.head.mark(self.step.id, view.column)

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
