"""Enter, committed to disk, both windows painted, on a full board: beside a frame of the screen and one fsync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import run
from benchmarks.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

FRAME_MS = 1000 / 60


def measure() -> Iterator[Row]:
    """Add a card many times, to a board of either length on a wall of either size."""
    for cards in (60, 300):
        for wall, name in (("1-projector", "1080p"), ("3-large", "4K")):
            told = run("enter", wall, str(cards))
            floor = FRAME_MS + told["fsync"]
            what = f"Enter to both windows painted, {cards} cards, {name}, p99"
            yield Row(what, told["p99"], floor, "ms", given=True)
