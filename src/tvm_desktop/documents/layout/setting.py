"""A paper's sections as blocks on a page of one width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Block, Frame, Row, Stack
from tvm_desktop.documents.layout.goals import goals
from tvm_desktop.documents.layout.grid import facts, grid
from tvm_desktop.documents.layout.look import GROUND
from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.layout.questions import questions
from tvm_desktop.documents.layout.table import table
from tvm_desktop.documents.layout.views import aims, differences
from tvm_desktop.documents.model import (
    Aims,
    Box,
    Content,
    Differences,
    Facts,
    Goals,
    Grid,
    Paragraphs,
    PlanDocument,
    Promises,
    Questions,
    Text,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
    items: list[Item]
    match content:
        case Paragraphs():
            items = _paragraphs(content, setter)
        case Goals():
            items = goals(content, setter)
        case Aims():
            items = aims(content, setter)
        case Questions():
            items = questions(content, setter)
        case Promises():
            items = table(content, setter)
        case Differences():
            items = differences(content, setter)
        case Facts():
            items = facts(content, setter)
        case Grid():
            items = grid(content, setter)
        case Box():
            items = [Item(_box(content, setter), before=setter.style.air(5))]
    return items


def _paragraphs(content: Paragraphs, setter: Setter) -> list[Item]:
    if content.listed:
        return [Item(block, before=setter.style.air(0.75)) for block in _listed(content.items, setter)]
    return [
        Item(setter.words(text, setter.style.body()), before=setter.style.air(1.5 if number else 1))
        for number, text in enumerate(content.items)
    ]


def _listed(items: Sequence[Text], setter: Setter) -> Iterator[Block]:
    """Go through the items; where there is little room, two that are short stand beside each other."""
    half = (setter.width - 4 * setter.style.unit) / 2
    waiting = list(items)
    while waiting:
        pair = [setter.marked(text, setter.dot, half) for text in waiting[:2]]
        beside = setter.style.dense and len(pair) == 2 and all(len(words.lines) == 1 for words in pair)
        if beside:
            cells = tuple(Stack((words,), half) for words in pair)
            yield Row(cells, (0.0, setter.width - half), setter.width)
        else:
            yield setter.marked(waiting[0], setter.dot)
        waiting = waiting[2 if beside else 1 :]


def _box(content: Box, setter: Setter) -> Block:
    unit = setter.style.unit
    inner = setter.width - 8 * unit
    lines = tuple(setter.words(text, setter.style.body(), inner) for text in content.items)
    frame = Frame(
        left=4 * unit, above=setter.style.air(2.5), below=setter.style.air(3), ground=GROUND, radius=2 * unit
    )
    return Stack(lines, setter.width, frame)
