"""Ten thousand meetings of twenty cards: home painted, and a search answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import run
from benchmarks.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator


def measure() -> Iterator[Row]:
    """Fill a file once, then open home and search."""
    told = run("many")
    yield Row("home painted, 10,000 meetings", told["home"], 100.0, "ms", given=True)
    yield Row(
        "search answered, 10,000 meetings, slowest of its words", told["search"], 50.0, "ms", given=True
    )
