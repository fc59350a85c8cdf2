"""The Qt binding keeps count of what it hands out: one release loses a reference to None at every call and aborts."""

from __future__ import annotations

import os
import subprocess
import sys

PAINTS = """
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
picture = QPixmap(40, 20)
for turn in range(20_000):
    label.setText(str(turn))
    label.render(picture)
print("sound")
"""


def test_20_000_texts_and_paints_leave_the_program_alive() -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-c", PAINTS], env=environ, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "sound\n"), told.stderr[-500:]
