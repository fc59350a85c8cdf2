"""The pages of an open file and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.errors import UserError
from tvm_desktop.formats.agenda import agenda
from tvm_desktop.session.commands.meeting import StartMeeting
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.course.page import CoursePage
from tvm_desktop.ui.facilitator.standing import Standing
from tvm_desktop.ui.fonts import load_other_scripts
from tvm_desktop.ui.home.new import NewMeetingPage
from tvm_desktop.ui.home.page import HomePage
from tvm_desktop.ui.widgets.draft import flush_drafts
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.facilitator.window import FacilitatorPage
    from tvm_desktop.ui.filing.page import FilingPage
    from tvm_desktop.ui.prepare.page import PreparePage
    from tvm_desktop.ui.projector.control import ProjectorControl


class Room(StrEnum):
    """Which page."""

    HOME = "home"
    COURSE = "course"
    NEW = "new"
    PREPARE = "prepare"
    MEETING = "meeting"
    FILING = "filing"


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: a page, the course or meeting it shows, and where the leader stands in a meeting."""

    room: Room = Room.HOME
    id: str = ""
    stand: Standing | None = None


class Rooms(QStackedWidget):
    """Everything behind the password. Made when the file opens, freed when it is locked.

    Signals: ``lock_wanted()``, ``wanted(str)`` and ``course_wanted(str, str)`` with the id of a line of the main menu,
    or of a course's menu and the course.
    """

    lock_wanted = Signal()
    wanted = Signal(str)
    course_wanted = Signal(str, str)

    def __init__(self, context: UiContext, leader: QWidget) -> None:
        super().__init__()
        load_other_scripts()
        self.context = context
        self._leader = leader
        self.place = Place()
        self._before = Place()
        self.home = HomePage(context)
        self.new = NewMeetingPage(context)
        self.course: CoursePage | None = None
        self.prepare: PreparePage | None = None
        self.meeting: FacilitatorPage | None = None
        self.filing: FilingPage | None = None
        self.control: ProjectorControl | None = None
        self.session: MeetingSession | None = None
        self._shut = False
        self.addWidget(self.home)
        self.addWidget(self.new)
        self._connect()

    def retranslate(self) -> None:
        """Say every page in the program's language, in the present look."""
        for page in (self.home, self.new, self.course, self.prepare, self.meeting, self.filing):
            if page is not None:
                page.retranslate()
        if self.control is not None:
            self.control.retheme()

    def go(self, place: Place) -> None:
        """Go to a page. Raises UserError when it cannot be opened, and stays."""
        match place.room:
            case Room.HOME | Room.NEW:
                self.go_home()
            case Room.COURSE:
                self.open_course(place.id)
            case Room.PREPARE:
                self.open_prepare(place.id)
            case Room.MEETING:
                self._run(self._session(place.id), place.stand)
            case Room.FILING:
                self.open_filing(place.id)

    def go_home(self) -> None:
        """Show home afresh."""
        self._leave()
        self.home.refresh()
        self._show(self.home, Place())

    def open_course(self, course_id: str) -> None:
        """Show a course."""
        page = CoursePage(self.context, course_id)
        self.context.open_store.log_use(UseAct.OPENED, course_id)
        self._leave()
        self.course = page
        page.back.connect(self.go_home)
        page.open_meeting.connect(self.open_meeting)
        page.new_meeting.connect(self._new_in_course)
        page.file_meeting.connect(self.open_filing)
        page.wanted.connect(self.course_wanted)
        self._show(page, Place(Room.COURSE, course_id))

    def open_person(self, course_id: str, person_id: str) -> None:
        """Show a person in a course."""
        self.open_course(course_id)
        if self.course is not None:
            self.course.show_person(person_id)

    def refresh(self) -> None:
        """Read afresh what the page shows, where a small window may have changed it."""
        if self.place.room is Room.HOME:
            self.home.refresh()
        elif self.course is not None:
            self.course.refresh()

    def ask_new(self, format_id: str, course_id: str = "") -> None:
        """Ask whom a new meeting is about."""
        self._before = self.place
        self.new.ask(format_id, course_id)
        self._show(self.new, Place(Room.NEW))

    def open_meeting(self, meeting_id: str) -> None:
        """Open a meeting where it is: one that has not begun is prepared."""
        session = self._session(meeting_id)
        if session.record.meeting.status is MeetingStatus.PLANNED:
            self._prepare(session)
        else:
            self._run(session)

    def open_prepare(self, meeting_id: str) -> None:
        """Prepare a meeting."""
        self._prepare(self._session(meeting_id))

    def open_room(self, meeting_id: str) -> None:
        """Go to the table of a meeting that runs or was held."""
        self._run(self._session(meeting_id))

    def open_filing(self, meeting_id: str) -> None:
        """File a meeting that was held."""
        from tvm_desktop.ui.filing.page import FilingPage

        session = self._session(meeting_id)
        if not session.read_only:
            raise UserError(msg("The meeting has not ended yet. End it, then it can be filed."))
        page = FilingPage(self.context, session)
        self._leave()
        self.session, self.filing = session, page
        page.back.connect(self.go_home)
        page.open_meeting.connect(self.open_room)
        page.delete_wanted.connect(self._delete_wanted)
        self._show(page, Place(Room.FILING, meeting_id))

    def start(self, meeting_id: str) -> None:
        """Begin a meeting, or go on with one that runs."""
        self._start(self._session(meeting_id))

    def end(self, meeting_id: str) -> None:
        """Ask to end a meeting that was forgotten open: what is missing is shown first."""
        self.open_room(meeting_id)
        if self.meeting is not None:
            self.meeting.ask_end()

    @property
    def meeting_runs(self) -> bool:
        """Whether people sit at the table of the meeting in view."""
        running = self.session is not None and self.session.record.meeting.status is MeetingStatus.RUNNING
        return running and self.place.room is Room.MEETING

    @property
    def standing(self) -> Place:
        """Where somebody is, to come back to after a lock."""
        from tvm_desktop.ui.facilitator.standing import stand_of

        return replace(self.place, stand=stand_of(self.meeting)) if self.meeting is not None else self.place

    def hide_wall(self) -> None:
        """Hide the projector, before anything else is done."""
        if self.session is not None:
            self.session.projector.hide()
        if self.control is not None:
            self.control.hide()

    def keep_all(self) -> None:
        """Keep what is being typed."""
        if self.prepare is not None:
            self.prepare.keep_all()
        if self.meeting is not None:
            self.meeting.flush()
        flush_drafts(self)

    def release(self) -> None:
        """Hide the projector, keep every draft, let the session go."""
        self.hide_wall()
        try:
            self.keep_all()
        finally:
            self._leave()

    def _connect(self) -> None:
        home = self.home
        home.start_meeting.connect(self.start)
        home.prepare_meeting.connect(self.open_prepare)
        home.open_meeting.connect(self.open_meeting)
        home.end_meeting.connect(self.end)
        home.open_course.connect(self.open_course)
        home.open_person.connect(self.open_person)
        home.file_meeting.connect(self.open_filing)
        home.new_meeting.connect(self.ask_new)
        home.top.lock_wanted.connect(self.lock_wanted)
        home.top.wanted.connect(self.wanted)
        self.new.prepare.connect(self.open_prepare)
        self.new.start.connect(self.start)
        self.new.back.connect(self._back)

    def _session(self, meeting_id: str) -> MeetingSession:
        try:
            return MeetingSession.open(
                self.context.open_store,
                self.context.formats,
                meeting_id,
                clock=self.context.clock,
                new_id=self.context.new_id,
            )
        except KeyError as error:
            raise UserError(msg("This meeting is no longer here.")) from error

    def _prepare(self, session: MeetingSession) -> None:
        from tvm_desktop.ui.prepare.page import PreparePage

        self.context.open_store.log_use(UseAct.OPENED, session.record.course.id)
        page = PreparePage(self.context, session)
        self._leave()
        self.session, self.prepare = session, page
        page.back.connect(self.go_home)
        page.start.connect(self._start_prepared)
        self._show(page, Place(Room.PREPARE, session.record.meeting_id))

    def _start_prepared(self) -> None:
        if self.session is not None:
            self._start(self.session)

    def _start(self, session: MeetingSession) -> None:
        meeting = session.record.meeting
        if meeting.status is MeetingStatus.PLANNED:
            steps = agenda(session.record, session.format)
            session.do(StartMeeting(steps[0].id if steps else ""))
            self.context.open_store.log_use(UseAct.STARTED, session.record.course.id)
        self._run(self._session(meeting.id))

    def _run(self, session: MeetingSession, stand: Standing | None = None) -> None:
        from tvm_desktop.ui.facilitator.standing import set_the_wall, stand_again
        from tvm_desktop.ui.facilitator.window import FacilitatorPage
        from tvm_desktop.ui.projector.control import ProjectorControl

        self.context.open_store.log_use(UseAct.OPENED, session.record.course.id)
        self._leave()
        self.session = session
        if stand is not None:
            set_the_wall(session, stand)
        self.control = ProjectorControl(self.context, self._leader)
        self.meeting = FacilitatorPage(self.context, session, self.control)
        self.meeting.left.connect(self._left)
        self.meeting.closed.connect(self._closed)
        self.meeting.filing_wanted.connect(self._file)
        self.meeting.lock_wanted.connect(self.lock_wanted)
        self._show(self.meeting, Place(Room.MEETING, session.record.meeting_id))
        if stand is not None:
            stand_again(self.meeting, stand)

    def _left(self) -> None:
        """Go home from a meeting that has let go of everything itself."""
        self._shut = True
        self.go_home()

    def _closed(self) -> None:
        """Go on to filing when a meeting has ended."""
        if self.meeting is not None and self.session is not None:
            self.meeting.shut()
            self._shut = True
            self.open_filing(self.session.record.meeting_id)

    def _file(self) -> None:
        if self.session is not None:
            self.open_filing(self.session.record.meeting_id)

    def _delete_wanted(self, course_id: str) -> None:
        self.course_wanted.emit("delete", course_id)

    def _new_in_course(self, course_id: str) -> None:
        held = self.context.open_store.meetings(limit=1, course_id=course_id)
        known = self.context.formats.by_id(held[0].format_id) if held else None
        self.ask_new((known or self.context.formats.formats[0]).id, course_id)

    def _back(self) -> None:
        self.go(self._before)

    def _show(self, page: QWidget, place: Place) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.place = place
        self.setCurrentWidget(page)
        focus = getattr(page, "focus_first", None)
        if focus is not None:
            focus()

    def _leave(self) -> None:
        """Free the page of the course or meeting that is open."""
        if self.meeting is not None and not self._shut:
            self.meeting.shut()
        if self.prepare is not None:
            self.prepare.release()
        if self.filing is not None:
            self.filing.release()
        for page in (self.course, self.prepare, self.meeting, self.filing):
            if page is not None:
                self.removeWidget(page)
                page.deleteLater()
        if self.control is not None:
            self.control.end()
            self.control.deleteLater()
        self.course = self.prepare = self.meeting = self.filing = self.control = self.session = None
        self._shut = False
