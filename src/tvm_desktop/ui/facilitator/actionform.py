"""The whole of one agreement, filled in while it is read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain import when
from tvm_desktop.domain.entities import Action
from tvm_desktop.session.commands.plan import EditAction
from tvm_desktop.session.commands.things import EditText
from tvm_desktop.session.frames.actions import names
from tvm_desktop.ui.facilitator.fields import KeptLine, people_in, today_at
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.facilitator.desk import Desk


class ActionForm(QWidget):
    """Who, what, with whom, when, how we see whether it helps, who checks."""

    def __init__(self, desk: Desk, action_id: str) -> None:
        super().__init__()
        self.desk = desk
        self.action_id = action_id
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.who = self._line("who", msg("Who does it"), self._read_who)
        self.with_whom = self._line("with", msg("Together with"), self._read_with)
        self.when = self._line("when", msg("When"), self._read_when)
        self.what = self._line("what", msg("What"), self._read_what)
        self.seen = self._line("seen", msg("How we see whether it helps"), self._read_seen)
        self.check = self._line("check", msg("Who checks"), self._read_check)
        self.first = self.with_whom
        grid.addWidget(self.what, 0, 0, 1, 2)
        for place, line in enumerate((self.who, self.with_whom, self.when, self.check)):
            grid.addWidget(line, 1 + place // 2, place % 2)
        grid.addWidget(self.seen, 3, 0, 1, 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)

    def _line(self, field: str, label: Message, read: Callable[[str], Command | Message]) -> KeptLine:
        return KeptLine(self.desk, f"action/{self.action_id}/{field}", label, read)

    def refresh(self) -> None:
        """Show the agreement as it stands."""
        record = self.desk.record
        action = record.find(Action, self.action_id)
        if action is None:
            return
        due = dates.plain_date(action.due, record.meeting.language) if action.due else ""
        self.what.show_text(action.what)
        self.who.show_text(names(record, action.who))
        self.with_whom.show_text(names(record, action.with_whom))
        self.when.show_text(", ".join(t for t in (action.when, due) if t))
        self.seen.show_text(action.seen_by)
        self.check.show_text(record.called(action.checked_by))

    def _read_what(self, text: str) -> Command | Message:
        return EditText(self.action_id, text) if text else msg("Write what is agreed.")

    def _read_who(self, text: str) -> Command | Message:
        return self._people("who", text)

    def _read_with(self, text: str) -> Command | Message:
        return self._people("with_whom", text)

    def _people(self, field: str, text: str) -> Command | Message:
        found, problem = people_in(text, self.desk.record)
        return problem or EditAction(self.action_id, {field: found})

    def _read_when(self, text: str) -> Command | Message:
        said = when.read_when(text, today_at(self.desk))
        if said is not None and said.problem:
            return said.problem
        return EditAction(
            self.action_id, {"when": said.text if said else text, "due": said.due if said else None}
        )

    def _read_seen(self, text: str) -> Command | Message:
        return EditAction(self.action_id, {"seen_by": text})

    def _read_check(self, text: str) -> Command | Message:
        found, problem = people_in(text, self.desk.record)
        if len(found) > 1:
            problem = msg("Write one name: the one who checks.")
        return problem or EditAction(self.action_id, {"checked_by": "".join(found)})
