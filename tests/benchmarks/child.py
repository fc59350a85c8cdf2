"""Runs a probe in a process of its own, as a user would start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

TESTS = Path(__file__).parents[1]


def run(probe: str, *words: str) -> dict[str, Any]:
    """Run ``probes/<probe>.py``; return what it tells, with ``wall``, its whole time in milliseconds."""
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TESTS)}
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.probes.{probe}", *words],
        env=environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    wall = (perf_counter() - began) * 1000
    if done.returncode:
        raise RuntimeError(f"{probe}: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout or "{}")
    return {"wall": wall, **told}
