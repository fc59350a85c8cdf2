"""The whole program is locked in the middle of a meeting, and opened again with the password."""

from __future__ import annotations

import gc
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desktop import PASSWORD, Desktop, desktop
from helpers.minh import MEETING, minh_entities
from helpers.stores import FAST
from helpers.table import held
from tvm_desktop.documents.text import longest_word
from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.record import adding
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.projector import Mode
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.facilitator.standing import stand_of
from tvm_desktop.ui.projector.typeset import typeset
from tvm_desktop.ui.widgets.boxes import ask
from tvm_desktop.ui.widgets.draft import DraftEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.facilitator.window import FacilitatorPage


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A file in which Minh's meeting runs."""
    made = DataFolder(tmp_path)
    key, _code = create_key_file(made, PASSWORD, cost=FAST)
    store, fmt = Store.create(made, key), FormatLibrary.load(None).by_id("five-steps")
    assert fmt is not None
    store.keep_format(fmt.hash, fmt.source)
    store.commit("minh", [adding(held(entity, fmt, "story")) for entity in minh_entities()])
    store.close()
    return made


@pytest.fixture
def here(folder: DataFolder, qtbot: QtBot) -> Iterator[Desktop]:
    with desktop(folder, qtbot) as program:
        program.come_in()
        yield program


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def at_the_table(here: Desktop) -> FacilitatorPage:
    """Sit down at the meeting, say something, and be in the middle of a word."""
    here.rooms.open_room(MEETING)
    page = here.page
    page.desk.choose_voice(page.desk.voices[1].id)
    page.desk.choose_slot(1)
    page.entry.edit.setFocus()
    here.keys.type("Han sover dårligt.", "Return")
    here.keys.type("Han er ked af det")
    here.keys.press("Left", "Left")
    page.session.projector.show()
    return page


def saving(here: Desktop, *, works: bool) -> None:
    store = here.program.context.open_store
    connection: Any = store._writer.raw_connection().driver_connection
    connection.execute(f"PRAGMA query_only = {'OFF' if works else 'ON'}").fetchall()


def unlock(here: Desktop) -> FacilitatorPage:
    here.try_password()
    return here.page


def test_everything_stands_as_it_was(here: Desktop) -> None:
    page = at_the_table(here)
    before, cards = stand_of(page), page.session.record.all(Card)
    here.keys.press("Ctrl+L")
    assert here.shell.rooms is None
    assert here.program.context.store is None
    page = unlock(here)
    assert stand_of(page) == before
    assert page.entry.edit.text() == "Han er ked af det"
    assert page.entry.edit.textCursor().position() == len("Han er ked af ") + 1
    assert page.entry.edit.hasFocus()
    assert page.session.record.all(Card) == cards
    assert page.session.projector.mode is Mode.HIDDEN
    assert not page.control.window.isVisible()


def test_undo_still_works(here: Desktop) -> None:
    at_the_table(here)
    here.keys.press("Ctrl+L")
    page = unlock(here)
    page.desk.bridge.undo()
    assert "Han sover dårligt." not in [card.text for card in page.session.record.all(Card)]


def test_minutes_only_stays(here: Desktop) -> None:
    here.rooms.open_room(MEETING)
    here.page.scribe.toggle()
    here.keys.press("Ctrl+L")
    assert unlock(here).scribe.on


def test_the_wall_is_hidden_before_anything_else(here: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    page, rooms, store = at_the_table(here), here.rooms, here.program.context.open_store
    wall = page.control.window
    seen: list[tuple[str, bool, bool]] = []

    def watched(name: str, act: Callable[[], None]) -> Callable[[], None]:
        def acting() -> None:
            seen.append((name, wall.isVisible(), here.shell.rooms is None))
            act()

        return acting

    monkeypatch.setattr(rooms, "keep_all", watched("drafts kept", rooms.keep_all))
    monkeypatch.setattr(store, "close", watched("file closed", store.close))
    assert wall.isVisible()
    here.keys.press("Ctrl+L")
    assert seen == [("drafts kept", False, False), ("file closed", False, True)]


def test_nothing_can_be_read_any_more_while_the_lock_waits(
    here: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_table(here)
    here.shell.show_window("settings")
    keeper, gate = here.shell.keeper, here.shell.gate
    assert keeper is not None
    painted, seen = Painted(gate.unlock), []

    def waits() -> None:  # for a backup that is being made
        seen.extend([gate.unlock.isVisible(), painted.times > 0, here.rooms.isVisible()])
        seen.append([one for one in QApplication.topLevelWidgets() if one.isVisible()] == [here.shell])

    monkeypatch.setattr(keeper, "stop", waits)
    here.shell.lock()
    assert seen == [True, True, False, True]


def test_nothing_of_the_meeting_is_left_in_memory(here: Desktop, qtbot: QtBot) -> None:
    at_the_table(here).open_paper()
    gc.disable()  # what is freed is freed by the lock
    # By their numbers, for other tests may still hold a course of their own.
    held = {id(card) for card in here.page.session.record.every(Card)} | {id(here.program.context.store)}

    def left() -> list[object]:
        return [kept for kept in gc.get_objects() if isinstance(kept, Card | Store) and id(kept) in held]

    assert len(left()) == len(held) > 1
    here.shell.lock()
    qtbot.waitUntil(lambda: not left())
    gc.enable()
    assert typeset.cache_info().currsize == 0
    assert longest_word.cache_info().currsize == 0


def test_a_bug_on_the_way_still_locks(
    here: Desktop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    at_the_table(here)
    monkeypatch.setattr(here.rooms, "keep_all", broken)
    with pytest.raises(ZeroDivisionError):
        here.shell.lock()
    assert here.program.context.store is None
    assert here.shell.pages.currentWidget() is here.shell.gate
    assert not any(window.isVisible() for window in QApplication.topLevelWidgets() if window != here.shell)


def test_a_box_that_waits_is_answered_with_no_and_then_it_locks(here: Desktop, qtbot: QtBot) -> None:
    page = at_the_table(here)
    QTimer.singleShot(0, here.shell.lock)
    assert not ask(page, "Slet?", yes="Ja", no="Nej")
    assert not page.control.window.isVisible()
    qtbot.waitUntil(lambda: here.shell.rooms is None)


def test_what_is_typed_in_a_small_window_is_kept(here: Desktop) -> None:
    here.rooms.open_room(MEETING)
    window = SideWindow(here.program.context, here.shell, (400, 300))
    field = DraftEdit("m/note/x", here.page.desk.bridge.draft)
    window.column.addWidget(field)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    field.setFocus()
    here.keys.type("Ring til mor")
    here.shell.lock()
    unlock(here)
    assert "Ring til mor" in [draft.text for draft in here.program.context.open_store.drafts()]


def test_an_open_menu_is_closed(here: Desktop) -> None:
    page = at_the_table(here)
    page.hands.more()
    assert QApplication.activePopupWidget() is not None
    here.shell.lock()
    assert QApplication.activePopupWidget() is None
    assert here.shell.rooms is None


# -- a disk that takes no more ---------------------------------------------------------------------------------------


def test_what_the_disk_does_not_take_is_said_and_comes_back(here: Desktop) -> None:
    at_the_table(here)
    saving(here, works=False)
    here.keys.type("!")
    here.keys.press("Ctrl+L")
    assert here.program.context.store is None
    assert "bevaret, låst" in here.refusal
    assert not any(b"ked af" in sealed for sealed in here.shell._sealed._kept)
    page = unlock(here)
    assert page.entry.edit.text() == "Han er ked af d!et"
    assert here.edge == ""
    assert not here.program.context.open_store.has_unsaved()


def test_no_demo_is_entered_while_a_word_waits_for_its_file(here: Desktop) -> None:
    at_the_table(here)
    saving(here, works=False)
    here.keys.type("!")
    here.shell.lock()
    here.shell.gate.unlock.demo.click()
    assert not here.program.context.demo
    unlock(here)
    here.shell.lock()
    assert here.shell.gate.unlock.demo.isEnabled()


def test_a_word_waits_for_its_own_file_whatever_is_opened_in_between(
    here: Desktop, folder: DataFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own, other = tmp_path_factory.mktemp("own"), DataFolder(tmp_path_factory.mktemp("other"))
    key, _code = create_key_file(other, PASSWORD, cost=FAST)
    Store.create(other, key).close()
    at_the_table(here)
    saving(here, works=False)
    here.keys.type("!")
    here.shell.lock()
    shutil.copytree(folder.root, own, dirs_exist_ok=True)
    shutil.copytree(other.root, folder.root, dirs_exist_ok=True)
    here.try_password()
    assert "hører til en anden fil" in here.edge
    here.shell.lock()
    assert "bevaret, låst" in here.refusal
    shutil.copytree(own, folder.root, dirs_exist_ok=True)
    here.try_password()
    assert "Han er ked af d!et" in [draft.text for draft in here.program.context.open_store.drafts()]
    assert not here.program.context.open_store.has_unsaved()


def test_closing_stays_once_when_something_is_not_saved(here: Desktop) -> None:
    page = at_the_table(here)
    saving(here, works=False)
    here.keys.type("!")
    here.shell.close()
    assert here.shell.isVisible()
    assert "Luk vinduet en gang til" in here.edge
    assert page.entry.edit.text() == "Han er ked af d!et"
    assert not page.control.window.isVisible()
    saving(here, works=True)
    here.shell.close()
    assert not here.shell.isVisible()


def test_closing_while_locked_stays_once_too(here: Desktop) -> None:
    at_the_table(here)
    saving(here, works=False)
    here.keys.type("!")
    here.shell.lock()
    here.shell.close()
    assert here.shell.isVisible()
    here.shell.close()
    assert not here.shell.isVisible()


def test_the_end_of_the_session_waits_for_what_is_not_saved(here: Desktop) -> None:
    class Session:
        waits = False

        def cancel(self) -> None:
            self.waits = True

    session = Session()
    at_the_table(here)
    saving(here, works=False)
    here.keys.type("!")
    here.shell.end_session(session)
    assert session.waits
    unlock(here)
