"""Handing over says what comes along, asks for a password of its own, and keeps private notes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from helpers.stores import FAST
from tvm_desktop.domain.entities import Consent, Course, PrivateNote
from tvm_desktop.domain.record import adding, changing, removing
from tvm_desktop.storage.exchange.reader import read_text
from tvm_desktop.storage.exchange.sealed import unseal
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.handover.give import GiveWindow
from tvm_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext

PASSWORD = "fire ord som ingen kender"


@pytest.fixture
def window(context: UiContext, kept: str, show: Callable[[QWidget], None]) -> GiveWindow:
    """Open the window on Minh's course, with a private note in it."""
    meeting = context.open_store.meetings()[0].id
    note = PrivateNote(id="n", meeting_id=meeting, step="story", text="kun mit")
    context.open_store.commit(kept, [adding(note)])
    made = GiveWindow(context, None, kept, cost=FAST)
    show(made)
    return made


def save(window: GiveWindow, qtbot: QtBot, path: Path) -> None:
    """Save, and wait until it is done."""
    window.save_to(path)
    qtbot.waitUntil(lambda: not window.busy)


def type_password(window: GiveWindow, text: str = PASSWORD) -> None:
    """Type a password twice."""
    for field in (window.twice.one, window.twice.two):
        field.edit.clear()
        QTest.keyClicks(field.edit, text)


def test_it_says_what_comes_along(window: GiveWindow) -> None:
    said = {label.text() for label in window.along.findChildren(PlainLabel)}
    held = window.held
    assert "Minh" in said
    assert f"{len(held.meetings)} meetings" in said or "1 meeting" in said
    assert window.notes.isVisible()
    assert not window.notes.isChecked()
    assert not window.seen.isVisible()


def test_a_withdrawn_consent_is_said_before_the_course_is_handed_over(
    window: GiveWindow, context: UiContext, kept: str, show: Callable[[QWidget], None]
) -> None:
    assert not window.withdrawn.isVisible()
    context.open_store.commit(kept, [adding(Consent(id="k", withdrawn_on=date(2026, 3, 1)))])
    again = GiveWindow(context, None, kept, cost=FAST)
    show(again)
    assert again.withdrawn.isVisible()
    assert again.withdrawn.text().startswith("A consent was withdrawn on 1 March 2026.")


def test_the_sealed_file_opens_by_its_password_and_holds_no_private_notes(
    window: GiveWindow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    type_password(window)
    path = tmp_path / "course.tvm.sealed"
    save(window, qtbot, path)
    file = read_text(unseal(path.read_bytes(), PASSWORD))
    assert file.courses[0].private_notes == ()
    assert file.courses[0].cards == window.held.cards
    assert context.open_store.use_log()[0].act is UseAct.HANDED_OVER
    assert window.twice.one.secret() == ""
    assert path.name in window.said.text()


def test_private_notes_come_along_when_they_are_ticked(
    window: GiveWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    type_password(window)
    window.notes.setChecked(True)
    save(window, qtbot, tmp_path / "a")
    assert "kun mit" in unseal((tmp_path / "a").read_bytes(), PASSWORD)


def test_a_short_password_and_two_that_differ_are_not_taken(window: GiveWindow) -> None:
    type_password(window, "kort")
    window.go.click()
    assert window.said.isVisible()
    type_password(window)
    QTest.keyClicks(window.twice.two.edit, "x")
    QTest.keyClick(window.twice.two.edit, Qt.Key.Key_Return)
    assert window.said.isVisible()
    assert not window.busy


def test_a_suggested_password_is_shown_until_the_window_is_closed(
    window: GiveWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.suggest.click()
    made = window.code.text()
    assert made == window.twice.one.secret() == window.twice.two.secret()
    assert window.code.isVisible()
    save(window, qtbot, tmp_path / "a")
    assert unseal((tmp_path / "a").read_bytes(), made)
    assert window.code.isVisible()
    assert window.code.text() == made
    qtbot.waitUntil(lambda: not window.copy.visibleRegion().isEmpty())
    assert window.twice.one.secret() == ""
    window.copy.click()
    assert QApplication.clipboard().text() == made


def test_a_suggested_password_goes_when_another_is_typed(window: GiveWindow) -> None:
    window.suggest.click()
    type_password(window)
    assert not window.code.isVisible()


def test_where_the_file_cannot_be_written_the_password_stays(
    window: GiveWindow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    type_password(window)
    save(window, qtbot, tmp_path / "nowhere" / "a")
    assert "could not be written" in window.said.text()
    assert window.twice.one.secret() == PASSWORD
    assert all(row.act is not UseAct.HANDED_OVER for row in context.open_store.use_log())


def test_what_was_said_meanwhile_comes_along(
    window: GiveWindow, context: UiContext, qtbot: QtBot, tmp_path: Path
) -> None:
    action = window.held.actions[0]
    context.open_store.commit(window.course_id, list(changing(action, what="aftalt imens")))
    type_password(window)
    save(window, qtbot, tmp_path / "a")
    assert "aftalt imens" in unseal((tmp_path / "a").read_bytes(), PASSWORD)


def test_a_course_that_is_gone_meanwhile_is_told(
    window: GiveWindow, context: UiContext, tmp_path: Path
) -> None:
    store = context.open_store
    store.commit(window.course_id, [removing(entity) for entity in reversed(store.load(window.course_id))])
    type_password(window)
    window.save_to(tmp_path / "a")
    assert "not here any more" in window.said.text()
    assert not window.busy


def test_the_name_proposed_is_nobodys(
    window: GiveWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, title: str, name: str, _filter: str) -> tuple[str, str]:
        asked.extend((title, name))
        return str(tmp_path / "a"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    type_password(window)
    window.go.click()
    qtbot.waitUntil(lambda: not window.busy)
    assert asked[0] == "Save the encrypted file"
    assert asked[1].endswith("course-2026-03-12.tvm.sealed")
    assert (tmp_path / "a").exists()


def test_closing_while_it_works_waits_for_it(window: GiveWindow, tmp_path: Path) -> None:
    type_password(window)
    window.save_to(tmp_path / "a")
    window.close()
    assert not window.busy


def test_an_anonymous_course_lists_the_places_with_names_first(
    context: UiContext, kept: str, show: Callable[[QWidget], None]
) -> None:
    store = context.open_store
    course = next(entity for entity in store.load(kept) if isinstance(entity, Course))
    store.commit(kept, list(changing(course, anonymous=True)))
    window = GiveWindow(context, None, kept, cost=FAST)
    show(window)
    assert window.seen.isVisible()
    assert window.seen.places
    assert replace(course, anonymous=True) == window.held.course
