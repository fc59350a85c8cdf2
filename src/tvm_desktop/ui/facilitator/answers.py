"""The answers that a promise and a wish need: yes, no, or who finds out and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain import when
from tvm_desktop.domain.entities import Action
from tvm_desktop.domain.enums import ActionStatus, WishReply
from tvm_desktop.session.commands.plan import AcceptAction, AnswerWish, EditAction
from tvm_desktop.ui.facilitator.desk import ASKED, Asking
from tvm_desktop.ui.facilitator.fields import people_in, today_at
from tvm_desktop.ui.widgets.basic import Button, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.facilitator.desk import Desk


class _Answer(QWidget):
    """A question with a few small buttons below it."""

    def __init__(self, desk: Desk, thing_id: str) -> None:
        super().__init__()
        self.desk = desk
        self.thing_id = thing_id
        self.question = PlainLabel(role="ask", wrap=True)
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        self.row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.question)
        box.addLayout(self.row)

    def retranslate(self) -> None:
        """Say the question and the answers."""

    def add(self, pressed: Callable[[], None]) -> Button:
        """Add a small button."""
        made = Button("", "small")
        made.clicked.connect(pressed)
        self.row.insertWidget(self.row.count() - 1, made)
        return made


class ActionAnswer(_Answer):
    """Does the one who is to do it say yes?"""

    def __init__(self, desk: Desk, thing_id: str) -> None:
        super().__init__(desk, thing_id)
        self.yes = self.add(self._yes)
        self.no = self.add(self._no)

    def retranslate(self) -> None:
        """Name the one to ask."""
        words, record = self.desk.context.words, self.desk.record
        action = record.find(Action, self.thing_id)
        waiting = [p for p in action.who if p not in action.accepted_by] if action else []
        name = record.called(waiting[0]) if waiting else ""
        self.question.setText(words(msg("Ask {name}: is that a yes?", name=name)))
        self.yes.setText(words(msg("Yes")))
        self.no.setText(words(msg("No")))

    def _yes(self) -> None:
        self.desk.bridge.do(AcceptAction(self.thing_id))

    def _no(self) -> None:
        self.desk.bridge.do(EditAction(self.thing_id, {"status": ActionStatus.DROPPED}))


class WishAnswer(_Answer):
    """A wish must have an answer: yes, no because, or examined by a date."""

    def __init__(self, desk: Desk, thing_id: str) -> None:
        super().__init__(desk, thing_id)
        self.yes = self.add(self._yes)
        self.examine = self.add(self._examine)
        self.no = self.add(self._no)

    def retranslate(self) -> None:
        """Say the answers."""
        words = self.desk.context.words
        self.question.setText(words(msg("The answer?")))
        self.yes.setText(words(msg("Yes")))
        self.examine.setText(words(msg("We find out")))
        self.no.setText(words(msg("No")))

    def _yes(self) -> None:
        self._ask_who(WishReply.YES, msg("Who does it, and when?"))

    def _examine(self) -> None:
        self._ask_who(WishReply.EXAMINED, msg("Who finds out, and answers by when?"))

    def _ask_who(self, reply: WishReply, question: Message) -> None:
        def take(text: str) -> bool:
            line = when.split_answer(text, when.spoken_names(self.desk.record), today_at(self.desk))
            who, problem = people_in(line.what, self.desk.record)
            found = line.who or (who if problem is None else ())
            values = {
                "reply": reply,
                "answered_by": found[0] if found else self.desk.voice,
                "because": "" if found else line.what,
                "due": line.due,
            }
            return self.desk.bridge.do(AnswerWish(self.thing_id, values), done_draft=ASKED)

        self.desk.ask(Asking(question, take, empty=True))

    def _no(self) -> None:
        def take(text: str) -> bool:
            values = {"reply": WishReply.NO, "because": text, "answered_by": self.desk.voice}
            return self.desk.bridge.do(AnswerWish(self.thing_id, values), done_draft=ASKED)

        self.desk.ask(Asking(msg("No, because …"), take))
