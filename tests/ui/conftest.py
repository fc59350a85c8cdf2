"""A leader's desk: a real encrypted file, the built-in forms, and the program's look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from shiboken6 import isValid

from helpers.stores import make_store
from tvm_desktop.domain.entities import Action, Attendance, Goal, Link, Person
from tvm_desktop.domain.enums import ActionStatus, MeetingStatus
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

NOW = datetime(2026, 3, 12, 8, 40, tzinfo=UTC)


@dataclass
class Family:
    """A course with a held meeting and one planned for today."""

    course: str
    held: str
    planned: str


@pytest.fixture
def locked(qapp: QApplication, tmp_path: Path) -> UiContext:
    """What there is before the password."""
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    theme = load_theme("light")
    apply_theme(qapp, theme)
    made = UiContext(folder, PreSettings(folder), theme, Words("en"))
    made.clock = lambda: NOW
    return made


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[UiContext]:
    """An open, empty file."""
    store = make_store(tmp_path)
    theme = load_theme("light")
    apply_theme(qapp, theme)
    made = UiContext(store.folder, PreSettings(store.folder), theme, Words("en"))
    ids = count(1)
    made.clock, made.new_id = lambda: NOW, lambda: f"id-{next(ids):04}"
    made.store, made.library = store, FormatLibrary.load(None)
    yield made
    if made.store is not None:
        made.store = None
        store.close()


@pytest.fixture
def family(context: UiContext) -> Family:
    """Put Amina's family into the file: one agreement is late, one is done."""
    store, fmt = context.open_store, context.formats.formats[0]
    starts = datetime(2026, 2, 12, 9, 0, tzinfo=UTC)
    held = new_meeting(
        store, fmt, course_name="Amina", starts=starts, clock=lambda: starts, new_id=context.new_id
    )
    course = store.course_of(held)
    record = Record.of(held, store.load(course))
    hodan = Person(id="hodan", name="Hodan Osman", called="Hodan", relation="mor", phone="00 00 00 00")
    goal = Goal(id="goal", meeting_id=held, text="Amina har nogen at være sammen med.")
    late = _action("late", held, "Ringe til PPR", date(2026, 3, 10))
    done = _action("done", held, "Lave ugeplan", date(2026, 2, 20), ActionStatus.DONE)
    things = (
        hodan,
        Attendance(id="a-hodan", meeting_id=held, person_id="hodan"),
        goal,
        late,
        done,
        Link(id="link", meeting_id=held, upper="late", lower="goal"),
    )
    closing: tuple[Edit, ...] = changing(record.meeting, status=MeetingStatus.CLOSED, place="Skolen")
    store.commit(course, [*closing, *(adding(thing) for thing in things)])
    planned = new_meeting(
        store,
        fmt,
        course_id=course,
        starts=datetime(2026, 3, 12, 9, 15, tzinfo=UTC),
        clock=lambda: NOW,
        new_id=context.new_id,
    )
    return Family(course, held, planned)


def _action(
    entity_id: str, meeting: str, what: str, due: date, status: ActionStatus = ActionStatus.OPEN
) -> Action:
    return Action(id=entity_id, meeting_id=meeting, what=what, who=("hodan",), due=due, status=status)


@pytest.fixture
def show(qapp: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Show windows and let go of them after the test."""
    shown: list[QWidget] = []

    def showing(widget: QWidget) -> None:
        shown.append(widget)
        widget.resize(1440, 900)
        widget.show()
        widget.activateWindow()
        assert QTest.qWaitForWindowExposed(widget)

    yield showing
    for widget in filter(isValid, shown):
        widget.close()
        widget.deleteLater()
