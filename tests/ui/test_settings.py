"""What is remembered before the file is unlocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from tvm_desktop.paths import DataFolder
from tvm_desktop.ui.settings import PreSettings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def folder(tmp_path: Path, qapp: QApplication) -> DataFolder:
    """Return an empty data folder."""
    return DataFolder(tmp_path)


def again(settings: PreSettings, folder: DataFolder) -> PreSettings:
    """Return the settings as the next start reads them."""
    settings.sync()
    return PreSettings(folder)


def test_an_empty_folder_is_danish_light_and_of_the_usual_size(folder: DataFolder) -> None:
    settings = PreSettings(folder)
    assert (settings.language, settings.theme, settings.scale) == ("da", "light", 1.0)


def test_what_was_chosen_is_there_at_the_next_start(folder: DataFolder) -> None:
    settings = PreSettings(folder)
    settings.language, settings.theme, settings.scale, settings.wished_screen = (
        "en",
        "dark",
        1.5,
        "BenQ|MW550",
    )
    settings = again(settings, folder)
    assert (settings.language, settings.theme, settings.scale) == ("en", "dark", 1.5)
    assert settings.wished_screen == "BenQ|MW550"


@pytest.mark.parametrize(
    "content", ["", "garbage", "[General]\nlanguage=xx\ntheme=pink\nscale=big\n", "\x00\xff"]
)
def test_a_spoilt_file_gives_the_usual(folder: DataFolder, content: str) -> None:
    folder.settings.write_text(content, "utf-8")
    settings = PreSettings(folder)
    assert (settings.language, settings.theme, settings.scale) == ("da", "light", 1.0)


def test_text_grows_and_shrinks_by_steps_and_stops_at_the_ends(folder: DataFolder) -> None:
    settings = PreSettings(folder)
    assert settings.larger(1) == 1.1
    assert settings.larger(99) == 2.0
    assert settings.larger(-99) == 0.8
    assert settings.larger(0) == 1.0


def test_a_window_comes_back_where_it_stood(folder: DataFolder, qtbot: QtBot) -> None:
    settings, window = PreSettings(folder), QWidget()
    window.setGeometry(QRect(120, 90, 900, 700))
    settings.keep_window(window)
    other = QWidget()
    again(settings, folder).place_window(other)
    assert other.geometry() == QRect(120, 90, 900, 700)


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_home(folder: DataFolder, qtbot: QtBot) -> None:
    settings, window = PreSettings(folder), QWidget()
    window.setGeometry(QRect(-9000, -9000, 900, 700))
    settings.keep_window(window)
    other = QWidget()
    again(settings, folder).place_window(other)
    assert other.screen().availableGeometry().intersects(other.frameGeometry())
