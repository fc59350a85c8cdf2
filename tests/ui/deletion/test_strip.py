"""What home says of courses that go, and the minute before one does."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.session.keeping import set_day
from tvm_desktop.ui.deletion.strip import LeavingStrip
from tvm_desktop.ui.deletion.waiting import ToDeleteWindow
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.persondata.window import PersonWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.shell import Shell
    from ui.conftest import Family


def strip_of(shell: Shell) -> LeavingStrip:
    assert shell.rooms is not None
    return shell.rooms.home.leaving


@pytest.mark.usefixtures("family")
def test_without_a_course_that_goes_there_is_nothing_to_see(shell: Shell) -> None:
    assert strip_of(shell).isHidden()


@pytest.mark.usefixtures("coming")
def test_home_says_which_course_goes_and_when(shell: Shell) -> None:
    assert strip_of(shell).words.text() == "To be deleted: the course about Amina 24 March."
    assert not strip_of(shell).timer.isActive()


@pytest.mark.usefixtures("due")
def test_a_course_goes_after_a_minute_in_sight(shell: Shell, context: UiContext) -> None:
    strip = strip_of(shell)
    assert "Amina is deleted in a minute" in strip.words.text()
    assert strip.timer.isActive()
    assert strip.timer.interval() == 60_000
    strip.timer.timeout.emit()
    assert context.open_store.courses() == []
    assert strip.words.text() == "1 course was deleted. The receipt is in the use log."
    assert len(context.open_store.receipts()) == 1


def test_windows_about_the_course_are_closed_with_it(due: str, shell: Shell, context: UiContext) -> None:
    window = PersonWindow(context, shell, due, "hodan")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.show()
    strip_of(shell).timer.timeout.emit()
    assert context.open_store.courses() == []
    assert not window.isVisible()


@pytest.mark.usefixtures("due")
def test_the_minute_does_not_run_while_one_is_elsewhere(shell: Shell, family: Family) -> None:
    assert shell.rooms is not None
    shell.rooms.open_meeting(family.held)
    assert not strip_of(shell).timer.isActive()
    shell.rooms.go_home()
    assert strip_of(shell).timer.isActive()


@pytest.mark.usefixtures("due")
def test_looking_stops_the_minute_and_keeping_it_takes_the_course_out(
    shell: Shell, context: UiContext
) -> None:
    strip = strip_of(shell)
    QTest.keyClick(strip.more, Qt.Key.Key_Return)
    assert not strip.timer.isActive()
    (window,) = [child for child in shell.children() if isinstance(child, SideWindow)]
    assert isinstance(window, ToDeleteWindow)
    QTest.keyClick(window.rows[0].keep, Qt.Key.Key_Return)
    assert context.open_store.courses()[0].delete_on is None
    assert strip.isHidden()


def test_what_was_kept_within_the_minute_stays(due: str, shell: Shell, context: UiContext) -> None:
    strip = strip_of(shell)
    set_day(context.open_store, due, None)
    strip.timer.timeout.emit()
    assert len(context.open_store.courses()) == 1
    assert strip.isHidden()


@pytest.mark.usefixtures("coming")
def test_a_clock_that_jumped_ahead_deletes_nothing(
    shell: Shell,
    context: UiContext,
) -> None:
    assert shell.rooms is not None
    now = context.clock()
    context.clock = lambda: now + timedelta(days=4000)
    shell.rooms.go_home()
    strip = strip_of(shell)
    assert "something speaks against it" in strip.words.text()
    assert not strip.timer.isActive()
    strip.go()
    assert len(context.open_store.courses()) == 1


@pytest.mark.usefixtures("due")
def test_after_a_backup_was_restored_nothing_goes_by_itself_and_the_window_says_why(
    shell: Shell, context: UiContext
) -> None:
    context.open_store.back_up("before-restore", context.clock())
    strip = strip_of(shell)
    strip.timer.timeout.emit()
    assert len(context.open_store.courses()) == 1
    assert "something speaks against it" in strip.words.text()
    assert not strip.timer.isActive()
    strip.more.click()
    (window,) = shell.findChildren(ToDeleteWindow)
    assert not window.way_back.isHidden()
    assert window.doubt.isHidden()


@pytest.mark.usefixtures("due")
def test_where_the_wall_shows_the_laptop_nobody_is_named_and_nothing_goes(
    context: UiContext, show: Callable[..., None]
) -> None:
    strip = LeavingStrip(context)
    show(strip)
    strip.refresh(discreet=True)
    assert strip.isHidden()
    strip.go()
    assert len(context.open_store.courses()) == 1


@pytest.mark.usefixtures("due")
def test_backups_that_could_not_be_replaced_are_told(shell: Shell, context: UiContext) -> None:
    context.folder.backups.write_bytes(b"in the way")
    strip = strip_of(shell)
    strip.timer.timeout.emit()
    assert context.open_store.courses() == []
    assert "old backups could not be replaced yet" in strip.words.text()
    context.folder.backups.unlink()


@pytest.mark.usefixtures("due")
def test_it_speaks_both_languages(shell: Shell, context: UiContext) -> None:
    shell.choose_language("da")
    assert strip_of(shell).words.text().startswith("Forløbet om Amina slettes om et minut")
    context.words.language = "en"
