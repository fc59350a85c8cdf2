"""A program that cannot be dumped: tried in a process of its own, for it cannot be undone."""

from __future__ import annotations

import subprocess
import sys

TRIAL = """
import resource
from tvm_desktop.hardening import harden
harden()
print(*resource.getrlimit(resource.RLIMIT_CORE))
import ctypes, sys
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0)
"""


def test_no_image_of_the_memory_is_written() -> None:
    told = subprocess.run([sys.executable, "-c", TRIAL], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["0", "0", "0"]


def test_twice_is_no_harm() -> None:
    code = "from tvm_desktop.hardening import harden; harden(); harden()"
    subprocess.run([sys.executable, "-c", code], check=True)
