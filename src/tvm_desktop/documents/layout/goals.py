"""Goals with a green bar, and a tick box for every sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Frame, Row, Stack
from tvm_desktop.documents.layout.look import GREEN
from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.layout.setter import Setter
from tvm_desktop.documents.model import strong
from tvm_desktop.documents.text import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.documents.layout.blocks import Block
    from tvm_desktop.documents.model import GoalItem, Goals

Columns = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Signs:
    """Sets signs in two columns where they all fit, else one below the other."""

    setter: Setter
    width: float

    @property
    def _between(self) -> float:
        return 4 * self.setter.style.unit

    def columns(self, signs: Sequence[str]) -> Columns | None:
        """Return the widths of two columns, or None when the signs are too long for them."""
        if self.setter.style.large:
            return None
        widths = [text_width(sign, self.setter.style.body()) + self.setter.indent + 1 for sign in signs]
        left, right = max(widths[::2], default=0.0), max(widths[1::2], default=0.0)
        return (left, right) if left + right + self._between <= self.width else None

    def rows(self, signs: Sequence[str], columns: Columns | None) -> list[Block]:
        """Return the rows of one goal."""
        if columns is None:
            return [self._row([sign], (self.width, 0.0)) for sign in signs]
        return [self._row(signs[start : start + 2], columns) for start in range(0, len(signs), 2)]

    def _row(self, signs: Sequence[str], columns: Columns) -> Block:
        places = (0.0, columns[0] + self._between)
        cells = [
            Stack((self.setter.marked(sign, self.setter.tick, width),), width)
            for sign, width in zip(signs, columns, strict=False)
        ]
        return Row(tuple(cells), places[: len(cells)], self.width, above=self.setter.style.air(0.5))


def goals(content: Goals, setter: Setter) -> list[Item]:
    """Return the goals; their signs stand in the same two columns wherever that works."""
    unit = setter.style.unit
    signs = _Signs(setter, setter.width - 4 * unit)
    fitting = [goal for goal in content.items if signs.columns(goal.signs)]
    shared = signs.columns(_interleaved(fitting))
    return [
        Item(
            _goal(goal, signs, shared if goal in fitting else None),
            before=setter.style.air(2 if number else 1.5),
        )
        for number, goal in enumerate(content.items)
    ]


def _interleaved(items: Sequence[GoalItem]) -> list[str]:
    """Return all signs so that every one keeps its column."""
    return [sign for goal in items for sign in (*goal.signs, *[""] * (len(goal.signs) % 2))]


def _goal(goal: GoalItem, signs: _Signs, shared: Columns | None) -> Block:
    setter, unit = signs.setter, signs.setter.style.unit
    title = setter.words((strong(goal.goal),), setter.style.body(), signs.width)
    rows = signs.rows(goal.signs, shared or signs.columns(goal.signs))
    frame = Frame(
        left=4 * unit,
        above=setter.style.air(0.75),
        below=setter.style.air(1),
        bar=GREEN,
        bar_width=1.25 * unit,
    )
    return Stack((title, *rows), setter.width, frame)
