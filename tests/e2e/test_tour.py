"""The tour in a process of its own: every picture is there and shows something, and the plan is the same each time."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tvm_desktop.ui.tour.stage import WALLS
from tvm_desktop.ui.tour.stops import STOPS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(600)
LAPTOP = (1280, 720)


def tour(folder: Path) -> Path:
    command = [sys.executable, "-m", "tvm_desktop", "tour", str(folder), "--size", "1280x720", "--lang", "en"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, ""), told.stdout
    assert str(folder) in told.stdout
    return folder


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tour(tmp_path_factory.mktemp("tour") / "once")


@pytest.fixture(scope="module")
def plan(once: Path) -> str:
    """Return the plan's words in one line."""
    command = ["pdftotext", "-layout", str(once / "plan.pdf"), "-"]
    return " ".join(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def shown(path: Path, size: tuple[int, int]) -> bool:
    """Say whether a picture is there, is as large as its screen, and shows more than a few colours."""
    picture = QImage(str(path))
    small = picture.scaled(96, 54, mode=Qt.TransformationMode.SmoothTransformation)
    colours = {small.pixel(x, y) for x in range(96) for y in range(54)}
    return (picture.width(), picture.height()) == size and len(colours) > 3


def test_every_stop_has_its_picture(once: Path) -> None:
    names = [f"{number:02}-{stop.name}" for number, stop in enumerate(STOPS, start=1)]
    assert [name for name in names if not (once / f"{name}-facilitator.png").exists()] == []
    usual = [n for n in names if not n.split("-", 1)[1].startswith("large-text")]
    assert [name for name in usual if not shown(once / f"{name}-facilitator.png", LAPTOP)] == []


def test_every_wall_has_its_pictures(once: Path) -> None:
    names = [f"{number:02}-{stop.name}" for number, stop in enumerate(STOPS, start=1) if stop.wall]
    for name in names:
        assert shown(once / f"{name}-projector.png", WALLS["1-projector"]), name
        assert shown(once / "projector-1280x720" / f"{name}.png", WALLS["2-small"]), name
        assert shown(once / "projector-3840x2160" / f"{name}.png", WALLS["3-large"]), name


@pytest.mark.parametrize(
    "words",
    [
        "Vores plan for Amina",
        "Starter en legegruppe",
        "Henter Amina tirsdag og torsdag",
        "Yusuf",
        "16. april 2026",
    ],
)
def test_the_plan_holds_what_was_agreed(plan: str, words: str) -> None:
    assert words in plan


def test_a_second_tour_is_the_same_to_the_byte(once: Path, tmp_path: Path) -> None:
    again = tour(tmp_path / "again")
    files = sorted(path.relative_to(once) for path in once.rglob("*.*"))
    assert [str(name) for name in files if (once / name).read_bytes() != (again / name).read_bytes()] == []
