"""Bringing in shows what a file holds first, tells calmly what is wrong with it, and never overwrites."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tvm_desktop.domain.entities import Consent, Meeting
from tvm_desktop.domain.record import adding
from tvm_desktop.storage.exchange.importer import bring_in
from tvm_desktop.storage.exchange.sealed import DAMAGED, WRONG_PASSWORD
from tvm_desktop.storage.exchange.writer import write_text
from tvm_desktop.ui.handover.bring import BringWindow
from ui.handover.conftest import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.storage.exchange.model import ExchangeFile
    from tvm_desktop.ui.context import UiContext


@pytest.fixture
def window(context: UiContext, show: Callable[[QWidget], None]) -> BringWindow:
    """Open the window on an empty file."""
    made = BringWindow(context, None)
    show(made)
    return made


def unlock(window: BringWindow, qtbot: QtBot, path: Path, password: str = PASSWORD) -> None:
    """Choose a sealed file and type its password."""
    window.look_at(path)
    assert window.password.isVisible()
    QTest.keyClicks(window.password.edit, password)
    QTest.keyClick(window.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.busy)


def look_at(window: BringWindow, qtbot: QtBot, path: Path) -> None:
    """Choose a file that is not sealed."""
    window.look_at(path)
    qtbot.waitUntil(lambda: not window.busy)


def names(context: UiContext) -> list[str]:
    """List the courses that are here."""
    return sorted(row.name for row in context.open_store.courses())


def test_a_sealed_file_is_shown_before_anything_is_stored(
    window: BringWindow, context: UiContext, qtbot: QtBot, sealed: Path
) -> None:
    unlock(window, qtbot, sealed)
    (card,) = window.cards
    assert card.name.text() == "Minh"
    assert card.counts.text()
    assert card.meetings.text()
    qtbot.waitUntil(card.isVisible)
    assert card.forms.isVisible()
    assert not card.here.isVisible()
    assert window.made.isVisible()
    assert names(context) == []
    with qtbot.waitSignal(window.changed):
        window.go.click()
    assert names(context) == ["Minh"]
    assert not window.go.isVisible()
    assert window.cards == []


def test_a_withdrawn_consent_is_said_before_the_course_is_brought_in(
    window: BringWindow, qtbot: QtBot, tmp_path: Path, minh: ExchangeFile
) -> None:
    gone = Consent(id="k", withdrawn_on=date(2026, 3, 1))
    path = tmp_path / "a.tvm.json"
    for consents, shown in (((), False), ((gone,), True)):
        held = replace(minh.courses[0], consents=consents)
        path.write_text(write_text(replace(minh, courses=(held,))), "utf-8")
        look_at(window, qtbot, path)
        (card,) = window.cards
        qtbot.waitUntil(card.isVisible)
        assert card.withdrawn.isVisible() is shown
    assert card.withdrawn.text().startswith("A consent was withdrawn on 1 March 2026.")


def test_a_course_that_is_here_comes_in_beside_as_a_copy(
    window: BringWindow, context: UiContext, qtbot: QtBot, sealed: Path, kept: str
) -> None:
    context.open_store.commit(kept, [adding(Meeting(id="later"))])
    before = sorted(map(repr, context.open_store.load(kept)))
    unlock(window, qtbot, sealed)
    assert "1 meeting is only here." in window.cards[0].here.text()
    assert window.go.text() == "Bring it in beside, as a copy"
    window.go.click()
    assert names(context) == ["Minh", "Minh (2)"]
    assert sorted(map(repr, context.open_store.load(kept))) == before


def test_what_is_the_same_is_said_to_be(window: BringWindow, qtbot: QtBot, sealed: Path, kept: str) -> None:
    assert kept
    unlock(window, qtbot, sealed)
    assert "it is the same" in window.cards[0].here.text()


def test_something_that_is_here_in_another_course_is_offered_as_a_copy(
    window: BringWindow, context: UiContext, qtbot: QtBot, tmp_path: Path, minh: ExchangeFile
) -> None:
    held = minh.courses[0]
    other = replace(held, course=replace(held.course, id="another", name="Andet"))
    bring_in(context.open_store, replace(minh, courses=(other,)))
    path = tmp_path / "a.tvm.json"
    path.write_text(write_text(minh), "utf-8")
    look_at(window, qtbot, path)
    window.go.click()
    assert names(context) == ["Andet"]
    assert "already" in window.said.text()
    window.go.click()
    assert names(context) == ["Andet", "Minh"]


def test_a_wrong_password_is_told_and_may_be_tried_again(
    window: BringWindow, qtbot: QtBot, sealed: Path
) -> None:
    unlock(window, qtbot, sealed, "noget andet")
    assert window.said.text() == WRONG_PASSWORD.text
    assert window.password.edit.hasFocus()
    assert window.password.edit.selectedText()
    QTest.keyClicks(window.password.edit, PASSWORD)
    assert not window.said.isVisible()
    window.enter.click()
    qtbot.waitUntil(lambda: not window.busy)
    assert len(window.cards) == 1


def test_a_damaged_file_is_told(window: BringWindow, qtbot: QtBot, sealed: Path) -> None:
    content = bytearray(sealed.read_bytes())
    content[200] ^= 4
    sealed.write_bytes(content)
    unlock(window, qtbot, sealed)
    assert window.said.text() == DAMAGED.text
    assert window.file is None


def test_what_is_wrong_is_told_with_its_place_and_not_without_end(
    window: BringWindow, qtbot: QtBot, tmp_path: Path, minh: ExchangeFile
) -> None:
    data = json.loads(write_text(minh))
    for card in data["courses"][0]["cards"]:
        card["kind"] = "nonsense"
    path = tmp_path / "a.tvm.json"
    path.write_text(json.dumps(data), "utf-8")
    look_at(window, qtbot, path)
    assert "courses[0].cards[0].kind" in window.details.text()
    assert len(window.details.text().splitlines()) == 9
    assert not window.go.isVisible()


def test_another_file_after_a_broken_one_starts_afresh(
    window: BringWindow, qtbot: QtBot, tmp_path: Path, sealed: Path
) -> None:
    path = tmp_path / "a.tvm.json"
    path.write_text("{", "utf-8")
    look_at(window, qtbot, path)
    assert window.details.isVisible() or window.said.isVisible()
    window.look_at(tmp_path / "nowhere")
    assert "cannot be opened" in window.said.text()
    unlock(window, qtbot, sealed)
    assert not window.said.isVisible()
    assert not window.details.isVisible()


def test_the_file_is_asked_for(
    window: BringWindow, qtbot: QtBot, sealed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_asked: object) -> tuple[str, str]:
        return str(sealed), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    window.pick.click()
    assert window.password.edit.hasFocus()
    assert window.name.text() == sealed.name
    assert qtbot is not None


def test_names_from_a_file_are_shown_as_they_are(
    window: BringWindow, context: UiContext, qtbot: QtBot, tmp_path: Path, minh: ExchangeFile
) -> None:
    held = minh.courses[0]
    named = replace(held, course=replace(held.course, name="<b>Minh</b>"))
    path = tmp_path / "a.tvm.json"
    path.write_text(write_text(replace(minh, courses=(named,))), "utf-8")
    look_at(window, qtbot, path)
    assert window.cards[0].name.text() == "<b>Minh</b>"
    assert window.cards[0].name.textFormat() is Qt.TextFormat.PlainText
    assert names(context) == []
