"""Try every fault for as long as it takes, and print one table: ``python tests/faults/run.py``.

One row alone, and how often: ``python tests/faults/run.py kill --times 200``. It ends with 1 when a row is not met.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from importlib import import_module
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_TESTS))
ROWS = ("kill", "full", "damaged", "fuzz", "plaintext", "keys", "sockets")


def main(argv: list[str] | None = None) -> int:
    """Print the table; 1 when a row is not what it must be."""
    from faults.row import HEAD

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", choices=[*ROWS, []], help="which rows; none = all")
    parser.add_argument("--times", type=int, help="how often; without it the long number of the row")
    parser.add_argument("--seed", type=int, default=0, help="the same number brings the same chances")
    given = parser.parse_args(argv)
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={os.path.relpath(_TESTS / 'screens.json')}"
    print(HEAD, flush=True)
    wrong = 0
    for name in given.rows or ROWS:
        room = import_module(f"faults.{name}")
        began = time.monotonic()
        for row in room.measure(given.times or room.TIMES, given.seed):
            print(row.line(), flush=True)
            wrong += not row.met
        print(f"({name}: {time.monotonic() - began:.0f} s)", file=sys.stderr, flush=True)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
