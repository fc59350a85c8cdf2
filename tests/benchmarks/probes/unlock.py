"""The password typed, Enter, until home is painted; and the key derivation alone, in the same process."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.probes.painted import leave, until_painted
from tvm_desktop.app import Program
from tvm_desktop.paths import DataFolder

TYPING = 2.0  # seconds that a person needs for a good password

app = QApplication([])
folder = DataFolder(Path(sys.argv[1]))
program = Program(folder, "da")
program.begin()
shell = program.shell
until_painted(shell)
page = shell.gate.unlock
typed = perf_counter()
while perf_counter() - typed < TYPING:
    app.processEvents()
page.field.set_text(sys.argv[2])
began = perf_counter()
page.try_to_open()
while shell.rooms is None:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # as the program waits: asleep
app.processEvents()
app.processEvents()
total = perf_counter() - began

from tvm_desktop.storage.keyfile import unlock_with_password  # noqa: E402

began = perf_counter()
unlock_with_password(folder, sys.argv[2])
derived = perf_counter() - began
leave(total=total * 1000, beyond=(total - derived) * 1000)
