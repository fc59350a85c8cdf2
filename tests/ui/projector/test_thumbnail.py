"""The wall in small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.projector.thumbnail import Thumbnail
from ui.projector.samples import SAMPLES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext


@pytest.mark.parametrize("mode", list(Mode))
def test_it_paints_every_mode_and_says_it(context: UiContext, qtbot: QtBot, mode: Mode) -> None:
    context.words.language = "en"
    thumbnail = Thumbnail(context)
    qtbot.addWidget(thumbnail)
    thumbnail.resize(256, thumbnail.heightForWidth(256))
    thumbnail.show_frame(SAMPLES["board"], 0, mode)
    words = {
        Mode.LIVE: "Shown on the projector",
        Mode.FROZEN: "The picture is frozen",
        Mode.PAUSE: "Pause screen",
        Mode.HIDDEN: "Hidden",
    }
    assert thumbnail.accessibleName() == words[mode]
    assert thumbnail.mode is mode
    picture = thumbnail.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 256, 3) for y in range(0, 140, 3)}
    assert len(colours) > 5


def test_it_keeps_the_walls_proportions(context: UiContext, qtbot: QtBot) -> None:
    thumbnail = Thumbnail(context)
    qtbot.addWidget(thumbnail)
    wide = thumbnail.heightForWidth(320)
    thumbnail.set_wall(QSize(1024, 768))
    assert thumbnail.heightForWidth(320) - wide == 240 - 180
    assert thumbnail.sizeHint().height() == thumbnail.heightForWidth(256)
