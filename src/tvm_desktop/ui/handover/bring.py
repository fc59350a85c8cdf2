"""Bringing a course in: first what the file holds and how that differs from what is here; nothing is overwritten."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.errors import UserError
from tvm_desktop.storage.exchange.importer import HereAlreadyError, bring_in
from tvm_desktop.storage.exchange.model import SUFFIX, ExchangeFile
from tvm_desktop.storage.exchange.preview import preview, to_bring
from tvm_desktop.storage.exchange.reader import read_file
from tvm_desktop.storage.exchange.sealed import SEALED_SUFFIX, is_sealed, made_by, open_sealed, read_sealed
from tvm_desktop.ui.handover.coming import CourseCard
from tvm_desktop.ui.handover.window import SlowWindow
from tvm_desktop.ui.savedialog import ask_open
from tvm_desktop.ui.widgets.basic import Button, LineField, PlainLabel, SectionLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.storage.exchange.preview import CoursePreview
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_LISTED = 8


class BringWindow(SlowWindow):
    """Opens a file, shows what would come, and brings it in when that is wanted."""

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (640, 760))
        self.file: ExchangeFile | None = None
        self.courses: tuple[CoursePreview, ...] = ()
        self._path: Path | None = None
        self._sealed = self._as_copy = False
        self._made_by = ""
        self.cards: list[CourseCard] = []
        self.lead = PlainLabel(role="muted", wrap=True)
        self.pick = Button(role="primary")
        self.name = PlainLabel(role="strong", wrap=True)
        self.password = LineField(secret=True)
        self.enter = Button(role="primary")
        self.details = PlainLabel(role="small", wrap=True)
        self.head = SectionLabel()
        self.made = PlainLabel(role="small", wrap=True)
        self._lay_out()
        self.pick.clicked.connect(self.choose)
        self.password.done.connect(self.unlock)
        self.password.edited.connect(self._typing)
        self.enter.clicked.connect(self.unlock)
        self.go.clicked.connect(self.bring)
        self.retranslate()
        self.pick.setFocus()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Bring in a course")))
        self.lead.setText(
            words(
                msg(
                    "Choose the file that you were given. You see what is in it before anything is brought in, "
                    "and nothing that is here is overwritten."
                )
            )
        )
        self.pick.setText(words(msg("Choose the file …") if self._path is None else msg("Another file …")))
        self.pick.set_role("primary" if self._path is None else "plain")
        self.name.setText(self._path.name if self._path else "")
        self.password.set_label(words(msg("The password that came with the file")))
        self.enter.setText(words(msg("One moment …") if self.busy else msg("Open the file")))
        self.enter.setEnabled(not self.busy)
        self.head.setText(words(msg("This is in the file")))
        self.made.setText(words(msg("Made by version {version} of the program.", version=self._made_by)))
        self.go.setText(words(msg("Bring it in beside, as a copy") if self._copy else msg("Bring it in")))
        for card in self.cards:
            card.retranslate()
        self._show_parts()

    @property
    def _copy(self) -> bool:
        """Whether something is here already."""
        return self._as_copy or any(course.here for course in self.courses)

    def choose(self) -> None:
        """Ask which file."""
        patterns = f"TVM (*{SEALED_SUFFIX} *{SUFFIX})"
        path = ask_open(self, self.context.words, msg("Choose the file with the course"), patterns)
        if path is not None and not self.busy:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """Begin with a file: a sealed one asks for its password, any other is read at once."""
        self._forget()
        self._path = path
        try:
            self._sealed = is_sealed(path)
        except UserError as problem:
            self._sealed = False
            self.refused(problem)
        else:
            if self._sealed:
                self.retranslate()
                self.password.setFocus()
                return
            self.work(partial(_read, path))
        self.retranslate()

    def unlock(self) -> None:
        """Open the sealed file by the password."""
        if self._path is not None and self.password.secret() and not self.busy:
            self.tell(None)
            self.work(partial(_unsealed, self._path, self.password.secret()))

    def came(self, result: object) -> None:
        """Show what the file would bring."""
        if not isinstance(result, tuple):
            return
        self.file, self._made_by = result
        self.courses = preview(self.context.open_store, self.file)
        self.password.set_text("")
        for course in self.courses:
            card = CourseCard(self.context, course, self.file)
            self.cards.append(card)
            self.column.insertWidget(self.column.indexOf(self.made), card)
        self.go.setFocus()

    def refused(self, problem: UserError) -> None:
        """Say what is wrong with the file, and where."""
        super().refused(problem)
        words = self.context.words
        lines = [words(detail) for detail in problem.details[:_LISTED]]
        if len(problem.details) > _LISTED:
            more = len(problem.details) - _LISTED
            lines.append(words(msgs("and {count} more", "and {count} more", more)))
        self.details.setText("\n".join(f"• {line}" for line in lines))
        if self._sealed:
            self.password.edit.selectAll()
            self.password.setFocus()

    def bring(self) -> None:
        """Store everything in one transaction, beside what is here."""
        if self.file is None:
            return
        try:
            bring_in(self.context.open_store, to_bring(self.file), as_copy=self._copy)
        except HereAlreadyError:
            self._as_copy = True
            self._say(
                msg("Some of it is here already, in another course. It can be brought in beside, as a copy.")
            )
        except UserError as problem:
            self.refused(problem)
            self.retranslate()
        else:
            self._forget()
            self._path = None
            self._say(msg("Brought in. You find it among the courses at home."))
            self.changed.emit()

    def _say(self, message: Message) -> None:
        self.tell(message)
        self.retranslate()

    def _typing(self) -> None:
        self.tell(None)
        self.details.setText("")
        self._show_parts()

    def _forget(self) -> None:
        """Let go of the file that was looked at."""
        self.file, self.courses, self._made_by, self._as_copy = None, (), "", False
        for card in self.cards:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        self.details.setText("")
        self.password.set_text("")
        self.tell(None)

    def _show_parts(self) -> None:
        closed = self._path is not None and self._sealed and self.file is None
        self.password.setVisible(closed)
        self.enter.setVisible(closed)
        self.name.setVisible(self._path is not None)
        self.details.setVisible(bool(self.details.text()))
        self.made.setVisible(bool(self._made_by))
        self.head.setVisible(self.file is not None)
        self.go.setVisible(self.file is not None)

    def _lay_out(self) -> None:
        self.column.addWidget(self.lead)
        line = QHBoxLayout()
        line.addWidget(self.pick)
        line.addWidget(self.name, 1)
        line.addStretch(0)
        self.column.addLayout(line)
        self.column.addWidget(self.password)
        self.column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.said)
        self.column.addWidget(self.head)
        self.column.addWidget(self.made)
        self.column.addWidget(self.details)
        self.column.addStretch(1)


def _read(path: Path) -> tuple[ExchangeFile, str]:
    return read_file(path), ""


def _unsealed(path: Path, password: str) -> tuple[ExchangeFile, str]:
    return open_sealed(path, password), made_by(read_sealed(path))
