"""The disk fails during a meeting: one press, another folder, and every word is still there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.broken import failing
from helpers.desktop import WAIT_MS, Desktop, desktop, made_folder
from tvm_desktop.domain.entities import Card
from tvm_desktop.errors import UserError
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.engine import checkpoint
from tvm_desktop.storage.faults import Fault, refusal
from tvm_desktop.storage.files import wal_of
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.backups.elsewhere import Elsewhere
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext

LONG = "Han har ondt i maven om morgenen. " * 60


def cards(here: Desktop) -> list[str]:
    return [card.text for card in here.page.session.record.all(Card)]


def take_in_journal(here: Desktop) -> None:
    """Let the journal be empty, so that all that was said can be read while nothing can be written.

    No backup runs meanwhile: its own open files come and go, and the failing disk is given to numbers of open files.
    """
    assert here.shell.keeper is not None
    here.shell.keeper.stop()
    with here.program.context.open_store._reader.connect() as connection:
        checkpoint(connection)


@pytest.mark.parametrize(("instead", "how"), [("/dev/full", os.O_RDWR), ("/dev/null", os.O_RDONLY)])
def test_the_meeting_goes_on_in_another_folder(tmp_path: Path, qtbot: QtBot, instead: str, how: int) -> None:
    folder, _key = made_folder(tmp_path / "data")
    stick = tmp_path / "stik"
    stick.mkdir()
    with desktop(folder, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        here.keys.type("Han sover dårligt.", "Return")
        take_in_journal(here)
        with failing(wal_of(folder), instead, how):
            here.paste(LONG, "Return")
            assert page.trouble.act.isVisible()
            assert page.trouble.act.text() == "Gem et andet sted …"
            assert page.entry.edit.text() == LONG.strip() or page.entry.edit.text() == LONG
            page.elsewhere.move_to(stick)
            assert not page.trouble.isVisible()
            assert "Møderne gemmes nu i " + str(stick) in page.bar.label.text()
            here.keys.press("Return")
            assert cards(here) == ["Han sover dårligt.", LONG.strip()]
        here.shell.lock()
        here.try_password()
        assert cards(here) == ["Han sover dårligt.", LONG.strip()]
        assert here.program.context.folder.root.parent == stick
        assert UseAct.COPIED in [row.act for row in here.program.context.open_store.use_log()]
    with desktop(folder, qtbot) as here:
        qtbot.waitUntil(lambda: "blev gemt i en anden" in here.refusal, timeout=WAIT_MS)


def test_a_home_on_the_network_that_is_gone_is_left_with_every_word(tmp_path: Path, qtbot: QtBot) -> None:
    folder, key = made_folder(tmp_path / "home" / "data")
    stick = tmp_path / "stik"
    stick.mkdir()
    with desktop(folder, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        here.keys.type("Han sover dårligt.", "Return")
        (tmp_path / "home").rename(tmp_path / "unplugged")
        here.paste(LONG, "Return")
        assert page.trouble.act.text() == "Gem et andet sted …"
        page.elsewhere.move_to(stick)
        assert "den gamle mappe kan ikke huske det" in page.bar.label.text()
        here.keys.press("Return")
        assert cards(here) == ["Han sover dårligt.", LONG.strip()]
        here.shell.lock()
        here.try_password()
        assert cards(here) == ["Han sover dårligt.", LONG.strip()]
        (tmp_path / "unplugged").rename(tmp_path / "home")
    left = Store.open(folder, key)
    assert len(left.courses()) == 1
    left.close()


def test_when_nothing_can_be_read_either_the_newest_backup_is_named(tmp_path: Path, qtbot: QtBot) -> None:
    folder, _key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        qtbot.waitUntil(lambda: bool(list_backups(folder)), timeout=WAIT_MS)
        take_in_journal(here)
        with failing(folder.database, "/dev/null", os.O_WRONLY):
            page.elsewhere.move_to(tmp_path)
        said = page.trouble.label.text()
        assert "Den seneste sikkerhedskopi er fra i dag kl. 14.30" in said
        assert here.program.context.folder == folder


def test_another_folder_is_offered_only_where_it_helps(locked: UiContext, qapp: QApplication) -> None:
    window = QWidget()
    way = Elsewhere(locked, window)
    offered = {fault for fault in Fault if way.act_for(refusal(fault))}
    assert offered >= {Fault.FULL, Fault.FULL_BUT_EASED, Fault.READ_ONLY, Fault.DISK, Fault.DAMAGED}
    assert not offered & {Fault.NEWER, Fault.BUSY, Fault.THERE_ALREADY, Fault.NO_ROOM}
    assert way.act_for(UserError(msg("No."))) == ""
    locked.demo = True
    assert way.act_for(refusal(Fault.FULL)) == ""
    window.deleteLater()
