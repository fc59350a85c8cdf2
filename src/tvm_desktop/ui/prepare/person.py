"""The fields of one participant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from tvm_desktop.domain.enums import Role, Side
from tvm_desktop.session.commands.people import EditPerson, SetRole
from tvm_desktop.ui.prepare.fields import narrow_choice
from tvm_desktop.ui.prepare.flow import Flow
from tvm_desktop.ui.prepare.person_acts import PersonActs, comings
from tvm_desktop.ui.prepare.table import ROLE_WORDS, SIDE_WORDS, Seat
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.basic import Button
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.prepare.desk import Desk
    from tvm_desktop.ui.prepare.kept import KeptLine

_ROLES = (
    Role.CHILD_VOICE,
    Role.COORDINATOR,
    Role.FACILITATOR,
    Role.CONVENER,
    Role.MINUTE_TAKER,
    Role.INTERPRETER,
    Role.SUPPORT_PERSON,
)


class RoleToggle(Button):
    """A role that is on or off. Signal: ``set(Role, bool)`` by hand."""

    chosen = Signal(object, bool)

    def __init__(self, role: Role) -> None:
        super().__init__("", "toggle")
        self.role_key = role
        self.setCheckable(True)
        self.clicked.connect(self._clicked)

    def show_state(self, words: str, *, on: bool) -> None:
        """Say the role, with a tick when it is on."""
        self.setChecked(on)
        self.setText(f"✓ {words}" if on else words)
        self.setAccessibleName(words)

    def _clicked(self, on: bool) -> None:
        self.chosen.emit(self.role_key, on)


class PersonEditor(QWidget):
    """Lays out a participant's fields; :class:`PersonActs` knows what they keep. Signal: ``removing()``."""

    removing = Signal()

    def __init__(self, desk: Desk, seat: Seat) -> None:
        super().__init__()
        self.desk, self.seat = desk, seat
        acts = PersonActs(desk, seat.attendance.id, seat.person.id)
        self.acts = acts
        self.name = acts.field("name")
        self.called = acts.field("called")
        self.tie = acts.tie_field()
        self.phone = acts.field("phone")
        self.mandate = acts.mandate_field()
        self.arrives = acts.clock_field("arrives")
        self.leaves = acts.clock_field("leaves")
        self.fields: tuple[KeptLine, ...] = (
            self.name,
            self.called,
            self.tie,
            self.phone,
            self.mandate,
            self.arrives,
            self.leaves,
        )
        self.side, self.coming = narrow_choice(), narrow_choice()
        self.toggles = [RoleToggle(role) for role in _ROLES]
        self.is_child, self.custody = QCheckBox(), QCheckBox()
        self.remove = Button("", "quiet")
        self._lay_out()
        self._connect()
        for field in self.fields:
            field.begin()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, widget in enumerate((self.name, self.called, self.side)):
            grid.addWidget(widget, 0, 2 * place, 1, 2, Qt.AlignmentFlag.AlignTop)
        for place, widget in enumerate((self.tie, self.mandate, self.phone)):
            grid.addWidget(widget, 1, 2 * place, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.coming, 2, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.arrives, 2, 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.leaves, 2, 4, 1, 2, Qt.AlignmentFlag.AlignTop)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        roles = Flow()
        for toggle in self.toggles:
            roles.add(toggle)
        foot = Flow()
        for widget in (self.custody, self.is_child, self.remove):
            foot.add(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 6, 14, 12)
        box.setSpacing(10)
        box.addLayout(grid)
        box.addWidget(roles)
        box.addWidget(foot)

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose_side)
        self.coming.chosen.connect(self.acts.set_coming)
        self.is_child.clicked.connect(self._choose_child)
        self.custody.clicked.connect(self._choose_custody)
        self.remove.clicked.connect(self.removing)
        for toggle in self.toggles:
            toggle.chosen.connect(self._choose_role)

    def _choose_side(self, key: str) -> None:
        self.acts.set_side(Side(key))

    def _choose_child(self, on: bool) -> None:
        self.desk.do(EditPerson(self.seat.person.id, {"is_child": on}))

    def _choose_custody(self, on: bool) -> None:
        self.desk.do(EditPerson(self.seat.person.id, {"has_custody": on}))

    def _choose_role(self, role: Role, on: bool) -> None:
        self.desk.do(SetRole(self.seat.attendance.id, role, on))

    def retranslate(self) -> None:
        """Say every label."""
        say = self.desk.say
        self.name.set_words(msg("Name"))
        self.called.set_words(msg("Called"), msg("{name}", name=self.seat.person.name.split(" ")[0]))
        self.phone.set_words(msg("Phone"))
        self.mandate.set_words(msg("May decide, or must ask at home"), msg("for example: own lessons"))
        self.arrives.set_words(msg("Comes at"), msg("14:30"))
        self.leaves.set_words(msg("Leaves at"), msg("14:50"))
        self.side.set_label(say(msg("Where they belong")))
        self.coming.set_label(say(msg("Attendance")))
        self.is_child.setText(escape_mnemonic(say(msg("The meeting is about this child"))))
        self.custody.setText(escape_mnemonic(say(msg("Has custody"))))
        self.remove.setText(say(msg("Take off the list")))
        self.fill(self.seat)

    def fill(self, seat: Seat) -> None:
        """Show what is kept."""
        self.seat = seat
        say, person, attendance = self.desk.say, seat.person, seat.attendance
        professional = person.side is Side.PROFESSIONAL
        self.tie.set_words(msg("Profession") if professional else msg("Relation to the child"))
        for field in self.fields:
            field.fill()
        self.side.fill([(side.value, say(words)) for side, words in SIDE_WORDS.items()], person.side.value)
        choices, chosen = comings(self.desk, attendance)
        self.coming.fill(choices, chosen)
        for toggle in self.toggles:
            toggle.show_state(say(ROLE_WORDS[toggle.role_key]), on=toggle.role_key in attendance.roles)
        self.is_child.setChecked(person.is_child)
        self.custody.setChecked(person.has_custody)
        self.custody.setVisible(not professional and not person.is_child)
        for widget in (self.side, self.coming, self.is_child, self.custody, self.remove, *self.toggles):
            widget.setEnabled(not self.desk.locked)

    def keep_all(self) -> None:
        """Keep what stands in the fields."""
        for field in self.fields:
            field.keep()
