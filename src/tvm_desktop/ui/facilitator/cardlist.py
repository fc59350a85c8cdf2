"""One column of cards: a list view on a model with a painting delegate, so that keys and screen readers come along."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from tvm_desktop.ui.facilitator.carddelegate import CardDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QResizeEvent

    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.facilitator.thing import Thing

MIME = "application/x-tvm-cards"
THING = int(Qt.ItemDataRole.UserRole)
AnyIndex = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The things of one column, updated by id."""

    def __init__(self) -> None:
        super().__init__()
        self._things: list[Thing] = []
        self.locked = False

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._things)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401
        """Return the words, the whole thing, or what a screen reader says."""
        if not index.isValid():
            return None
        thing = self._things[index.row()]
        if role == THING:
            return thing
        if role == Qt.ItemDataRole.EditRole:
            return thing.raw
        if role == Qt.ItemDataRole.DisplayRole:
            return thing.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([*(chip.text for chip in thing.chips), thing.text, *thing.lines])
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let everything be selected, and edited and dragged unless the meeting is closed."""
        flags = super().flags(index)
        if self.locked:
            return flags
        flags |= Qt.ItemFlag.ItemIsDropEnabled
        if index.isValid():
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def show(self, things: Sequence[Thing]) -> None:
        """Take the column's things, changing only what differs."""
        old, new = [t.id for t in self._things], [t.id for t in things]
        if old == new:
            self._change(things)
        elif new[: len(old)] == old:
            self._change(things[: len(old)])
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._things = list(things)
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._things = list(things)
            self.endResetModel()

    def _change(self, things: Sequence[Thing]) -> None:
        for row, thing in enumerate(things):
            if thing != self._things[row]:
                self._things[row] = thing
                self.dataChanged.emit(self.index(row), self.index(row))

    def ids(self) -> list[str]:
        """Return the ids in order."""
        return [thing.id for thing in self._things]

    def row_of(self, thing_id: str) -> int:
        """Return a thing's row, -1 when it is not here."""
        return next((row for row, thing in enumerate(self._things) if thing.id == thing_id), -1)

    def mimeTypes(self) -> list[str]:
        """Say what is dragged: ids only, never words."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the ids."""
        data = QMimeData()
        ids = [self._things[index.row()].id for index in indexes]
        data.setData(MIME, QByteArray(json.dumps(ids).encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards move."""
        return Qt.DropAction.MoveAction


class CardList(QListView):
    """One column.

    Signals: ``dropped(ids, before)`` with the id the cards land before ("" = last),
    ``aimed()`` when the selection changes, ``stepped(by)`` when an arrow leaves the column sideways.
    """

    dropped = Signal(object, str)
    aimed = Signal()
    stepped = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.cards = CardModel()
        self.setModel(self.cards)
        self.painter = CardDelegate(desk, self)
        self.setItemDelegate(self.painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.selectionModel().selectionChanged.connect(self._selected)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show the column's things and keep what was selected selected."""
        before = self.selected_ids()
        self.cards.show(things)
        if before and before != self.selected_ids():
            self.select(*before)

    def selected_ids(self) -> tuple[str, ...]:
        """Return the selected ids in the column's order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        ids = self.cards.ids()
        return tuple(ids[row] for row in rows if row < len(ids))

    def select(self, *ids: str) -> bool:
        """Select these; False when none of them is here."""
        rows = [row for row in map(self.cards.row_of, ids) if row >= 0]
        flag = self.selectionModel().SelectionFlag
        self.selectionModel().clearSelection()
        for row in rows:
            self.selectionModel().select(self.cards.index(row), flag.Select)
        if rows:
            self.selectionModel().setCurrentIndex(self.cards.index(rows[0]), flag.NoUpdate)
            self.scrollTo(self.cards.index(rows[-1]))
        return bool(rows)

    def edit_thing(self, thing_id: str) -> None:
        """Open a thing's words for editing, in place."""
        row = self.cards.row_of(thing_id)
        if row >= 0 and not self.cards.locked:
            self.edit(self.cards.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the column sideways with plain arrows; the rest is the list's."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.edit_thing(self.cards.ids()[self.currentIndex().row()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have something selected when the keyboard arrives."""
        super().focusInEvent(event)
        by_key = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_key and not self.selectedIndexes() and self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(0))

    def refit(self) -> None:
        """Wrap the cards afresh, at the present text size."""
        self.painter.forget_sizes()
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the cards afresh."""
        super().resizeEvent(event)
        self.refit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the cards land; the record moves them."""
        ids = ids_in(event.mimeData())
        if not ids or self.cards.locked:
            event.ignore()
            return
        index = self.indexAt(event.position().toPoint())
        below = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.BelowItem
        row = index.row() + (1 if below else 0) if index.isValid() else self.cards.rowCount()
        known = self.cards.ids()
        event.accept()
        self.dropped.emit(ids, known[row] if row < len(known) else "")

    def _selected(self) -> None:
        self.aimed.emit()


def ids_in(data: QMimeData) -> tuple[str, ...]:
    """Return the ids that were dragged; () when the data is not ours or cannot be read."""
    try:
        found = json.loads(bytes(data.data(MIME).data())) if data.hasFormat(MIME) else []
    except (ValueError, RecursionError):
        return ()
    return tuple(i for i in found if isinstance(i, str)) if isinstance(found, list) else ()
