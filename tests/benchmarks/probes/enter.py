"""Enter in the entry line until both windows are painted, many times; each time one bare fsync for comparison."""

from __future__ import annotations

import os
import sys
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.probes.laid_table import choose, disk, set_table
from benchmarks.probes.painted import leave
from benchmarks.table import p99

ROUNDS = 300


class Paints(QObject):
    """Remembers which of the windows was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False


stage = set_table(sys.argv[1], int(sys.argv[2]))
page = stage.meeting
edit = page.entry.edit
paints, wall = Paints(), stage.control.window
for window in (edit.viewport(), wall):
    window.installEventFilter(paints)
took, synced = [], []
probe = os.open(disk() / "fsync", os.O_CREAT | os.O_WRONLY)
for n in range(ROUNDS):
    began = perf_counter()
    os.pwrite(probe, os.urandom(4096), 0)
    os.fsync(probe)
    synced.append(perf_counter() - began)
    choose(stage, n)
    edit.set_text(f"Kort {n} bliver sagt nu, og alle kan se det.")
    stage.settle()
    paints.seen.clear()
    began = perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        pressed = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        QApplication.sendEvent(edit, pressed)
    stage.app.processEvents()
    stage.app.processEvents()
    took.append(perf_counter() - began)
    if edit.text() or paints.seen != {edit.viewport(), wall}:
        raise RuntimeError("Enter was not taken, or a window was not painted")
    page.desk.bridge.undo()
    stage.settle()
leave(p99=p99(took[20:]) * 1000, fsync=p99(synced[20:]) * 1000)
