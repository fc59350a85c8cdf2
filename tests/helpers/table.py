"""The leader's page at a running meeting: a real encrypted file, real windows, hands on the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from helpers.keyboard import Keyboard
from helpers.minh import MEETING
from tvm_desktop.domain.entities import Attendance, Card, Consent, Course, Entity, Meeting, Person
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.formats.agenda import left_out_at_first
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.facilitator.window import FacilitatorPage
from tvm_desktop.ui.projector.control import Desk as Plugs
from tvm_desktop.ui.projector.control import ProjectorControl
from tvm_desktop.ui.screens import ScreenInfo, read_screens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.store import Store

NOW = datetime(2026, 1, 13, 13, 40, tzinfo=UTC)
AT_THE_START = (Course, Meeting, Person, Attendance, Consent)


class Sleepless:
    """A machine that needs no holding awake."""

    def hold(self) -> None:
        """Nothing to hold."""

    def release(self) -> None:
        """Nothing to let go."""


@dataclass
class Table:
    """A meeting on the leader's screen; ``reopen`` lets the page go and opens the meeting afresh."""

    context: UiContext
    window: QMainWindow
    keys: Keyboard
    page: FacilitatorPage
    open_page: Callable[[], FacilitatorPage]
    screens: list[ScreenInfo]

    @property
    def record(self) -> Record:
        return self.page.session.record

    @property
    def store(self) -> Store:
        return self.context.open_store

    def cards(self) -> list[str]:
        """List the cards' words in order."""
        return [card.text for card in self.record.all(Card)]

    def look_at(self, step: str) -> None:
        """Take the table to a step."""
        self.page.desk.take_table(step)
        QApplication.processEvents()

    def say(self, text: str) -> None:
        """Type into the entry line, and press Enter."""
        self.page.entry.edit.setFocus()
        self.keys.type(text, "Return")

    def saving(self, *, works: bool) -> None:
        """Let the file be read only, or not: a disk that fails."""
        connection: Any = self.store._writer.raw_connection().driver_connection
        connection.execute(f"PRAGMA query_only = {'OFF' if works else 'ON'}").fetchall()

    def reopen(self) -> FacilitatorPage:
        """Open the meeting again: nothing is handed over but the file."""
        self.page.shut()
        self.page.hide()
        self.page.deleteLater()
        self.page = self.open_page()
        return self.page

    def click(self, widget: QWidget) -> None:
        """Press with the mouse."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()


def held(entity: Entity, fmt: MeetingFormat, step: str) -> Entity:
    """Return Minh's meeting as it runs in a format, at a step."""
    if isinstance(entity, Meeting) and entity.status is not MeetingStatus.CLOSED:
        running = MeetingStatus.RUNNING
        entity = replace(entity, format_id=fmt.id, format_hash=fmt.hash, status=running, live_step=step)
        return entity if fmt.id == "five-steps" else replace(entity, left_out=left_out_at_first(fmt))
    return entity


def open_table(
    qtbot: QtBot,
    context: UiContext,
    entities: Iterable[Entity],
    *,
    form: str = "five-steps",
    step: str = "story",
    meeting: str = MEETING,
) -> Iterator[Table]:
    fmt = context.formats.by_id(form)
    assert fmt is not None
    store = context.open_store
    store.keep_format(fmt.hash, fmt.source)
    store.commit("minh", [adding(held(entity, fmt, step)) for entity in entities])
    window = QMainWindow()
    window.resize(1440, 900)
    screens = list(read_screens())
    plugs = Plugs(lambda: tuple(screens), Sleepless(), settle_ms=1, identify_ms=10)
    control = ProjectorControl(context, window, plugs)

    def open_page() -> FacilitatorPage:
        session = MeetingSession.open(
            store, context.formats, meeting, clock=context.clock, new_id=context.new_id
        )
        page = FacilitatorPage(context, session, control)
        window.setCentralWidget(page)
        page.focus_first()
        return page

    page = open_page()
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    page.focus_first()
    table = Table(context, window, Keyboard(qtbot, window), page, open_page, screens)
    yield table
    table.page.shut()
    control.end()
    window.close()
    window.deleteLater()
