"""The window's composition root: the only place that wires the desktop program together."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.resources import resource
from tvm_desktop.ui.bugs import BugCatcher, start_log, stop_log
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.instance import OPEN_ALREADY, Instance
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.theme import STYLE, STYLED, apply_theme, load_theme
from tvm_desktop.words import Words, msg

if TYPE_CHECKING:
    from tvm_desktop.ui.demo import Demo
    from tvm_desktop.ui.dialogs.bug import BugWindow

_UNSEEN = ("offscreen", "minimal")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    demo: bool = False
    data_dir: Path | None = None
    language: str = ""


class Program(QObject):
    """One running program: context, window, and what must be let go of at the end."""

    def __init__(self, folder: DataFolder, language: str = "", demo: Demo | None = None) -> None:
        super().__init__()
        settings = PreSettings(folder)
        words = Words(language or settings.language)
        self.context = UiContext(folder, settings, load_theme(settings.theme), words)
        self.demo = demo
        self.catcher = BugCatcher()
        self._log = start_log(folder.log)
        self._bug: BugWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.context.theme, settings.scale)
        self.shell = Shell(self.context)
        self.shell.demo_wanted.connect(self.enter_demo)
        self.catcher.told.connect(self.shell.say_problem)
        self.catcher.bug.connect(self.show_bug)

    def begin(self) -> None:
        """Show the first page."""
        if self.demo is not None:
            self.enter_demo()
            self.shell.show()
        else:
            self.shell.begin()

    @Slot()
    def enter_demo(self) -> None:
        """Open the throw-away file with the invented meetings."""
        from tvm_desktop.dates import local
        from tvm_desktop.ui.demo import Demo

        demo = self.demo or Demo()
        self.demo = demo
        context = self.context
        context.folder, context.demo = demo.folder, True
        context.store, context.library = demo.open(local(context.clock()).date())
        self.shell.gate.unlock.stand_before_demo(demo.key)
        self.shell.enter()

    @Slot(str)
    def show_bug(self, report: str) -> None:
        """Offer the report; one window is enough."""
        from tvm_desktop.ui.dialogs.bug import BugWindow

        if self._bug is None:
            self._bug = BugWindow(self.context, self.shell, report)
            self._bug.finished.connect(self._bug_closed)
            self._bug.show()

    @Slot()
    def raise_window(self) -> None:
        """Show the window to whoever started the program again."""
        if self.shell.isMinimized():
            self.shell.showNormal()
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()

    def end(self) -> None:
        """Let go of everything; a demo is deleted."""
        stop_log(self._log)
        self.shell.deleteLater()
        if self.demo is not None:
            self.demo.remove()

    @Slot()
    def _bug_closed(self) -> None:
        self._bug = None


def run(options: Options) -> int:
    """Run the program until its window closes; return the exit status. Raises UserError when it cannot start."""
    _need_a_display()
    collect_seldom()
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setProperty(STYLED, STYLE)
    app.setApplicationName("TVM")
    app.setDesktopFileName("tvm-desktop")
    app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    demo = _demo() if options.demo else None
    folder = (
        demo.folder if demo else DataFolder(options.data_dir) if options.data_dir else DataFolder.default()
    )
    instance = Instance(folder)
    try:
        if not _is_first(folder, instance):
            return 0
    except UserError as problem:
        if app.platformName() not in _UNSEEN:
            show_refusal(problem, Words(options.language or PreSettings(folder).language))
        raise
    try:
        return _run(app, instance, Program(folder, options.language, demo))
    finally:
        instance.release()


def collect_seldom() -> None:
    """Let Python look for rings of dead objects in large bites: each look stops the hands for some milliseconds."""
    gc.set_threshold(50_000, 10, 20)


def show_refusal(problem: UserError, words: Words) -> None:
    """Say in a window why the program does not start: who clicked an icon sees no stderr."""
    box = QMessageBox()
    box.setWindowTitle("TVM")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words(problem.message))
    box.exec()


def _is_first(folder: DataFolder, instance: Instance) -> bool:
    """Take the folder, or call the program that has it. Raises UserError when neither can be done."""
    _make(folder)
    if instance.take():
        return True
    if instance.call_first():
        return False
    raise UserError(OPEN_ALREADY)


def _run(app: QApplication, instance: Instance, program: Program) -> int:
    program.catcher.install()
    instance.raise_wanted.connect(program.raise_window)
    try:
        program.begin()
        QTimer.singleShot(0, instance.listen)
        return app.exec()
    finally:
        program.catcher.remove()
        program.end()


def _demo() -> Demo:
    from tvm_desktop.ui.demo import Demo

    return Demo()


def _make(folder: DataFolder) -> None:
    """Make the data folder, for the owner only. Raises UserError where that cannot be."""
    try:
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            msg(
                "The data folder cannot be made. Choose another with --data-dir, or ask for the rights to it."
            )
        ) from error


def _need_a_display() -> None:
    """Raise UserError where Qt would end the program for want of a display."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        raise UserError(
            msg("There is no display here. Start the program on a desktop, or use: tvm-desktop tour FOLDER")
        )
