"""A plan's sections as blocks on a page of one width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Block, Frame, Gap, Row, Stack, evened
from tvm_desktop.documents.layout.goals import goals
from tvm_desktop.documents.layout.look import GROUND, LINE
from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.layout.table import table
from tvm_desktop.documents.model import (
    Box,
    Content,
    Difference,
    Differences,
    Goals,
    Paragraphs,
    PlanDocument,
    Promises,
    Span,
    Tone,
    View,
    strong,
)

if TYPE_CHECKING:
    from tvm_desktop.documents.layout.setter import Setter


def flow(plan: PlanDocument, setter: Setter) -> list[Item]:
    """Return the whole flow of a plan."""
    items = [Item(setter.words(plan.title, setter.style.title))]
    items += [
        Item(setter.words(line, setter.style.body(Tone.QUIET)), before=setter.style.air(0 if number else 1))
        for number, line in enumerate(plan.subtitle)
    ]
    for section in plan.sections:
        if section.title:
            heading = setter.words(section.title, setter.style.heading)
            items.append(Item(heading, before=setter.style.air(5), keep=True))
        items += _content(section.content, setter)
    items += [
        Item(setter.words(line, setter.style.body(Tone.QUIET)), before=setter.style.air(0.5 if number else 4))
        for number, line in enumerate(plan.footer)
    ]
    return items


def _content(content: Content, setter: Setter) -> list[Item]:
    """Return the flow of one section."""
    match content:
        case Paragraphs():
            return _paragraphs(content, setter)
        case Goals():
            return goals(content, setter)
        case Promises():
            return table(content, setter)
        case Differences():
            return [
                Item(_difference(item, setter), before=setter.style.air(3 if number else 1.5))
                for number, item in enumerate(content.items)
            ]
        case Box():
            return [Item(_box(content, setter), before=setter.style.air(5))]


def _paragraphs(content: Paragraphs, setter: Setter) -> list[Item]:
    if content.listed:
        return [
            Item(setter.marked(text, setter.dot), before=setter.style.air(0.75)) for text in content.items
        ]
    return [
        Item(setter.words(text, setter.style.body()), before=setter.style.air(1.5 if number else 1))
        for number, text in enumerate(content.items)
    ]


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


def _box(content: Box, setter: Setter) -> Block:
    unit = setter.style.unit
    inner = setter.width - 8 * unit
    lines = tuple(setter.words(text, setter.style.body(), inner) for text in content.items)
    frame = Frame(
        left=4 * unit, above=setter.style.air(2.5), below=setter.style.air(3), ground=GROUND, radius=2 * unit
    )
    return Stack(lines, setter.width, frame)
