"""A column that scrolls up and down and gives wrapped words the height they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class _Column(QWidget):
    """What is scrolled; its least height is that of its content at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "flow")

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.fit()
        return done

    def fit(self) -> None:
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(self.width())
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)


class Scroll(QScrollArea):
    """Scrolls up and down only; ``box`` takes the content, and what has the focus is kept in sight."""

    def __init__(self, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column = _Column()
        self.box = QVBoxLayout(self.column)
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(spacing)
        self.setWidget(self.column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the new width."""
        super().resizeEvent(event)
        self.column.fit()
