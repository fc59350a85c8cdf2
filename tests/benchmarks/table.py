"""A row of the table, and the few sums that the measurements share."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import quantiles

WIDTHS = (58, 11, 11, 7, 7)
FAST_WINDOW_MS = 100.0  # an empty Qt window on the machine that the goals in milliseconds are meant for


@dataclass(frozen=True)
class Row:
    """One budget. ``floor`` is measured in the same run, or is the goal's own number (``given``)."""

    what: str
    measured: float
    floor: float
    unit: str
    goal: float = 1.0
    given: bool = False

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.measured / self.floor

    def verdict(self, slowness: float) -> str:
        """Say whether the goal is kept, here or on a machine as fast as the given number is meant for."""
        if self.ratio <= self.goal:
            return "ok"
        fair = self.given and self.ratio / slowness <= self.goal
        return f"ok at {self.ratio / slowness:.2f} on a fast machine" if fair else "OVER"

    def line(self, slowness: float) -> str:
        """Return the row as it is printed."""
        measured, floor = (f"{value:.1f} {self.unit}" for value in (self.measured, self.floor))
        cells = (self.what, measured, floor, f"{self.ratio:.2f}", f"{self.goal:.2f}")
        return f"{_cells(cells)}  {self.verdict(slowness)}"


def head(slowness: float) -> str:
    """Return what stands above the rows."""
    title = _cells(("budget", "measured", "floor", "ratio", "goal"))
    slow = f"This machine opens an empty window {slowness:.1f} times as slowly as a fast one."
    return "\n".join((slow, title, "-" * len(title)))


def _cells(cells: tuple[str, ...]) -> str:
    numbers = [cell.rjust(width) for cell, width in zip(cells[1:], WIDTHS[1:], strict=True)]
    return " ".join([cells[0].ljust(WIDTHS[0]), *numbers])


def p99(values: list[float]) -> float:
    """Return the value that one in a hundred is above."""
    return quantiles(values, n=100, method="inclusive")[98]
