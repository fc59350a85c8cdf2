"""Every line of the menus opens a window of its own, by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.ui.home.page import HomePage
from tvm_desktop.ui.menu import COURSE, MAIN, course_entry, main_entry
from tvm_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def shell(context: UiContext, family: Family, show: Callable[..., None]) -> Iterator[Shell]:
    made = Shell(context)
    show(made)
    made.enter()
    yield made
    made.close()


def test_every_line_is_found_by_its_id() -> None:
    for entry in MAIN:
        assert main_entry(entry.id) is entry
    for line in COURSE:
        assert course_entry(line.id) is line


def test_every_line_opens_a_window_with_a_title(shell: Shell, context: UiContext) -> None:
    course_id = context.open_store.courses()[0].id
    for entry in MAIN:
        shell.show_window(entry.id)
    for line in COURSE:
        shell.show_course_window(line.id, course_id)
    titles = [window.windowTitle() for window in shell._small_windows()]
    assert len(titles) == len(MAIN) + len(COURSE)
    assert all(title.startswith("TVM – ") for title in titles)


def test_what_a_small_window_changed_is_read_afresh(shell: Shell, context: UiContext) -> None:
    assert shell.rooms is not None
    shell.show_window("about")
    shell._small_windows()[0].changed.emit()
    assert isinstance(shell.rooms.currentWidget(), HomePage)
    shell.rooms.open_course(context.open_store.courses()[0].id)
    shell._small_windows()[0].course_gone.emit()
    assert isinstance(shell.rooms.currentWidget(), HomePage)
