"""Any paper as plain text, to be pasted into another program: headings in capitals, one thing a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import (
    Aims,
    Box,
    Difference,
    Differences,
    Facts,
    GoalItem,
    Goals,
    Grid,
    Paragraphs,
    Promise,
    Promises,
    Question,
    Questions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.model import Content, PlanDocument, Text


def text_of(document: PlanDocument) -> str:
    """Return all that a paper says, in order. A text of several lines is indented: it cannot pass for a heading."""
    lines = [document.title.upper(), *document.subtitle]
    for section in document.sections:
        lines.append("")
        if section.title:
            lines += [section.title.upper(), ""]
        lines += [_indented(line) for line in _content(section.content)]
    return "\n".join([*lines, "", *document.footer, ""])


def _content(content: Content) -> Iterator[str]:
    match content:
        case Paragraphs():
            yield from (f"{'- ' if content.listed else ''}{_said(text)}" for text in content.items)
        case Box():
            yield from map(_said, content.items)
        case Facts():
            yield from (f"{fact.title}: {fact.text}" for fact in content.items)
        case Goals():
            yield from (line for goal in content.items for line in _goal(goal))
        case Promises():
            yield from (line for row in content.rows for line in _promise(row, content.titles))
        case Differences():
            yield from (line for one in content.items for line in _difference(one))
        case Aims():
            yield from _aims(content)
        case Questions():
            yield from (line for one in content.items for line in _question(one))
        case Grid():
            yield from _grid(content)


def _said(text: Text) -> str:
    return "".join(span.text for span in text)


def _indented(line: str) -> str:
    first, *rest = line.splitlines() or [""]
    return "\n".join([first, *(f"    {more}" for more in rest)])


def _goal(goal: GoalItem) -> Iterator[str]:
    yield f"- {goal.goal}"
    yield from (f"  [ ] {sign}" for sign in goal.signs)


def _promise(row: Promise, titles: tuple[str, str, str, str]) -> Iterator[str]:
    yield f"- {row.who}: {row.what}{f' ({row.beside})' if row.beside else ''}"
    yield from (f"  {line}" for line in row.corrected)
    for title, text in ((titles[2], row.when), (titles[3], row.seen)):
        if text:
            yield f"  {title}: {', '.join(text.splitlines())}"


def _difference(difference: Difference) -> Iterator[str]:
    if difference.about:
        yield f"- {difference.about}"
    for number, view in enumerate(difference.views):
        yield f"{'  ' if difference.about or number else '- '}{view.who} {view.text}"


def _aims(aims: Aims) -> Iterator[str]:
    for aim in aims.items:
        yield from (line for worry in aim.worries for line in _difference(worry))
        yield from (f"  {line}" for goal in aim.goals for line in _goal(goal))


def _question(question: Question) -> Iterator[str]:
    yield f"- {question.text}"
    for line in (" · ".join(question.ends), " · ".join(map(_said, question.numbers))):
        if line:
            yield f"  {line}"
    for reasons in question.reasons:
        yield f"  {reasons.title}: {' '.join(map(_said, reasons.items))}"


def _grid(grid: Grid) -> Iterator[str]:
    for column in grid.columns:
        for title, cell in zip(grid.titles, column.cells, strict=False):
            head = " · ".join(part for part in (column.title, "" if column.common else title) if part)
            if cell:
                yield f"{head}:" if head else ""
                yield from (f"- {_said(text)}" for text in cell)
