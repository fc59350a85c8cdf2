"""Paints one card, and edits its words in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tvm_desktop.ui.facilitator.cardedit import CardEdit
from tvm_desktop.ui.facilitator.chips import chip_font, chips_height, paint_chips

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.facilitator.thing import Thing

_THING = int(Qt.ItemDataRole.UserRole)
_GAP = 10


class CardDelegate(QStyledItemDelegate):
    """Cards as rounded boxes: chips, words, small lines."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = parent
        self._boxes: dict[tuple[Thing, int], list[QRect]] = {}

    def forget_sizes(self) -> None:
        """Measure afresh: the width or the text size changed."""
        self._boxes.clear()

    # -- painting ------------------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the wrapped size."""
        view = option.widget
        width = view.viewport().width() if hasattr(view, "viewport") else option.rect.width()
        return self._boxes_of(index.data(_THING), width)[-1].size()

    def _boxes_of(self, thing: Thing, width: int) -> list[QRect]:
        """Return the rectangles, measured once per width."""
        key = (thing, width)
        if key not in self._boxes:
            self._boxes[key] = self._layout(thing, QRect(0, 0, width, 100_000))
        return self._boxes[key]

    def _layout(self, thing: Thing, rect: QRect) -> list[QRect]:
        """Return the rectangles: chips row, text, each line, and the whole with its gap below."""
        px = self._desk.context.px
        inner = rect.adjusted(px(14), px(11), -px(14), 0)
        y = inner.top()
        boxes = [QRect(inner.left(), y, inner.width(), 0)]
        if thing.chips:
            font = chip_font(self._desk.context, self._view.font())
            height = chips_height(self._desk.context, thing.chips, inner.width(), font)
            boxes[0] = QRect(inner.left(), y, inner.width(), height)
            y += height + px(6)
        for n, text in enumerate((thing.text, *thing.lines)):
            metrics = QFontMetrics(self._font(15 if n == 0 else 13))
            height = metrics.boundingRect(QRect(0, 0, inner.width(), 100_000), _flags(text), text).height()
            boxes.append(QRect(inner.left(), y, inner.width(), height))
            y += height + px(3)
        bottom = y + px(8)
        return [*boxes, QRect(rect.left(), rect.top(), rect.width(), bottom - rect.top() + _GAP)]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the card."""
        thing: Thing = index.data(_THING)
        theme = self._desk.context.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        place = option.rect.topLeft()
        boxes = [box.translated(place) for box in self._boxes_of(thing, option.rect.width())]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.colour("accent" if selected else "line")
        pen = QPen(line, 2 if selected else 1)
        if not thing.shown:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("panel"))
        frame = boxes[-1].adjusted(1, 1, -2, -_GAP)
        painter.drawRoundedRect(frame, 8, 8)
        context = self._desk.context
        paint_chips(painter, context, thing.chips, boxes[0], chip_font(context, self._view.font()))
        for n, (text, box) in enumerate(zip((thing.text, *thing.lines), boxes[1:-1], strict=True)):
            painter.setFont(self._font(15 if n == 0 else 13))
            painter.setPen(theme.colour("ink" if n == 0 else "muted"))
            painter.drawText(box, _flags(text), text)
        painter.restore()

    def _font(self, size: int) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._desk.context.px(size))
        return font

    # -- editing -------------------------------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Open the one free-text editor over the card; its draft is kept."""
        thing: Thing = index.data(_THING)
        editor = CardEdit(self._desk, thing.id, thing.raw, lines=(2, 12))
        editor.setParent(parent)
        editor.accepted.connect(self._accepted)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave the words alone: the editor brought them, and somebody may be typing."""

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Keep the words."""
        if isinstance(editor, CardEdit):
            editor.keep()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Lie over the card."""
        editor.setFixedWidth(option.rect.width())
        editor.move(option.rect.topLeft())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep Enter for the editor's own rules; Esc closes without change; words that cannot be saved stay open."""
        if isinstance(editor, CardEdit):
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    return False
                if event.key() == Qt.Key.Key_Escape:
                    editor.drop()
            elif event.type() == QEvent.Type.FocusOut:
                if QApplication.focusWidget() is not editor:
                    self._close_kept(editor)
                return False
        return super().eventFilter(editor, event)

    def _accepted(self) -> None:
        editor = self.sender()
        if isinstance(editor, CardEdit):
            self._close_kept(editor)

    def _close_kept(self, editor: CardEdit) -> None:
        if editor.keep():
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _flags(text: str) -> int:
    wrap = int(Qt.TextFlag.TextWordWrap.value)
    longest = max((len(word) for word in text.split()), default=0)
    return wrap | int(Qt.TextFlag.TextWrapAnywhere.value) if longest > 40 else wrap
