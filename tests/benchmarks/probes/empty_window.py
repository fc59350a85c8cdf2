"""An empty Qt window, painted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.probes.painted import leave, until_painted

app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
until_painted(window)
leave()
