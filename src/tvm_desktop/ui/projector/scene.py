"""What a page is made of: plain shapes and set words with their places, so that a test can measure them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tvm_desktop.ui.projector.typeset import Setting, Style

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Box:
    """A rounded field; ``newest`` when it holds the newest thing."""

    rect: QRectF
    fill: str = ""
    edge: str = ""
    edge_width: float = 2.0
    radius: float = 16.0
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark; ``tick`` is the colour of the tick in it."""

    centre: QPointF
    radius: float
    fill: str = ""
    edge: str = ""
    tick: str = ""


@dataclass(frozen=True, slots=True)
class SetWords:
    """Set words. ``rect`` is the room they were given, ``ground`` the colour they stand on."""

    rect: QRectF
    setting: Setting
    text: str
    style: Style
    colour: str
    ground: str

    @property
    def inked(self) -> QRectF:
        """Return what the lines really cover."""
        return self.setting.box.translated(self.rect.topLeft())


Item = Box | Dot | SetWords


@dataclass(frozen=True, slots=True)
class Page:
    """One picture: its ground and all that stands on it."""

    ground: str
    items: tuple[Item, ...]

    @property
    def words(self) -> tuple[SetWords, ...]:
        """Return the set words alone."""
        return tuple(item for item in self.items if isinstance(item, SetWords))

    @property
    def has_newest(self) -> bool:
        """Say whether the newest thing stands here."""
        return any(isinstance(item, Box) and item.newest for item in self.items)


def draw(painter: QPainter, items: Iterable[Item]) -> None:
    """Paint items in their order."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for item in items:
        if isinstance(item, SetWords):
            item.setting.draw(painter, item.rect.x(), item.rect.y(), item.colour)
        elif isinstance(item, Box):
            _draw_box(painter, item)
        else:
            _draw_dot(painter, item)


def _draw_box(painter: QPainter, box: Box) -> None:
    painter.setBrush(QColor(box.fill) if box.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(box.edge), box.edge_width) if box.edge else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box.rect, box.radius, box.radius)


def _draw_dot(painter: QPainter, dot: Dot) -> None:
    painter.setBrush(QColor(dot.fill) if dot.fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(dot.edge), 3) if dot.edge else Qt.PenStyle.NoPen)
    painter.drawEllipse(dot.centre, dot.radius, dot.radius)
    if dot.tick:
        x, y, r = dot.centre.x(), dot.centre.y(), dot.radius
        pen = QPen(QColor(dot.tick), r * 0.28)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [
            QPointF(x - r * 0.45, y),
            QPointF(x - r * 0.1, y + r * 0.36),
            QPointF(x + r * 0.48, y - r * 0.34),
        ]
        painter.drawPolyline(QPolygonF(points))
