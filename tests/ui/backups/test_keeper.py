"""Backups that make themselves: after unlocking, in a worker, whole, thinned, and calm when one cannot be made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.storage.backups import is_due, list_backups
from tvm_desktop.storage.restoring import preview
from tvm_desktop.storage.store import Store, UseAct
from tvm_desktop.ui.backups.keeper import Keeper
from ui.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.backups.conftest import Kept

WAIT_MS = 20_000


@pytest.fixture
def keeper(locked: UiContext, kept: Kept, qapp: QApplication) -> Iterator[Keeper]:
    locked.store = Store.open(kept.folder, kept.key)
    made = Keeper(locked, qapp, after_ms=0)
    yield made
    made.stop()
    made.deleteLater()
    locked.store.close()


def block(kept: Kept) -> None:
    """Let no backup be made: a file lies where the backups should be."""
    kept.folder.backups.rename(kept.folder.root / "backups elsewhere")
    kept.folder.backups.write_text("a file")


def test_after_unlocking_one_is_made_when_it_is_time(
    keeper: Keeper, kept: Kept, locked: UiContext, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.made, timeout=WAIT_MS):
        keeper.begin()
    made, _earlier = list_backups(kept.folder)
    assert (made.reason, made.at) == ("start", NOW)
    assert preview(made.folder, kept.key).courses == ("Amina", "Minh")
    assert locked.open_store.use_log()[0].act is UseAct.BACKED_UP
    assert not is_due(list_backups(kept.folder), NOW)


def test_within_the_hour_there_is_no_other(
    keeper: Keeper, kept: Kept, locked: UiContext, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeper.made, timeout=WAIT_MS):
        keeper.begin()
    locked.clock = lambda: NOW + timedelta(minutes=59)
    with qtbot.assertNotEmitted(keeper.made, wait=100):
        keeper.begin()
    assert len(list_backups(kept.folder)) == 2


def test_the_demo_has_none(keeper: Keeper, locked: UiContext, qtbot: QtBot) -> None:
    locked.demo = True
    with qtbot.assertNotEmitted(keeper.made, wait=100):
        keeper.begin()


def test_what_is_no_longer_needed_goes(keeper: Keeper, kept: Kept, qtbot: QtBot) -> None:
    for days in range(2, 120):
        at = NOW - timedelta(days=days)
        old = kept.folder.backups / f"{at:%Y-%m-%dT%H-%M-%S}-start"
        old.mkdir()
        (old / "meetings.db").write_bytes(b"x")
    with qtbot.waitSignal(keeper.made, timeout=WAIT_MS):
        keeper.begin()
    assert 14 < len(list_backups(kept.folder)) < 30


def test_one_that_cannot_be_made_is_said_once(keeper: Keeper, kept: Kept, qtbot: QtBot) -> None:
    block(kept)
    with qtbot.waitSignal(keeper.worried, timeout=WAIT_MS) as told:
        keeper.begin()
    assert told.args is not None
    assert "no backup was made" in told.args[0].text
    with qtbot.assertNotEmitted(keeper.worried, wait=300):
        keeper.begin()
    with qtbot.waitSignal(keeper.failed, timeout=WAIT_MS):
        keeper.make()


def test_after_a_week_without_any_the_leader_is_told_so(
    keeper: Keeper, kept: Kept, locked: UiContext, qtbot: QtBot
) -> None:
    locked.clock = lambda: NOW + timedelta(days=8)
    kept.folder.key.unlink()
    kept.folder.key.mkdir()  # a key file that cannot be copied
    with qtbot.waitSignal(keeper.worried, timeout=WAIT_MS) as told:
        keeper.begin()
    assert told.args is not None
    assert locked.words(told.args[0]).startswith("There has been no backup for 7 days. ")


def test_locking_waits_until_it_is_whole(keeper: Keeper, kept: Kept) -> None:
    keeper.make()
    keeper.stop()
    assert [one.reason for one in list_backups(kept.folder)] == ["now", "start"]
    assert not keeper.busy
