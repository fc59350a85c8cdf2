"""Handing one course over: what comes along, its own password, and one sealed file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.dates import local
from tvm_desktop.domain.consents import withdrawals
from tvm_desktop.domain.entities import Card, Understanding
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.storage.exchange.giving import easy_password, file_to_give, sealed_name, without_notes
from tvm_desktop.storage.exchange.sealed import SEALED_SUFFIX, seal
from tvm_desktop.storage.exchange.writer import write_text
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.clipboard import copy_quietly
from tvm_desktop.ui.handover.seen import SeenNote
from tvm_desktop.ui.handover.window import SlowWindow
from tvm_desktop.ui.prepare.reveal import reveal_soon
from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.ui.unlock.password import SHORTEST, TwiceField
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel, SectionLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile
    from tvm_desktop.storage.keyslots import KeyCost
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message


class GiveWindow(SlowWindow):
    """Seals one course in a file with a password of its own. The course stays here as it is."""

    def __init__(
        self, context: UiContext, parent: QWidget | None, course_id: str, *, cost: KeyCost | None = None
    ) -> None:
        super().__init__(context, parent, (620, 760))
        self.course_id, self._cost = course_id, cost
        self.file = file_to_give(context.open_store, course_id)
        self._path: Path | None = None
        self.lead = PlainLabel(role="muted", wrap=True)
        self.along_head, self.password_head = SectionLabel(), SectionLabel()
        self.along = Panel("card", spacing=3)
        self.lines = [PlainLabel(wrap=True) for _ in _lines(self.held)]
        self.withdrawn = PlainLabel(role="hint", wrap=True)
        self.notes = QCheckBox()
        self.seen = SeenNote(context, self.held.entities())
        self.twice = TwiceField(
            context, msg("Password for the file, at least {count} characters", count=SHORTEST)
        )
        self.suggest = Button(role="quiet")
        self.shown = QWidget()
        self.code = PlainLabel(role="code", wrap=True)
        self.copy = Button()
        self.once = PlainLabel(role="small", wrap=True)
        self.apart = PlainLabel(role="small", wrap=True)
        self._lay_out()
        self.twice.done.connect(self.choose)
        self.twice.edited.connect(self._typing)
        self.suggest.clicked.connect(self.make_password)
        self.copy.clicked.connect(self._copy)
        self.go.clicked.connect(self.choose)
        self.retranslate()
        self.twice.setFocus()

    @property
    def held(self) -> CourseFile:
        """The course that is handed over."""
        return self.file.courses[0]

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("Hand the course over")))
        self.lead.setText(
            words(
                msg(
                    "The course is written to one encrypted file that a colleague can bring into this program. "
                    "Here it stays as it is."
                )
            )
        )
        self.along_head.setText(words(msg("This comes along")))
        for label, line in zip(self.lines, _lines(self.held), strict=True):
            label.setText(words(line))
        gone = [words(one) for one in withdrawals(self.held.consents, words.language)]
        self.withdrawn.setText("\n".join(gone))
        self.notes.setText(
            words(
                msgs("Also {count} private note of mine", "Also {count} private notes of mine", self._notes())
            )
        )
        self.seen.retranslate()
        self.password_head.setText(words(msg("The file’s own password")))
        self.twice.retranslate()
        self.suggest.setText(words(msg("Suggest a password")))
        self.copy.setText(words(msg("Copy")))
        self.once.setText(
            words(msg("Write it down. It is shown until you close this window, and never again."))
        )
        self.apart.setText(
            words(
                msg(
                    "Give the password another way than the file: by telephone, or face to face. "
                    "Never in the same mail."
                )
            )
        )
        self.go.setText(words(msg("One moment …") if self.busy else msg("Save the encrypted file …")))
        self.go.setEnabled(not self.busy)

    def make_password(self) -> None:
        """Fill in a password that nobody has used, and show it until the window is closed."""
        made = easy_password()
        for field in (self.twice.one, self.twice.two):
            field.set_text(made)
        self.code.setText(made)
        self.code.setAccessibleName(made)
        self.shown.show()
        self.tell(None)
        self.go.setFocus()
        reveal_soon(self.shown)

    def choose(self) -> None:
        """Check the password, ask where, and save."""
        if self.busy:
            return
        problem = self.twice.problem()
        if problem is not None:
            self.tell(problem, role="error")
            return
        today = local(self.context.clock()).date()
        words = self.context.words
        name = sealed_name(today, words.language)
        path = ask_save(
            self, words, msg("Save the encrypted file"), name, f"TVM (*{SEALED_SUFFIX})", encrypted=True
        )
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Seal the course as it is now in the worker, then write."""
        store = self.context.open_store
        if all(row.id != self.course_id for row in store.courses()):
            self.tell(msg("The course is not here any more."), role="error")
            return
        self._path = path
        self.file = file_to_give(store, self.course_id)
        file = self.file if self.notes.isChecked() else without_notes(self.file)
        self.tell(None)
        self.work(partial(_sealed, file, self.twice.one.secret(), self._cost))

    def came(self, result: object) -> None:
        """Write the file whole or not at all, note it, and forget the password; a suggested one is shown still."""
        if self._path is None or not isinstance(result, bytes) or not write_whole(self._path, result):
            self.tell(msg("The file could not be written there. Choose another place."), role="error")
            return
        self.context.open_store.log_use(UseAct.HANDED_OVER, self.course_id)
        for field in (self.twice.one, self.twice.two):
            field.set_text("")
        self.tell(
            msg(
                "The course is in “{name}”. When your colleague has it, file or delete it here.",
                name=self._path.name,
            )
        )
        if self.shown.isVisible():
            reveal_soon(self.shown)

    def _copy(self) -> None:
        copy_quietly(self.code.text())

    def _typing(self) -> None:
        self.shown.hide()
        self.tell(None)

    def _notes(self) -> int:
        return len(self.held.private_notes)

    def _lay_out(self) -> None:
        self.column.addWidget(self.lead)
        self.column.addWidget(self.along_head)
        for line in (PlainLabel(self.held.course.name, "strong", wrap=True), *self.lines):
            self.along.box.addWidget(line)
        self.along.box.addWidget(self.withdrawn)
        self.withdrawn.setVisible(any(consent.withdrawn_on for consent in self.held.consents))
        self.column.addWidget(self.along)
        self.column.addWidget(self.notes)
        self.notes.setVisible(self._notes() > 0)
        for widget in (self.seen, self.password_head, self.apart, self.twice):
            self.column.addWidget(widget)
        self.column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.shown)
        shown = QVBoxLayout(self.shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.addWidget(self.code)
        beside = QHBoxLayout()
        beside.addWidget(self.once, 1)
        beside.addWidget(self.copy)
        shown.addLayout(beside)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.shown.hide()
        self.column.addStretch(1)
        self.said.setContentsMargins(28, 8, 28, 0)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.said)


def _lines(held: CourseFile) -> list[Message]:
    """Say what comes along, by number."""
    waiting = sum(action.status is ActionStatus.OPEN for action in held.actions)
    said = sum(isinstance(entity, Card | Understanding) for entity in held.entities())
    return [
        msgs("{count} meeting", "{count} meetings", len(held.meetings)),
        msgs(
            "{count} person with name and telephone",
            "{count} people with names and telephones",
            len(held.people),
        ),
        msgs("{count} thing that was said", "{count} things that were said", said),
        msgs(
            "{count} agreement, {open} open",
            "{count} agreements, {open} open",
            len(held.actions),
            open=waiting,
        ),
    ]


def _sealed(file: ExchangeFile, password: str, cost: KeyCost | None) -> bytes:
    return seal(write_text(file), password, cost)
