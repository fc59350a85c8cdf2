"""Enter in the entry line until both windows are painted, many times; each time one bare fsync for comparison."""

from __future__ import annotations

import os
import sys
from time import perf_counter

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.probes.painted import leave
from benchmarks.probes.table_of_sixty import disk, set_table
from benchmarks.table import p99

ROUNDS = 300

stage = set_table(sys.argv[1])
page = stage.meeting
edit = page.entry.edit
took, synced = [], []
probe = os.open(disk() / "fsync", os.O_CREAT | os.O_WRONLY)
for n in range(ROUNDS):
    began = perf_counter()
    os.pwrite(probe, os.urandom(4096), 0)
    os.fsync(probe)
    synced.append(perf_counter() - began)
    edit.set_text(f"Kort {n} bliver sagt nu, og alle kan se det.")
    stage.settle()
    began = perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        pressed = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        QApplication.sendEvent(edit, pressed)
    stage.app.processEvents()
    stage.app.processEvents()
    took.append(perf_counter() - began)
    if edit.text():
        raise RuntimeError("Enter was not taken")
    page.desk.bridge.undo()
    stage.settle()
leave(p99=p99(took[20:]) * 1000, fsync=p99(synced[20:]) * 1000)
