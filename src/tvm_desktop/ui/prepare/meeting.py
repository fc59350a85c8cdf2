"""The meeting itself: whom it is about, why, where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.enums import MeetingKind
from tvm_desktop.formats.agenda import choices
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.course import SetAnonymous
from tvm_desktop.session.commands.meeting import EditMeeting, RenameCourse
from tvm_desktop.ui.prepare.fields import narrow_choice
from tvm_desktop.ui.prepare.kept import KeptLine, KeptText
from tvm_desktop.ui.prepare.when_fields import WhenFields
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.basic import SectionLabel, set_tip
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.prepare.desk import Desk

KINDS = {
    MeetingKind.NETWORK: msg("Network meeting"),
    MeetingKind.PROFESSIONAL: msg("Professionals’ meeting"),
    MeetingKind.PREP: msg("Meeting beforehand"),
    MeetingKind.FOLLOW_UP: msg("Follow-up meeting"),
}
LANGUAGES = {"da": msg("Danish"), "en": msg("English")}


class MeetingSection(QWidget):
    """Lays out the fields of the meeting and keeps each on its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.heading = SectionLabel()
        self.course = KeptLine(desk, "course/name", read=lambda: desk.record.course.name, make=self._rename)
        self.purpose = KeptText(
            desk,
            "meeting/purpose",
            read=lambda: desk.record.meeting.purpose,
            make=lambda text: self._edit(purpose=text),
        )
        self.place = KeptLine(
            desk,
            "meeting/place",
            read=lambda: desk.record.meeting.place,
            make=lambda text: self._edit(place=text),
        )
        self.when = WhenFields(desk)
        self.kind = narrow_choice()
        self.language = narrow_choice()
        self.anonymous = QCheckBox()
        self.per_person = QCheckBox()
        self.numbers = QCheckBox()
        self._lay_out()
        self.kind.chosen.connect(self._choose_kind)
        self.language.chosen.connect(self._choose_language)
        self.anonymous.clicked.connect(self._choose_anonymous)
        self.per_person.clicked.connect(self._choose_per_person)
        self.numbers.clicked.connect(self._choose_numbers)
        for field in (self.course, self.purpose, self.place, *self.when.fields):
            field.begin()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.kind, 3)
        choices.addWidget(self.language, 2)
        for widget in (self.heading, self.course, self.anonymous, self.purpose, self.place, self.when):
            box.addWidget(widget)
        box.addLayout(choices)
        box.addWidget(self.per_person)
        box.addWidget(self.numbers)

    def _rename(self, name: str) -> Command:
        return RenameCourse(self.desk.record.course.id, {"name": name})

    def _edit(self, **values: object) -> Command:
        return EditMeeting(self.desk.record.meeting_id, values)

    def _choose_kind(self, key: str) -> None:
        self.desk.do(self._edit(kind=MeetingKind(key)))

    def _choose_language(self, key: str) -> None:
        self.desk.do(self._edit(language=key))

    def _choose_anonymous(self, on: bool) -> None:
        self.desk.do(SetAnonymous(on=on))

    def _choose_per_person(self, on: bool) -> None:
        self.desk.do(self._edit(framing_per_person=on))

    def _choose_numbers(self, on: bool) -> None:
        self.desk.do(self._edit(evaluation_numbers=on))

    def retranslate(self) -> None:
        """Say every label."""
        say = self.desk.say
        self.heading.setText(say(msg("The meeting")))
        self.course.set_words(msg("What the child is called here"))
        set_tip(self.anonymous, say(msg("You are told when a name, a number or an address is typed.")))
        self.anonymous.setText(escape_mnemonic(say(msg("Anonymous discussion"))))
        self.purpose.set_words(
            msg("Why we meet, in one sentence"), msg("Stands at the foot of the projector picture")
        )
        self.place.set_words(msg("Place"))
        self.kind.set_label(say(msg("Kind of meeting")))
        self.language.set_label(say(msg("Language")))
        set_tip(self.language, say(msg("For the projector and the paper")))
        set_tip(self.per_person, say(msg("In the framing. Otherwise all answer together.")))
        self.per_person.setText(escape_mnemonic(say(msg("Each answers for themselves"))))
        set_tip(self.numbers, say(msg("When you ask how the meeting was. Otherwise words are enough.")))
        self.numbers.setText(escape_mnemonic(say(msg("Numbers 0–10 for the meeting"))))
        self.when.retranslate()
        self.fill()

    def fill(self) -> None:
        """Show what is kept."""
        meeting, say = self.desk.record.meeting, self.desk.say
        for field in (self.course, self.purpose, self.place, self.when):
            field.fill()
        self.kind.fill([(kind.value, say(words)) for kind, words in KINDS.items()], meeting.kind.value)
        self.language.fill([(key, say(words)) for key, words in LANGUAGES.items()], meeting.language)
        self.anonymous.setChecked(self.desk.record.course.anonymous)
        self.per_person.setChecked(meeting.framing_per_person)
        self.numbers.setChecked(meeting.evaluation_numbers)
        self.numbers.setVisible(self._is_evaluated())
        for choice in (self.anonymous, self.kind, self.language, self.per_person, self.numbers):
            choice.setEnabled(not self.desk.locked)

    def _is_evaluated(self) -> bool:
        steps = choices(self.desk.record, self.desk.format)
        left_out = self.desk.record.meeting.left_out
        return any(step.panel is PanelKind.EVALUATION and step.id not in left_out for step in steps)
