"""What holds for every small window, whichever it is."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

import tvm_desktop.ui
from tvm_desktop.domain.entities import Consent
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.ui.deletion.window import DeleteWindow
from tvm_desktop.ui.dialogs.base import SideWindow, close_about
from tvm_desktop.ui.dialogs.bug import BugWindow
from tvm_desktop.ui.dialogs.newcode import NewCodeWindow
from tvm_desktop.ui.dialogs.password import PasswordWindow
from tvm_desktop.ui.dialogs.remember import RememberWindow
from tvm_desktop.ui.handover.give import GiveWindow
from tvm_desktop.ui.menu import COURSE, MAIN
from tvm_desktop.ui.persondata.choose import ChoosePersonWindow
from tvm_desktop.ui.persondata.consent import ConsentWindow
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.doing import in_course
from tvm_desktop.ui.persondata.window import PersonWindow
from tvm_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def shell(context: UiContext, show: Callable[..., None]) -> Iterator[Shell]:
    made = Shell(context)
    show(made)
    made.enter()
    yield made
    made.close()


@pytest.fixture
def windows(shell: Shell, context: UiContext, family: Family) -> list[SideWindow]:
    """Open one of each kind about Amina's course."""
    context.open_store.commit(family.course, [adding(Consent(id="consent", given_by=("hodan",)))])
    record = Record.of("", context.open_store.load(family.course))
    do = in_course(context, record)
    return [
        *(entry.make(context, shell) for entry in MAIN),
        *(entry.make(context, shell, family.course) for entry in COURSE),
        *(kind(context, shell) for kind in (PasswordWindow, NewCodeWindow, RememberWindow)),
        BugWindow(context, shell, "report"),
        PersonWindow(context, shell, family.course, "hodan"),
        CorrectionWindow(context, shell, record, "late", do),
        ConsentWindow(context, shell, record, "consent", do),
    ]


def kinds(window: type[SideWindow] = SideWindow) -> set[type[SideWindow]]:
    """Return every kind of small window that the program has and that can be opened."""
    for module in pkgutil.walk_packages(tvm_desktop.ui.__path__, "tvm_desktop.ui."):
        import_module(module.name)
    return _leaves(window)


def _leaves(window: type[SideWindow]) -> set[type[SideWindow]]:
    below = [kind for kind in window.__subclasses__() if kind.__module__.startswith("tvm_desktop.ui.")]
    return set().union(*(_leaves(kind) for kind in below)) if below else {window}


def test_the_system_s_list_of_windows_names_nobody(windows: list[SideWindow], context: UiContext) -> None:
    assert {type(window) for window in windows} == kinds()
    names = [part for name in context.open_store.names() for part in name.split()]
    assert {"Amina", "Hodan"} <= set(names)
    for window in windows:
        assert window.windowTitle().startswith("TVM – ")
        assert [name for name in names if name in window.windowTitle()] == []


def test_windows_about_a_course_that_goes_are_closed_and_no_other(
    windows: list[SideWindow], shell: Shell, family: Family
) -> None:
    for window in windows:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        window.show()
    close_about([family.course], shell)
    about = {GiveWindow, DeleteWindow, ChoosePersonWindow, PersonWindow, CorrectionWindow, ConsentWindow}
    assert {type(window) for window in windows if not window.isVisible()} == about
