"""When the file is locked by itself, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from tvm_desktop.ui.clipboard import copy_quietly
from tvm_desktop.ui.idle import LockRule
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.sleep import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.guard import Guard
    from ui.conftest import Family

TEN = 600.0


@pytest.fixture
def shell(context: UiContext, family: Family, show: Callable[..., None]) -> Iterator[Shell]:
    made = Shell(context)
    show(made)
    made.enter()
    yield made
    made.close()


@pytest.fixture
def guard(shell: Shell) -> Guard:
    assert shell._guard is not None
    return shell._guard


def is_locked(shell: Shell) -> bool:
    return shell.rooms is None and shell.context.store is None


def begin_meeting(shell: Shell, family: Family) -> None:
    assert shell.rooms is not None
    shell.rooms.start(family.planned)
    assert shell.rooms.session is not None
    shell.rooms.session.projector.show()


def wall_is_hidden(shell: Shell) -> bool:
    assert shell.rooms is not None
    assert shell.rooms.control is not None
    return not shell.rooms.control.window.isVisible()


def test_ten_minutes_without_a_touch_lock(shell: Shell, guard: Guard) -> None:
    guard.idle.quiet.emit(TEN - 1)
    assert not is_locked(shell)
    guard.idle.quiet.emit(TEN)
    assert is_locked(shell)


def test_never_is_never(shell: Shell, guard: Guard, context: UiContext) -> None:
    LockRule(0).keep(context.open_store)
    guard.idle.quiet.emit(100 * TEN)
    assert not is_locked(shell)


def test_a_running_meeting_is_not_locked(shell: Shell, guard: Guard, family: Family) -> None:
    begin_meeting(shell, family)
    guard.idle.quiet.emit(100 * TEN)
    assert not is_locked(shell)
    assert not wall_is_hidden(shell)
    assert shell.rooms is not None
    shell.rooms.open_room(family.held)
    guard.idle.quiet.emit(TEN)
    assert is_locked(shell)


def test_a_running_meeting_is_locked_where_that_was_chosen(
    shell: Shell, guard: Guard, family: Family, context: UiContext
) -> None:
    LockRule(30, in_meeting=True).keep(context.open_store)
    begin_meeting(shell, family)
    guard.idle.quiet.emit(2 * TEN)
    assert not is_locked(shell)
    guard.idle.quiet.emit(3 * TEN)
    assert is_locked(shell)


def test_the_demo_is_not_locked_by_idle_hands(shell: Shell, guard: Guard, context: UiContext) -> None:
    context.demo = True
    guard.idle.quiet.emit(100 * TEN)
    assert not is_locked(shell)


def test_a_computer_that_slept_locks_a_running_meeting_too(
    shell: Shell, guard: Guard, family: Family
) -> None:
    begin_meeting(shell, family)
    guard.idle.slept.emit()
    assert is_locked(shell)


def test_a_computer_that_goes_to_sleep_locks(shell: Shell, guard: Guard, family: Family) -> None:
    begin_meeting(shell, family)
    guard.ear.tell(Said.SLEEPS)
    assert is_locked(shell)


def test_a_locked_screen_locks_the_file(shell: Shell, guard: Guard) -> None:
    guard.ear.tell(Said.SCREEN_LOCKED)
    assert is_locked(shell)


def test_a_locked_screen_only_hides_the_wall_of_a_running_meeting(
    shell: Shell, guard: Guard, family: Family, context: UiContext
) -> None:
    begin_meeting(shell, family)
    guard.ear.tell(Said.SCREEN_LOCKED)
    assert not is_locked(shell)
    assert wall_is_hidden(shell)
    LockRule(10, in_meeting=True).keep(context.open_store)
    guard.ear.tell(Said.SCREEN_LOCKED)
    assert is_locked(shell)


def test_locking_takes_our_text_from_the_clipboard(shell: Shell, guard: Guard) -> None:
    copy_quietly("Amina er bange for at gå i skole.")
    shell.lock()
    assert QGuiApplication.clipboard().text() == ""
    copy_quietly("en indkøbsliste")
    assert QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


def test_closing_takes_our_text_from_the_clipboard(shell: Shell, guard: Guard) -> None:
    copy_quietly("Amina er bange for at gå i skole.")
    shell.close()
    assert QGuiApplication.clipboard().text() == ""


def test_nothing_watches_while_it_is_locked(shell: Shell, guard: Guard, qtbot: QtBot) -> None:
    shell.lock()
    assert shell._guard is None
    with qtbot.waitSignal(guard.destroyed):
        pass


def test_the_end_of_the_session_locks(shell: Shell, guard: Guard, family: Family) -> None:
    class Session:
        waits = False

        def cancel(self) -> None:
            self.waits = True

    session = Session()
    begin_meeting(shell, family)
    guard._session_ends(session)
    assert is_locked(shell)
    assert not session.waits
