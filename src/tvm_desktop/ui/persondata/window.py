"""All that is written down about one person: to look through, to correct, and to hand out on paper or as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.documents.filename import person_file_name
from tvm_desktop.documents.person import heading, person_document
from tvm_desktop.documents.personfile import person_json
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import Person
from tvm_desktop.domain.persondata import Found, Group, Part, Tie, mentions, names_of
from tvm_desktop.domain.record import Record
from tvm_desktop.storage.rows import KnownPerson, UseAct
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.doing import in_course
from tvm_desktop.ui.persondata.row import FoundRow
from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.buttons import Button, KeyButton
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel, SectionLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.ui.context import UiContext

_SIZE = (900, 760)
_LOOK = msg("Look at them one by one, and tick what is about {name}.")
_TIES: dict[Tie, Message] = {
    Tie.OWN: msg("What {name} said, does or is part of"),
    Tie.MENTIONED: msg("Others who mention {name}"),
    Tie.MAYBE: msg("May be about {name}"),
    Tie.KEPT_BACK: msg("Your notes, and what is kept from {name}"),
}
_DECIDE = msg(
    "This is left out unless you tick it. A right to see what is written down may reach it too: you decide by the "
    "municipality’s own rules."
)
_HINTS: dict[Tie, Message] = {
    Tie.MENTIONED: _LOOK,
    Tie.MAYBE: msg(
        "These do not name {name}, but say for example “father” or “mother”. Look at them one by one, and tick what is "
        "about {name}."
    ),
    Tie.KEPT_BACK: _DECIDE,
}


class PersonWindow(SideWindow):
    """Shows the groups with ticks, and makes the PDF and the JSON of what is ticked."""

    def __init__(self, context: UiContext, parent: QWidget | None, course_id: str, person_id: str) -> None:
        super().__init__(context, parent, _SIZE)
        self.course_id = course_id
        self.chosen: dict[str, str] = {person_id: course_id}  # the one that was asked for first
        self.out: set[str] = set()
        self._seen: set[str] = set()
        self._parts: list[Part] = []
        self.intro, self.note = PlainLabel(role="muted", wrap=True), PlainLabel(role="small", wrap=True)
        self.same: dict[str, QCheckBox] = {}
        self.rows: list[FoundRow] = []
        self._content: QWidget | None = None
        self.pdf, self.json = Button(role="primary"), Button()
        self.away.set_role("plain")
        self.column.addWidget(self.intro)
        self.column.addStretch(1)
        for place, widget in enumerate((self.pdf, self.json)):
            self.foot.insertWidget(place, widget)
        self.foot.insertWidget(2, self.note, 1)
        self.pdf.clicked.connect(self.save_pdf)
        self.json.clicked.connect(self.save_json)
        self.refresh()
        self.retranslate()

    @property
    def shown_courses(self) -> frozenset[str]:
        """That of each person that was ticked, and the one that was asked first."""
        return frozenset(self.chosen.values())

    @property
    def name(self) -> str:
        """What the person is called."""
        first = self._parts[0]
        return first.record.called(first.person_id)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("All about one person")))  # the window list of the system names nobody
        self.title.setText(words(msg("All about {name}", name=self.name)))
        self.intro.setText(
            words(
                msg(
                    "This is what the program finds about {name}. It cannot find a text that only says “he” or "
                    "“she”, or calls {name} something else: read the meetings through too. What is ticked goes along "
                    "on paper or in the file.",
                    name=self.name,
                )
            )
        )
        self.pdf.setText(words(msg("Save as PDF …")))
        self.json.setText(words(msg("Save as JSON …")))
        self._fill()

    def refresh(self) -> None:
        """Read what is held afresh; what is not somebody's own is left out until the leader has looked at it."""
        store = self.context.open_store
        self._parts = [
            Part.of(Record.of("", store.load(course)), person) for person, course in self.chosen.items()
        ]
        for one in self._found():
            if one.thing.id not in self._seen and one.tie is not Tie.OWN:
                self.out.add(one.thing.id)
            self._seen.add(one.thing.id)

    def _found(self) -> list[Found]:
        return [one for part in self._parts for group in part.groups for one in group.found]

    # -- what is shown -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        if self._content is not None:
            self.column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content, self.rows = QWidget(), []
        box = QVBoxLayout(self._content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        self._offer_same(box)
        for tie, title in _TIES.items():
            if any(one.tie is tie for one in self._found()):
                self._head(box, tie, title)
                self._groups(box, tie)
        self.column.insertWidget(2, self._content)

    def _head(self, box: QVBoxLayout, tie: Tie, title: Message) -> None:
        words, name = self.context.words, {"name": self.name}
        every = KeyButton(tie.value, words(msg("Tick all")), "quiet")
        none = KeyButton(tie.value, words(msg("Tick none")), "quiet")
        every.picked.connect(self._tick_all)
        none.picked.connect(self._tick_none)
        line = QHBoxLayout()
        line.addWidget(SectionLabel(words(replace(title, args=name))), 1)
        for button, said in ((every, msg("Tick all of these")), (none, msg("Tick none of these"))):
            button.setAccessibleName(words(said))
            line.addWidget(button)
        box.addLayout(line)
        if tie in _HINTS:
            box.addWidget(PlainLabel(words(replace(_HINTS[tie], args=name)), "muted", wrap=True))

    def _groups(self, box: QVBoxLayout, tie: Tie) -> None:
        for part in self._parts:
            for group in part.groups:
                found = [one for one in group.found if one.tie is tie]
                if found:
                    box.addWidget(self._group(part, group, found))

    def _group(self, part: Part, group: Group, found: list[Found]) -> Panel:
        card = Panel("card", margins=(16, 12, 12, 12), spacing=6)
        title = heading(part, group, self.context.language, several=len(self._parts) > 1)
        card.box.addWidget(PlainLabel(title, "strong", wrap=True))
        for one in found:
            row = FoundRow(self.context, part, one, on=one.thing.id not in self.out)
            row.ticked.connect(self._tick)
            row.correcting.connect(self._correct)
            card.box.addWidget(row)
            self.rows.append(row)
        return card

    def _offer_same(self, box: QVBoxLayout) -> None:
        """Offer people of other courses with the same first name: only the leader knows whether it is one of them."""
        others = self._namesakes()
        self.same = {}
        if not others:
            return
        words = self.context.words
        box.addWidget(SectionLabel(words(msg("The same person in other courses?"))))
        box.addWidget(
            PlainLabel(words(msg("Tick only those that are the same human being.")), "muted", wrap=True)
        )
        for other in others:
            text = " · ".join(part for part in (other.name, other.tie, other.course_name) if part)
            tick = QCheckBox(escape_mnemonic(text))
            tick.setChecked(other.id in self.chosen)
            tick.toggled.connect(self._choose_same)
            self.same[other.id] = tick
            box.addWidget(tick)

    def _namesakes(self) -> list[KnownPerson]:
        first = self._parts[0]
        person = first.record.get(Person, first.person_id)
        names = names_of(first.record, person)
        found = self.context.open_store.people(person.name.split(" ")[0])
        others = [other for other in found if other.course_id != self.course_id]
        return [other for other in others if mentions(f"{other.name} {other.called}", names)]

    # -- what is done --------------------------------------------------------------------------------------------

    def _choose_same(self) -> None:
        asked = self._parts[0].person_id
        ticked = {other.id: other.course_id for other in self._namesakes() if self._is_ticked(other.id)}
        self.chosen = {asked: self.course_id, **ticked}
        self.refresh()
        self._fill()
        opened = next((tick for id_, tick in self.same.items() if id_ in ticked), None)
        (opened or self.pdf).setFocus()

    def _is_ticked(self, person_id: str) -> bool:
        return person_id in self.same and self.same[person_id].isChecked()

    def _tick_all(self, tie: str) -> None:
        self._tick_of(tie, on=True)

    def _tick_none(self, tie: str) -> None:
        self._tick_of(tie, on=False)

    def _tick_of(self, tie: str, *, on: bool) -> None:
        theirs = {one.thing.id for one in self._found() if one.tie.value == tie}
        for row in self.rows:
            if row.thing_id in theirs:
                row.tick.setChecked(on)

    def _tick(self, thing_id: str, on: bool) -> None:
        self.out = self.out - {thing_id} if on else self.out | {thing_id}

    def _correct(self, thing_id: str) -> None:
        part = next(p for p in self._parts if p.record.anything(thing_id) is not None)
        do = in_course(self.context, part.record)
        window = CorrectionWindow(self.context, self.parentWidget(), part.record, thing_id, do)
        window.begin_with(part.person_id)
        window.changed.connect(self._corrected)
        window.show()

    def _corrected(self) -> None:
        self.refresh()
        self._fill()
        self.changed.emit()

    # -- out of the program --------------------------------------------------------------------------------------

    @property
    def left_out(self) -> bool:
        """Whether something that is held about the person does not go along; what may be is for the leader to say."""
        return any(one.thing.id in self.out for one in self._found() if one.tie is not Tie.MAYBE)

    def chosen_parts(self) -> list[Part]:
        """Return what is ticked, the course that was asked first in front."""
        return [Part.of(part.record, part.person_id, self.out) for part in self._parts]

    def save_pdf(self) -> None:
        """Ask where, and save the paper."""
        path = self._ask("pdf", msg("Save as PDF"), "PDF (*.pdf)")
        if path is not None:
            self.save_to(path)

    def save_json(self) -> None:
        """Ask where, and save the file."""
        path = self._ask("json", msg("Save as JSON"), "JSON (*.json)")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Write the paper or the file, by its ending; whole or not at all."""
        now, parts = self.context.clock(), self.chosen_parts()
        if path.suffix == ".json":
            data = person_json(parts, now, left_out=self.left_out).encode()
        else:
            data = render(person_document(parts, now, self.context.language, left_out=self.left_out)).pdf
        if not write_whole(path, data):
            self.note.setText(self.context.words(msg("It could not be saved there. Choose another folder.")))
            return False
        for part in parts:
            self.context.open_store.log_use(UseAct.PERSON_EXPORTED, part.record.course.id)
        self.note.setText(self.context.words(msg("Saved. The file is not encrypted.")))
        return True

    def _ask(self, ending: str, title: Message, filter_: str) -> Path | None:
        day = dates.local(self.context.clock()).date()
        name = person_file_name(day, ending, self.context.language)
        return ask_save(self, self.context.words, title, name, filter_, encrypted=False)
