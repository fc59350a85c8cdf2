"""The paper as it stands, small, beside the closing; it is drawn a moment after the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tvm_desktop.documents.preview import page_image
from tvm_desktop.ui.paper.making import make_plan
from tvm_desktop.ui.paper.pages import to_image
from tvm_desktop.ui.widgets.basic import Button
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk

_WAIT_MS = 250


class SmallPage(QWidget):
    """One page, as large as there is room for. Signal: ``clicked()``."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for an upright page."""
        return QSize(280, 396)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page with a thin edge."""
        if self.image.isNull():
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRect((self.width() - size.width()) // 2, 0, size.width() - 1, size.height() - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, self.image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(box)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the large preview."""
        self.clicked.emit()


class PlanPreview(QWidget):
    """The first page and the way to print. Signal: ``wanted()``."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.page = SmallPage()
        self.open = Button("", "primary")
        self.page.clicked.connect(self.wanted)
        self.open.clicked.connect(self.wanted)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(row)
        box.addWidget(self.page, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.draw)

    def refresh(self) -> None:
        """Draw again soon."""
        self.open.setText(self.desk.context.words(msg("Print or save · Ctrl+P")))
        self._timer.start()

    def draw(self) -> None:
        """Draw the first page now."""
        self._timer.stop()
        if not self.isVisible():
            return
        paper = make_plan(self.desk.context, self.desk.session)
        self.page.image = to_image(page_image(paper.pdf, 0, 1.6))
        self.page.update()
