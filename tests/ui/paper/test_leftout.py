"""A copy without what somebody said, chosen by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.pdf import text_of
from helpers.sessions import open_session
from tvm_desktop.domain.entities import Card, Scale
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.scales import AskScale, Rate
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.paper.making import PaperKind
from tvm_desktop.ui.paper.view import PaperView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext

WORDS = "Vi synger hver aften"


@pytest.fixture
def view(context: UiContext, show: Callable[[QWidget], None]) -> PaperView:
    session = open_session(context.open_store, context.formats)
    session.do(AddCard(CardKind.STRENGTH, WORDS, voice="hoa"))
    assert session.record.every(Card)
    made = PaperView(context, session)
    show(made)
    return made


def choose_hoa(view: PaperView) -> None:
    menu = view.left_out.offer()
    number = [action.data() for action in menu.actions()].index("hoa")
    for _ in range(number):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def paper(view: PaperView) -> str:
    assert view.paper is not None
    return " ".join(text_of(view.paper.pdf).split())


def test_somebodys_words_are_left_out_of_the_plan_and_the_form(view: PaperView) -> None:
    assert WORDS in paper(view)
    choose_hoa(view)
    assert WORDS not in paper(view)
    assert "I denne udgave er noget udeladt." in paper(view)
    view.choose(PaperKind.FORM)
    assert WORDS not in paper(view)
    assert "I denne udgave er noget udeladt." in paper(view)


def test_the_button_says_whose_words_and_the_paper_does_not(view: PaperView) -> None:
    choose_hoa(view)
    assert view.left_out.button.accessibleName() == "Copy without what Ho\u00e0 said ▾"
    assert view.left_out.hint.isVisible()
    choose_hoa(view)
    assert view.left_out.persons == frozenset()
    assert WORDS in paper(view)


def test_leaving_the_paper_makes_the_next_copy_whole(view: PaperView) -> None:
    choose_hoa(view)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.left_out.persons == frozenset()
    assert WORDS in paper(view)


def test_it_is_logged_as_saved(view: PaperView, tmp_path: Path) -> None:
    choose_hoa(view)
    path = tmp_path / "plan.pdf"
    assert view.save_to(str(path))
    assert WORDS not in " ".join(text_of(path.read_bytes()).split())
    assert view.context.open_store.use_log(limit=1)[0].act is UseAct.SAVED_PDF


def test_where_somebodys_number_is_missing_the_hint_says_that_it_can_be_seen(view: PaperView) -> None:
    choose_hoa(view)
    assert "number" not in view.left_out.hint.text()
    view.session.do(AskScale("Hvordan har Minh det?"))
    (scale,) = view.session.record.all(Scale)
    view.session.do(Rate(scale.id, "hoa", 3))
    view.left_out.retranslate()
    assert "one can see whose number is missing" in view.left_out.hint.text()
