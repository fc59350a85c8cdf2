"""A new meeting: which form, and about whom. Nothing else is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView

from tvm_desktop.domain.watching import Watch
from tvm_desktop.errors import UserError
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.watching import known_list
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import ChoiceField, LineField
from tvm_desktop.ui.widgets.sheet import Sheet
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from tvm_desktop.storage.rows import CourseRow
    from tvm_desktop.ui.context import UiContext

_SHOWN = 6
_CALLED = msg("Boy, 9 years")


class NewMeetingPage(Sheet):
    """Asks for form and course. Signals: ``prepare(str)``, ``start(str)`` with the new meeting's id, ``back()``."""

    prepare = Signal(str)
    start = Signal(str)
    back = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, languages=False)
        self._format_id = ""
        self._courses: list[CourseRow] = []
        self._offered: list[CourseRow | None] = []
        self.form = ChoiceField()
        self.name = LineField()
        self.anonymous = QCheckBox()
        self._watch = Watch()
        self.names = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self.names)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.first = Button(role="primary")
        self.second = Button()
        self.away = Button(role="quiet")
        for widget in (self.form, self.anonymous, self.name, self.list):
            self.box.addWidget(widget)
        acts = QHBoxLayout()
        acts.addWidget(self.away)
        acts.addStretch(1)
        acts.addWidget(self.second)
        acts.addWidget(self.first)
        self.box.addLayout(acts)
        self.form.chosen.connect(self._chose_form)
        self.anonymous.toggled.connect(self._chose_anonymous)
        self.name.edited.connect(self._offer)
        self.name.done.connect(self._prepare)
        self.name.stepped.connect(self._step)
        self.list.doubleClicked.connect(self._prepare)
        self.first.clicked.connect(self._prepare)
        self.second.clicked.connect(self._start)
        self.away.clicked.connect(self.back)
        self.retranslate()

    def ask(self, format_id: str, course_id: str = "") -> None:
        """Begin afresh with this form, and perhaps a course."""
        self._format_id = format_id
        self._courses = list(self.context.open_store.courses())
        known = next((course.name for course in self._courses if course.id == course_id), "")
        self.name.set_text(known)
        self.anonymous.setChecked(any(c.anonymous for c in self._courses if c.id == course_id))
        self.name.set_problem("")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        named = msg("Whom is the meeting about? Choose a course, or write a name to begin a new one.")
        nameless = msg(
            "Nobody in the family is named. You are told when a name, a number or an address is typed."
        )
        self.say(words(msg("New meeting")), words(nameless if self.anonymous.isChecked() else named))
        self.form.set_label(words(msg("Form")))
        library = self.context.library
        formats = library.formats if library is not None else ()
        self.form.fill([(fmt.id, fmt.name.say(words.language)) for fmt in formats], self._format_id)
        self.anonymous.setText(escape_mnemonic(words(msg("Anonymous discussion"))))
        if self.anonymous.isChecked():
            label = msg("What we call the child, without a name")
            self.name.set_label(words(label), words(msg("For instance: {words}", words=_CALLED)))
        else:
            self.name.set_label(words(msg("The child’s name, or the siblings’")))
        self.list.setAccessibleName(words(msg("Course")))
        self.first.setText(words(msg("Prepare the meeting")))
        self.second.setText(words(msg("Start now")))
        self.away.setText(words(msg("Cancel")))
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing."""
        super().showEvent(event)
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """Choose another course while one types."""
        if self._offered:
            row = (self.list.currentIndex().row() + by) % len(self._offered)
            self.list.setCurrentIndex(self.names.index(row))

    def _offer(self) -> None:
        """Offer a new course by this name, and those that hold it."""
        words, wanted = self.context.words, self.name.text().casefold()
        warning = self._watch.of_label(self.name.text())
        self.name.set_problem(words(warning) if warning else "")
        anonymous = self.anonymous.isChecked()
        found = [c for c in self._courses if wanted in c.name.casefold() and c.anonymous >= anonymous][
            :_SHOWN
        ]
        same = next((n for n, course in enumerate(found) if course.name.casefold() == wanted), -1)
        self._offered = [*found]
        lines = [words(msg("{name} – go on with this course", name=course.name)) for course in found]
        if wanted:
            self._offered.append(None)
            lines.append(words(msg("{name} – a new course", name=self.name.text())))
        self.names.setStringList(lines)
        self.list.setVisible(bool(lines))
        row = self.list.sizeHintForRow(0) if lines else 0
        self.list.setFixedHeight(len(lines) * max(row, self.context.px(34)) + 6)
        chosen = same if same >= 0 else len(lines) - 1 if wanted else -1
        if chosen >= 0:
            self.list.setCurrentIndex(self.names.index(chosen))
        else:
            self.list.clearSelection()

    def _chose_anonymous(self, on: bool) -> None:
        """Ask for what the child is called in place of the name."""
        names = self.context.open_store.names() if on else ()
        self._watch = Watch.without_names(known_list(), names) if on else Watch()
        self.retranslate()
        self.name.setFocus()

    def _chose_form(self, format_id: str) -> None:
        self._format_id = format_id

    def _prepare(self) -> None:
        meeting_id = self._make()
        if meeting_id:
            self.prepare.emit(meeting_id)

    def _start(self) -> None:
        meeting_id = self._make()
        if meeting_id:
            self.start.emit(meeting_id)

    def _make(self) -> str:
        words, row = self.context.words, self.list.currentIndex().row()
        fmt = self.context.formats.by_id(self._format_id)
        if fmt is None or not 0 <= row < len(self._offered):
            nameless = msg("First write what we call the child, for instance: {words}", words=_CALLED)
            named = msg("Write a name first. You can change it later.")
            self.name.set_problem(words(nameless if self.anonymous.isChecked() else named))
            self.name.setFocus()
            return ""
        course = self._offered[row]
        try:
            return new_meeting(
                self.context.open_store,
                fmt,
                course_name="" if course else self.name.text(),
                course_id=course.id if course else "",
                language=words.language,
                anonymous=self.anonymous.isChecked(),
                clock=self.context.clock,
                new_id=self.context.new_id,
            )
        except UserError as problem:
            self.name.set_problem(words(problem.message))
            return ""
