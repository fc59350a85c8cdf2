"""The page on a real encrypted file, with Minh's meeting before it is held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from helpers.minh import MEETING, minh_entities
from helpers.stores import make_store
from tvm_desktop.domain.entities import Attendance, Card, Consent, Course, Entity, Meeting, Person
from tvm_desktop.domain.enums import MeetingStatus, Presence
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.prepare.page import PreparePage
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 1, 7, 8, 0, tzinfo=UTC)
_KEPT = (Course, Meeting, Person, Attendance, Consent, Card)
WITHOUT = ("check-in", "scale", "evaluation", "check-out")


def _before_the_meeting(entity: Entity, fmt: str, hash_: str) -> Entity:
    if isinstance(entity, Meeting) and entity.id == MEETING:
        return replace(
            entity,
            format_id=fmt,
            format_hash=hash_,
            status=MeetingStatus.PLANNED,
            live_step="",
            left_out=WITHOUT,
        )
    if isinstance(entity, Attendance) and entity.presence is Presence.PRESENT:
        return replace(entity, presence=Presence.INVITED)
    return entity


@dataclass
class Room:
    """A leader who prepares: one page at a time on one store."""

    context: UiContext
    page: PreparePage

    @property
    def record(self) -> Record:
        return self.page.session.record

    @property
    def meeting(self) -> Meeting:
        return self.record.meeting

    def attendance(self, person: str) -> Attendance:
        return next(a for a in self.record.all(Attendance) if a.person_id == person)

    def person(self, name: str) -> Person:
        return next(p for p in self.record.every(Person) if p.name == name)

    def names(self) -> list[str]:
        """List the names as they stand from the top."""
        QTest.qWait(1)
        rows = sorted(self.page.people.rows.values(), key=lambda row: row.y())
        return [row.line.name.text() for row in rows]

    def write(self, field: QWidget, text: str, *, enter: bool = True) -> None:
        """Replace what stands in a field, key by key."""
        field.setFocus()
        assert isinstance(field, QLineEdit) or hasattr(field, "selectAll")
        field.selectAll()
        QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def come_back(self) -> None:
        """Lose the page as in a crash, and open the meeting afresh."""
        self.page.desk.close()
        self.page.close()
        self.page.deleteLater()
        store = self.context.open_store
        ids = (f"again-{n}" for n in count(1))
        session = MeetingSession.open(
            store, self.context.formats, MEETING, clock=self.context.clock, new_id=lambda: next(ids)
        )
        self.page = open_page(self.context, session)


def open_page(context: UiContext, session: MeetingSession) -> PreparePage:
    page = PreparePage(context, session)
    page.resize(1440, 900)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowExposed(page)
    page.focus_first()
    return page


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[UiContext]:
    store = make_store(tmp_path)
    theme = load_theme("light")
    apply_theme(qapp, theme)
    made = UiContext(store.folder, PreSettings(store.folder), theme, Words("en"))
    made.store, made.library, made.clock = store, FormatLibrary.load(None), lambda: NOW
    yield made
    store.close()


@pytest.fixture
def entities() -> list[Entity]:
    """Minh's meeting; a test may ask for less."""
    return [entity for entity in minh_entities() if isinstance(entity, _KEPT)]


@pytest.fixture
def room(context: UiContext, entities: list[Entity]) -> Iterator[Room]:
    fmt = context.formats.by_id("five-steps")
    assert fmt is not None
    store = context.open_store
    store.keep_format(fmt.hash, fmt.source)
    store.commit("minh", [adding(_before_the_meeting(entity, fmt.id, fmt.hash)) for entity in entities])
    ids = (f"new-{n}" for n in count(1))
    session = MeetingSession.open(
        store, context.formats, MEETING, clock=lambda: NOW, new_id=lambda: next(ids)
    )
    made = Room(context, open_page(context, session))
    yield made
    made.page.release()
    made.page.close()
    made.page.deleteLater()
