"""Leads the tour: every stop in turn, its pictures, and the plan at the end."""

from __future__ import annotations

import sys
import tempfile
from contextlib import chdir
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler

from tvm_desktop.documents.paper import PaperOptions
from tvm_desktop.errors import UserError
from tvm_desktop.ui.paper.making import make_plan
from tvm_desktop.ui.tour.stage import WALLS, Stage, set_up_screens
from tvm_desktop.ui.tour.stops import STOPS
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from tvm_desktop.ui.tour.stops import Stop

_QUIET = "propagateSizeHints"


def write_tour(folder: Path, *, language: str, size: tuple[int, int]) -> Path:
    """Lead the windows through an invented meeting; return the folder with the pictures and the plan.

    Raises UserError when the folder cannot be written.
    """
    folder = folder.absolute()
    _make(folder)
    qInstallMessageHandler(_tell)
    with tempfile.TemporaryDirectory(prefix="tvm-tour-") as below, chdir(below):
        set_up_screens(size)
        stage = Stage(QSize(*size), language)
        try:
            for number, stop in enumerate(STOPS, start=1):
                stop.go(stage)
                _keep(stage, stop, folder, f"{number:02}-{stop.name}")
        finally:
            stage.end()
    return folder


def _keep(stage: Stage, stop: Stop, folder: Path, name: str) -> None:
    _save(stage.laptop(), folder / f"{name}-facilitator.png")
    if stop.wall:
        usual, *others = WALLS
        _save(stage.wall(usual), folder / f"{name}-projector.png")
        for wall in others:
            _save(stage.wall(wall), _beside(folder, wall) / f"{name}.png")
    if stop.plan:
        for paper, options in {"plan": PaperOptions(), "plan-large": PaperOptions(large=True)}.items():
            made = make_plan(stage.context, stage.meeting.session, options)
            (folder / f"{paper}.pdf").write_bytes(made.pdf)


def _beside(folder: Path, wall: str) -> Path:
    """Return the folder of a projector's pictures."""
    return folder / "projector-{}x{}".format(*WALLS[wall])


def _make(folder: Path) -> None:
    try:
        for wall in list(WALLS)[1:]:
            _beside(folder, wall).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(msg("“{path}” cannot be written. Choose another place.", path=str(folder))) from error


def _save(picture: QImage, path: Path) -> None:
    if not picture.save(str(path)):
        raise UserError(msg("“{path}” cannot be written. Choose another place.", path=str(path)))


def _tell(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for what an invented screen cannot do."""
    if _QUIET not in text:
        sys.stderr.write(f"{text}\n")
