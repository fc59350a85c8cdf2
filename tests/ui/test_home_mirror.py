"""Home where the wall shows the laptop: the room may see this page, so no other family stands on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.ui.home.page import HomePage
from tvm_desktop.ui.screens import ScreenInfo
from ui.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family

LAPTOP = ScreenInfo("laptop", width=1440, height=900, primary=True)
WALL = replace(LAPTOP, name="wall", primary=False)


@pytest.fixture
def screens() -> list[ScreenInfo]:
    return [LAPTOP, WALL]


@pytest.fixture
def home(
    context: UiContext, family: Family, show: Callable[[QWidget], None], screens: list[ScreenInfo]
) -> HomePage:
    page = HomePage(context, lambda: screens)
    page.refresh()
    show(page)
    page.focus_first()
    return page


def test_only_todays_meeting_stands_there_and_why(home: HomePage) -> None:
    assert home.mirror.words.text().startswith("If the wall shows this picture")
    assert home.upcoming.isVisible()
    hidden: tuple[QWidget, ...] = (home.table, home.side, home.folds, home.top.search)
    assert not any(widget.isVisible() for widget in (*hidden, *home.row_acts.values()))
    assert QApplication.focusWidget() is home.upcoming.first


def test_a_meeting_on_another_day_is_not_there(home: HomePage, context: UiContext) -> None:
    context.clock = lambda: NOW - timedelta(days=3)
    home.refresh()
    assert not home.upcoming.isVisible()
    home.focus_first()
    assert QApplication.focusWidget() is home.mirror.show_all


def test_all_is_shown_when_that_is_wished(home: HomePage) -> None:
    home.mirror.show_all.click()
    assert home.table.isVisible()
    assert home.side.isVisible()
    assert not home.mirror.isVisible()


def test_all_comes_when_the_screens_are_parted_and_goes_when_they_are_not(
    home: HomePage, screens: list[ScreenInfo], qtbot: QtBot
) -> None:
    screens[1] = replace(WALL, x=1440)
    home._screens_changed()
    qtbot.waitUntil(home.table.isVisible)
    screens[1] = WALL
    home._screens_changed()
    qtbot.waitUntil(lambda: not home.table.isVisible())
