"""The list of meetings on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.ui.home.model import Col, Index, MeetingsModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from tvm_desktop.storage.rows import MeetingRow
    from tvm_desktop.ui.context import UiContext

_WIDTHS = {Col.DATE: 170, Col.FORM: 150, Col.AGREEMENTS: 140, Col.STATUS: 160}
_TIGHT = {Col.DATE: 140, Col.FORM: 120, Col.AGREEMENTS: 120, Col.STATUS: 150}
_ROW = 46
_ROOMY, _NARROW, _SLIM = 940, 720, 540
_ANY_HEIGHT = 16777215


class _StatusDelegate(QStyledItemDelegate):
    """Paints the status as a small rounded word."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row's ground, then the chip."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        text, ground.text = ground.text, ""
        ground.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget
        )
        model = index.model()
        row = model.meeting(index.row()) if isinstance(model, MeetingsModel) else None
        if row is not None:
            self._chip(painter, ground, text, running=row.status is MeetingStatus.RUNNING)

    def _chip(self, painter: QPainter, option: QStyleOptionViewItem, text: str, *, running: bool) -> None:
        theme, px = self._context.theme, self._context.px
        font = QFont(option.font)
        font.setPixelSize(px(12))
        font.setBold(True)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(text) + px(18), metrics.height() + px(4)
        left = option.rect.left() + px(14)
        area = QRectF(left, option.rect.center().y() - height / 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(theme.colour("line") if theme.strong_lines else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("family" if running else "chip"))
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(theme.colour("family_ink" if running else "chip_ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()


class MeetingsTable(QTableView):
    """Meetings, newest first. Signals: ``opened(str)`` with an id at Enter or double click, ``moved()``."""

    opened = Signal(str)
    moved = Signal()

    def __init__(self, context: UiContext, course_id: str = "") -> None:
        super().__init__()
        self._context = context
        self.meetings = MeetingsModel(context, course_id)
        self._status = _StatusDelegate(context)
        self.setModel(self.meetings)
        self.setItemDelegateForColumn(Col.STATUS, self._status)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Col.MEETING, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().selectionChanged.connect(self._moved)

    def refresh(self) -> None:
        """Read the list afresh and keep the chosen meeting."""
        chosen = self.chosen()
        self.meetings.refresh()
        row = self.meetings.row_of(chosen.id) if chosen else -1
        if row >= 0:
            self.selectRow(row)
        self._hug()
        self.moved.emit()

    def chosen(self) -> MeetingRow | None:
        """Return the chosen meeting."""
        rows = self.selectionModel().selectedRows() or [self.currentIndex()]
        return self.meetings.meeting(rows[0].row()) if rows[0].isValid() else None

    def retranslate(self) -> None:
        """Say the list in the program's language, at the present text size."""
        self.meetings.retranslate()
        self.verticalHeader().setDefaultSectionSize(self._context.px(_ROW))
        self._lay_out()
        self._hug()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open at Enter."""
        row = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row.id)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the form when there is no room for it."""
        self._lay_out()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for room for all rows that there are, the view scrolls when there is less."""
        rows = min(self.meetings.rowCount(), 50)
        height = self.horizontalHeader().sizeHint().height() + rows * self._context.px(_ROW) + 4
        return QSize(600, height)

    def _lay_out(self) -> None:
        width, px = self.viewport().width(), self._context.px
        self.setColumnHidden(Col.FORM, width < px(_NARROW))
        self.setColumnHidden(Col.AGREEMENTS, width < px(_SLIM))
        for column, length in (_TIGHT if width < px(_ROOMY) else _WIDTHS).items():
            self.setColumnWidth(column, px(length))

    def _hug(self) -> None:
        """Be no taller than the rows there are."""
        few = self.meetings.rowCount() < 50
        self.setMaximumHeight(self.sizeHint().height() if few else _ANY_HEIGHT)

    def _double_clicked(self, index: QModelIndex) -> None:
        row = self.meetings.meeting(index.row())
        if row is not None:
            self.opened.emit(row.id)

    def _moved(self) -> None:
        self.moved.emit()
