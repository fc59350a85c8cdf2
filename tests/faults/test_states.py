"""What else can happen to a file in the middle of a meeting: a calm sentence, and what was committed stands."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from faults.acts import whole_meeting
from faults.full import begin, said_of
from faults.held import COURSE, made, state
from helpers.desktop import Desktop, desktop, made_folder, one_sentence
from tvm_desktop.domain.entities import Card, StepTime
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.faults import Fault, FaultError
from tvm_desktop.storage.store import Draft, Store, UseAct
from tvm_desktop.ui.instance import Instance

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

KEY = bytes(32)
HOLDING = """
import sys, time
from pathlib import Path
from tvm_desktop.paths import DataFolder
from tvm_desktop.ui.instance import Instance
held = Instance(DataFolder(Path(sys.argv[1])))
print("held" if held.take() else "refused", flush=True)
time.sleep(60)
"""
SAID = AddCard(CardKind.WORRY, "Han sover ikke.")


def refused(session: MeetingSession) -> Fault:
    """Say something that cannot be kept; return why, and see that the record is as it was."""
    before = session.record
    with pytest.raises(FaultError) as caught:
        session.do(SAID)
    assert session.record is before
    return caught.value.fault


def cards(session: MeetingSession) -> list[str]:
    return [card.text for card in session.record.all(Card)]


def test_a_folder_that_vanishes_is_said_and_what_follows_is_kept_when_it_is_back(tmp_path: Path) -> None:
    session = begin(DataFolder(tmp_path / "home"))
    session.do(SAID)
    (tmp_path / "home").rename(tmp_path / "unplugged")
    assert refused(session) is Fault.GONE
    (tmp_path / "unplugged").rename(tmp_path / "home")
    session.do(SAID)
    kept = said_of(session)
    session.store.close()
    with closing(Store.open(DataFolder(tmp_path / "home"), KEY)) as store:
        again = MeetingSession.open(store, FormatLibrary.load(None), session.record.meeting_id)
        assert said_of(again) == kept
        assert cards(again) == [SAID.text, SAID.text]


def test_another_file_in_its_place_is_said_before_a_word_is_lost_in_the_old_one(tmp_path: Path) -> None:
    session = begin(DataFolder(tmp_path / "home"))
    database = session.store.folder.database
    shutil.copyfile(database, tmp_path / "older")
    (tmp_path / "older").replace(database)
    assert refused(session) is Fault.GONE
    session.store.close()


def test_when_the_folder_is_gone_the_meeting_goes_on_elsewhere(tmp_path: Path) -> None:
    session = begin(DataFolder(tmp_path / "home"))
    session.do(SAID)
    (tmp_path / "home").rename(tmp_path / "unplugged")
    assert refused(session) is Fault.GONE
    session.store.move_to(DataFolder(tmp_path / "elsewhere"))
    session.do(SAID)
    session.store.close()
    with closing(Store.open(DataFolder(tmp_path / "elsewhere"), KEY)) as store:
        again = MeetingSession.open(store, FormatLibrary.load(None), session.record.meeting_id)
        assert cards(again) == [SAID.text, SAID.text]


def shown(here: Desktop) -> list[str]:
    return [card.text for card in here.page.session.record.all(Card)]


def test_the_window_says_it_and_keeps_what_was_typed(tmp_path: Path, qtbot: QtBot) -> None:
    folder, _key = made_folder(tmp_path / "home")
    with desktop(folder, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        folder.root.rename(tmp_path / "unplugged")
        here.keys.type("Han sover ikke.", "Return")
        assert "ligger ikke længere i sin mappe" in one_sentence(page.trouble.label.text())
        assert page.entry.edit.text() == "Han sover ikke."
        assert shown(here) == []
        (tmp_path / "unplugged").rename(folder.root)
        here.keys.press("Return")
        assert shown(here) == ["Han sover ikke."]
        assert not page.trouble.isVisible()


def test_a_page_that_goes_bad_while_the_file_is_open_is_said(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    whole = folder.database.read_bytes()
    with closing(Store.open(folder, key)) as store:
        with folder.database.open("r+b") as file:
            file.seek(9000)
            file.write(bytes(len(whole) - 9000))
        with pytest.raises(FaultError) as caught:
            store.load(COURSE)
    assert caught.value.fault is Fault.DAMAGED
    folder.database.write_bytes(whole)  # the backup is what mends it; here the disk has come to itself
    with closing(Store.open(folder, key)) as store:
        assert store.load(COURSE)


def test_what_is_said_after_a_page_went_bad_is_saved_all_the_same(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    with closing(open_connection(folder.database, key)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'card'").fetchone()
    with closing(Store.open(folder, key)) as store:
        with folder.database.open("r+b") as file:
            file.seek((page - 1) * 4096 + 100)
            file.write(b"zzzz")
        with pytest.raises(FaultError):
            store.load(COURSE)
        store.save_draft(Draft("minh-1/entry", COURSE, "Han sover ikke.", 3))
        store.log_use(UseAct.SHOWN, COURSE)
        with pytest.raises(FaultError):
            store.load(COURSE)
    with closing(open_connection(folder.database, key)) as connection:
        assert connection.execute("SELECT text FROM draft").fetchall() == [("Han sover ikke.",)]


def test_the_lock_of_a_program_that_was_killed_is_taken_over(tmp_path: Path, qapp: QApplication) -> None:
    folder = DataFolder(tmp_path)
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        second = Instance(folder)
        assert not second.take()
        first.kill()
    assert folder.lock.exists()
    assert second.take()
    second.release()


class Jumping:
    """A clock that is put back by a day at every third look."""

    def __init__(self) -> None:
        self.looks = 0
        self.now = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.looks += 1
        self.now += timedelta(seconds=7) if self.looks % 3 else -timedelta(days=1)
        return self.now


def test_a_clock_that_jumps_back_changes_no_order(tmp_path: Path) -> None:
    first = begin(DataFolder(tmp_path / "data"))
    store, clock = first.store, Jumping()
    session = MeetingSession.open(store, FormatLibrary.load(None), first.record.meeting_id, clock=clock)
    for act in whole_meeting(session):
        act(session)
    rows = store.journal(session.record.meeting_id)
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)
    assert [row.at for row in rows] != sorted(row.at for row in rows)
    assert all(time.seconds >= 0 for time in session.record.all(StepTime))
    again = MeetingSession.open(store, FormatLibrary.load(None), first.record.meeting_id, clock=clock)
    assert again.last_step == session.last_step
    assert said_of(again) == said_of(session)
    store.close()


def test_a_clock_that_jumps_back_overwrites_no_backup(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    at = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    names = {back_up(folder, key, "start", when).name for when in (at, at, at - timedelta(days=400), at)}
    assert len(names) == 4
    assert len(list_backups(folder)) == 5
    for backup in list_backups(folder):
        with closing(Store.open(backup.folder, key)) as store:
            assert state(store)


def test_the_use_log_keeps_the_order_in_which_things_were_done(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    acts = [UseAct.OPENED, UseAct.SHOWN, UseAct.PRINTED]
    with closing(Store.open(folder, key)) as store:
        for act in acts:
            store.log_use(act, COURSE)
        rows = store.use_log()
    assert [row.act for row in reversed(rows)] == acts
