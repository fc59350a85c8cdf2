"""Measure every budget on this machine and print one table of ratios: ``python tests/benchmarks/run.py``.

Each goal is compared with a floor: measured in the same run, or a number of milliseconds meant for a fast machine. How
much slower this one is, is measured too. Words after the command choose rows by their file: ``run.py start plan``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))


def main(chosen: list[str]) -> int:
    """Print the table; 1 when a budget is over."""
    from benchmarks import enter, home, letters, many, plan, size, start
    from benchmarks.child import run
    from benchmarks.table import FAST_WINDOW_MS, head

    rooms = (start, home, enter, letters, plan, many, size)
    slowness = max(1.0, median(run("empty_window")["wall"] for _ in range(5)) / FAST_WINDOW_MS)
    print(head(slowness), flush=True)
    over = 0
    for room in rooms:
        if chosen and room.__name__.rpartition(".")[2] not in chosen:
            continue
        for row in room.measure():
            print(row.line(slowness), flush=True)
            over += row.verdict(slowness) == "OVER"
    return min(over, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
