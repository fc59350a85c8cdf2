"""A meeting with sixty cards on the table, in the real windows, with a file on the disk."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize

from tvm_desktop.domain.entities import Person
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.lifecycle import new_meeting
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.tour.stage import Stage, screen_key, set_up_screens

CARDS = 60


def set_table(wall: str) -> Stage:
    """Lay sixty cards on the first board and show them on a wall."""
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
    child = next(iter(desk.record.every(Person)))
    for n in range(CARDS):
        kind = board.columns[n % len(board.columns)].kind
        desk.bridge.do(AddCard(kind, f"Kort nummer {n} siger noget, som nogen har set.", child.id))
    context.settings.wished_screen = screen_key(wall)
    stage.press("F5")
    stage.settle()
    return stage


def disk() -> Path:
    """Return the folder whose disk takes the commits."""
    return Path.cwd()
