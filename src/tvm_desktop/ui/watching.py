"""The watch over what is typed: one for every page, said quietly where the hands are. It never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tvm_desktop.domain.entities import Person, Position, Shared
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.watching import NameList, Watch, texts_of
from tvm_desktop.errors import UserError
from tvm_desktop.formats.firstnames import first_names
from tvm_desktop.session.participant import read_entry
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.domain.record import Edit, Record
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_WATCHED = "watched"
# A field's property: what is typed in it now is a line about somebody.
ABOUT_A_PERSON = "about-a-person"


class HasRecord(Protocol):
    """Whatever knows the record of the moment: a session, a page."""

    @property
    def record(self) -> Record:
        """The record."""
        ...


class Watcher:
    """Looks at what is typed in a course, and follows who is at its table."""

    def __init__(self, context: UiContext, source: HasRecord) -> None:
        self._context, self._source = context, source
        self._names: list[str] | None = None
        self._made: tuple[object, object, Watch] | None = None

    def warning(self, text: str, person_id: str = "") -> Message | None:
        """Return what should not stand here, if anything; a professional may be named in their own lines."""
        person = self._source.record.find(Person, person_id) if person_id else None
        if person is not None and person.side is Side.PROFESSIONAL:
            return Watch().warning(text)
        return self.watch.warning(text)

    def of_person(self, line: str, *, whole: bool) -> Message | None:
        """Return what should not stand in a line about somebody, "name, tie"; professionals are named.

        Before it is ``whole`` a name alone may yet become a professional's.
        """
        entry = read_entry(line, self._source.record.course.name)
        professional = entry is not None and entry.side is Side.PROFESSIONAL
        if professional or not (whole or "," in line):
            return Watch().warning(line)
        return self.watch.warning(line)

    @property
    def watch(self) -> Watch:
        """What is looked for now."""
        record = self._source.record
        course, people = record.course, record.rows.get("Person")
        if self._made is None or self._made[0] is not course or self._made[1] is not people:
            if course.anonymous and self._names is None:
                self._names = self._context.open_store.names()
            self._made = course, people, Watch.over(record, known_list(), self._names or ())
        return self._made[2]


class WatchLine(Panel):
    """Says what is seen in the field that is typed in, anywhere below ``page``."""

    def __init__(self, context: UiContext, source: HasRecord, page: QWidget) -> None:
        super().__init__("hint", across=True, margins=(12, 6, 12, 6))
        self._context, self._source, self._page = context, source, page
        self.watcher = Watcher(context, source)
        self._kept = ""  # the thing that was written last, when something is seen in it
        self.label = PlainLabel(role="hint-text", wrap=True)
        self.box.addWidget(self.label)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def look(self) -> None:
        """Look at the field that has the hands."""
        field = QApplication.focusWidget()
        found = self._found(field) if field and self._page.isAncestorOf(field) else None
        found = found or self._in_thing(self._kept)
        self.label.setText(self._context.words(found) if found else "")
        self.setVisible(found is not None)

    def keep(self, edits: Iterable[Edit]) -> None:
        """Stand by what was just kept, until it is mended or something else is written: Enter may come quickly."""
        things = [self._source.record.anything(edit.id) for edit in edits]
        written = [thing.id for thing in things if isinstance(thing, Shared | Position | Person)]
        self._kept = next((one for one in written if self._in_thing(one)), "" if written else self._kept)
        self.look()

    def let_go(self) -> None:
        """Say no more about what was kept."""
        self._kept = ""
        self.look()

    def _in_thing(self, thing_id: str) -> Message | None:
        """Return what stands in a thing that should not; a professional's own line is theirs."""
        thing = self._source.record.anything(thing_id) if thing_id else None
        about = thing.id if isinstance(thing, Person) else ""
        texts = (text for _, text in texts_of(thing)) if thing is not None else ()
        return next((found for text in texts if (found := self.watcher.warning(text, about))), None)

    def _found(self, field: QWidget) -> Message | None:
        text = _text(field)
        if field.property(ABOUT_A_PERSON):
            return self.watcher.of_person(text, whole=False)
        return self.watcher.warning(text)

    def _moved(self, _left: QWidget | None, field: QWidget | None) -> None:
        if field is None or self._context.store is None:
            return
        here = self._page.isAncestorOf(field)
        if here and isinstance(field, QLineEdit | QPlainTextEdit) and not field.property(_WATCHED):
            field.setProperty(_WATCHED, True)
            field.textChanged.connect(self._typed)
        if here or not self.isHidden():
            self.look()

    def _typed(self) -> None:
        if self._context.store is not None:
            self.look()


def watch_over(context: UiContext, record: Record) -> Watch:
    """Return what is looked for in this course."""
    if not record.course.anonymous:
        return Watch()
    return Watch.over(record, known_list(), context.open_store.names())


def known_list() -> NameList:
    """Return the list of names; none when the file cannot be read: the names of the people here are known still."""
    try:
        return first_names()
    except (OSError, UserError):
        return NameList()


def _text(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    shown = isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal
    return field.text() if shown and isinstance(field, QLineEdit) else ""
