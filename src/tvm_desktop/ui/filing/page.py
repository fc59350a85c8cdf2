"""The page on which a meeting is filed: three short steps, and the record beside them when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tvm_desktop.dates import local
from tvm_desktop.ui.days import near_date
from tvm_desktop.ui.deletion.choice import KeepChoice
from tvm_desktop.ui.filing.desk import FilingDesk
from tvm_desktop.ui.filing.marking import FiledPanel, MarkingStep
from tvm_desktop.ui.filing.notes import NotesPanel
from tvm_desktop.ui.filing.taking import TakingStep
from tvm_desktop.ui.home.words import meeting_title
from tvm_desktop.ui.paper.sheets import Sheets
from tvm_desktop.ui.widgets.bar import Bar
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.icons import icon
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.ui.widgets.scroll import Scroll
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from tvm_desktop.errors import UserError
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext

_STEPS, _NARROW = 720, 1240
_ANY_WIDTH = 16777215


class FilingPage(QWidget):
    """One held meeting. Signals: ``back()``, ``open_meeting(str)`` with its id, ``delete_wanted(str)`` with a course's.

    The record is shown only when it is asked for: people may still sit where they can see the screen.
    """

    back = Signal()
    open_meeting = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context, self.session = context, session
        self.desk = FilingDesk(context, session)
        self.home, self.meeting, self.show_it = Button(role="quiet"), Button(role="quiet"), Button()
        self.title, self.which = PlainLabel(role="heading"), PlainLabel(role="muted")
        self.which.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.lead = PlainLabel(role="lead", wrap=True)
        self.filed = FiledPanel(self.desk)
        self.choice = KeepChoice(context, session)
        self.taking, self.marking = TakingStep(self.desk), MarkingStep(self.desk)
        self.put = Panel("card", margins=(20, 16, 20, 16), spacing=6)
        self.put_title, self.put_words = PlainLabel(role="heading", wrap=True), PlainLabel(wrap=True)
        self.notes = NotesPanel(self.desk)
        self.sheets = Sheets(context)
        self.bar, self.trouble = Bar(), Bar("bar-worry")
        self.steps = Scroll((32, 24, 32, 24), 14)
        self._lay_out()
        self._connect()
        self.sheets.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, meeting = self.context.words, self.session.record.meeting
        self.home.setText(words(msg("Home")))
        self.home.setIcon(icon("back", self.context.theme))
        self.home.setIconSize(QSize(self.context.px(16), self.context.px(16)))
        self.meeting.setText(words(msg("The meeting")))
        self.title.setText(words(msg("File the meeting")))
        name = words(meeting_title(meeting.kind, self.session.record.course.name))
        day = local(meeting.starts, meeting.zone).date() if meeting.starts else None
        when = near_date(day, self.desk.today, words.language) if day else ""
        self.which.setText(" · ".join(part for part in (name, when) if part))
        self.lead.setText(
            words(
                msg(
                    "What is here is a working copy. What was said and agreed belongs in the municipality’s own system."
                )
            )
        )
        self.put_title.setText(words(msg("2  Put it into the municipality’s system")))
        self.put_words.setText(
            words(
                msg(
                    "Put the files on the case there, or paste the text. "
                    "Then delete the files from where you saved them."
                )
            )
        )
        self.choice.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show how far it has come."""
        filed = self.desk.filed_on is not None
        self.filed.retranslate()
        self.taking.retranslate()
        self.marking.retranslate()
        self.notes.retranslate()
        for widget in (self.lead, self.put):
            widget.setVisible(not filed)
        self.choice.refresh()
        shown = not self.sheets.isHidden()
        self.show_it.setText(self.context.words(msg("Hide the record") if shown else msg("Show the record")))
        if shown:
            self.sheets.show_pdf(self.desk.package.pdf)

    def focus_first(self) -> None:
        """Put the hands where one begins."""
        (self.taking.files if self.desk.filed_on is None else self.home).setFocus()

    def show_record(self) -> None:
        """Show the record beside the steps, or hide it."""
        shown = self.sheets.isHidden()
        self._fit(shown=shown)
        self.sheets.setVisible(shown)
        self.refresh()

    def keep_all(self) -> None:
        """Keep what is being typed."""
        self.notes.keep()

    def release(self) -> None:
        """Keep everything and let the session go."""
        self.keep_all()
        self.desk.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give steps and record their widths."""
        super().resizeEvent(event)
        self._fit(shown=not self.sheets.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes away the question, then the record, then the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.marking.back():
            return
        elif not self.sheets.isHidden():
            self.show_record()
            self.show_it.setFocus()
        else:
            self.back.emit()

    def _fit(self, *, shown: bool) -> None:
        """Show the record beside the steps, or alone where there is no room for both."""
        self.steps.setHidden(shown and self.width() < self.context.px(_NARROW))
        share = self.width() * 52 // 100
        self.steps.setMinimumWidth(share if shown else 0)
        self.steps.setMaximumWidth(share if shown else _ANY_WIDTH)
        air = max(32, (self.width() - self.context.px(_STEPS)) // 2)
        self.steps.box.setContentsMargins(*((24, 20, 20, 20) if shown else (air, 24, air, 24)))

    def _say(self, message: Message) -> None:
        self.bar.say(self.context.words(message))

    def _failed(self, refusal: UserError) -> None:
        self.trouble.say(self.context.words(refusal.message), stay=True)

    def _filed(self) -> None:
        self._say(msg("The meeting is marked as filed."))
        self.steps.verticalScrollBar().setValue(0)
        (self.home if self.choice.isHidden() else self.choice.first).setFocus()

    def _open_meeting(self) -> None:
        self.open_meeting.emit(self.session.record.meeting_id)

    def _connect(self) -> None:
        self.home.clicked.connect(self.back)
        self.meeting.clicked.connect(self._open_meeting)
        self.desk.changed.connect(self.refresh)
        self.desk.failed.connect(self._failed)
        self.taking.said.connect(self._say)
        self.show_it.clicked.connect(self.show_record)
        self.marking.filed.connect(self._filed)
        self.filed.unmarked.connect(self.desk.unmark)
        self.choice.delete_wanted.connect(self.delete_wanted)

    def _lay_out(self) -> None:
        top = Panel("top", across=True, margins=(16, 10, 24, 10), spacing=14)
        for widget in (self.home, self.title):
            top.box.addWidget(widget)
        top.box.addWidget(self.which, 1)
        top.box.addWidget(self.meeting)
        top.box.addWidget(self.show_it)
        self.put.box.addWidget(self.put_title)
        self.put.box.addWidget(self.put_words)
        for part in (self.filed, self.choice, self.lead, self.notes, self.taking, self.put, self.marking):
            self.steps.box.addWidget(part)
        self.steps.box.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.steps)
        below.addWidget(self.sheets, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self.trouble)
        whole.addLayout(below, 1)
        whole.addWidget(self.bar)
