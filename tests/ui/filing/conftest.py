"""A held meeting with private notes, on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Card, PrivateNote
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.record import adding
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.ui.filing.page import FilingPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family

MOST_PRIVATE = "Far var meget vred."


@pytest.fixture
def session(context: UiContext, family: Family) -> MeetingSession:
    """Open the held meeting: two private notes, one card for all, one for the leader only."""
    held = family.held
    things = (
        PrivateNote(id="n1", meeting_id=held, step="story", text=MOST_PRIVATE),
        PrivateNote(id="n2", meeting_id=held, step="goal", text="Ring til skolen."),
        Card(id="k1", meeting_id=held, kind=CardKind.STRENGTH, text="Amina synger.", voice="hodan"),
        Card(id="k2", meeting_id=held, kind=CardKind.WORRY, text="Kun mig.", share=Share.FACILITATOR),
    )
    context.open_store.commit(family.course, [adding(thing) for thing in things])
    return MeetingSession.open(
        context.open_store, context.formats, held, clock=context.clock, new_id=context.new_id
    )


@pytest.fixture
def page(
    context: UiContext, session: MeetingSession, show: Callable[[QWidget], None]
) -> Iterator[FilingPage]:
    """Show the page."""
    made = FilingPage(context, session)
    show(made)
    made.focus_first()
    yield made
    made.release()
