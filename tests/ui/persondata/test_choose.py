"""Choosing whom all is to be shown about, from a course's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tvm_desktop.domain.entities import Person
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.record import adding
from tvm_desktop.ui.menu import course_entry
from tvm_desktop.ui.persondata.choose import ChoosePersonWindow
from tvm_desktop.ui.persondata.window import PersonWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


def test_the_family_stands_first_and_a_press_opens_what_is_held(
    context: UiContext, family: Family, show: Callable[..., None]
) -> None:
    case_worker = Person(id="first", name="Birgit", side=Side.PROFESSIONAL, rank=-1)
    context.open_store.commit(family.course, [adding(case_worker)])
    page = QWidget()
    show(page)
    window = ChoosePersonWindow(context, page, family.course)
    window.show()
    names = [card.title.text() for card in window.cards]
    assert "Hodan, mor" in names
    assert names[-1] == "Birgit"
    card = window.cards[names.index("Hodan, mor")]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    opened = page.findChildren(PersonWindow)
    assert [one.title.text() for one in opened] == ["All about Hodan"]
    assert not window.isVisible()
    opened[0].close()


def test_the_menu_of_a_course_offers_it() -> None:
    assert course_entry("person").words.text == "All about one person …"
