"""Very large type as pictures: beyond 64 pixels Qt fills every letter's outline anew at each paint."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from tvm_desktop.ui.projector.keep import forget_at_end

if TYPE_CHECKING:
    from tvm_desktop.ui.projector.typeset import Setting

LARGE = 64.0
_MOST_BYTES = 96 * 1024 * 1024
_RIM = 4

_Key = tuple[int, str, float]


class _Inks:
    """Pictures of set words, the least used thrown away first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, tuple[Setting, QImage]] = OrderedDict()
        self._bytes = 0

    def picture(self, setting: Setting, colour: str, scale: float) -> QImage:
        """Return the words as a picture with a rim, painted once."""
        key = (id(setting), colour, scale)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][1]
        image = _painted(setting, colour, scale)
        self._kept[key] = (setting, image)
        self._bytes += image.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
        return image

    def forget(self) -> None:
        """Drop all pictures."""
        self._kept.clear()
        self._bytes = 0


_inks = _Inks()
forget_at_end(_inks.forget)


def draw_large(painter: QPainter, setting: Setting, at: QPointF, colour: str) -> None:
    """Paint set words as a picture, on whole pixels of the device."""
    ratio = painter.device().devicePixelRatioF()
    image = _inks.picture(setting, colour, painter.transform().m11() * ratio)
    corner = painter.transform().map(at + setting.box.topLeft()) * ratio
    image.setDevicePixelRatio(ratio)
    painter.save()
    painter.setWorldMatrixEnabled(False)
    painter.drawImage(QPointF(round(corner.x()) - _RIM, round(corner.y()) - _RIM) / ratio, image)
    painter.restore()


def _painted(setting: Setting, colour: str, scale: float) -> QImage:
    box: QRectF = setting.box
    width, height = ceil(box.width() * scale) + 2 * _RIM, ceil(box.height() * scale) + 2 * _RIM
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_RIM, _RIM)
    painter.scale(scale, scale)
    setting.draw(painter, -box.x(), -box.y(), colour)
    painter.end()
    return image
