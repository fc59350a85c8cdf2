"""At the top of home: what is to be deleted and when, and the quiet minute before it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from tvm_desktop.errors import UserError
from tvm_desktop.session.keeping import Leaving, leaving
from tvm_desktop.ui.days import near_date
from tvm_desktop.ui.deletion import words as say_it
from tvm_desktop.ui.dialogs.base import close_about
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

WINDOW = "to-delete"
_A_MINUTE = 60_000
_PROBLEM = msg(
    "A course that was to be deleted today could not be deleted. Nothing is lost, and the program tries again."
)


class LeavingStrip(Panel):
    """Names the courses whose day has come, waits a minute while home is in view, then deletes them.

    Signals: ``wanted(str)`` with the line of the main menu that shows more, ``deleted()``.
    """

    wanted = Signal(str)
    deleted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__("card", across=True, margins=(18, 8, 12, 8), spacing=12)
        self.context = context
        self.found: Leaving | None = None
        self._gone, self._problem, self._waits = 0, False, False
        self.words = PlainLabel(wrap=True)
        self.more = Button()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(_A_MINUTE)
        self.box.addWidget(self.words, 1)
        self.box.addWidget(self.more)
        self.more.clicked.connect(self._more)
        self.timer.timeout.connect(self.go)
        self.hide()

    def refresh(self, *, discreet: bool = False) -> None:
        """Read afresh. Where the wall may show this page nobody is named, and nothing goes."""
        store = self.context.store
        self.found = None if store is None or discreet else leaving(store, self.context.clock())
        self._waits = store is not None and store.deletion_waits()
        self.retranslate()
        self._wind()

    def retranslate(self) -> None:
        """Say it in the program's language."""
        said = self._said()
        self.set_role("note" if self._urgent else "card")
        self.words.set_role("" if self._urgent else "muted")
        self.words.setText(self.context.words(said) if said else "")
        self.more.setText(self.context.words(msg("Look …")))
        self.setVisible(said is not None)

    def go(self) -> None:
        """Delete what is due, as the last look found it and as it still is."""
        store = self.context.store
        if store is None or self.found is None:
            return
        known = {row.id for row in self.found.due}
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            due = [row.id for row in leaving(store, self.context.clock()).due if row.id in known]
            if due:
                close_about(due, self.window())
                store.delete_courses(due)
            self._gone, self._problem = self._gone + len(due), False
        except UserError:
            self._problem = True
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.deleted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the minute run while it can be read."""
        super().showEvent(event)
        self._wind()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it stand still when it cannot."""
        super().hideEvent(event)
        self.timer.stop()
        self._gone, self._problem = 0, False

    def _wind(self) -> None:
        due = self.found is not None and self.found.due
        if not due or not self.isVisible():
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    @property
    def _urgent(self) -> bool:
        found = self.found
        return self._problem or self._waits or bool(found and (found.due or found.asked))

    def _said(self) -> Message | None:
        found = self.found
        if found is None:
            return None
        if self._problem:
            return _PROBLEM
        if found.due or found.asked:
            return _come(found)
        if self._waits:
            return say_it.WAITS
        return _gone(self._gone) if self._gone else self._coming(found)

    def _coming(self, found: Leaving) -> Message | None:
        if not found.coming:
            return None
        today, language = say_it.today_of(self.context.clock()), self.context.words.language
        first = found.coming[0]
        day = near_date(first.delete_on, today, language) if first.delete_on else ""
        rest = len(found.coming) - 1
        if rest:
            return msgs(
                "To be deleted: the course about {name} {day}, and {count} more.",
                "To be deleted: the course about {name} {day}, and {count} more.",
                rest,
                name=first.name,
                day=day,
            )
        return msg("To be deleted: the course about {name} {day}.", name=first.name, day=day)

    def _more(self) -> None:
        self.timer.stop()
        self.wanted.emit(WINDOW)


def _come(found: Leaving) -> Message:
    if not found.due:
        return msgs(
            "The day has come to delete the course about {names}, but something speaks against it.",
            "The day has come to delete the courses about {names}, but something speaks against it.",
            len(found.asked),
            names=say_it.names_of(found.asked),
        )
    return msgs(
        "The course about {names} is deleted in a minute: today is the day that was chosen.",
        "The courses about {names} are deleted in a minute: today is the day that was chosen.",
        len(found.due),
        names=say_it.names_of(found.due),
    )


def _gone(count: int) -> Message:
    return msgs(
        "{count} course was deleted. The receipt is in the use log.",
        "{count} courses were deleted. The receipts are in the use log.",
        count,
    )
