"""A meeting with many cards on the table, in the real windows, with a file on the disk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize

from tvm_desktop.app import collect_seldom
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.session.participant import newcomer
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.tour.stage import Stage, screen_key, set_up_screens


def set_table(wall: str, cards: int = 60) -> Stage:
    """Lay cards on the first board, said by one after the other, and show them on a wall."""
    collect_seldom()
    os.chdir(tempfile.mkdtemp(prefix="tvm-bench-"))
    set_up_screens((1440, 900))
    stage = Stage(QSize(1440, 900), "da")
    context = stage.context
    context.store = Store.create(context.folder, os.urandom(32))
    context.library = FormatLibrary.load(None)
    stage.shell.show()
    stage.shell.enter()
    meeting = new_meeting(context.store, context.library.formats[0], course_name="Amina")
    stage.rooms.start(meeting)
    desk = stage.meeting.desk
    board = next(s for s in desk.steps if s.panel is PanelKind.BOARD and not s.for_child)
    desk.take_table(board.id)
    for line in ("Hodan Osman, mor", "Yusuf Osman, far", "Mette Lindholm, klasselærer"):
        command = newcomer(desk.record, line)
        if command is not None:
            desk.bridge.do(command)
    for n in range(cards):
        choose(stage, n)
        stage.meeting.page.enter(f"Kort nummer {n} siger noget, som nogen har set.")
    context.settings.wished_screen = screen_key(wall)
    stage.settle()
    stage.press("F5")
    if not stage.control.window.isVisible():
        raise RuntimeError("the wall shows nothing")
    return stage


def choose(stage: Stage, n: int) -> None:
    """Turn to the next voice and the next column."""
    desk = stage.meeting.desk
    desk.choose_voice(desk.voices[n % len(desk.voices)].id)
    desk.choose_slot(n % len(desk.slots))


def disk() -> Path:
    """Return the folder whose disk takes the commits."""
    return Path.cwd()
