"""What the menus offer, once: the main menu, and the menu of a course. Each line opens a small window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.dialogs.base import SideWindow
    from tvm_desktop.ui.shell import Shell


class Entry(NamedTuple):
    """One line of the main menu."""

    id: str
    words: Message
    make: Callable[[UiContext, Shell], SideWindow]


class CourseEntry(NamedTuple):
    """One line of a course's menu; its window is made for a course's id."""

    id: str
    words: Message
    make: Callable[[UiContext, Shell, str], SideWindow]


def _settings(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.dialogs.settings import SettingsWindow

    window = SettingsWindow(context, shell)
    window.language_chosen.connect(shell.choose_language)
    window.theme_chosen.connect(shell.choose_theme)
    window.scale_chosen.connect(shell.choose_scale)
    return window


def _keys(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.dialogs.keys import KeysWindow

    return KeysWindow(context, shell)


def _about(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.dialogs.about import AboutWindow

    return AboutWindow(context, shell)


def _backups(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.backups.keeper import Keeper
    from tvm_desktop.ui.backups.window import BackupsWindow

    window = BackupsWindow(context, shell, shell.keeper or Keeper(context, shell))
    window.restore_wanted.connect(shell.restore)
    return window


def _to_delete(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.deletion.waiting import ToDeleteWindow

    window = ToDeleteWindow(context, shell)
    window.delete_wanted.connect(partial(shell.show_course_window, "delete"))
    return window


def _use_log(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.uselog.window import UseLogWindow

    return UseLogWindow(context, shell)


def _delete(context: UiContext, shell: Shell, course_id: str) -> SideWindow:
    from tvm_desktop.ui.deletion.window import DeleteWindow

    return DeleteWindow(context, shell, course_id)


def _person(context: UiContext, shell: Shell, course_id: str) -> SideWindow:
    from tvm_desktop.ui.persondata.choose import ChoosePersonWindow

    return ChoosePersonWindow(context, shell, course_id)


def _bring(context: UiContext, shell: Shell) -> SideWindow:
    from tvm_desktop.ui.handover.bring import BringWindow

    return BringWindow(context, shell)


def _give(context: UiContext, shell: Shell, course_id: str) -> SideWindow:
    from tvm_desktop.ui.handover.give import GiveWindow

    return GiveWindow(context, shell, course_id)


MAIN: tuple[Entry, ...] = (
    Entry("bring", msg("Bring in a course …"), _bring),
    Entry("backups", msg("Backups …"), _backups),
    Entry("to-delete", msg("To be deleted …"), _to_delete),
    Entry("use-log", msg("Use log …"), _use_log),
    Entry("settings", msg("Settings …"), _settings),
    Entry("keys", msg("Keys  F1"), _keys),
    Entry("about", msg("About this program …"), _about),
)
COURSE: tuple[CourseEntry, ...] = (
    CourseEntry("person", msg("All about one person …"), _person),
    CourseEntry("give", msg("Hand over to a colleague …"), _give),
    CourseEntry("delete", msg("Delete this course …"), _delete),
)


def main_entry(entry_id: str) -> Entry:
    """Return a line of the main menu."""
    return next(entry for entry in MAIN if entry.id == entry_id)


def course_entry(entry_id: str) -> CourseEntry:
    """Return a line of a course's menu."""
    return next(entry for entry in COURSE if entry.id == entry_id)
