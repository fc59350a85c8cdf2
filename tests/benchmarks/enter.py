"""Enter, committed to disk, both windows painted, sixty cards: beside a frame of the screen and one fsync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import run
from benchmarks.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAME_MS = 1000 / 60


def measure() -> Iterator[Row]:
    """Add a card many times, on a wall of either size."""
    for wall, name in (("1-projector", "1080p"), ("3-large", "4K")):
        told = run("enter", wall)
        floor = FRAME_MS + told["fsync"]
        yield Row(
            f"Enter to both windows painted, 60 cards, {name}, p99", told["p99"], floor, "ms", given=True
        )
