"""Letters typed at the end of 8,000 characters in the entry line, until painted; drafts go to the disk meanwhile."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.probes.laid_table import set_table
from benchmarks.probes.painted import leave
from benchmarks.table import p99

ROUNDS = 600

stage = set_table("1-projector")
edit = stage.meeting.entry.edit
edit.set_text("Der bliver sagt meget på en gang, og det skal med. " * 160)
edit.setFocus()
stage.settle()
took = []
for n in range(ROUNDS):
    letter = "abcde "[n % 6]
    began = perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(edit, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    stage.app.processEvents()
    took.append(perf_counter() - began)
leave(p99=p99(took[20:]) * 1000)
