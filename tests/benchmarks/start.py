"""From the start until the password window can be used, beside an empty Qt window."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.child import run
from benchmarks.table import Row
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 11


def measure() -> Iterator[Row]:
    """Take turns, so that a busy moment meets both."""
    with tempfile.TemporaryDirectory() as below:
        Store.create(DataFolder(Path(below)), os.urandom(32)).close()
        empty, ours = [], []
        for _ in range(ROUNDS):
            empty.append(run("empty_window"))
            ours.append(run("password_window", below))
    for what, key, unit in (("time", "wall", "ms"), ("peak memory", "peak", "MiB")):
        measured, floor = (median(one[key] for one in found) for found in (ours, empty))
        yield Row(f"start to password window, {what}, and an empty one's", measured, floor, unit, 2.0)
