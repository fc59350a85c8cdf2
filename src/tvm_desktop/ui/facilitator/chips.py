"""Chips in rows that wrap: measured and painted the same way in lists and on cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.facilitator.thing import ChipSpec

_COLOURS = {"": ("chip", "chip_ink"), "child": ("child", "child_ink"), "family": ("family", "family_ink")}
_HEIGHT, _ROW, _SIZE = 21, 25, 12


def chip_font(context: UiContext, base: QFont) -> QFont:
    """Return the small bold type of chips."""
    font = QFont(base)
    font.setPixelSize(context.px(_SIZE))
    font.setBold(True)
    return font


def chip_boxes(context: UiContext, chips: tuple[ChipSpec, ...], row: QRect, font: QFont) -> list[QRect]:
    """Return where each chip stands, wrapped within the row's width."""
    metrics, px = QFontMetrics(font), context.px
    boxes: list[QRect] = []
    x, y = row.left(), row.top()
    for chip in chips:
        width = min(metrics.horizontalAdvance(chip.text) + px(18), row.width())
        if x > row.left() and x + width > row.right() + 1:
            x, y = row.left(), y + px(_ROW)
        boxes.append(QRect(x, y, width, px(_HEIGHT)))
        x += width + px(6)
    return boxes


def chips_height(context: UiContext, chips: tuple[ChipSpec, ...], width: int, font: QFont) -> int:
    """Return the height of all rows."""
    boxes = chip_boxes(context, chips, QRect(0, 0, max(width, 1), 0), font)
    return boxes[-1].bottom() + 1 if boxes else 0


def paint_chips(
    painter: QPainter, context: UiContext, chips: tuple[ChipSpec, ...], row: QRect, font: QFont
) -> None:
    """Paint the chips into their boxes."""
    theme, px = context.theme, context.px
    painter.setFont(font)
    metrics = painter.fontMetrics()
    for chip, box in zip(chips, chip_boxes(context, chips, row, font), strict=True):
        back, ink = _COLOURS[chip.kind]
        painter.setPen(theme.colour("line") if theme.strong_lines else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(back))
        painter.drawRoundedRect(box, px(9), px(9))
        painter.setPen(theme.colour(ink))
        text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, box.width() - px(10))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class ChipRow(QWidget):
    """Chips on a card; narrow cards wrap them."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._chips: tuple[ChipSpec, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chips(self, chips: tuple[ChipSpec, ...]) -> None:
        """Show these; none take no room."""
        self._chips = chips
        self.setVisible(bool(chips))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        return QSize(80, self._context.px(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        """Wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped rows."""
        return chips_height(self._context, self._chips, width, chip_font(self._context, self.font()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chips(painter, self._context, self._chips, self.rect(), chip_font(self._context, self.font()))
