"""Puts a line directly under every sentence of a paper that it belongs to, wherever that sentence is printed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tvm_desktop.documents.model import (
    BREAK,
    Aim,
    Aims,
    Box,
    Difference,
    Differences,
    Facts,
    GoalItem,
    Goals,
    Grid,
    GridColumn,
    Paragraphs,
    Promises,
    Question,
    Questions,
    Reasons,
    Span,
    Text,
    View,
)
from tvm_desktop.domain.wording import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.model import Content, Section

_NO_MARKS = str.maketrans("", "", QUOTATION_MARKS)
_ENDS = ".!?…: "


@dataclass(frozen=True, slots=True)
class Note:
    """A line for under some sentences, which are as :func:`bare` has them."""

    id: str
    line: str
    under: frozenset[str]


def bare(text: str) -> str:
    """Return a sentence as it is compared: on one line, without quotation marks and its end."""
    return " ".join(text.translate(_NO_MARKS).split()).strip(_ENDS).casefold()


@dataclass(slots=True)
class Under:
    """The notes, and the ids of those that have found their sentence."""

    notes: tuple[Note, ...]
    placed: set[str] = field(default_factory=set)

    def section(self, section: Section) -> Section:
        """Return a section with the notes in it."""
        return replace(section, content=self._content(section.content)) if self.notes else section

    def _content(self, content: Content) -> Content:
        made: Content
        match content:
            case Paragraphs() | Box():
                made = replace(content, items=self._texts(content.items))
            case Goals():
                made = replace(content, items=self._goals(content.items))
            case Promises():
                rows = (replace(row, corrected=self._lines(row.what)) for row in content.rows)
                made = replace(content, rows=tuple(rows))
            case Differences():
                made = replace(content, items=self._differences(content.items))
            case Aims():
                made = replace(content, items=tuple(map(self._aim, content.items)))
            case Questions():
                made = replace(content, items=tuple(map(self._question, content.items)))
            case Facts():
                facts = (replace(fact, text=self._said(fact.text)) for fact in content.items)
                made = replace(content, items=tuple(facts))
            case Grid():
                made = replace(content, columns=tuple(map(self._column, content.columns)))
        return made

    def _found(self, *texts: str) -> Iterator[Note]:
        printed = {bare(part) for text in texts for part in (text, *text.split("\n"))}
        for note in self.notes:
            if any(one == key or one.endswith(f": {key}") for one in printed for key in note.under):
                self.placed.add(note.id)
                yield note

    def _lines(self, text: str) -> tuple[str, ...]:
        return tuple(note.line for note in self._found(text))

    def _said(self, text: str) -> str:
        return "\n".join((text, *self._lines(text)))

    def _text(self, text: Text) -> Text:
        notes = self._found(*(span.text for span in text))
        return (*text, *(span for note in notes for span in (BREAK, Span(note.line))))

    def _texts(self, texts: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(map(self._text, texts))

    def _goals(self, items: tuple[GoalItem, ...]) -> tuple[GoalItem, ...]:
        return tuple(GoalItem(self._said(one.goal), tuple(map(self._said, one.signs))) for one in items)

    def _differences(self, items: tuple[Difference, ...]) -> tuple[Difference, ...]:
        return tuple(
            Difference(
                self._said(one.about), tuple(View(view.who, self._said(view.text)) for view in one.views)
            )
            for one in items
        )

    def _aim(self, aim: Aim) -> Aim:
        return Aim(self._differences(aim.worries), self._goals(aim.goals))

    def _question(self, question: Question) -> Question:
        reasons = (Reasons(one.title, tuple(self._in_a_row(one.items))) for one in question.reasons)
        return replace(question, text=self._said(question.text), reasons=tuple(reasons))

    def _in_a_row(self, items: tuple[Text, ...]) -> Iterator[Text]:
        """Go through texts that stand in one line: what follows a note begins a new one."""
        for number, item in enumerate(items, start=1):
            text = self._text(item)
            yield (*text, BREAK) if text != item and number < len(items) else text

    def _column(self, column: GridColumn) -> GridColumn:
        return replace(column, cells=tuple(map(self._texts, column.cells)))
