"""The pages of a paper below each other, as wide as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from tvm_desktop.documents.preview import page_count, page_image
from tvm_desktop.ui.paper.pages import to_image
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.ui.widgets.scroll import Scroll
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.ui.context import UiContext

_SHEET, _BESIDE, _NARROWEST = 640, 56, 240


class Sheets(Scroll):
    """Scrolls over the pages of one PDF."""

    def __init__(self, context: UiContext) -> None:
        super().__init__((24, 20, 24, 20), 18)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # One that comes and goes would change the width, and with it the pages, again and again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.context = context
        self._pdf, self._drawn = b"", 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of a paper."""
        if pdf != self._pdf:
            self._pdf = pdf
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages in the new width."""
        super().resizeEvent(event)
        if self._width() != self._drawn:
            self._draw()

    def _width(self) -> int:
        return min(self.context.px(_SHEET), max(self.viewport().width() - _BESIDE, _NARROWEST))

    def _draw(self) -> None:
        while (item := self.box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._drawn = self._width()
        for number in range(page_count(self._pdf) if self._pdf else 0):
            self.box.addWidget(self._sheet(number), 0, Qt.AlignmentFlag.AlignHCenter)
        self.box.addStretch(1)

    def _sheet(self, number: int) -> PlainLabel:
        ratio = self.devicePixelRatioF()
        first = page_image(self._pdf, number, 0.1)
        scale = 0.1 * self._drawn * ratio / first.width
        pixmap = QPixmap.fromImage(to_image(page_image(self._pdf, number, scale)))
        pixmap.setDevicePixelRatio(ratio)
        sheet = PlainLabel(role="sheet")
        sheet.setPixmap(pixmap)
        sheet.setFixedSize(pixmap.deviceIndependentSize().toSize() + QSize(2, 2))
        sheet.setAccessibleName(self.context.words(msg("Page {number}", number=number + 1)))
        return sheet
