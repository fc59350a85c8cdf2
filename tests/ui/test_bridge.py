"""Between the session and Qt: one signal per change, and a sentence where something is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from helpers.sessions import open_session
from helpers.stores import make_store
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.storage.store import UseAct
from tvm_desktop.ui.bridge import Bridge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tvm_desktop.errors import UserError
    from tvm_desktop.session.session import Change

CARD = AddCard(CardKind.WORRY, "Han sover ikke.")


class Heard:
    """What came over the bridge."""

    def __init__(self, bridge: Bridge) -> None:
        self.changes: list[Change] = []
        self.refusals: list[UserError] = []
        self.saved = 0
        bridge.changed.connect(self.changes.append)
        bridge.failed.connect(self.refusals.append)
        bridge.saved.connect(self._saved)

    def _saved(self) -> None:
        self.saved += 1


@pytest.fixture
def bridge(qapp: QApplication, tmp_path: Path) -> Iterator[Bridge]:
    assert qapp is not None
    store = make_store(tmp_path)
    made = Bridge(open_session(store, FormatLibrary.load(None)))
    yield made
    made.close()
    store.close()


def saving(bridge: Bridge, *, works: bool) -> None:
    connection: Any = bridge.session.store._writer.raw_connection().driver_connection
    connection.execute(f"PRAGMA query_only = {'OFF' if works else 'ON'}").fetchall()


def test_a_command_is_told_once_and_said_to_be_saved(bridge: Bridge) -> None:
    heard = Heard(bridge)
    assert bridge.do(CARD)
    assert len(heard.changes) == heard.saved == 1


def test_a_refusal_is_told_and_changes_nothing(bridge: Bridge) -> None:
    heard, before = Heard(bridge), bridge.session.record
    saving(bridge, works=False)
    assert not bridge.do(CARD)
    bridge.note_use(UseAct.SHOWN)
    saving(bridge, works=True)
    assert len(heard.refusals) == 2
    assert heard.changes == []
    assert bridge.session.record is before


def test_undo_and_redo_cross_it_too(bridge: Bridge) -> None:
    bridge.do(CARD)
    heard = Heard(bridge)
    bridge.undo()
    bridge.redo()
    assert len(heard.changes) == heard.saved == 2


def test_a_draft_that_failed_is_tried_again_by_itself(bridge: Bridge, qtbot: QtBot) -> None:
    heard = Heard(bridge)
    saving(bridge, works=False)
    bridge.draft("entry", "Han sov", 7)
    assert len(heard.refusals) == 1
    saving(bridge, works=True)
    qtbot.waitUntil(lambda: heard.saved == 1, timeout=3000)
    draft = bridge.session.drafted("entry")
    assert draft is not None
    assert (draft.text, draft.cursor) == ("Han sov", 7)


def test_a_draft_whose_text_was_taken_is_not_tried_again(bridge: Bridge, qtbot: QtBot) -> None:
    saving(bridge, works=False)
    bridge.draft("entry", "Han sover ikke.", 15)
    saving(bridge, works=True)
    assert bridge.do(CARD, done_draft="entry")
    qtbot.wait(1200)
    assert bridge.session.drafted("entry") is None


def test_a_closed_bridge_says_nothing_more(bridge: Bridge) -> None:
    heard = Heard(bridge)
    session = bridge.session
    bridge.close()
    session.do(CARD)
    assert heard.changes == []
    session.listen(bridge._changed)
