"""A letter typed into a long text, with drafts kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.child import run
from benchmarks.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterator


def measure() -> Iterator[Row]:
    """Type at the end of 8,000 characters in the entry line."""
    yield Row("a letter typed to painted, 8,000 characters, p99", run("letter")["p99"], 8.0, "ms", given=True)
