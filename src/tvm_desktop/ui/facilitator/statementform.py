"""A worry's parts, each open for writing: who is worried, about what, what may happen, the family's own version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.entities import Person, Statement
from tvm_desktop.domain.enums import Side
from tvm_desktop.session.commands.statements import EditStatement
from tvm_desktop.ui.widgets.basic import DraftEdit, KeyButton, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk

PARTS: dict[str, Message] = {
    "text": msg("What it is about"),
    "future": msg("What may happen"),
    "own_words": msg("The family’s own words"),
}
_ABREAST = 4


def part_key(statement_id: str, part: str) -> str:
    """Return the key of a part's draft."""
    return f"statement/{statement_id}/{part}"


class PartEdit(QWidget):
    """One part. It keeps itself when it is left. Signal: ``accepted()`` at Enter, once it is kept."""

    accepted = Signal()

    def __init__(self, desk: Desk, statement_id: str, part: str) -> None:
        super().__init__()
        self.desk, self.statement_id, self.part = desk, statement_id, part
        self._key = part_key(statement_id, part)
        self._shown = ""
        self.label = PlainLabel(role="small")
        self.edit = DraftEdit(self._key, desk.bridge.draft, lines=(1, 6))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.label)
        box.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.left.connect(self.keep)
        self.edit.accepted.connect(self._accepted)
        self.refresh()
        draft = desk.session.drafted(self._key)
        if draft:
            self.edit.restore(draft.text, draft.cursor)

    def refresh(self) -> None:
        """Show what the record says, unless somebody is typing."""
        self.label.setText(self.desk.context.words(PARTS[self.part]))
        self.edit.setAccessibleName(self.label.text())
        statement = self.desk.record.find(Statement, self.statement_id)
        text = str(getattr(statement, self.part)) if statement else ""
        typing = self.edit.text() != self._shown
        if text != self._shown:
            self._shown = text
            if not typing:
                self.edit.set_text(text)

    def keep(self) -> bool:
        """Keep the words; False when they could not be saved, and then they stay here."""
        text = self.edit.text().strip()
        if self.desk.record.find(Statement, self.statement_id) is None:
            return True
        if not text and self.part == "text":
            self.drop()
            return True
        values = {self.part: text}
        if self.part == "own_words":
            values["own_voice"] = self._own_voice(text)
        before, self._shown = self._shown, text
        done = self.desk.bridge.do(EditStatement(self.statement_id, values), done_draft=self._key)
        if done:
            self.edit.forget_draft()
        else:
            self._shown = before
        return done

    def _own_voice(self, text: str) -> str:
        statement = self.desk.record.get(Statement, self.statement_id)
        if not text:
            return ""
        return statement.own_voice or own_voice(self.desk)

    def is_drafted(self) -> bool:
        """Say whether there are words that are not kept yet."""
        return self.desk.session.drafted(self._key) is not None

    def drop(self) -> None:
        """Let the words be as they were."""
        self.edit.set_text(self._shown)
        self.edit.forget_draft()
        self.desk.bridge.draft(self._key, "", 0)

    def _accepted(self) -> None:
        if self.keep():
            self.accepted.emit()


class StatementForm(QWidget):
    """All parts of one worry. Signal: ``done()`` after Enter in the last part."""

    done = Signal()

    def __init__(self, desk: Desk, statement_id: str) -> None:
        super().__init__()
        self.desk, self.statement_id = desk, statement_id
        self.who = PlainLabel(role="small")
        self.ticks: dict[str, KeyButton] = {}
        self._ticks = QGridLayout()
        self._ticks.setSpacing(6)
        self.parts = {part: PartEdit(desk, statement_id, part) for part in PARTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.parts["text"], 0, 0)
        grid.addWidget(self.parts["own_words"], 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.parts["future"], 1, 0)
        grid.addWidget(self.who, 2, 0, 1, 2)
        grid.addLayout(self._ticks, 3, 0, 1, 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        for edit in self.parts.values():
            edit.accepted.connect(self._next)
        self.refresh()

    def refresh(self) -> None:
        """Show the worry as it stands."""
        for edit in self.parts.values():
            edit.refresh()
        self.who.setText(self.desk.context.words(msg("Who is worried?")))
        statement = self.desk.record.find(Statement, self.statement_id)
        people = [person.id for person in self.desk.voices]
        if statement is None:
            return
        people += [person_id for person_id in statement.worried if person_id not in people]
        for place, person_id in enumerate(people):
            if person_id not in self.ticks:
                tick = self.ticks[person_id] = KeyButton(person_id, role="toggle")
                tick.setCheckable(True)
                tick.picked.connect(self._ticked)
                self._ticks.addWidget(tick, *divmod(place, _ABREAST))
            self.ticks[person_id].setText(self.desk.record.called(person_id))
            self.ticks[person_id].setChecked(person_id in statement.worried)

    def _ticked(self, person_id: str) -> None:
        statement = self.desk.record.find(Statement, self.statement_id)
        if statement is not None:
            left = tuple(who for who in statement.worried if who != person_id)
            who = left if person_id in statement.worried else (*left, person_id)
            self.desk.bridge.do(EditStatement(statement.id, {"worried": who}))

    def focus_first(self) -> None:
        """Begin with what it is about, or where a crash left words."""
        drafted = (part for part in self.parts.values() if part.is_drafted())
        next(drafted, self.parts["text"]).setFocus()

    def keep(self) -> bool:
        """Keep what is being written; False when some of it could not be saved."""
        kept = [part.keep() for part in self.parts.values()]
        return all(kept)

    def drop(self) -> None:
        """Let what is being written be as it was."""
        for part in self.parts.values():
            part.drop()

    def _next(self) -> None:
        edits = list(self.parts.values())
        at = next((n for n, part in enumerate(edits) if part is self.sender()), 0)
        if at + 1 < len(edits):
            edits[at + 1].setFocus()
        else:
            self.done.emit()


def own_voice(desk: Desk) -> str:
    """Return the chosen voice where it is not a professional's: those are never the family's own words."""
    person = desk.record.find(Person, desk.voice)
    return person.id if person is not None and person.side is not Side.PROFESSIONAL else ""


def is_drafted(desk: Desk, statement_id: str) -> bool:
    """Say whether a crash left words in one of the parts."""
    return any(desk.session.drafted(part_key(statement_id, part)) for part in PARTS)
