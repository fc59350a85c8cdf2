"""Work off the GUI thread: its result is handed over, a refusal said, a bug raised, and what is late left alone."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.errors import UserError
from tvm_desktop.ui.backups.task import Task
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def task(qapp: QApplication) -> Iterator[Task]:
    made = Task(qapp)
    yield made
    made.stop()
    made.deleteLater()


def refuse() -> object:
    raise UserError(msg("No."))


def fail() -> object:
    raise ValueError(3)


def test_the_result_is_handed_over(task: Task, qtbot: QtBot) -> None:
    came: list[object] = []
    task.run(threading.get_ident, came.append, came.append)
    assert task.busy
    qtbot.waitUntil(lambda: bool(came))
    assert came != [threading.get_ident()]
    assert not task.busy


def test_a_refusal_is_handed_over(task: Task, qtbot: QtBot) -> None:
    said: list[UserError] = []
    came: list[object] = []
    task.run(refuse, came.append, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].message.text == "No."


def test_a_bug_is_raised_in_the_gui_thread(task: Task, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as raised:
        task.run(fail, print, print)
        qtbot.waitUntil(lambda: not task.busy)
    assert [kind for kind, _error, _trace in raised] == [ValueError]


def test_what_comes_too_late_is_left_alone(task: Task, qtbot: QtBot) -> None:
    came: list[object] = []
    for number in range(5):
        task.run(partial(int, number), came.append, came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came == [4]
