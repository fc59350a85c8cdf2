"""Home says quietly which meetings are not filed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from tvm_desktop.domain.entities import Filing
from tvm_desktop.domain.record import adding
from tvm_desktop.ui.home.page import HomePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.screens import ScreenInfo
    from ui.conftest import Family


def no_screens() -> list[ScreenInfo]:
    return []


@pytest.fixture
def home(context: UiContext, family: Family, show: Callable[[QWidget], None]) -> HomePage:
    made = HomePage(context, no_screens)
    made.refresh()
    show(made)
    return made


def test_one_quiet_line_opens_to_the_way(home: HomePage, family: Family) -> None:
    assert home.unfiled.count.text() == "1 meeting is not filed."
    assert home.unfiled.lines == []
    home.unfiled.fold.click()
    (line,) = home.unfiled.lines
    assert line.text() == "Meeting with Amina and the family · 12 February"
    asked: list[str] = []
    home.file_meeting.connect(asked.append)
    line.click()
    assert asked == [family.held]


def test_nothing_is_said_when_all_is_filed(home: HomePage, context: UiContext, family: Family) -> None:
    filed = Filing(id="f", meeting_id=family.held, filed_on=date(2026, 3, 1))
    context.open_store.commit(family.course, [adding(filed)])
    home.refresh()
    assert home.unfiled.isHidden()


def test_nothing_is_said_where_the_room_sees_it(home: HomePage) -> None:
    home.unfiled.refresh(shown=False)
    assert home.unfiled.isHidden()
    assert home.unfiled.rows == []


def test_the_chosen_meeting_can_be_filed_from_the_list(home: HomePage, family: Family) -> None:
    asked: list[str] = []
    home.file_meeting.connect(asked.append)
    home.table.selectRow(0)
    assert home.row_acts["file"].isHidden()
    home.table.selectRow(1)
    home.row_acts["file"].click()
    assert asked == [family.held]


def test_in_a_narrow_window_it_stands_beside_the_agreements(home: HomePage) -> None:
    home.resize(900, 700)
    assert home.lists.isAncestorOf(home.unfiled)
    home.fold_side.click()
    assert home.unfiled.isVisible()
    home.resize(1440, 900)
    QApplication.processEvents()
    assert home.unfiled.parentWidget() is home.middle
    assert home.unfiled.isVisible()
