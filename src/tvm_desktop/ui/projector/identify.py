"""A name on each screen for a few seconds, so that the leader can tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tvm_desktop.ui.projector.colours import wall_of
from tvm_desktop.ui.projector.typeset import Style, elided, typeset

if TYPE_CHECKING:
    from tvm_desktop.ui.screens import ScreenInfo
    from tvm_desktop.ui.theme import Theme

_NUMBER = Style(160, bold=True, centred=True)
_NAME = Style(40, centred=True)
_SIZE = QSize(720, 360)


class ScreenName(QWidget):
    """A card in the middle of a screen with its number and its name; it takes no focus and no clicks."""

    def __init__(self, number: int, screen: ScreenInfo, title: str, theme: Theme) -> None:
        flags = (
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        super().__init__(None, flags)
        self._number = str(number)
        self._title = title
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{number} · {title}")
        place = QRect(QPoint(0, 0), _SIZE.boundedTo(screen.geometry.size()))
        place.moveCenter(screen.geometry.center())
        self.setGeometry(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the number large and the name below."""
        wall = wall_of(self._theme)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(wall.accent))
        painter.fillRect(self.rect().adjusted(6, 6, -6, -6), QColor(wall.panel))
        width = float(self.width() - 60)
        number = typeset(self._number, _NUMBER, width)
        name = typeset(elided(self._title, _NAME, width), _NAME, width)
        top = (self.height() - number.height - name.height) / 2
        number.draw(painter, 30, top, wall.accent)
        name.draw(painter, 30, top + number.height, wall.ink)
        painter.end()
