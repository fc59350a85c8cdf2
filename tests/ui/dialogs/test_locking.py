"""When the file is locked by itself, as it is chosen in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tvm_desktop.ui.dialogs.settings import SettingsWindow
from tvm_desktop.ui.idle import MINUTES, LockRule

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.dialogs.locking import LockingSection


@pytest.fixture
def window(context: UiContext, show: Callable[..., None]) -> SettingsWindow:
    made = SettingsWindow(context, None)
    show(made)
    return made


@pytest.fixture
def section(window: SettingsWindow) -> LockingSection:
    return window.locking


def choose(section: LockingSection, minutes: int) -> None:
    index = MINUTES.index(minutes)
    section.after.box.setCurrentIndex(index)
    section.after.box.activated.emit(index)


def test_what_is_usual_is_shown(section: LockingSection) -> None:
    assert section.after.box.currentText() == "after 10 minutes"
    assert not section.in_meeting.isChecked()
    assert section.isVisible()


def test_a_choice_is_kept_at_once(section: LockingSection, context: UiContext) -> None:
    choose(section, 30)
    section.in_meeting.click()
    assert LockRule.of(context.open_store) == LockRule(30, in_meeting=True)


def test_never_leaves_no_meeting_to_choose(section: LockingSection, context: UiContext) -> None:
    choose(section, 0)
    assert not section.in_meeting.isEnabled()
    assert LockRule.of(context.open_store).minutes == 0
    choose(section, 5)
    assert section.in_meeting.isEnabled()


def test_a_choice_that_cannot_be_kept_is_said(section: LockingSection, context: UiContext) -> None:
    connection: Any = context.open_store._writer.raw_connection().driver_connection
    connection.execute("PRAGMA query_only = ON").fetchall()
    choose(section, 30)
    connection.execute("PRAGMA query_only = OFF").fetchall()
    assert section.problem.isVisible()
    assert LockRule.of(context.open_store).minutes == 10
    choose(section, 15)
    assert not section.problem.isVisible()
    assert LockRule.of(context.open_store).minutes == 15


def test_the_demo_has_nothing_to_choose(context: UiContext, show: Callable[..., None]) -> None:
    context.demo = True
    window = SettingsWindow(context, None)
    show(window)
    assert not window.locking.isVisible()


def test_it_speaks_the_programs_language(window: SettingsWindow, context: UiContext) -> None:
    context.words.language = "da"
    window.retranslate()
    assert window.locking.after.box.currentText() == "efter 10 minutter"
    assert "slumrer" in window.locking.always.text()
