"""A row of small things that goes on in the next line when there is no more room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_GAP = 6


class Flow(QWidget):
    """Lays its children out like words, in the order they were added."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Take one more."""
        widget.setParent(self)
        self._items.append(widget)
        widget.show()
        self._refit()

    def clear(self) -> None:
        """Let all go."""
        for widget in self._items:
            widget.hide()
            widget.deleteLater()
        self._items = []
        self._refit()

    def hasHeightForWidth(self) -> bool:
        """Grow taller when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """Ask for the room of the lines as they are now."""
        wide = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(wide, self._place(max(self.width(), wide), move=False))

    def minimumSizeHint(self) -> QSize:
        """Shrink to one line of nothing; the height follows the width."""
        return QSize(0, max((item.sizeHint().height() for item in self._items), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        """Follow words that grow or shrink."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._refit()
        return super().event(event)

    def _refit(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        x, y, line = 0, 0, 0
        for item in self._items:
            if item.isHidden():
                continue
            hint = item.sizeHint()
            if x and x + hint.width() > width:
                x, y, line = 0, y + line + _GAP, 0
            if move:
                item.setGeometry(x, y, min(hint.width(), max(width, 1)), hint.height())
            x += hint.width() + _GAP
            line = max(line, hint.height())
        return y + line
