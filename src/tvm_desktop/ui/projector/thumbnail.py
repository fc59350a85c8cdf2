"""The wall in small for the leader, with its mode in large words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.projector.paint import paint_frame
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.frames.model import ProjectorFrame
    from tvm_desktop.ui.context import UiContext

_RADIUS = 8.0
_GAP = 6
_DIM = 0.35

_WORDS: dict[Mode, Message] = {
    Mode.LIVE: msg("Shown on the projector"),
    Mode.FROZEN: msg("The picture is frozen"),
    Mode.PAUSE: msg("Pause screen"),
    Mode.HIDDEN: msg("Hidden"),
}


class Thumbnail(QWidget):
    """Paints the same frame as the wall, from the frame and not from the screen; dimmed while hidden."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._frame: ProjectorFrame | None = None
        self._page = 0
        self._mode = Mode.HIDDEN
        self._wall = QSize(1920, 1080)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(160)
        self.retranslate()

    @property
    def mode(self) -> Mode:
        """The mode it tells of."""
        return self._mode

    def show_frame(self, frame: ProjectorFrame | None, page: int, mode: Mode) -> None:
        """Show what the wall shows, or would show, and how."""
        self._frame, self._page, self._mode = frame, page, mode
        self.retranslate()
        self.update()

    def set_wall(self, size: QSize) -> None:
        """Take over the wall's proportions."""
        if size != self._wall:
            self._wall = QSize(size)
            self.updateGeometry()
            self.update()

    def retranslate(self) -> None:
        """Say the mode to a screen reader."""
        self.setAccessibleName(self._context.words(_WORDS[self._mode]))

    def hasHeightForWidth(self) -> bool:
        """Keep the wall's proportions."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the picture's height and that of the words below."""
        return round(width * self._wall.height() / self._wall.width()) + _GAP + self._words_height()

    def sizeHint(self) -> QSize:
        """Be as wide as the leader's side pane."""
        return QSize(256, self.heightForWidth(256))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture in a thin line, and the mode below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height() - _GAP - self._words_height()
        picture = QRectF(0.5, 0.5, self.width() - 1, height - 1)
        self._paint_picture(painter, picture)
        self._paint_mode(painter, QRectF(0, height + _GAP, self.width(), self._words_height()))
        painter.end()

    def _paint_picture(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._context.theme
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.fillPath(outline, theme.colour("panel"))
        painter.save()
        painter.setClipPath(outline)
        if self._frame:
            painter.setOpacity(_DIM if self._mode is Mode.HIDDEN else 1.0)
            size = self._wall.scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            paint_frame(painter, QRectF(rect.topLeft(), size.toSizeF()), self._frame, self._page, theme)
        painter.restore()
        painter.setPen(QPen(theme.colour("accent" if self._mode is Mode.LIVE else "line"), 1.5))
        painter.drawPath(outline)

    def _paint_mode(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._context.theme
        colour = theme.colour("accent" if self._mode in {Mode.LIVE, Mode.FROZEN} else "ink")
        middle = rect.center().y()
        self._paint_sign(painter, QPointF(rect.x() + 8, middle), colour)
        painter.setFont(self._words_font())
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(24, 0, 0, 0), flags, self._context.words(_WORDS[self._mode]))

    def _paint_sign(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        """Paint the mode's sign: a full ring is live, two bars stand still, an empty ring is hidden."""
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if self._mode is Mode.LIVE else Qt.BrushStyle.NoBrush)
        if self._mode in {Mode.FROZEN, Mode.PAUSE}:
            for shift in (-3.5, 3.5):
                painter.drawLine(centre + QPointF(shift, -5), centre + QPointF(shift, 5))
        else:
            painter.drawEllipse(centre, 6.0, 6.0)

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._context.px(18))
        font.setBold(True)
        return font

    def _words_height(self) -> int:
        return self._context.px(28)
