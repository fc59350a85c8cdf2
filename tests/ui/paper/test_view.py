"""The plan on screen: looked at, saved whole or not at all, and never under a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.pdf import text_of
from helpers.sessions import open_session
from tvm_desktop.documents.filename import plan_file_name
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.course import SetAnonymous
from tvm_desktop.ui.paper.making import PaperKind
from tvm_desktop.ui.paper.view import PaperView
from tvm_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext


@pytest.fixture
def view(context: UiContext, show: Callable[[QWidget], None]) -> PaperView:
    made = PaperView(context, open_session(context.open_store, context.formats))
    show(made)
    return made


def sheets(view: PaperView) -> list[PlainLabel]:
    return [label for label in view.pages.findChildren(PlainLabel) if label.property("role") == "sheet"]


def test_every_page_is_shown_and_named(view: PaperView) -> None:
    names = [sheet.accessibleName() for sheet in sheets(view)]
    assert names == [f"Page {number}" for number in range(1, len(names) + 1)]
    assert names


def test_large_print_and_a3_are_made_afresh(view: PaperView, qtbot: QtBot) -> None:
    before = view.paper
    view.large.click()
    assert view.paper != before
    assert view.options.large
    view.a3.click()
    assert view.options.size.name == "A3"
    qtbot.wait(1)


def test_an_anonymous_plan_says_the_same_words_and_tells_where_a_name_slipped_in(view: PaperView) -> None:
    assert not view.seen.isVisible()
    view.session.do(SetAnonymous(on=True))
    view.follow()
    assert view.seen.isVisible()
    assert "people: " in view.seen.list.text()
    assert len(view.seen.list.text().splitlines()) <= 5


def test_the_plan_is_saved_and_said_not_to_be_encrypted(view: PaperView, tmp_path: Path) -> None:
    said: list[str] = []
    view.said.connect(said.append)
    path = tmp_path / "plan.pdf"
    assert view.save_to(str(path))
    assert view.paper is not None
    assert path.read_bytes() == view.paper.pdf
    assert "not encrypted" in said[-1]


def test_a_place_that_cannot_be_written_gives_one_sentence(view: PaperView, tmp_path: Path) -> None:
    said: list[str] = []
    view.said.connect(said.append)
    assert not view.save_to(str(tmp_path / "nowhere" / "plan.pdf"))
    assert "another folder" in said[-1]
    assert not (tmp_path / "nowhere").exists()


def test_the_proposed_name_names_nobody(view: PaperView) -> None:
    name = plan_file_name(view.session.clock().date(), "da")
    assert "minh" not in name.casefold()


def test_the_paper_stays_in_the_meetings_language(view: PaperView, context: UiContext) -> None:
    assert view.paper is not None
    before = view.paper.pdf
    context.words.language = "da"
    view.retranslate()
    assert view.print_button.text() == "Udskriv"
    assert view.paper.pdf == before


def test_a_page_is_never_wider_than_its_room(view: PaperView, qtbot: QtBot) -> None:
    def widest() -> int:
        return max((sheet.width() for sheet in sheets(view) if sheet.isVisible()), default=0)

    assert widest() == view.context.px(640) + 2
    view.resize(900, 600)
    qtbot.waitUntil(lambda: 0 < widest() < 640)
    assert widest() <= view.area.viewport().width() - 48


def read(view: PaperView) -> str:
    """Return what stands on the paper in memory."""
    assert view.paper is not None
    return text_of(view.paper.pdf)


def test_the_form_for_the_file_is_chosen_by_keyboard(view: PaperView) -> None:
    plan = read(view)
    view.choice.setFocus()
    QTest.keyClick(view.choice.box, Qt.Key.Key_Down)
    assert view.choice.key() == PaperKind.FORM
    assert "Skemaet er det, der blev sagt og aftalt på mødet." in read(view)
    assert not view.large.isEnabled()
    assert not view.reading.isVisible()
    assert max(sheet.width() for sheet in sheets(view)) > view.context.px(640) + 2
    QTest.keyClick(view.choice.box, Qt.Key.Key_Up)
    assert read(view) == plan
    assert view.large.isEnabled()
    assert view.reading.isVisible()


def test_the_choice_stays_when_the_language_changes(
    view: PaperView, context: UiContext, qtbot: QtBot
) -> None:
    view.choice.setFocus()
    QTest.keyClick(view.choice.box, Qt.Key.Key_Down)
    context.words.language = "da"
    view.retranslate()
    assert view.choice.box.currentText() == "Skemaet til sagen"
    assert "Skemaet er det" in read(view)


def test_without_any_grid_there_is_only_the_plan(context: UiContext, show: Callable[[QWidget], None]) -> None:
    session = open_session(context.open_store, context.formats)
    no_grid = tuple(
        fmt for fmt in context.formats.formats if all(s.panel is not PanelKind.GRID for s in fmt.steps)
    )
    context.library = FormatLibrary(no_grid)
    view = PaperView(context, session)
    show(view)
    assert not view.choice.isVisible()
    assert view.title.text() == "Our plan, on paper"
