"""Adding a correction beside something that was written down. The original is never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.documents.parts.corrections import said_by
from tvm_desktop.documents.parts.things import whole
from tvm_desktop.domain.entities import Correction, Meeting, Person
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.filing import is_filed
from tvm_desktop.domain.record import Record
from tvm_desktop.errors import UserError
from tvm_desktop.session.commands.corrections import AddCorrection, RemoveCorrection
from tvm_desktop.storage.rows import Draft, UseAct
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.widgets.buttons import Button, KeyButton
from tvm_desktop.ui.widgets.draft import DraftEdit
from tvm_desktop.ui.widgets.fields import ChoiceField
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel, SectionLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.persondata.doing import Do

_SIZE = (620, 620)


class CorrectionWindow(SideWindow):
    """The original, the corrections beside it, and a new one."""

    def __init__(
        self, context: UiContext, parent: QWidget | None, record: Record, about: str, do: Do
    ) -> None:
        super().__init__(context, parent, _SIZE)
        self.record, self.about, self._do = record, about, do
        self.course_id = record.course.id
        self.key = f"correction/{about}/text"
        self.original = PlainLabel(role="strong", wrap=True)
        self.hint = PlainLabel(role="muted", wrap=True)
        self.head = SectionLabel()
        self.voice = ChoiceField()
        self.label = PlainLabel(role="small")
        self.text = DraftEdit(self.key, self._draft, lines=(3, 10))
        self.problem = PlainLabel(role="error", wrap=True)
        self.kept = PlainLabel(role="strong", wrap=True)
        self.keep = Button(role="primary")
        self.removing: list[KeyButton] = []
        self._lay_out()
        self.keep.clicked.connect(self._keep)
        self.text.accepted.connect(self._keep)
        waiting = next((draft for draft in context.open_store.drafts() if draft.key == self.key), None)
        if waiting is not None:
            self.text.restore(waiting.text, waiting.cursor)
        self.retranslate()
        self.text.setFocus()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, thing = self.context.words, self.record.anything(self.about)
        self.say(words(msg("Add a correction")))
        self.original.setText(whole(self.record, thing, words.language) if thing else "")
        self.hint.setText(
            words(
                msg(
                    "What was written stays as it is. The correction stands right under it, here and on paper. Where "
                    "the sentence is not on the paper, the correction is not either. The same people get to see it."
                )
            )
        )
        self.head.setText(words(msg("A new correction")))
        self.voice.set_label(words(msg("Who says so")))
        self.label.setText(words(msg("What is not right, and how it is")))
        self.text.setAccessibleName(words(msg("What is not right, and how it is")))
        self.keep.setText(words(msg("Put it beside")))
        self.away.set_role("plain")
        people = sorted(self.record.every(Person), key=lambda person: list(Side).index(person.side))
        nobody = ("", words(msg("Nobody by name")))
        self.voice.fill([nobody, *((p.id, self.record.voice(p.id)) for p in people)], self.voice.key())
        for button in self.removing:
            button.setText(words(msg("Take away")))

    def begin_with(self, person_id: str) -> None:
        """Begin with somebody as the one who says so: whose page this was opened from."""
        self.voice.box.setCurrentIndex(max(0, self.voice.box.findData(person_id)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is half written."""
        self.text.flush()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        written = Panel("card", spacing=6)
        written.box.addWidget(self.original)
        for correction in self.record.every(Correction):
            if correction.about == self.about:
                written.box.addLayout(self._there(correction))
        for part in (
            written,
            self.hint,
            self.head,
            self.label,
            self.text,
            self.voice,
            self.problem,
            self.kept,
        ):
            self.column.addWidget(part)
        self.problem.hide()
        self.kept.hide()
        self.column.addStretch(1)
        self.foot.insertWidget(self.foot.count() - 1, self.keep)

    def _there(self, correction: Correction) -> QHBoxLayout:
        lead = said_by(self.record, correction, self.context.language)
        line, remove = QHBoxLayout(), KeyButton(correction.id, "", "small")
        texts = QVBoxLayout()
        texts.addWidget(PlainLabel(lead, "small"))
        texts.addWidget(PlainLabel(correction.text, wrap=True))
        line.addLayout(texts, 1)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        remove.picked.connect(self._remove)
        self.removing.append(remove)
        return line

    def _keep(self) -> None:
        text = self.text.text().strip()
        if not text:
            self._say_problem(self.context.words(msg("Write first what is not right.")))
            self.text.setFocus()
            return
        command = AddCorrection(self.about, text, self.voice.key(), self.context.new_id())
        if self._carry_out(command, self.key, msg("The correction is kept.")):
            self.text.set_text("")

    def _remove(self, correction_id: str) -> None:
        self._carry_out(RemoveCorrection(correction_id), "", msg("The correction is taken away."))

    def _carry_out(self, command: Command, draft: str, done: Message) -> bool:
        before = self._filed()
        refused = self._do(command, draft)
        if refused is not None:
            self._say_problem(self.context.words(refused))
            return False
        self.context.open_store.log_use(UseAct.CORRECTED, self.record.course.id)
        self._say_done(done, filed_before=bool(before - self._filed()))
        self.changed.emit()
        return True

    def _filed(self) -> set[str]:
        record = Record.of("", self.context.open_store.load(self.course_id))
        return {meeting.id for meeting in record.every(Meeting) if is_filed(record, meeting)}

    def _say_done(self, done: Message, *, filed_before: bool) -> None:
        """Leave only the original and what was done; a filed meeting has to be filed again."""
        again = msg("The meeting was filed. File it again, so that the file is right.")
        said = [self.context.words(one) for one in (done, *((again,) if filed_before else ()))]
        self.kept.setText("\n".join(said))
        self.kept.show()
        for part in (*self.removing, self.hint, self.head, self.label, self.text, self.voice, self.problem):
            part.hide()
        self.keep.hide()
        self.away.setFocus()

    def _say_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _draft(self, key: str, text: str, cursor: int) -> None:
        if self.context.store is None:
            return
        try:
            self.context.store.save_draft(Draft(key, self.record.course.id, text, cursor))
        except UserError as refusal:
            self._say_problem(self.context.words(refusal.message))
