"""The sheet of the grid: heads, the titles of the rows, and cards in their cells; laid out anew only when one moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tvm_desktop.ui.facilitator.columnhead import ColumnHead
from tvm_desktop.ui.facilitator.panels.base import CardBoard, clear
from tvm_desktop.ui.facilitator.thing import column_thing
from tvm_desktop.ui.widgets.basic import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from tvm_desktop.domain.entities import Shared
    from tvm_desktop.domain.enums import Holds
    from tvm_desktop.formats.grid import GridColumn
    from tvm_desktop.ui.facilitator.panels.base import PanelPage


_SIDEWAYS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}


class GridSheet(CardBoard):
    """Cards by cell. Each row of the grid takes three of the layout: its title, a line below it, the cards.

    Signal: ``stepped(by)`` when an arrow leaves a card sideways.
    """

    stepped = Signal(int)

    def __init__(self, page: PanelPage) -> None:
        super().__init__(page)
        self.heads: dict[Holds, ColumnHead] = {}
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(8)
        self.flow.addLayout(self.grid)
        self.flow.addStretch(1)
        self._loose: list[QWidget] = []
        self._shape: object = None

    def renew_heads(self, kinds: Sequence[Holds]) -> list[ColumnHead]:
        """Keep one head per column; return those that are new."""
        for gone in self.heads.keys() - set(kinds):
            head = self.heads.pop(gone)
            head.hide()
            head.deleteLater()
        new = [kind for kind in kinds if kind not in self.heads]
        for kind in new:
            head = self.heads[kind] = ColumnHead(self.page.desk)
            head.setParent(self)
        return [self.heads[kind] for kind in new]

    def show_cards(self, found: Sequence[GridColumn]) -> None:
        """Let every card say what its thing is now."""
        desk = self.page.desk
        for column in found:
            for thing in things_of(column):
                self.card(column_thing(desk.record, thing, desk.context.words, column.column.kind))

    def lay_out(self, shown: Sequence[GridColumn], rows: Sequence[tuple[str, str]], *, alone: bool) -> None:
        """Put the cards into their cells below the rows' titles and lines, if any of it is new.

        ``alone``: a tab says the title of the one column that is shown.
        """
        ids = [[[thing.id for thing in cell] for cell in column.cells] for column in shown]
        shape = (alone, [column.column for column in shown], ids, tuple(rows))
        if shape == self._shape:
            return
        self._shape = shape
        focused = self.focused()
        self._empty()
        self._fill(shown, rows, alone=alone)
        self.focus(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a card sideways with plain arrows."""
        by = _SIDEWAYS.get(int(event.key()), 0)
        if by and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def _empty(self) -> None:
        clear(self.grid)
        for widget in (*self.cards.values(), *self.heads.values()):
            widget.hide()
            widget.setParent(self)
        for old in self._loose:
            old.hide()
            old.deleteLater()
        self._loose = []

    def _fill(self, shown: Sequence[GridColumn], rows: Sequence[tuple[str, str]], *, alone: bool) -> None:
        for at, column in enumerate(shown):
            head = self.heads[column.column.kind]
            head.top.setVisible(not alone)
            self.grid.addWidget(head, 0, at)
            head.show()
            if column.common:
                self._put(self._cell(column.cells[0]), 1, at, 3 * max(len(rows), 1), 1)
            else:
                for row, cell in enumerate(column.cells):
                    self._put(self._cell(cell), 3 * row + 3, at)
        first, span = _beside(shown)
        for row, (title, line) in enumerate(rows) if span else ():
            self._label(title, "section", 3 * row + 1, first, span)
            self._label(line, "small", 3 * row + 2, first, span)
        for at in range(max(self.grid.columnCount(), len(shown))):
            self.grid.setColumnStretch(at, 1 if at < len(shown) else 0)

    def _cell(self, things: Sequence[Shared]) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 10)
        box.setSpacing(8)
        for thing in things:
            box.addWidget(self.cards[thing.id])
            self.cards[thing.id].show()
        box.addStretch(1)
        return holder

    def _label(self, text: str, role: str, row: int, first: int, span: int) -> None:
        if text:
            self._put(PlainLabel(text, role, wrap=True), row, first, 1, span)

    def _put(self, widget: QWidget, row: int, at: int, rows: int = 1, columns: int = 1) -> None:
        self.grid.addWidget(widget, row, at, rows, columns)
        widget.show()
        self._loose.append(widget)


def things_of(column: GridColumn) -> Iterator[Shared]:
    """Go through everything of a column, row by row."""
    return (thing for cell in column.cells for thing in cell)


def _beside(shown: Sequence[GridColumn]) -> tuple[int, int]:
    """Return where the titles of the rows stand, and over how many columns: the first that have rows, side by side."""
    parted = [n for n, column in enumerate(shown) if not column.common]
    if not parted:
        return 0, 0
    span = next((n for n in range(len(parted)) if parted[n] != parted[0] + n), len(parted))
    return parted[0], span
