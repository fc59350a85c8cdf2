"""One consent: what it touches, taken back, or standing after all."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop import dates
from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.domain.consents import details, touched
from tvm_desktop.domain.entities import Consent, Meeting
from tvm_desktop.domain.filing import is_filed, last_held
from tvm_desktop.session.commands.people import WithdrawConsent
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.prepare.kept import RefusedError
from tvm_desktop.ui.prepare.reading import typed_date
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import LineField
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel, SectionLabel
from tvm_desktop.words import Message, msg, msgs, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.domain.record import Record
    from tvm_desktop.storage.rows import UseRow
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.persondata.doing import Do

_SIZE = (640, 620)
_MANY = 10_000
# What leaves the program, or the room.
_LEFT = (
    UseAct.SHOWN,
    UseAct.PRINTED,
    UseAct.SAVED_PDF,
    UseAct.EXPORTED,
    UseAct.HANDED_OVER,
    UseAct.PACKAGED,
    UseAct.PERSON_EXPORTED,
)


class ConsentWindow(SideWindow):
    """Says what a consent has to do with before it is taken back."""

    def __init__(
        self, context: UiContext, parent: QWidget | None, record: Record, consent_id: str, do: Do
    ) -> None:
        super().__init__(context, parent, _SIZE)
        self.record, self.consent, self._do = record, record.get(Consent, consent_id), do
        self.course_id = record.course.id
        self.said, self.more = PlainLabel(role="strong", wrap=True), PlainLabel(role="muted", wrap=True)
        self.head = SectionLabel()
        self.touches = PlainLabel(wrap=True)
        self.day = LineField()
        self.act = Button(role="primary")
        self.away.set_role("plain")
        card = Panel("card")
        card.box.addWidget(self.said)
        card.box.addWidget(self.more)
        for part in (card, self.head, self.touches, self.day):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.foot.insertWidget(self.foot.count() - 1, self.act)
        self.day.set_text(dates.plain_date(self._today(), context.language))
        self.day.done.connect(self.carry_out)
        self.act.clicked.connect(self.carry_out)
        self.retranslate()
        (self.act if self.consent.withdrawn_on else self.day).setFocus()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, consent = self.context.words, self.consent
        gone = consent.withdrawn_on is not None
        self.say(words(msg("Consent")))
        said, *more = told(self.record, consent, words.language)
        self.said.setText(words(said))
        self.more.setText(" · ".join(words(part) for part in more))
        self.head.setText(words(msg("What it touches")))
        self.touches.setText("\n\n".join(words(part) for part in self._touched()))
        self.day.set_label(words(msg("Withdrawn on")))
        self.day.setVisible(not gone)
        self.act.setText(words(msg("It stands after all") if gone else msg("Withdraw the consent")))

    def _today(self) -> date:
        return dates.local(self.context.clock()).date()

    def _touched(self) -> Iterator[Message]:
        found, language = touched(self.record, self.consent), self.context.language
        if found.held:
            days = _days(found.held, language)
            yield msgs(
                "{count} meeting was held while it stood: {days}.",
                "{count} meetings were held while it stood: {days}.",
                len(found.held),
                days=days,
            )
        if found.planned:
            people = all_named(self.record, found.invited, language)
            yield msgs(
                "{count} meeting is to come: {days}. Asked to it: {people}.",
                "{count} meetings are to come: {days}. Asked to them: {people}.",
                len(found.planned),
                days=_days(found.planned, language),
                people=people or "–",
            )
        rows = self.context.open_store.use_log(limit=_MANY, course_id=self.record.course.id)
        left = ", ".join(say(part, language) for part in what_left(rows, self.consent.given_on))
        yield (
            msg("From this course since then: {acts}.", acts=left)
            if left
            else msg("Nothing of this course has been printed, saved or handed over since then.")
        )
        yield msg("What was shared already cannot be called back.")
        last = last_held(self.record)
        if last is not None and is_filed(self.record, last):
            yield msg("The last meeting has to be filed again, so that the municipality’s file says so too.")
        yield msg(
            "What was said and written down stays in the course. Talk with the family and those at the table about "
            "what may be shared from now on."
        )

    def carry_out(self) -> None:
        """Take it back from the day on, or let it stand after all."""
        day: date | None = None
        if self.consent.withdrawn_on is None:
            try:
                day = typed_date(self.day.text(), self._today())
            except RefusedError as refused:
                self.day.set_problem(self.context.words(refused.why))
                return
            if day is None:
                self.day.set_problem(self.context.words(msg("Write the day on which it was withdrawn.")))
                return
        refusal = self._do(WithdrawConsent(self.consent.id, day), "")
        if refusal is not None:
            self.day.set_problem(self.context.words(refusal))
            return
        self.context.open_store.log_use(UseAct.CONSENT_WITHDRAWN, self.record.course.id)
        self.changed.emit()
        self.close()


def told(record: Record, consent: Consent, language: str) -> Iterator[Message]:
    """Tell of a consent: first whose it is, or that it was withdrawn, which comes before all else."""
    if consent.withdrawn_on:
        yield msg(
            "The consent was withdrawn on {date}", date=dates.plain_date(consent.withdrawn_on, language)
        )
    yield _who_said_yes(record, consent, language)
    yield from details(replace(consent, withdrawn_on=None), language)


def _who_said_yes(record: Record, consent: Consent, language: str) -> Message:
    """Say whose consent it is."""
    names = all_named(record, consent.given_by, language)
    return msg("{names} said yes", names=names) if names else msg("A consent")


def what_left(rows: Iterable[UseRow], since: date | None) -> Iterator[Message]:
    """Count what has left the program since a day."""
    counted = Counter(row.act for row in rows if since is None or dates.local(row.at).date() >= since)
    for act in _LEFT:
        if counted[act]:
            yield _times(act, counted[act])


def _times(act: UseAct, count: int) -> Message:
    said = {
        UseAct.SHOWN: msgs(
            "shown on the projector {count} time", "shown on the projector {count} times", count
        ),
        UseAct.PRINTED: msgs("printed {count} time", "printed {count} times", count),
        UseAct.SAVED_PDF: msgs("saved as PDF {count} time", "saved as PDF {count} times", count),
        UseAct.EXPORTED: msgs("saved as a file {count} time", "saved as a file {count} times", count),
        UseAct.HANDED_OVER: msgs("handed over {count} time", "handed over {count} times", count),
        UseAct.PACKAGED: msgs(
            "made ready for the municipality’s system {count} time",
            "made ready for the municipality’s system {count} times",
            count,
        ),
        UseAct.PERSON_EXPORTED: msgs(
            "one person’s data taken out {count} time", "one person’s data taken out {count} times", count
        ),
    }
    return said[act]


def _days(meetings: Sequence[Meeting], language: str) -> str:
    days = [
        dates.plain_date(dates.local(m.starts, m.zone).date(), language) if m.starts else "?"
        for m in meetings
    ]
    return ", ".join(days)
