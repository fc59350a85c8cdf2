"""The course page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Action, Meeting, Person
from tvm_desktop.domain.enums import MeetingStatus, Side
from tvm_desktop.domain.filing import is_in_file
from tvm_desktop.domain.record import Record
from tvm_desktop.errors import UserError
from tvm_desktop.session.commands.meeting import RenameCourse
from tvm_desktop.session.commands.people import EditPerson
from tvm_desktop.session.commands.plan import FollowUpAction
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.ui.course.agreed import Agreed
from tvm_desktop.ui.course.consents import Consents
from tvm_desktop.ui.course.person import PersonRow
from tvm_desktop.ui.course.story import course_story
from tvm_desktop.ui.deletion.going import GoingLine
from tvm_desktop.ui.home.table import MeetingsTable
from tvm_desktop.ui.home.words import ANONYMOUS
from tvm_desktop.ui.menu import COURSE
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.doing import in_course
from tvm_desktop.ui.prepare.reading import danish_order
from tvm_desktop.ui.watching import WatchLine
from tvm_desktop.ui.widgets.bar import Bar
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.icons import icon
from tvm_desktop.ui.widgets.labels import Chip, Panel, PlainLabel, SectionLabel
from tvm_desktop.ui.widgets.menus import PopMenu
from tvm_desktop.ui.widgets.scroll import Scroll
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tvm_desktop.domain.enums import ActionStatus
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.dialogs.base import SideWindow

_PEOPLE = 360


class CoursePage(QWidget):
    """People, meetings, goals and agreements of one course.

    Signals: ``back()``, ``open_meeting(str)`` and ``file_meeting(str)`` with an id, ``new_meeting(str)`` with the
    course's, and ``wanted(str, str)`` with a line of the course's menu and the course's id.
    """

    back = Signal()
    open_meeting = Signal(str)
    file_meeting = Signal(str)
    new_meeting = Signal(str)
    wanted = Signal(str, str)

    def __init__(self, context: UiContext, course_id: str) -> None:
        super().__init__()
        self.context = context
        self.course_id = course_id
        self.record = Record("")
        self._undo: Command | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.home = Button(role="quiet")
        self.title = PlainLabel(role="heading")
        self.anonymous = Chip()
        self.rename = Button(role="quiet")
        self.name = LineField()
        self.new = Button(role="primary")
        self.more = Button()
        self.people_head, self.meetings_head, self.agreed_head = (SectionLabel() for _ in range(3))
        self.people_box = QVBoxLayout()
        self.people: list[PersonRow] = []
        self.table = MeetingsTable(context, course_id)
        self.file = Button(role="quiet")
        self.consents = Consents(context)
        self.agreed = Agreed(context)
        self.side = Panel("side", margins=(0, 0, 0, 0))
        self.bar = Bar()
        self.going = GoingLine(context)
        self.watch = WatchLine(context, self, self)
        self._lay_out()
        self._connect()
        self.refresh()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language, at the present text size."""
        words, px = self.context.words, self.context.px
        self.home.setText(words(msg("Home")))
        self.home.setIcon(icon("back", self.context.theme))
        self.home.setIconSize(QSize(px(16), px(16)))
        self.rename.setText(words(msg("Rename")))
        self.anonymous.setText(words(ANONYMOUS))
        self.name.edit.setAccessibleName(words(msg("Name of the course")))
        self.new.setText(words(msg("New meeting")))
        self.more.setText(words(msg("The course …")))
        self.people_head.setText(words(msg("People")))
        self.meetings_head.setText(words(msg("Meetings")))
        self.file.setText(words(msg("File the meeting")))
        self.agreed_head.setText(words(msg("Goals and agreements")))
        self.table.setAccessibleName(words(msg("Meetings")))
        self.going.show_record(self.record)
        self._fit()
        self.table.retranslate()
        for row in self.people:
            row.retranslate()
        self.consents.show_record(self.record)
        self.agreed.show_story(course_story(self.record))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the people's column narrow."""
        super().resizeEvent(event)
        self._fit()

    def focus_first(self) -> None:
        """Put the hands on the list of meetings."""
        self.table.selectRow(0)
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the course afresh."""
        self.record = Record.of("", self.context.open_store.load(self.course_id))
        self.title.setText(self.record.course.name)
        self.anonymous.setVisible(self.record.course.anonymous)
        self.going.show_record(self.record)
        self._show_people()
        self.table.refresh()
        self.consents.show_record(self.record)
        self.agreed.show_story(course_story(self.record))

    def show_person(self, person_id: str) -> None:
        """Open a person's card, and put the hands on the way to all that is written down about them."""
        for row in self.people:
            if row.person.id == person_id:
                row.open_editor()
                if row.editor is not None:
                    row.editor.all_of.setFocus()

    def change(self, command: Command, back: Command, said: Message) -> bool:
        """Carry out a change of the course; ``back`` is what takes it back."""
        meetings = sorted(self.record.every(Meeting), key=lambda m: (m.created is not None, m.created, m.id))
        if not meetings:
            return False
        words = self.context.words
        try:
            session = MeetingSession.open(
                self.context.open_store,
                self.context.formats,
                meetings[-1].id,
                clock=self.context.clock,
                new_id=self.context.new_id,
            )
            session.do(command)
        except UserError as problem:
            self.bar.say(words(problem.message), stay=True)
            return False
        self._undo = back
        self.refresh()
        self.bar.say(words(said), words(msg("Undo")), close=words(msg("Close")))
        return True

    def _fit(self) -> None:
        self.side.setFixedWidth(min(self.context.px(_PEOPLE), max(300, self.width() * 2 // 5)))

    def _show_people(self) -> None:
        people = sorted(danish_order(self.record.every(Person), key=_name), key=_family_first)
        opened = {row.person: row for row in self.people if row.editor is not None and row.person in people}
        for old in self.people:
            self.people_box.removeWidget(old)
            if old.person not in opened:
                old.hide()
                old.deleteLater()
        self.people = [opened.get(person) or self._row(person) for person in people]
        for row in self.people:
            self.people_box.addWidget(row)

    def _row(self, person: Person) -> PersonRow:
        row = PersonRow(self.context, person)
        row.changed.connect(self._change_person)
        row.all_wanted.connect(self._all_about)
        return row

    def _change_person(self, person_id: str, values: dict[str, str]) -> None:
        person = self.record.get(Person, person_id)
        before = {name: getattr(person, name) for name in values}
        self.change(EditPerson(person_id, values), EditPerson(person_id, before), msg("Changed, everywhere."))

    def _all_about(self, person_id: str) -> None:
        from tvm_desktop.ui.persondata.window import PersonWindow

        self._beside(PersonWindow(self.context, self.window(), self.course_id, person_id))

    def _correct(self, action_id: str) -> None:
        do = in_course(self.context, self.record)
        self._beside(CorrectionWindow(self.context, self.window(), self.record, action_id, do))

    def _beside(self, window: SideWindow) -> None:
        window.changed.connect(self.refresh)
        window.show()

    def _follow_up(self, action_id: str, status: ActionStatus) -> None:
        action = self.record.get(Action, action_id)
        if status is not action.status:
            again = is_in_file(self.record, action)
            self.change(
                FollowUpAction(action_id, {"status": status}),
                FollowUpAction(action_id, {"status": action.status}),
                msg("Noted. The meeting has to be filed again.") if again else msg("Noted."),
            )
            self.agreed.focus_on(action_id)

    def _kept(self) -> None:
        self.refresh()
        self.bar.say(self.context.words(msg("The course stays here until you delete it.")))
        self.focus_first()

    def _open_rename(self) -> None:
        self.name.set_text(self.record.course.name)
        for widget, shown in ((self.title, False), (self.rename, False), (self.name, True)):
            widget.setVisible(shown)
        self.name.edit.selectAll()
        self.name.setFocus()

    def _close_rename(self) -> None:
        for widget, shown in ((self.name, False), (self.title, True), (self.rename, True)):
            widget.setVisible(shown)

    def _rename(self) -> None:
        course, name = self.record.course, self.name.text()
        self._close_rename()
        if name and name != course.name:
            self.change(
                RenameCourse(course.id, {"name": name}),
                RenameCourse(course.id, {"name": course.name}),
                msg("Changed, everywhere."),
            )
        self.rename.setFocus()

    def _take_back(self) -> None:
        back, self._undo = self._undo, None
        if back is not None and self.change(back, back, msg("Taken back.")):
            self.bar.close_bar()

    def _escape(self) -> None:
        opened = next((row for row in self.people if row.editor is not None), None)
        if self.name.isVisible():
            self._close_rename()
        elif opened is not None:
            opened.close_editor()
        else:
            self.back.emit()

    def _open_menu(self) -> None:
        menu = PopMenu(self)
        for entry in COURSE:
            line = menu.offer(self.context.words(entry.words))
            line.triggered.connect(partial(self.wanted.emit, entry.id, self.course_id))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _show_file(self) -> None:
        row = self.table.chosen()
        held = row is not None and row.status is MeetingStatus.CLOSED and row.filed_on is None
        self.file.setVisible(held)

    def _file(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.file_meeting.emit(row.id)

    def _new_meeting(self) -> None:
        self.new_meeting.emit(self.course_id)

    def _connect(self) -> None:
        self.home.clicked.connect(self.back)
        self.rename.clicked.connect(self._open_rename)
        self.name.done.connect(self._rename)
        self.new.clicked.connect(self._new_meeting)
        self.more.clicked.connect(self._open_menu)
        self.table.opened.connect(self.open_meeting)
        self.table.moved.connect(self._show_file)
        self.file.clicked.connect(self._file)
        self.agreed.answered.connect(self._follow_up)
        self.agreed.correcting.connect(self._correct)
        self.consents.changed.connect(self.refresh)
        self.going.kept.connect(self._kept)
        self.bar.acted.connect(self._take_back)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)

    def _lay_out(self) -> None:
        self.name.hide()
        self.name.label.hide()
        top = Panel("top", across=True, margins=(16, 10, 24, 10), spacing=14)
        for widget in (self.home, self.title, self.anonymous, self.name, self.rename):
            top.box.addWidget(widget)
        top.box.addStretch(1)
        top.box.addWidget(self.more)
        top.box.addWidget(self.new)
        self.more.setVisible(bool(COURSE))
        left = Scroll((24, 24, 24, 20), 8)
        left.box.addWidget(self.people_head)
        self.people_box.setSpacing(8)
        left.box.addLayout(self.people_box)
        left.box.addWidget(self.consents)
        left.box.addStretch(1)
        self.side.box.addWidget(left)
        right = Scroll((32, 24, 32, 20), 10)
        for notice in (self.going, self.watch):
            right.box.addWidget(notice)
        line = QHBoxLayout()
        line.addWidget(self.meetings_head)
        line.addStretch(1)
        line.addWidget(self.file)
        right.box.addLayout(line)
        for part in (self.table, self.agreed_head, self.agreed):
            right.box.addWidget(part)
        right.box.insertSpacing(4, 10)
        right.box.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.side)
        below.addWidget(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addLayout(below, 1)
        whole.addWidget(self.bar)


def _name(person: Person) -> str:
    return person.name


def _family_first(person: Person) -> tuple[bool, int]:
    return not person.is_child, list(Side).index(person.side)
