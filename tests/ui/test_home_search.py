"""Search on home: as one types, with the keyboard, for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tvm_desktop.ui.home.page import HomePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def home(context: UiContext, family: Family, show: Callable[..., None]) -> HomePage:
    page = HomePage(context)
    page.refresh()
    show(page)
    return page


def test_search_finds_as_one_types(home: HomePage, family: Family, qtbot: QtBot) -> None:
    QTest.keySequence(home, "Ctrl+F")
    assert home.top.search.hasFocus()
    QTest.keyClicks(home.top.search, "ringe")
    qtbot.waitUntil(home.results.isVisible)
    assert home.results.hits.index(0).data() == "Ringe til PPR"
    with qtbot.waitSignal(home.open_meeting) as opened:
        QTest.keyClick(home.top.search, Qt.Key.Key_Return)
    assert opened.args == [family.held]
    assert not home.results.isVisible()


def test_a_person_opens_the_course_at_their_card(home: HomePage, family: Family, qtbot: QtBot) -> None:
    home.top.search.setFocus()
    QTest.keyClicks(home.top.search, "hodan")
    qtbot.waitUntil(home.results.isVisible)
    with qtbot.waitSignal(home.open_person) as opened:
        QTest.keyClick(home.top.search, Qt.Key.Key_Return)
    assert opened.args == [family.course, "hodan"]


def test_a_course_opens(home: HomePage, family: Family, qtbot: QtBot) -> None:
    home.top.search.setFocus()
    QTest.keyClicks(home.top.search, "amina")
    qtbot.waitUntil(home.results.isVisible)
    for _ in range([hit.kind for hit in home.results.hits.hits].index("Course")):
        QTest.keyClick(home.top.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(home.open_course) as opened:
        QTest.keyClick(home.top.search, Qt.Key.Key_Return)
    assert opened.args == [family.course]


def test_arrows_move_in_the_results_and_esc_closes(home: HomePage, qtbot: QtBot) -> None:
    home.top.search.setFocus()
    QTest.keyClicks(home.top.search, "amina")
    qtbot.waitUntil(home.results.isVisible)
    assert home.results.hits.rowCount() > 1
    QTest.keyClick(home.top.search, Qt.Key.Key_Down)
    assert home.results.list.currentIndex().row() == 1
    QTest.keyClick(home.top.search, Qt.Key.Key_Up)
    assert home.results.list.currentIndex().row() == 0
    QTest.keyClick(home.top.search, Qt.Key.Key_Escape)
    assert not home.results.isVisible()


def test_letters_of_every_language_can_be_searched_for(home: HomePage) -> None:
    for letter in "ạđıжنአ":
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(home.top.search, event)
    assert home.top.search.text() == "ạđıжنአ"


@pytest.mark.parametrize("text", ["zzzz", "%", "\"'", "a" * 5000, "ÆØÅ", "<b>", "نور"])
def test_any_search_is_answered(home: HomePage, text: str) -> None:
    home.top.search.setText(text)
    home.results.show_for(text)
    assert home.results.isVisible()
    assert home.results.none.isVisible() or home.results.list.isVisible()
    home.results.show_for("  ")
    assert not home.results.isVisible()


def test_a_click_on_a_hit_opens_it(home: HomePage, qtbot: QtBot) -> None:
    home.top.search.setText("ringe")
    home.results.show_for("ringe")
    place = home.results.list.visualRect(home.results.hits.index(0)).center()
    with qtbot.waitSignal(home.open_meeting):
        QTest.mouseClick(home.results.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
