"""The one main window: the way in, the rooms behind it, and what is said at its edges."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.actions import BY_ID, add_actions
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.forget import forget_texts
from tvm_desktop.ui.menu import course_entry, main_entry
from tvm_desktop.ui.sealed import SEALED, Sealed
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.ui.unlock.gate import Gate
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.ui.widgets.bar import Bar
from tvm_desktop.ui.widgets.draft import flush_drafts
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.backups import Backup
    from tvm_desktop.storage.store import Store
    from tvm_desktop.ui.backups.keeper import Keeper
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.guard import EndingSession, Guard
    from tvm_desktop.ui.rooms import Place, Rooms
    from tvm_desktop.words import Message

_AGAIN_MS = 20
_LEAVING = msg(
    "What you typed last could not be saved. Make room on the disk, or copy it to another place. "
    "Close the window once more to go without it."
)


class Shell(QMainWindow):
    """Signals: ``demo_wanted()`` from the way in, ``ended()`` when the window has closed and all is kept."""

    demo_wanted = Signal()
    ended = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.rooms: Rooms | None = None
        self._left: tuple[DataFolder, Place] | None = None  # which file was locked, and where in it one was
        self._sealed = Sealed()
        self._guard: Guard | None = None
        self.keeper: Keeper | None = None
        self._told_unsaved = False
        self._qt_words = QTranslator(self)
        self.gate = Gate(context)
        self.worry, self.news = Bar("bar-worry"), Bar()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.gate)
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.worry)
        box.addWidget(self.news)
        box.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.setWindowTitle("TVM")
        self.gate.opened.connect(self.enter)
        self.gate.held.connect(self._watch_gate)
        self.gate.said.connect(self.say_problem)
        self.gate.told.connect(self.say_news)
        self.gate.demo_wanted.connect(self.demo_wanted)
        self.gate.language_chosen.connect(self.choose_language)
        self._actions = add_actions(self, context.words, self._handlers())
        self._say_qt_words()
        context.settings.place_window(self)

    # -- coming and going ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the way in."""
        self.gate.begin()
        self.show()

    def enter(self) -> None:
        """Show the rooms of the file that is open in the context, where one left them."""
        from tvm_desktop.ui.rooms import Place, Rooms

        self.rooms = Rooms(self.context, self)
        self.rooms.lock_wanted.connect(self.lock)
        self.rooms.wanted.connect(self.show_window)
        self.rooms.course_wanted.connect(self.show_course_window)
        self.pages.addWidget(self.rooms)
        self.pages.setCurrentWidget(self.rooms)
        (folder, place), self._left = self._left or (self.context.folder, Place()), None
        unsaved = self._sealed.give_back(self.context.open_store)
        try:
            self.rooms.go(place if folder == self.context.folder else Place())
        except UserError as problem:
            self.rooms.go_home()
            self.say_problem(problem.message)
        self._warn_of_place()
        tried, self.gate.news = self.gate.news, None
        for news in (tried, unsaved):
            if news is not None:
                self.say_problem(news)
        self._watch()
        self._keep_backups()
        _note(self.context.open_store, UseAct.UNLOCKED)

    def _keep_backups(self) -> None:
        """Make a backup when home has been painted, if it is time for one."""
        from tvm_desktop.ui.backups.keeper import Keeper

        if self.keeper is None:
            self.keeper = Keeper(self.context, self)
            self.keeper.worried.connect(self.say_problem)
        self.keeper.begin()

    def restore(self, backup: Backup, key: bytes) -> None:
        """Close the file, put a backup in its place, and come in again."""
        present = self.context.open_store.key
        self._hide_wall()
        self._show_gate()
        self._leave_rooms()
        self.gate.restore(backup, key, present)

    def _watch(self) -> None:
        """Watch from now on whether the file must be locked by itself."""
        from tvm_desktop.ui.guard import Guard

        self._stop_watching()
        self._guard = Guard(self.context, self, self._meeting_runs)
        self._guard.lock_wanted.connect(self.lock)
        self._guard.hide_wanted.connect(self._hide_wall)
        self._guard.session_ends.connect(self.end_session)

    def _watch_gate(self) -> None:
        """Watch also where nothing is open yet, when it could be opened without the password."""
        if self._guard is None:
            self._watch()

    def _warn_of_place(self) -> None:
        """Say when the data lies where it is not safe: on a share, in a cloud folder, on a stick."""
        from tvm_desktop.storage.place import folder_warning

        warning = None if self.context.demo else folder_warning(self.context.folder.root)
        if warning is not None:
            self.say_problem(warning)

    def lock(self) -> None:
        """Hide the projector, keep every draft, free the windows, close the file, and ask for the password."""
        self.setUpdatesEnabled(True)
        if self.rooms is None and not self.gate.holds_key:
            return
        self._hide_wall()
        flush_drafts(self)
        if _close_what_waits():  # its own loop must end before what it stands on is freed
            QTimer.singleShot(_AGAIN_MS, self, self.lock)
            return
        if self.rooms is None:
            self._lock_gate()
            return
        in_use = QApplication.activeWindow() is not None
        self._left = self.context.folder, self.rooms.standing
        self.gate.ask()
        self._show_gate()
        try:
            self._leave_rooms()
        finally:
            QTimer.singleShot(_AGAIN_MS, self, forget_texts)  # when the windows are freed
        if in_use:
            self.activateWindow()  # the keys may have been in a small window
        self.gate.unlock.demo.setEnabled(not self._sealed)  # from the demo there is no way back to the file
        if self._sealed:
            self.gate.unlock.refuse(SEALED)

    def _lock_gate(self) -> None:
        """Let the way in forget its keys. What it is changing ends first, and what that opens is not seen."""
        if self.gate.busy:
            self.setUpdatesEnabled(False)
            QTimer.singleShot(_AGAIN_MS, self, self.lock)
            return
        self._stop_watching()
        self.gate.lock()

    def _show_gate(self) -> None:
        """Let nothing more be read, before anything is waited for."""
        for window in self._small_windows():
            window.hide()
        self.pages.setCurrentWidget(self.gate)
        self.repaint()

    def end_session(self, session: EndingSession) -> None:
        """Lock before the computer's session ends; ask it to wait while something typed is not saved."""
        self.lock()
        if self._has_unsaved():
            session.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, then go; stay once when something typed could not be saved."""
        self._hide_wall()
        flush_drafts(self)
        if self.rooms is not None:
            self.rooms.keep_all()
        if self._has_unsaved() and not self._told_unsaved:
            self._told_unsaved = True
            self.say_problem(_LEAVING)
            event.ignore()
            return
        self.context.settings.keep_window(self)
        self.gate.stop()
        self._leave_rooms()
        self._stop_watching()
        self.context.settings.sync()
        super().closeEvent(event)
        for worker in self.findChildren(Worker):
            worker.wait()  # one that nobody waits for any more
        self.ended.emit()

    def _has_unsaved(self) -> bool:
        """Say whether the disk has not taken something that was typed."""
        store = self.context.store
        return bool(self._sealed) or (store is not None and store.has_unsaved())

    def _meeting_runs(self) -> bool:
        return self.rooms is not None and self.rooms.meeting_runs

    def _hide_wall(self) -> None:
        if self.rooms is not None:
            self.rooms.hide_wall()

    # -- what is said at the edge --------------------------------------------------------------------------------

    def say_problem(self, message: Message) -> None:
        """Say calmly what did not work; nothing is lost."""
        words = self.context.words
        self.worry.say(words(message), close=words(msg("Close")), stay=True)

    def say_news(self, message: Message) -> None:
        """Say what went well; it goes by itself."""
        self.news.say(self.context.words(message), close=self.context.words(msg("Close")))

    # -- words and look ------------------------------------------------------------------------------------------

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self.context.settings.language = language
        self.context.words.language = language
        self._say_qt_words()
        self._retranslate()

    def choose_theme(self, name: str) -> None:
        """Take other colours from now on."""
        self.context.settings.theme = name
        self.context.theme = load_theme(name)
        self._dress()

    def choose_scale(self, scale: float) -> None:
        """Take another text size from now on."""
        self.context.settings.scale = scale
        self._dress()

    def larger(self) -> None:
        """Make all text one size larger."""
        self.choose_scale(self.context.settings.larger(1))

    def smaller(self) -> None:
        """Make all text one size smaller."""
        self.choose_scale(self.context.settings.larger(-1))

    # -- small windows -------------------------------------------------------------------------------------------

    def show_window(self, entry_id: str) -> None:
        """Open what a line of the main menu stands for."""
        self._open(main_entry(entry_id).make(self.context, self))

    def show_course_window(self, entry_id: str, course_id: str) -> None:
        """Open what a line of a course's menu stands for."""
        self._open(course_entry(entry_id).make(self.context, self, course_id))

    def show_keys(self) -> None:
        """Open the list of keys."""
        self.show_window("keys")

    def _open(self, window: SideWindow) -> None:
        """Show a small window; there is one of each kind."""
        for old in self._small_windows():
            if old is not window and type(old) is type(window):
                old.close()
        window.changed.connect(self._refresh)
        window.course_gone.connect(self._go_home)
        window.show()

    def _refresh(self) -> None:
        if self.rooms is not None:
            self.rooms.refresh()

    def _go_home(self) -> None:
        if self.rooms is not None:
            self.rooms.go_home()

    def _small_windows(self) -> list[SideWindow]:
        return [child for child in self.children() if isinstance(child, SideWindow)]

    def _close_windows(self) -> None:
        for window in self._small_windows():
            window.done(0)  # no window may refuse it

    def _handlers(self) -> dict[str, Callable[[], None]]:
        return {
            "keys": self.show_keys,
            "larger": self.larger,
            "smaller": self.smaller,
            "lock": self.lock,
        }

    def _leave_rooms(self) -> None:
        """Let go of everything behind the password. Whatever fails on the way, the file is closed."""
        self._close_windows()
        self.worry.close_bar()
        self._told_unsaved = False
        if self.rooms is None:
            return
        if self.keeper is not None:
            self.keeper.stop()
        try:
            self.rooms.release()
        finally:
            self.pages.removeWidget(self.rooms)
            self.rooms.deleteLater()
            self.rooms = None
            self._close_file()

    def _close_file(self) -> None:
        store, self.context.store, self.context.library = self.context.store, None, None
        if store is not None:
            self._sealed.keep(store)
            _note(store, UseAct.LOCKED)
            store.close()
        self._stop_watching()

    def _stop_watching(self) -> None:
        if self._guard is not None:
            self._guard.stop()
            self._guard = None

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, self.context.theme, self.context.scale)
        self._retranslate()

    def _retranslate(self) -> None:
        for action in self._actions:
            action.setText(self.context.words(BY_ID[action.objectName()].words))
        self.gate.retranslate()
        if self.rooms is not None:
            self.rooms.retranslate()
        for window in self._small_windows():
            window.retranslate()

    def _say_qt_words(self) -> None:
        """Let Qt's own dialogs speak the language too."""
        app = QApplication.instance()
        if app is None:
            return
        language = self.context.words.language
        QLocale.setDefault(QLocale("da_DK" if language == "da" else "en_GB"))
        app.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en" and self._qt_words.load(f"qtbase_{language}", folder):
            app.installTranslator(self._qt_words)


def _close_what_waits() -> bool:
    """Close a menu, and answer a box that waits for an answer with no; say whether there was such a box."""
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()
    box = QApplication.activeModalWidget()
    if isinstance(box, QDialog):
        box.reject()
    elif box is not None:
        box.close()
    return box is not None


def _note(store: Store, act: UseAct) -> None:
    """Note that the file was opened or locked; a full disk must stop neither."""
    with suppress(UserError):
        store.log_use(act)
