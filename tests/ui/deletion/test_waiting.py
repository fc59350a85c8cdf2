"""The list of what is to be deleted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.family import meeting
from tvm_desktop.domain.record import adding
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.deletion.waiting import ToDeleteWindow
from tvm_desktop.ui.deletion.window import DeleteWindow

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.shell import Shell
    from ui.conftest import Family


def opened(shell: Shell) -> ToDeleteWindow:
    shell.show_window("to-delete")
    (window,) = shell.findChildren(ToDeleteWindow)
    return window


@pytest.mark.usefixtures("family")
def test_without_a_course_it_says_so(shell: Shell) -> None:
    window = opened(shell)
    assert window.lead.text() == "Nothing is to be deleted."
    assert window.doubt.isHidden()
    assert window.again.isHidden()


@pytest.mark.usefixtures("coming")
def test_each_course_has_its_day_and_can_be_kept_by_the_keyboard(shell: Shell, context: UiContext) -> None:
    window = opened(shell)
    (row,) = window.rows
    assert (row.title.text(), row.line.text()) == ("Amina", "is deleted on 24 March 2026, in 12 days")
    row.keep.setFocus()
    QTest.keyClick(row.keep, Qt.Key.Key_Return)
    assert window.rows == []
    assert context.open_store.courses()[0].delete_on is None
    assert context.open_store.use_log(limit=1)[0].act is UseAct.KEPT


@pytest.mark.usefixtures("due")
def test_deleting_at_once_asks_in_a_window_of_its_own_and_the_list_follows(
    shell: Shell, context: UiContext
) -> None:
    window = opened(shell)
    assert window.rows[0].line.text() == "is to be deleted today"
    QTest.keyClick(window.rows[0].now, Qt.Key.Key_Return)
    (asking,) = shell.findChildren(DeleteWindow)
    asking.delete()
    asking.close()
    window.activateWindow()
    window.refresh()
    assert context.open_store.courses() == []
    assert window.rows == []


def test_what_speaks_against_it_is_said(due: str, shell: Shell, context: UiContext) -> None:
    context.open_store.commit(due, [adding(meeting("unfiled", -3))])
    window = opened(shell)
    assert window.rows[0].warning.text().startswith("1 meeting is not filed")
    assert window.doubt.isHidden()


@pytest.mark.usefixtures("coming")
def test_a_clock_in_doubt_is_told_and_can_be_confirmed(shell: Shell, context: UiContext) -> None:
    now = context.clock()
    context.clock = lambda: now + timedelta(days=100)
    window = opened(shell)
    assert "20 June 2026" in window.doubt_words.text()
    window.right.click()
    assert window.doubt.isHidden()
    assert len(window.found.due) == 1


def test_a_deletion_that_waits_can_be_tried_again(shell: Shell, context: UiContext, family: Family) -> None:
    context.folder.backups.write_bytes(b"in the way")
    context.open_store.delete_course(family.course)
    context.folder.backups.unlink()
    window = opened(shell)
    assert not window.again.isHidden()
    window.again.click()
    assert window.again.isHidden()
    assert not context.open_store.deletion_waits()


@pytest.mark.usefixtures("coming")
def test_it_speaks_both_languages(shell: Shell) -> None:
    window = opened(shell)
    shell.choose_language("da")
    assert window.windowTitle() == "TVM – Skal slettes"
    assert window.rows[0].line.text() == "slettes den 24. marts 2026, om 12 dage"
