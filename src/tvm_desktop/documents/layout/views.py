"""What is seen in several ways, in columns of the same size; a worry stands above the goals that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Block, Frame, Gap, Row, Stack, evened
from tvm_desktop.documents.layout.goals import goals
from tvm_desktop.documents.layout.look import LINE
from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.model import Aim, Difference, Goals, Span, View, strong

if TYPE_CHECKING:
    from tvm_desktop.documents.layout.setter import Setter
    from tvm_desktop.documents.model import Aims, Differences


def differences(content: Differences, setter: Setter) -> list[Item]:
    """Return one block for everything that is seen in several ways."""
    return [
        Item(_difference(item, setter), before=setter.style.air(3 if number else 1.5))
        for number, item in enumerate(content.items)
    ]


def aims(content: Aims, setter: Setter) -> list[Item]:
    """Return the worries, each with the goals that answer it."""
    return [
        item._replace(before=setter.style.air(3)) if number and not place else item
        for number, aim in enumerate(content.items)
        for place, item in enumerate(_aim(aim, setter))
    ]


def _aim(aim: Aim, setter: Setter) -> list[Item]:
    """Return the worries, and the goals that they are not to be parted from."""
    parts = [
        Item(
            _difference(worry, setter),
            before=setter.style.air(2 if number else 1.5),
            keep=bool(aim.goals),
        )
        for number, worry in enumerate(aim.worries)
    ]
    return [*parts, *goals(Goals(aim.goals), setter)]


def _difference(item: Difference, setter: Setter) -> Block:
    """Return what it is about, then every view in a column of its own, all equally large."""
    between = 5 * setter.style.unit
    rows: list[Block] = []
    if item.about:
        rows += [setter.words(item.about, setter.style.body()), Gap(setter.style.air(1.5))]
    per_row = 1 if setter.style.large or len(item.views) == 1 else 2
    width = (setter.width - (per_row - 1) * between) / per_row
    places = [number * (width + between) for number in range(per_row)]
    for start in range(0, len(item.views), per_row):
        cells = evened([_view(view, width, setter) for view in item.views[start : start + per_row]])
        above = setter.style.air(2 if start else 0)
        rows.append(Row(cells, tuple(places[: len(cells)]), setter.width, above))
    return Stack(tuple(rows), setter.width)


def _view(view: View, width: float, setter: Setter) -> Stack:
    unit = setter.style.unit
    inner = width - 4 * unit
    texts = [*((strong(view.who),) if view.who else ()), Span(view.text)]
    lines = tuple(setter.words((text,), setter.style.body(), inner) for text in texts)
    return Stack(lines, width, Frame(left=4 * unit, bar=LINE, bar_width=0.5 * unit))
