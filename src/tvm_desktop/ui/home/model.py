"""The list of meetings as a Qt model: 200 rows at a time, more on scroll."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from tvm_desktop.dates import local
from tvm_desktop.ui.days import upper_first
from tvm_desktop.ui.home import words as say_it
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.storage.rows import MeetingRow
    from tvm_desktop.ui.context import UiContext

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CHUNK = 200


class Col(IntEnum):
    """The columns, from left."""

    DATE = 0
    MEETING = 1
    FORM = 2
    AGREEMENTS = 3
    STATUS = 4


_HEADS = {
    Col.DATE: msg("Date"),
    Col.MEETING: msg("Meeting"),
    Col.FORM: msg("Form"),
    Col.AGREEMENTS: msg("Agreements"),
    Col.STATUS: msg("Status"),
}


class MeetingsModel(QAbstractTableModel):
    """Meetings, newest first; of one course when ``course_id`` is given."""

    def __init__(self, context: UiContext, course_id: str = "") -> None:
        super().__init__()
        self._context = context
        self._course_id = course_id
        self._rows: list[MeetingRow] = []
        self._more = False

    def refresh(self) -> None:
        """Read the first rows afresh."""
        self.beginResetModel()
        self._rows = self._read(None)
        self.endResetModel()

    def meeting(self, row: int) -> MeetingRow | None:
        """Return the meeting in a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, meeting_id: str) -> int:
        """Return the row of a meeting that has been fetched, -1 for none."""
        return next((n for n, row in enumerate(self._rows) if row.id == meeting_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count what has been fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Col)

    def canFetchMore(self, parent: Index) -> bool:
        """Say whether there may be more."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        """Read the next rows."""
        fresh = self._read(self._rows[-1] if self._rows else None)
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say one cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            return self._say(self._rows[index.row()], Col(index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Say a column's head."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._context.words(_HEADS[Col(section)])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        """Say every cell again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Col) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Col) - 1))

    def _read(self, before: MeetingRow | None) -> list[MeetingRow]:
        if self._context.store is None:
            return []
        rows = self._context.store.meetings(limit=CHUNK, before=before, course_id=self._course_id)
        self._more = len(rows) == CHUNK
        return list(rows)

    def _say(self, row: MeetingRow, column: Col) -> str:
        words = self._context.words
        match column:
            case Col.DATE:
                today = local(self._context.clock(), row.zone).date()
                return upper_first(say_it.day(row, today, words.language))
            case Col.MEETING:
                return say_it.listed_title(row, words)
            case Col.FORM:
                return say_it.form(row, self._context.formats, words.language)
            case Col.AGREEMENTS:
                return words(say_it.agreements(row))
            case Col.STATUS:
                return words(say_it.status(row))
