"""The plain-language desk, worked by the keyboard beside a real plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.minh import MEETING
from helpers.pdf import text_of
from helpers.sessions import open_session
from tvm_desktop.domain.entities import Closing
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import EndMeeting
from tvm_desktop.ui.paper.view import PaperView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.paper.reading import WordRow

HARD = (
    "SSP & PPR har <q>iværksat</q> en tværprofessionel foranstaltning, hvor familiebehandleren koordinerer "
    "underretninger efter § 153 i forhold til familiens netværk."
)


@pytest.fixture
def session(context: UiContext) -> MeetingSession:
    return open_session(context.open_store, context.formats)


@pytest.fixture
def view(context: UiContext, session: MeetingSession, show: Callable[[QWidget], None]) -> PaperView:
    session.do(AddCard(CardKind.STRENGTH, HARD))
    context.words.language = "da"
    made = PaperView(context, session)
    show(made)
    return made


def row(view: PaperView, word: str) -> WordRow:
    return view.reading.rows[word]


def on_paper(view: PaperView) -> str:
    assert view.paper is not None
    return text_of(view.paper.pdf)


def explained(session: MeetingSession) -> list[str]:
    return [word for closing in session.record.all(Closing) for word in closing.explain]


def focused(view: PaperView) -> QWidget | None:
    return QApplication.focusWidget() if view.isActiveWindow() else None


def tab_to(view: PaperView, wanted: QWidget) -> None:
    view.print_button.setFocus()
    for _ in range(60):
        if focused(view) is wanted:
            return
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Tab)
    raise AssertionError("the keyboard does not get there")


def test_the_words_come_first_and_the_number_when_asked(view: PaperView) -> None:
    assert view.reading.ease.text() == "Let at læse"
    assert view.reading.number.isHidden()
    tab_to(view, view.reading.ask)
    QTest.keyClick(view.reading.ask, Qt.Key.Key_Return)
    assert view.reading.number.isVisible()
    assert view.reading.number.text().startswith("Lix ")
    QTest.keyClick(view.reading.ask, Qt.Key.Key_Space)
    assert view.reading.number.isHidden()


def test_the_three_longest_sentences_stand_there(view: PaperView) -> None:
    shown = [view.reading._line(place).text() for place in range(view.reading.longest.count())]
    assert len(shown) == 3
    assert shown[0] == f"{HARD} (19 ord)"


def test_every_hard_word_has_its_plain_words(view: PaperView) -> None:
    assert row(view, "measure").meaning.text() == "Skriv hellere: hjælp"
    assert row(view, "measure").tick.isHidden(), "it is better not to be written at all"
    assert row(view, "notification").meaning.text().startswith("Det betyder: når nogen fortæller kommunen")
    assert row(view, "notification").word.text() == "underretninger"
    assert row(view, "ssp").outdated.isHidden()
    assert "§ 133" in row(view, "notification-duty").outdated.text()


def test_a_word_is_explained_at_the_foot_by_the_keyboard(view: PaperView, session: MeetingSession) -> None:
    assert "SSP: skole" not in on_paper(view)
    tick = row(view, "ssp").tick
    assert tick.accessibleName() == "Forklar SSP nederst på papiret"
    tab_to(view, tick)
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert explained(session) == ["ssp"]
    assert "SSP: skole, kommune og politi" in on_paper(view)
    assert focused(view) is tick, "one goes on from where one is"
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert explained(session) == []
    assert "SSP: skole" not in on_paper(view)


def test_a_closed_meetings_paper_is_explained_too(view: PaperView, session: MeetingSession) -> None:
    session.do(EndMeeting())
    row(view, "ssp").tick.click()
    assert explained(session) == ["ssp"]


def test_it_follows_what_is_said_and_undone(view: PaperView, session: MeetingSession) -> None:
    row(view, "ssp").tick.click()
    session.undo()
    view.follow()
    assert not row(view, "ssp").tick.isChecked()
    session.undo()
    view.follow()
    assert list(view.reading.rows) == ["absence"], "what Minh's plan says itself"


def test_a_text_is_shown_as_it_was_typed(view: PaperView) -> None:
    assert "<q>iværksat</q>" in view.reading._line(0).text()
    assert view.reading._line(0).textFormat() is Qt.TextFormat.PlainText
    assert row(view, "begin").word.text() == "iværksat"


def test_a_hard_plan_is_called_hard_and_printed_all_the_same(
    context: UiContext, session: MeetingSession, show: Callable[[QWidget], None]
) -> None:
    for number in range(20):
        session.do(AddCard(CardKind.STRENGTH, f"{HARD} {number}"))
    view = PaperView(context, session)
    show(view)
    assert view.reading.ease.text() == "Hard to read"
    assert "everyday words" in view.reading.advice.text()
    assert view.print_button.isEnabled()


def test_a_short_plan_has_no_number(
    context: UiContext, session: MeetingSession, show: Callable[[QWidget], None]
) -> None:
    kept = [e for e in session.record.entities() if type(e).__name__ in {"Course", "Meeting", "Person"}]
    session.record = type(session.record).of(MEETING, kept)
    view = PaperView(context, session)
    show(view)
    assert view.reading.ease.text() == "Too short to measure"
    assert view.reading.ask.isHidden()
    assert view.reading.long_title.isHidden()
    assert view.reading.none.text() == "None were found."
    assert not view.reading.none.isHidden()


def test_plain_words_are_those_of_the_paper_and_all_else_of_the_program(
    view: PaperView, session: MeetingSession, context: UiContext
) -> None:
    meeting = replace(session.record.meeting, language="da")
    assert session.record.meeting == meeting
    context.words.language = "en"
    view.retranslate()
    assert row(view, "measure").meaning.text() == "Write instead: hjælp"
    assert row(view, "ssp").tick.text() == "Explain at the foot of the paper"
    assert "section 133" in row(view, "notification-duty").outdated.text()


@pytest.mark.parametrize("size", [(1280, 664), (1440, 840)])
def test_it_scrolls_inside_its_own_side(view: PaperView, size: tuple[int, int]) -> None:
    view.resize(*size)
    QApplication.processEvents()
    assert view.size().toTuple() == size
    assert view.reading.verticalScrollBar().maximum() > 0
    for button in (view.print_button, view.save_button, view.back):
        assert view.rect().contains(button.mapTo(view, button.rect().center()))
    assert view.reading.column.width() <= view.reading.viewport().width()
