"""Painting only what differs gives the same picture as painting all of it; large type is kept as pictures."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from tvm_desktop.session.frames.model import Columns
from tvm_desktop.ui.projector.paint import changed_rects, page_of, paint_frame
from tvm_desktop.ui.projector.window import ProjectorWindow
from ui.projector.samples import SAMPLES, columns, frame

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.session.frames.model import ProjectorFrame
    from tvm_desktop.ui.theme import Theme

SIZES = (QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160))
GROWING = [
    frame("Hvad ser I?", columns(*counts, newest=newest))
    for counts, newest in (
        ((0, 0, 0), ""),
        ((1, 0, 0), "worry-0"),
        ((1, 1, 0), "works-0"),
        ((1, 2, 0), "works-1"),
        ((1, 2, 0), ""),
        ((6, 2, 1), "worry-5"),
    )
]
STEPS = [*GROWING, SAMPLES["thread"], SAMPLES["pause"], SAMPLES["statements-three"], SAMPLES["goals"]]


def painted(picture: ProjectorFrame, size: QSize, theme: Theme, on: QImage | None = None) -> QImage:
    """Paint a picture; with ``on``, only where the picture that was there differs."""
    image = on or QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_frame(painter, QRectF(QRect(QPoint(), size)), picture, 0, theme)
    painter.end()
    return image


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_what_differs_is_enough(theme: Theme, size: QSize) -> None:
    area = QRectF(QRect(QPoint(), size))
    for before, after in pairwise(STEPS):
        image = painted(before, size, theme)
        first, second = page_of(before, 0, size, theme), page_of(after, 0, size, theme)
        region = QRegion()
        for rect in changed_rects(area, first, second):
            region += rect.toAlignedRect().adjusted(-1, -1, 1, 1)
        painter = QPainter(image)
        painter.setClipRegion(region)
        paint_frame(painter, area, after, 0, theme)
        painter.end()
        assert image == painted(after, size, theme)


def test_one_more_card_touches_a_small_part_of_the_wall(theme: Theme) -> None:
    size = SIZES[1]
    rects = changed_rects(
        QRectF(QRect(QPoint(), size)), *(page_of(each, 0, size, theme) for each in GROWING[2:4])
    )
    touched = sum(rect.width() * rect.height() for rect in rects)
    assert 0 < touched < 0.3 * size.width() * size.height()


def test_the_same_picture_again_touches_nothing(theme: Theme) -> None:
    page = page_of(GROWING[3], 0, SIZES[1], theme)
    assert changed_rects(QRectF(0, 0, 1920, 1080), page, page) == []


def test_large_type_is_painted_alike_the_first_time_and_later(theme: Theme) -> None:
    assert painted(SAMPLES["understandings"], SIZES[2], theme) == painted(
        SAMPLES["understandings"], SIZES[2], theme
    )


def test_pictures_of_large_type_stand_where_their_widget_is(theme: Theme, qtbot: QtBot) -> None:
    """A widget within a window paints through an offset that the pictures must follow."""

    class Corner(QWidget):
        def paintEvent(self, _event: object) -> None:
            painter = QPainter(self)
            paint_frame(painter, QRectF(self.rect()), SAMPLES["blank"], 0, theme)
            painter.end()

    window = QWidget()
    qtbot.addWidget(window)
    window.resize(2100, 1200)
    corner = Corner(window)
    corner.setGeometry(101, 57, 1920, 1080)
    seen = window.grab(corner.geometry()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert seen == painted(SAMPLES["blank"], SIZES[1], theme)


def test_the_window_shows_what_it_was_given_last(theme: Theme, qtbot: QtBot) -> None:
    window = ProjectorWindow(theme)
    window.stand_in_window(QRect(0, 0, 1400, 900))
    qtbot.waitExposed(window)
    for picture in STEPS:
        window.show_frame(picture)
        qtbot.wait(5)
        picture_rect = window.picture_rect().toRect()
        seen = window.screen().grabWindow(window.winId()).toImage().copy(picture_rect)
        assert seen.convertToFormat(QImage.Format.Format_RGB32) == painted(
            picture, picture_rect.size(), theme
        )
    window.show_frame(frame("?", Columns(())), 4)
    assert window.page == 4
    window.end()
    window.deleteLater()
