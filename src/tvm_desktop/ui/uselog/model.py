"""The use log and the receipts as Qt models."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tvm_desktop.ui.uselog import words as say_it
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.storage.rows import Receipt, UseAct, UseRow
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CHUNK = 200


class LinesModel(QAbstractTableModel):
    """Lines of some cells each, newest first; more are read on scroll."""

    HEADS: ClassVar[tuple[Message, ...]] = ()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self._lines: list[tuple[str, ...]] = []
        self._more = False

    def refresh(self) -> None:
        """Read the first lines afresh."""
        self.beginResetModel()
        self._lines = self.read(first=True)
        self._more = len(self._lines) == CHUNK
        self.endResetModel()

    def read(self, *, first: bool = False) -> list[tuple[str, ...]]:
        """Return the next lines, at most ``CHUNK``."""
        raise NotImplementedError

    def whole(self) -> Iterator[tuple[str, ...]]:
        """Yield every line as a spreadsheet wants it, under its heads."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count what has been fetched."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.HEADS)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there may be more."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read the next lines."""
        fresh = self.read()
        self._more = len(fresh) == CHUNK
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(fresh) - 1)
            self._lines += fresh
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say one cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return self._lines[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Say a column's head."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.context.words(self.HEADS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class LogModel(LinesModel):
    """The use log, of one course and of some acts where they are chosen."""

    HEADS = (msg("When"), msg("Who"), msg("What"), msg("Course"))

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.course_id = ""
        self.acts: tuple[UseAct, ...] = ()
        self._last = 0

    def read(self, *, first: bool = False) -> list[tuple[str, ...]]:
        """Return the next lines."""
        rows = self._rows(0 if first else self._last)
        self._last = rows[-1].seq if rows else self._last
        language = self.context.language
        return [(say_it.when(row.at, language), *self._said(row)) for row in rows]

    def whole(self) -> Iterator[tuple[str, ...]]:
        """Yield every line."""
        yield tuple(self.context.words(head) for head in self.HEADS)
        before = 0
        while rows := self._rows(before):
            for row in rows:
                yield (say_it.when_in_table(row.at), *self._said(row))
            before = rows[-1].seq

    def _rows(self, before: int) -> list[UseRow]:
        store = self.context.store
        if store is None:
            return []
        return store.use_log(limit=CHUNK, before=before, course_id=self.course_id, acts=self.acts)

    def _said(self, row: UseRow) -> tuple[str, str, str]:
        words, course = self.context.words, say_it.course_of(row)
        return row.who, words(say_it.act_of(row)), words(course) if course else ""


class ReceiptsModel(LinesModel):
    """What was deleted, without names."""

    HEADS = (
        msg("When"),
        msg("Who"),
        msg("Course"),
        msg("Meetings"),
        msg("Pieces of information"),
        msg("Backups renewed"),
    )

    def read(self, *, first: bool = False) -> list[tuple[str, ...]]:
        """Return all of them at once: they are few."""
        words, language = self.context.words, self.context.language
        return [
            (
                say_it.when(one.at, language),
                *self._said(one),
                say_it.when(one.backups_replaced, language)
                if one.backups_replaced
                else words(msg("not yet")),
            )
            for one in (self._receipts() if first else [])
        ]

    def whole(self) -> Iterator[tuple[str, ...]]:
        """Yield every receipt."""
        yield tuple(self.context.words(head) for head in self.HEADS)
        for one in self._receipts():
            replaced = say_it.when_in_table(one.backups_replaced)
            yield (say_it.when_in_table(one.at), *self._said(one), replaced)

    def _receipts(self) -> list[Receipt]:
        store = self.context.store
        return store.receipts() if store is not None else []

    def _said(self, one: Receipt) -> tuple[str, str, str, str]:
        course = self.context.words(say_it.deleted_course(one.course_id))
        return one.who, course, str(one.meetings), str(one.things)
