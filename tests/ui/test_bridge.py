"""From the session to Qt, when the disk fails for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tvm_desktop.session.session import MeetingSession
from tvm_desktop.ui.bridge import Bridge

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def bridge(context: UiContext, family: Family) -> Bridge:
    return Bridge(MeetingSession.open(context.open_store, context.formats, family.planned))


def let_save(context: UiContext, *, works: bool) -> None:
    connection: Any = context.open_store._writer.raw_connection().driver_connection
    connection.execute(f"PRAGMA query_only = {'OFF' if works else 'ON'}").fetchall()


def test_what_could_not_be_saved_is_tried_once_more_before_the_session_goes(
    bridge: Bridge, context: UiContext
) -> None:
    let_save(context, works=False)
    bridge.draft("entry", "Han kan godt lide", 17)
    assert bridge.session.drafted("entry") is None
    let_save(context, works=True)
    bridge.close()
    draft = bridge.session.drafted("entry")
    assert draft is not None
    assert (draft.text, draft.cursor) == ("Han kan godt lide", 17)


def test_a_disk_that_fails_to_the_end_does_not_keep_the_session(bridge: Bridge, context: UiContext) -> None:
    let_save(context, works=False)
    bridge.draft("entry", "Han kan", 7)
    bridge.close()
    let_save(context, works=True)
    assert bridge.session.drafted("entry") is None
    assert not bridge._again.isActive()
