"""Home: what is next, what waits, and everything that was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.dates import local
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.ui.deletion.strip import LeavingStrip
from tvm_desktop.ui.home.mirror import MirrorNote
from tvm_desktop.ui.home.search import SearchResults
from tvm_desktop.ui.home.side import Forms, Waiting
from tvm_desktop.ui.home.table import MeetingsTable
from tvm_desktop.ui.home.top import TopBar
from tvm_desktop.ui.home.unfiled import Unfiled
from tvm_desktop.ui.home.upcoming import Upcoming
from tvm_desktop.ui.home.welcome import Welcome
from tvm_desktop.ui.screens import mirrored, read_screens
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, SectionLabel
from tvm_desktop.ui.widgets.scroll import Scroll
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent, QScreen

    from tvm_desktop.storage.rows import ActionRow, MeetingRow
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.screens import ScreenInfo

_SIDE, _NARROW = 376, 1000
_SETTLE_MS = 350


class HomePage(QWidget):
    """The first page after unlocking.

    Signals: ``start_meeting(str)``, ``prepare_meeting(str)``, ``open_meeting(str)``, ``end_meeting(str)`` and
    ``file_meeting(str)`` with a meeting's id, ``new_meeting(str)`` with a form's id, ``open_course(str)`` with a
    course's id, ``open_person(str, str)`` with a course's and a person's.
    """

    start_meeting = Signal(str)
    prepare_meeting = Signal(str)
    open_meeting = Signal(str)
    end_meeting = Signal(str)
    file_meeting = Signal(str)
    new_meeting = Signal(str)
    open_course = Signal(str)
    open_person = Signal(str, str)

    def __init__(
        self, context: UiContext, screens: Callable[[], Sequence[ScreenInfo]] = read_screens
    ) -> None:
        super().__init__()
        self.context = context
        self._screens, self._all = screens, False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.top = TopBar(context)
        self.mirror = MirrorNote(context)
        self.leaving = LeavingStrip(context)
        self.upcoming = Upcoming(context)
        self.unfiled = Unfiled(context)
        self.head = SectionLabel()
        self.table = MeetingsTable(context)
        self.row_acts = {name: Button(role="quiet") for name in ("start", "prepare", "file", "course")}
        self.welcome = Welcome(context)
        self.waiting = Waiting(context)
        self.forms = Forms(context)
        self.side = Panel("side-right", margins=(0, 0, 0, 0))
        self.middle, self.lists = QWidget(), Scroll((24, 26, 24, 20), 22)
        self.folds = Panel("foot", across=True, margins=(24, 6, 24, 6), spacing=8)
        self.fold_meetings, self.fold_side = Button(role="step-on"), Button(role="step")
        self._aside = False
        self.results = SearchResults(context)
        self.results.setParent(self)
        self.top.search.results = self.results
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language, at the present text size."""
        words = self.context.words
        self.head.setText(words(msg("Meetings")))
        self.fold_meetings.setText(words(msg("Meetings")))
        self.fold_side.setText(words(msg("Agreements and new meeting")))
        self.row_acts["start"].setText(words(msg("Start")))
        self.row_acts["prepare"].setText(words(msg("Prepare")))
        self.row_acts["file"].setText(words(msg("File the meeting")))
        self.row_acts["course"].setText(words(msg("The course")))
        self.table.setAccessibleName(words(msg("Meetings")))
        for view in (
            self.top,
            self.mirror,
            self.leaving,
            self.welcome,
            self.upcoming,
            self.unfiled,
            self.table,
            self.waiting,
            self.forms,
        ):
            view.retranslate()
        self._fit()
        self._show_row_acts()

    def refresh(self) -> None:
        """Read everything afresh. Where the wall shows the laptop, only the meeting that everybody is at."""
        store, now = self.context.open_store, local(self.context.clock())
        row = store.next_meeting(now)
        if row is not None and self.discreet and not _is_on(row, now):
            row = None
        since = 0
        if row is not None:
            since = _since_last(row, store.open_actions(limit=500))
        self.upcoming.show_meeting(row, since)
        self.table.refresh()
        self.unfiled.refresh(shown=not self.discreet)
        self.waiting.refresh()
        self.forms.refresh()
        empty = self.table.meetings.rowCount() == 0
        others = not empty and not self.discreet
        self.mirror.setVisible(self.discreet)
        self.welcome.setVisible(empty)
        self.waiting.setVisible(others)
        for widget in (self.head, self.table):
            widget.setVisible(others)
        self.top.search.setVisible(not self.discreet)
        self.leaving.refresh(discreet=self.discreet)
        self._fit()
        self._show_row_acts()

    @property
    def discreet(self) -> bool:
        """Whether the room may see this page, so that no other family stands on it."""
        return not self._all and mirrored(self._screens())

    def focus_first(self) -> None:
        """Put the hands where one begins."""
        if not self.welcome.isHidden():
            self.welcome.first.setFocus()
        elif not self.upcoming.isHidden():
            self.upcoming.first.setFocus()
        elif self.discreet:
            self.mirror.show_all.setFocus()
        else:
            self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the side narrow and the results under their line."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(32, 26, 32, 20)
        middle.setSpacing(12)
        middle.addWidget(self.mirror)
        middle.addWidget(self.upcoming)
        middle.addWidget(self.leaving)
        middle.addWidget(self.welcome)
        middle.addWidget(self.unfiled)
        line = QHBoxLayout()
        line.addWidget(self.head)
        line.addStretch(1)
        for act in self.row_acts.values():
            line.addWidget(act)
        middle.addLayout(line)
        middle.addWidget(self.table, 1000)
        middle.addStretch(1)
        self.lists.box.addWidget(self.waiting)
        self.lists.box.addWidget(self.forms)
        self.lists.box.addStretch(1)
        self.side.box.addWidget(self.lists)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.middle, 1)
        below.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(below, 1)
        self.folds.box.addWidget(self.fold_meetings)
        self.folds.box.addWidget(self.fold_side)
        self.folds.box.addStretch(1)
        whole.addWidget(self.folds)

    def _connect(self) -> None:
        self._watch_screens()
        self.mirror.show_wanted.connect(self._show_all)
        self.leaving.wanted.connect(self.top.wanted)
        self.leaving.deleted.connect(self.refresh)
        self.upcoming.start.connect(self.start_meeting)
        self.upcoming.prepare.connect(self.prepare_meeting)
        self.upcoming.end.connect(self.end_meeting)
        self.unfiled.picked.connect(self.file_meeting)
        self.table.opened.connect(self.open_meeting)
        self.table.moved.connect(self._show_row_acts)
        self.row_acts["start"].clicked.connect(self._start_row)
        self.row_acts["prepare"].clicked.connect(self._prepare_row)
        self.row_acts["file"].clicked.connect(self._file_row)
        self.row_acts["course"].clicked.connect(self._course_of_row)
        self.waiting.opened.connect(self.open_course)
        self.forms.picked.connect(self.new_meeting)
        self.welcome.first.clicked.connect(self._first_meeting)
        self.top.search.wanted.connect(self._search)
        self.results.chosen.connect(self._found)
        self.results.person.connect(self._found_person)
        self.fold_meetings.clicked.connect(self._show_meetings)
        self.fold_side.clicked.connect(self._show_side)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.top.search.setFocus)

    def _watch_screens(self) -> None:
        self._settle.timeout.connect(self._screens_settled)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.screenAdded.connect(self._screen_came)
            app.screenRemoved.connect(self._screens_changed)
            for screen in app.screens():
                screen.geometryChanged.connect(self._screens_changed)

    def _screen_came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)
        self._screens_changed()

    def _screens_changed(self, _what: object = None) -> None:
        self._settle.start()

    def _screens_settled(self) -> None:
        self._all = False
        if self.isVisible() and self.context.store is not None:
            self.refresh()

    def _show_all(self) -> None:
        self._all = True
        self.refresh()
        self.focus_first()

    def _fit(self) -> None:
        narrow = self.width() < self.context.px(_NARROW)
        self._fold(narrow=narrow)
        wide = self.width() if narrow else max(300, round(self.width() * 0.34))
        self.side.setFixedWidth(wide if narrow else min(self.context.px(_SIDE), wide))
        line = self.top.search
        self.results.move(line.mapTo(self, QPoint(0, line.height() + 4)))
        self.results.setFixedWidth(max(line.width(), self.context.px(440)))

    def _fold(self, *, narrow: bool) -> None:
        """Show meetings or agreements, one at a time, when there is little room for both."""
        discreet = self.discreet
        self.folds.setVisible(narrow and not discreet)
        aside = narrow and self._aside and not discreet
        self.middle.setVisible(not aside)
        self.side.setVisible((aside or not narrow) and not discreet)
        self.fold_meetings.set_role("step" if aside else "step-on")
        self.fold_side.set_role("step-on" if aside else "step")
        self._place_unfiled(narrow=narrow)
        self.upcoming.fit(narrow=narrow)
        self.top.fit(narrow=narrow)

    def _place_unfiled(self, *, narrow: bool) -> None:
        """Put the reminder beside the agreements where there is little room above the list."""
        above = self.middle.layout()
        if (self.unfiled.parentWidget() is self.middle) is not narrow or not isinstance(above, QVBoxLayout):
            return
        box, place = (self.lists.box, 0) if narrow else (above, above.indexOf(self.welcome) + 1)
        box.insertWidget(place, self.unfiled)

    def _show_meetings(self) -> None:
        self._aside = False
        self._fit()

    def _show_side(self) -> None:
        self._aside = True
        self._fit()

    def _search(self, text: str) -> None:
        self._fit()
        self.results.show_for(text)

    def _found(self, course_id: str, meeting_id: str) -> None:
        self.top.search.clear()
        if meeting_id:
            self.open_meeting.emit(meeting_id)
        else:
            self.open_course.emit(course_id)

    def _found_person(self, course_id: str, person_id: str) -> None:
        self.top.search.clear()
        self.open_person.emit(course_id, person_id)

    def _show_row_acts(self) -> None:
        row = None if self.discreet else self.table.chosen()
        planned = row is not None and row.status is MeetingStatus.PLANNED
        self.row_acts["start"].setVisible(planned)
        self.row_acts["prepare"].setVisible(planned)
        held = row is not None and row.status is MeetingStatus.CLOSED and row.filed_on is None
        self.row_acts["file"].setVisible(held)
        self.row_acts["course"].setVisible(row is not None)

    def _start_row(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.start_meeting.emit(row.id)

    def _prepare_row(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.prepare_meeting.emit(row.id)

    def _file_row(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.file_meeting.emit(row.id)

    def _course_of_row(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.open_course.emit(row.course_id)

    def _first_meeting(self) -> None:
        self.new_meeting.emit(self.context.formats.formats[0].id)


def _is_on(row: MeetingRow, now: datetime) -> bool:
    """Say whether a meeting runs, or is held today."""
    if row.starts is None:
        return row.status is MeetingStatus.RUNNING
    today = local(row.starts, row.zone).date() == local(now, row.zone).date()
    return today or row.status is MeetingStatus.RUNNING


def _since_last(row: MeetingRow, actions: Sequence[ActionRow]) -> int:
    """Count the agreements of the course's earlier meetings that are open still."""
    return sum(a.course_id == row.course_id and a.meeting_id != row.id for a in actions)
