"""The grid: the same cards as on a board, in rows by who said them; goals are common, last time stands in its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QTabBar

from tvm_desktop.domain.columns import holds_of
from tvm_desktop.domain.entities import Shared
from tvm_desktop.domain.followup import STATUS, answer
from tvm_desktop.formats.grid import GridColumn, cells, since_last
from tvm_desktop.session.frames.actions import names
from tvm_desktop.ui.facilitator.columns import ColumnVerbs
from tvm_desktop.ui.facilitator.desk import Slot
from tvm_desktop.ui.facilitator.moving import move
from tvm_desktop.ui.facilitator.panels.base import PanelPage, scrolling
from tvm_desktop.ui.facilitator.panels.gridsheet import GridSheet, things_of
from tvm_desktop.ui.facilitator.writing import hint_for, write
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.domain.entities import Action
    from tvm_desktop.domain.enums import Holds
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk

_NARROW = 165


class GridPanel(PanelPage):
    """Columns over rows; where they would be too narrow, one column at a time, by tabs."""

    def __init__(self, desk: Desk, step: Step) -> None:
        super().__init__(desk, step)
        self.found: tuple[GridColumn, ...] = ()
        self.verbs = ColumnVerbs(desk, self)
        self.board = GridSheet(self)
        self.board.stepped.connect(self._step)
        self.area = scrolling(self.board)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.hide()
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.area, 1)
        self.tabs.currentChanged.connect(desk.choose_slot)
        desk.chosen.connect(self._lay_out)
        desk.changed.connect(self._mark_alone)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the columns' titles too, and offer them to the entry line."""
        super().retranslate()
        self._say_columns()

    def _say_columns(self) -> None:
        titles = [self.board.heads[found.column.kind].say(found.column) for found in self.found]
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(titles):
            self.tabs.removeTab(0)
        while self.tabs.count() < len(titles):
            self.tabs.addTab("")
        for n, title in enumerate(titles):
            self.tabs.setTabText(n, escape_mnemonic(title))
        self.tabs.blockSignals(False)
        self.desk.offer(tuple(Slot(kind, title) for kind, title in zip(self._kinds, titles, strict=True)))

    @property
    def _kinds(self) -> list[Holds]:
        return [found.column.kind for found in self.found]

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show everything in its cell."""
        if self.desk.step.id == self.step.id:
            self.step = self.desk.step
        before, chosen = [found.column for found in self.found], self.desk.slot_key
        self.found = cells(self.desk.record, self.step)
        if before != [found.column for found in self.found]:
            for head in self.board.renew_heads(self._kinds):
                head.menu_wanted.connect(self._offer_column)
            self._say_columns()
            at = next((n for n, kind in enumerate(self._kinds) if kind == chosen), self.desk.slot)
            self.desk.choose_slot(at)
        self._lay_out()
        self._mark_alone()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns side by side, or one at a time."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        narrow = self.width() < len(self.found) * self.desk.context.px(_NARROW)
        at = min(self.desk.slot, len(self.found) - 1)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(at)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(narrow)
        self.board.show_cards(self.found)
        self.board.keep_only(thing.id for found in self.found for thing in things_of(found))
        self.board.lay_out(self.found[at : at + 1] if narrow else self.found, self._rows(), alone=narrow)
        self.board.mark(self.desk.targets)

    def _rows(self) -> list[tuple[str, str]]:
        """Return each row's title, and what was agreed last time and how it stands."""
        words, child = self.desk.context.words, self.desk.session.child
        since = ["\n".join(map(self._stands, row)) for row in since_last(self.desk.record, self.step)]
        lines = [words(msg("Since last time:\n{lines}", lines=line)) if line else "" for line in since]
        titles = [row.title.say(words.language, child) for row in self.step.rows]
        return list(zip(titles, lines, strict=True))

    def _stands(self, action: Action) -> str:
        words, told = self.desk.context.words, answer(self.desk.record, action.id)
        status = words(STATUS[told.status if told else action.status])
        who = names(self.desk.record, action.who)
        what = f"{action.what.rstrip('. ')}: {status}"
        return f"{who} · {what}" if who else what

    def _mark_alone(self) -> None:
        """Say which column stands alone on the wall."""
        for found in self.found:
            self.board.heads[found.column.kind].mark(self.step.id, found.column)

    def _offer_column(self) -> None:
        """Choose the column, and open its menu."""
        kind = next((kind for kind, head in self.board.heads.items() if head is self.sender()), None)
        if kind in self._kinds:
            self.desk.choose_slot(self._kinds.index(kind))
            self.verbs.offer()

    # -- writing and moving ----------------------------------------------------------------------------------------

    def enter(self, text: str) -> bool:
        """Add what is typed to the chosen column; whose words they are says the row."""
        new_id = write(self.desk, self._kind(), text)
        if new_id:
            self.desk.said(new_id)
            QTimer.singleShot(0, self, self._show_target)
        return bool(new_id)

    def _show_target(self) -> None:
        card = self.board.cards.get(self.desk.targets[0]) if self.desk.targets else None
        if card is not None:
            self.area.ensureWidgetVisible(card)

    def _kind(self) -> Holds:
        return next((kind for kind in self._kinds if kind == self.desk.slot_key), self._kinds[0])

    def hint(self) -> str:
        """Say what to type."""
        return self.desk.context.words(hint_for(self._kind()))

    def edit(self, thing_id: str) -> None:
        """Edit in place."""
        if thing_id in self.board.cards:
            self.board.cards[thing_id].edit()

    def shift(self, key: str) -> None:
        """Move what is chosen to the next column, or up and down in its cell."""
        ids = self.desk.targets
        at, cell = next(((n, cell) for n, _, cell in self._places() if ids and ids[0] in cell), (-1, []))
        if at < 0:
            return
        if key in {"left", "right"}:
            to = at + (1 if key == "right" else -1)
            if 0 <= to < len(self.found):
                self._move(ids, to, "")
            return
        like = [i for i in cell if self._holds(i) is self._holds(ids[0])]
        others = [i for i in like if i not in ids]
        row = max(like.index(ids[0]) + (1 if key == "down" else -1), 0)
        self._move(ids, at, others[row] if row < len(others) else "")

    def _move(self, ids: tuple[str, ...], at: int, before: str) -> None:
        moved = move(self.desk, ids, self.found[at].column, before)
        if moved:
            self.desk.choose_slot(at)
            self.board.focus(moved[0])

    def _holds(self, thing_id: str) -> Holds | None:
        thing = self.desk.record.anything(thing_id)
        return holds_of(thing) if isinstance(thing, Shared) else None

    def _places(self) -> Iterator[tuple[int, int, list[str]]]:
        """Go through the cells: column, row, and what stands there."""
        for n, found in enumerate(self.found):
            for row, cell in enumerate(found.cells):
                yield n, row, [thing.id for thing in cell]

    def _step(self, by: int) -> None:
        """Stand on the card beside, in the same row where there is one, else on the first of the column."""
        here = self.board.focused()
        at, row = next(((n, r) for n, r, cell in self._places() if here in cell), (-1, 0))
        beside = [(r, cell) for n, r, cell in self._places() if at >= 0 and n == at + by and cell]
        if beside:
            same = next((cell for r, cell in beside if r == row), beside[0][1])
            self.board.cards[same[0]].setFocus()
