"""Small fields that fit a narrow pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption

from tvm_desktop.ui.widgets.basic import ChoiceField, PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


def narrow_choice() -> ChoiceField:
    """Make a choice as wide as its place, however long the words it offers."""
    choice = ChoiceField()
    choice.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return choice


class ShortLabel(PlainLabel):
    """One line that ends in … where there is no room for all of it."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        width = self.contentsRect().width()
        if self.fontMetrics().horizontalAdvance(self.text()) <= width:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        flags = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            short,
            self.foregroundRole(),
        )
