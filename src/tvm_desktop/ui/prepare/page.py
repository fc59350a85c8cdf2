"""Prepare: everything that can be known before the meeting, and nothing that must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.ui.actions import add_actions
from tvm_desktop.ui.prepare.cards import PreparedSection
from tvm_desktop.ui.prepare.consent import ConsentSection
from tvm_desktop.ui.prepare.desk import Desk
from tvm_desktop.ui.prepare.frame import Frame
from tvm_desktop.ui.prepare.hints import HintSection
from tvm_desktop.ui.prepare.kept import Kept
from tvm_desktop.ui.prepare.meeting import MeetingSection
from tvm_desktop.ui.prepare.minutes import TimeSection
from tvm_desktop.ui.prepare.people import PeopleSection
from tvm_desktop.ui.widgets.basic import flush_drafts
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.errors import UserError
    from tvm_desktop.session.session import Change, MeetingSession
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class PreparePage(QWidget):
    """The page before the meeting. All is kept as it is typed; there is nothing to save.

    Signals: ``start()`` when the meeting is to begin, ``back()`` to where one came from.
    """

    start = Signal()
    back = Signal()

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = Desk(context, session)
        self.meeting = MeetingSection(self.desk)
        self.people = PeopleSection(self.desk)
        self.time = TimeSection(self.desk)
        self.consent = ConsentSection(self.desk)
        self.prepared = PreparedSection(self.desk)
        self.hints = HintSection(self.desk)
        self.frame = Frame(
            self,
            (self.meeting, self.consent),
            self.people,
            (self.time, self.hints, self.prepared),
        )
        self._connect()
        self.actions_made = add_actions(
            self,
            context.words,
            {
                "undo": self.desk.undo,
                "redo": self.desk.redo,
                "start_meeting": self.begin,
                "back": self.go_back,
            },
        )
        self.retranslate()

    def _connect(self) -> None:
        self.desk.changed.connect(self._changed)
        self.desk.failed.connect(self._failed)
        self.desk.saved.connect(self._saved)
        for section in (self.people, self.consent, self.prepared):
            section.told.connect(self._told)
        self.frame.start.clicked.connect(self.begin)
        self.frame.back.clicked.connect(self.leave)
        self.frame.undo.clicked.connect(self.desk.undo)
        self.frame.bar.acted.connect(self.desk.undo)

    def retranslate(self) -> None:
        """Say everything in the program's language, at the present text size."""
        for section in (self.meeting, self.people, self.time, self.consent, self.prepared, self.hints):
            section.retranslate()
        self._show_head()
        self.frame.retranslate(self.desk)
        self.frame.fit(self.width(), self.context.scale)

    def focus_first(self) -> None:
        """Put the hands where something was being typed, else where one begins."""
        fields = [field for field in self.findChildren(Kept) if field.restored]
        if fields:
            self.frame.show_pane_of(fields[0])
            fields[0].setFocus()
        elif self.people.entry.text() or self.people.rows:
            self.frame.show_pane_of(self.people)
            self.people.entry.setFocus()
        else:
            self.meeting.course.setFocus()

    def keep_all(self) -> None:
        """Keep what is being typed: what is whole as it would be at Enter, the rest as a draft."""
        for field in self.findChildren(Kept):
            field.keep()
        flush_drafts(self)

    def release(self) -> None:
        """Keep all and let the session go; the page is not used again."""
        self.keep_all()
        self.desk.close()

    def begin(self) -> None:
        """Start the meeting; nothing need be filled in."""
        self.keep_all()
        self.start.emit()

    def leave(self) -> None:
        """Go back to where one came from."""
        self.keep_all()
        self.back.emit()

    def go_back(self) -> None:
        """Close what is innermost: open fields, else the page."""
        for section in (self.people, self.consent, self.prepared):
            if section.isAncestorOf(self._focused() or self) and section.close_open():
                return
        if not any(section.close_open() for section in (self.people, self.consent, self.prepared)):
            self.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show three panes side by side, or one at a time."""
        super().resizeEvent(event)
        self.frame.fit(self.width(), self.context.scale)

    def _focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def _changed(self, change: Change) -> None:
        self.frame.bar.close_bar()  # its undo would take back something else now
        self.people.changed(change)
        self.consent.changed(change)
        self.prepared.changed(change)
        self.meeting.fill()
        self.time.fill()
        self.hints.fill()
        self._show_head()

    def _show_head(self) -> None:
        self.frame.show_head(self.desk)

    def _saved(self) -> None:
        self.frame.show_saved(self.desk)

    def _failed(self, error: UserError) -> None:
        self.frame.tell(self.desk, error.message, stay=True)

    def _told(self, message: Message) -> None:
        self.frame.tell(self.desk, message, msg("Undo"))
