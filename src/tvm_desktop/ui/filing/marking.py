"""The last step: saying that the meeting is in the municipality's system, and asking once before notes are erased."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.dates import plain_date
from tvm_desktop.ui.prepare.kept import RefusedError
from tvm_desktop.ui.prepare.reading import typed_date
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.ui.filing.desk import FilingDesk

_DAY = 190


def _past(text: str, today: date) -> date:
    """Read a day; one without its year is the last that there was. Raises RefusedError."""
    day = typed_date(text, today) or today
    guessed = day > today and any(sign.isdigit() for sign in text) and not re.search(r"\d{4}", text)
    return day.replace(year=day.year - 1) if guessed and (day.month, day.day) != (2, 29) else day


class MarkingStep(Panel):
    """Three fields and one button, which asks once. Signal: ``filed()`` after the meeting was marked."""

    filed = Signal()

    def __init__(self, desk: FilingDesk) -> None:
        super().__init__("card", margins=(20, 16, 20, 16), spacing=10)
        self.desk = desk
        self.title = PlainLabel(role="heading", wrap=True)
        self.day, self.system, self.case = LineField(), LineField(), LineField()
        self.mark = Button(role="primary")
        self.sure = Panel("hint", margins=(14, 12, 14, 12), spacing=10)
        self.asked = PlainLabel(role="hint-text", wrap=True)
        self.yes, self.no = Button(role="primary"), Button()
        self.form = QWidget()
        self.form.setProperty("role", "flow")
        self._lay_out()
        self._fill()
        self.mark.clicked.connect(self.ask)
        self.yes.clicked.connect(self._yes)
        self.no.clicked.connect(self.back)
        for field in (self.day, self.system, self.case):
            field.done.connect(self.ask)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.desk.context.words
        self.title.setText(words(msg("3  Mark the meeting as filed")))
        self.day.set_label(words(msg("Filed on")))
        self.system.set_label(words(msg("System")), words(msg("what you call it")))
        self.case.set_label(words(msg("Case number")))
        self.mark.setText(words(msg("Mark as filed")))
        self.yes.setText(words(msg("Yes, it is filed")))
        self.no.setText(words(msg("Not yet")))
        self.asked.setText(" ".join(self._warning()))
        self.mark.set_role("primary" if self.desk.taken else "plain")
        self.setVisible(self.desk.filed_on is None)

    def ask(self) -> None:
        """Ask once, in words, what marking does."""
        if self._day() is None:
            self.day.setFocus()
            return
        self.asked.setText(" ".join(self._warning()))
        self.form.setEnabled(False)
        self.mark.hide()
        self.sure.show()
        self.yes.setFocus()

    def back(self) -> bool:
        """Take the question away; False when there was none."""
        if self.sure.isHidden():
            return False
        self.sure.hide()
        self.form.setEnabled(True)
        self.mark.show()
        self.mark.setFocus()
        return True

    def _warning(self) -> list[str]:
        """Say what goes and what stays; a version that was not taken out is told first."""
        words, notes = self.desk.context.words, len(self.desk.notes)
        said = []
        if not self.desk.taken:
            number = self.desk.package.version
            said.append(msg("Version {number} has been neither saved nor copied.", number=number))
        if notes:
            said.append(msgs("{count} private note is erased.", "{count} private notes are erased.", notes))
        said.append(
            msg("The steps of the meeting can no longer be undone. The meeting stays here to be read.")
        )
        return [words(message) for message in said]

    def _yes(self) -> None:
        day = self._day()
        self.back()
        if day is not None and self.desk.mark(day, self.system.text(), self.case.text()):
            self.filed.emit()

    def _day(self) -> date | None:
        words, problem = self.desk.context.words, ""
        day = None
        try:
            day = _past(self.day.text(), self.desk.today)
        except RefusedError as refusal:
            problem = words(refusal.why)
        if day is not None and day > self.desk.today:
            day, problem = None, words(msg("That day has not come yet."))
        self.day.set_problem(problem)
        return day

    def _fill(self) -> None:
        filing = self.desk.filing
        self.day.set_text(plain_date(self.desk.today, self.desk.context.language))
        self.system.set_text(self.desk.system)
        self.case.set_text(filing.case_number if filing else "")

    def _lay_out(self) -> None:
        fields = QHBoxLayout(self.form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        self.day.setMaximumWidth(self.desk.context.px(_DAY))
        for field in (self.day, self.system, self.case):
            fields.addWidget(field, 1)
        answers, act = QHBoxLayout(), QHBoxLayout()
        for button in (self.yes, self.no):
            answers.addWidget(button)
        answers.addStretch(1)
        act.addWidget(self.mark)
        act.addStretch(1)
        self.sure.box.addWidget(self.asked)
        self.sure.box.addLayout(answers)
        self.sure.hide()
        self.box.addWidget(self.title)
        self.box.addWidget(self.form)
        self.box.addLayout(act)
        self.box.addWidget(self.sure)


class FiledPanel(Panel):
    """Says when and where the meeting was filed. Signal: ``unmarked()``."""

    unmarked = Signal()

    def __init__(self, desk: FilingDesk) -> None:
        super().__init__("card-on", margins=(20, 14, 20, 14), spacing=8)
        self.desk = desk
        self.said = PlainLabel(role="good", wrap=True)
        self.again, self.undo = PlainLabel(role="small", wrap=True), Button(role="quiet")
        row = QVBoxLayout()
        for widget in (self.said, self.again):
            row.addWidget(widget)
        act = QHBoxLayout()
        act.addWidget(self.undo)
        act.addStretch(1)
        self.box.addLayout(row)
        self.box.addLayout(act)
        self.undo.clicked.connect(self.unmarked)

    def retranslate(self) -> None:
        """Say it in the program's language; there is nothing to see while the meeting is not filed."""
        words, filing = self.desk.context.words, self.desk.filing
        self.setVisible(filing is not None and filing.filed_on is not None)
        if filing is None or filing.filed_on is None:
            return
        day = plain_date(filing.filed_on, words.language)
        filed = words(msg("Filed {date}", date=day))
        case = words(msg("case {number}", number=filing.case_number)) if filing.case_number else ""
        version = words(msg("version {number}", number=filing.version)) if filing.version else ""
        self.said.setText(" · ".join(part for part in (filed, version, filing.system, case) if part))
        self.again.setText(words(msg("If it is reopened or corrected, it has to be filed again.")))
        self.undo.setText(words(msg("It is not filed after all")))
