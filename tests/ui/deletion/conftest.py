"""Amina's course, all of it held and filed, in the shell of the program."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.dates import local
from tvm_desktop.domain.entities import Filing, Meeting
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.domain.record import Edit, Record, adding, changing
from tvm_desktop.session.keeping import leaving, set_day
from tvm_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def today(context: UiContext) -> date:
    """Return the day on the wall."""
    return local(context.clock()).date()


@pytest.fixture
def filed(context: UiContext, family: Family, today: date) -> str:
    """Close and file every meeting of Amina's course, and return its id."""
    store = context.open_store
    record = Record.of("", store.load(family.course))
    edits: list[Edit] = []
    for meeting in record.every(Meeting):
        edits += changing(meeting, status=MeetingStatus.CLOSED)
        edits.append(adding(Filing(id=f"f-{meeting.id}", meeting_id=meeting.id, filed_on=today)))
    store.commit(family.course, edits)
    leaving(store, context.clock())
    return family.course


@pytest.fixture
def due(context: UiContext, filed: str, today: date) -> str:
    """Let its day be today."""
    set_day(context.open_store, filed, today)
    return filed


@pytest.fixture
def coming(context: UiContext, filed: str, today: date) -> str:
    """Let its day be in twelve days."""
    set_day(context.open_store, filed, today + timedelta(days=12))
    return filed


@pytest.fixture
def shell(context: UiContext, show: Callable[..., None]) -> Iterator[Shell]:
    """Show the program where one has just unlocked it."""
    made = Shell(context)
    show(made)
    made.enter()
    yield made
    made.close()
