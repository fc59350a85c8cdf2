"""The fields of one consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain.entities import Consent, Person
from tvm_desktop.domain.enums import ConsentForm, Side
from tvm_desktop.session.commands.people import EditConsent
from tvm_desktop.ui.persondata.consent import ConsentWindow
from tvm_desktop.ui.persondata.doing import in_session
from tvm_desktop.ui.prepare.fields import narrow_choice
from tvm_desktop.ui.prepare.flow import Flow
from tvm_desktop.ui.prepare.kept import KeptLine, RefusedError
from tvm_desktop.ui.prepare.reading import typed_date
from tvm_desktop.ui.widgets.basic import Button, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.prepare.desk import Desk


class GiverToggle(Button):
    """Somebody of the family who has said yes, or not. Signal: ``chosen(str, bool)``."""

    chosen = Signal(str, bool)

    def __init__(self, person_id: str) -> None:
        super().__init__("", "toggle")
        self.person_id = person_id
        self.setCheckable(True)
        self.clicked.connect(self._clicked)

    def show_state(self, name: str, *, on: bool) -> None:
        """Say the name, with a tick when on."""
        self.setChecked(on)
        self.setText(f"✓ {name}" if on else name)
        self.setAccessibleName(name)

    def _clicked(self, on: bool) -> None:
        self.chosen.emit(self.person_id, on)


class ConsentEditor(QWidget):
    """Lays out a consent's fields. Signal: ``removing()``."""

    removing = Signal()

    def __init__(self, desk: Desk, consent_id: str) -> None:
        super().__init__()
        self.desk, self.consent_id = desk, consent_id
        self.given = PlainLabel("", "small")
        self.givers = [GiverToggle(person.id) for person in _may_give(desk)]
        self.about = self._text("about")
        self.to_whom = self._text("to_whom")
        self.given_on = self._date("given_on")
        self.valid_until = self._date("valid_until")
        self.fields = (self.about, self.to_whom, self.given_on, self.valid_until)
        self.form = narrow_choice()
        self.remove, self.withdraw = Button("", "quiet"), Button("", "quiet")
        self._lay_out()
        for giver in self.givers:
            giver.chosen.connect(self._choose_giver)
        self.form.chosen.connect(self._choose_form)
        self.remove.clicked.connect(self.removing)
        self.withdraw.clicked.connect(self._open_withdrawal)
        for field in self.fields:
            field.begin()

    @property
    def first(self) -> QWidget:
        """Where one begins."""
        return self.givers[0] if self.givers else self.about

    @property
    def consent(self) -> Consent:
        """The consent of the moment."""
        return self.desk.record.get(Consent, self.consent_id)

    def _lay_out(self) -> None:
        givers = Flow()
        for giver in self.givers:
            givers.add(giver)
        foot = QHBoxLayout()
        foot.addWidget(self.form, 1)
        foot.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 2, 14, 12)
        box.setSpacing(8)
        for widget in (self.given, givers, *self.fields):
            box.addWidget(widget)
        box.addLayout(foot)
        box.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    def _text(self, name: str) -> KeptLine:
        def read() -> str:
            return str(getattr(self.consent, name))

        def make(text: str) -> Command:
            return EditConsent(self.consent_id, {name: text})

        return KeptLine(self.desk, f"consent/{self.consent_id}/{name}", read=read, make=make)

    def _date(self, name: str) -> KeptLine:
        def read() -> str:
            day = getattr(self.consent, name)
            return dates.plain_date(day, self.desk.context.language) if day else ""

        def make(text: str) -> Command:
            day = typed_date(text, self.desk.context.clock().date())
            other = self.consent.given_on if name == "valid_until" else None
            if day and other and day < other:
                raise RefusedError(msg("That is before it was given."))
            return EditConsent(self.consent_id, {name: day})

        return KeptLine(self.desk, f"consent/{self.consent_id}/{name}", read=read, make=make)

    def _choose_giver(self, person_id: str, on: bool) -> None:
        given = [p for p in self.consent.given_by if p != person_id]
        self._edit(given_by=(*given, person_id) if on else tuple(given))

    def _choose_form(self, key: str) -> None:
        self._edit(form=ConsentForm(key))

    def _open_withdrawal(self) -> None:
        self.keep_all()
        do = in_session(self.desk.session)
        ConsentWindow(self.desk.context, self.window(), self.desk.record, self.consent_id, do).show()

    def _edit(self, **values: object) -> None:
        self.desk.do(EditConsent(self.consent_id, values))

    def retranslate(self) -> None:
        """Say every label."""
        self.given.setText(self.desk.say(msg("Who said yes")))
        self.about.set_words(msg("To share what"), msg("for example: school, sleep and health"))
        self.to_whom.set_words(msg("With whom"), msg("for example: those at the table"))
        self.given_on.set_words(msg("Given on"))
        self.valid_until.set_words(msg("Valid until"))
        self.form.set_label(self.desk.say(msg("How it was given")))
        self.remove.setText(self.desk.say(msg("Remove")))
        self.withdraw.setText(self.desk.say(msg("Withdraw the consent …")))
        self.fill()

    def fill(self) -> None:
        """Show what is kept."""
        consent = self.consent
        for giver in self.givers:
            name = self.desk.record.called(giver.person_id)
            giver.show_state(name, on=giver.person_id in consent.given_by)
        for field in self.fields:
            field.fill()
        forms: list[tuple[ConsentForm, Message]] = [
            (ConsentForm.WRITTEN, msg("In writing")),
            (ConsentForm.ORAL, msg("Orally")),
        ]
        self.form.fill([(form.value, self.desk.say(words)) for form, words in forms], consent.form.value)
        for widget in (*self.givers, self.form, self.remove):
            widget.setEnabled(not self.desk.locked)

    def keep_all(self) -> None:
        """Keep what stands in the fields."""
        for field in self.fields:
            field.keep()


def _may_give(desk: Desk) -> list[Person]:
    family = [person for person in desk.record.every(Person) if person.side is Side.FAMILY]
    return sorted(family, key=lambda person: not person.has_custody)
