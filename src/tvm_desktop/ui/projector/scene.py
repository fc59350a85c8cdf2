"""What a page is made of: plain shapes and set words with their places, so that a test can measure them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from tvm_desktop.ui.projector.ink import LARGE, draw_large
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

    @property
    def bounds(self) -> QRectF:
        """Return all that it covers."""
        half = self.edge_width / 2 + 1
        return self.rect.adjusted(-half, -half, half, half)


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark; ``tick`` is the colour of the tick in it."""

    centre: QPointF
    radius: float
    fill: str = ""
    edge: str = ""
    tick: str = ""

    @property
    def bounds(self) -> QRectF:
        """Return all that it covers."""
        reach = self.radius + 3
        return QRectF(self.centre.x() - reach, self.centre.y() - reach, 2 * reach, 2 * reach)


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

    @property
    def bounds(self) -> QRectF:
        """Return all that it covers, with what letters reach beyond their lines."""
        return self.inked.adjusted(-10, -6, 10, 6)


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


def draw(painter: QPainter, items: Iterable[Item], shown: QRegion | None = None) -> None:
    """Paint items in their order; of the device only what is ``shown``."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    place = painter.transform()
    for item in items:
        if shown is not None and not shown.intersects(place.mapRect(item.bounds).toAlignedRect()):
            continue
        if isinstance(item, SetWords):
            _draw_words(painter, item)
        elif isinstance(item, Box):
            _draw_box(painter, item)
        else:
            _draw_dot(painter, item)


def differing(before: Page, after: Page) -> list[QRectF]:
    """Return the rectangles in which two pages differ."""
    old, new = ({_trait(item): item for item in page.items} for page in (before, after))
    return [item.bounds for trait, item in (old | new).items() if (trait in old) != (trait in new)]


def _trait(item: Item) -> tuple[object, ...]:
    """Return what tells an item from another on the wall."""
    bounds = item.bounds
    place = (bounds.x(), bounds.y(), bounds.width(), bounds.height())
    if isinstance(item, SetWords):
        return (*place, item.text, item.colour, item.style)
    return (*place, item.fill, item.edge, item.tick if isinstance(item, Dot) else item.edge_width)


def _draw_words(painter: QPainter, words: SetWords) -> None:
    if words.style.size * painter.deviceTransform().m11() > LARGE:
        draw_large(painter, words.setting, words.rect.topLeft(), words.colour)
    else:
        words.setting.draw(painter, words.rect.x(), words.rect.y(), words.colour)


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
