"""Search as you type: a line, and what it finds below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tvm_desktop.dates import local
from tvm_desktop.ui.days import near_date
from tvm_desktop.ui.home.words import DOT
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from tvm_desktop.storage.rows import Hit
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.home.model import Index

_SUB = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_WAIT_MS = 60
_LIMIT = 50
_KINDS: dict[str, Message] = {
    "Course": msg("Course"),
    "Person": msg("Person"),
    "Meeting": msg("Meeting"),
    "Card": msg("Card"),
    "Understanding": msg("Understanding"),
    "Statement": msg("Worry"),
    "UnmetNeed": msg("Need"),
    "Goal": msg("Goal"),
    "Sign": msg("Sign"),
    "Action": msg("Agreement"),
    "FollowUp": msg("Since last time"),
    "Scale": msg("Scale"),
    "Wish": msg("Wish from the family"),
    "ParkedIdea": msg("Parked for later"),
}


class HitsModel(QAbstractListModel):
    """What a search found."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.hits: list[Hit] = []

    def find(self, text: str) -> None:
        """Search the file."""
        self.beginResetModel()
        store = self._context.store
        self.hits = list(store.search(text, _LIMIT)) if store is not None and text.strip() else []
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the hits."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say a hit: its words, and below them what it is."""
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(hit.text.split())
        if role == _SUB:
            return self._sub(hit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.text}{DOT}{self._sub(hit)}"
        return None

    def _sub(self, hit: Hit) -> str:
        words = self._context.words
        parts = [words(_KINDS[hit.kind])] if hit.kind in _KINDS else []
        if hit.kind != "Course" and hit.course_name:
            parts.append(hit.course_name)
        if hit.starts is not None:
            today = local(self._context.clock()).date()
            parts.append(near_date(local(hit.starts).date(), today, words.language))
        return DOT.join(parts)


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit in two lines."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and some air."""
        return QSize(200, self._context.px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, the words and what they are."""
        theme, px = self._context.theme, self._context.px
        area = option.rect.adjusted(px(14), px(6), -px(14), -px(6))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        half = area.height() // 2
        first = QRect(area.left(), area.top(), area.width(), half)
        self._line(painter, first, str(index.data()), px(15), "ink", bold=True)
        self._line(painter, first.translated(0, half), str(index.data(_SUB)), px(13), "muted")
        painter.restore()

    def _line(
        self, painter: QPainter, area: QRect, text: str, size: int, colour: str, *, bold: bool = False
    ) -> None:
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(self._context.theme.colour(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class SearchResults(Panel):
    """Hangs under the search line.

    Signals: ``chosen(str, str)`` with a course's and a meeting's id (may be ""), ``person(str, str)`` with a course's
    and a person's.
    """

    chosen = Signal(str, str)
    person = Signal(str, str)

    def __init__(self, context: UiContext) -> None:
        super().__init__("panel", margins=(1, 6, 1, 6), spacing=0)
        self._context = context
        self.hits = HitsModel(context)
        self._delegate = _HitDelegate(context)
        self.list = QListView()
        self.list.setProperty("role", "bare")
        self.list.setModel(self.hits)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._clicked)
        self.none = PlainLabel(role="muted")
        self.none.setContentsMargins(14, 8, 14, 8)
        self.box.addWidget(self.none)
        self.box.addWidget(self.list)
        self.hide()

    def show_for(self, text: str) -> None:
        """Show what this finds; nothing for nothing."""
        self.hits.find(text)
        if not text.strip():
            self.hide()
            return
        found = self.hits.rowCount()
        self.none.setText(self._context.words(msg("Nothing found. Try fewer letters.")))
        self.none.setVisible(not found)
        self.list.setVisible(bool(found))
        rows = min(found, 8) * self._context.px(52) + 16
        self.setFixedHeight(rows if found else self._context.px(52))
        if found:
            self.list.setCurrentIndex(self.hits.index(0))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move the choice."""
        count = self.hits.rowCount()
        if count:
            row = (self.list.currentIndex().row() + by) % count
            self.list.setCurrentIndex(self.hits.index(row))

    def choose(self) -> None:
        """Open what is chosen."""
        row = self.list.currentIndex().row()
        if self.isVisible() and 0 <= row < len(self.hits.hits):
            hit = self.hits.hits[row]
            if hit.kind == "Person":
                self.person.emit(hit.course_id, hit.id)
                return
            meeting = hit.id if hit.kind == "Meeting" else hit.meeting_id
            self.chosen.emit(hit.course_id, meeting)

    def _clicked(self) -> None:
        self.choose()


class SearchLine(QLineEdit):
    """The line one types in; it drives the results with the arrow keys.

    Signal: ``wanted(str)`` a moment after typing.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.results: SearchResults | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._search)
        self.textChanged.connect(self._changed)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter opens, Esc closes."""
        key, step = event.key(), _STEPS.get(event.key())
        if self.results is not None and step is not None:
            self.results.step(step)
        elif self.results is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():  # else what was found stands, and so does what the arrows chose
                self._search()
            self.results.choose()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        if self.text():
            self._timer.start()
        else:
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        self.wanted.emit(self.text())
