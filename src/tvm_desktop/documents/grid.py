"""The form that is kept for the file: a grid of what was said, by whose it is. It shows what the family may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Grid, GridColumn, Paragraphs, PlanDocument, Section, SectionKind
from tvm_desktop.documents.parts.cells import cell
from tvm_desktop.documents.parts.corrections import corrected
from tvm_desktop.documents.parts.differences import differences
from tvm_desktop.documents.parts.ending import contact, explained
from tvm_desktop.documents.parts.evaluation import evaluation
from tvm_desktop.documents.parts.formhead import head
from tvm_desktop.documents.parts.heart import CHILDS, child
from tvm_desktop.documents.parts.numbers import numbers
from tvm_desktop.documents.parts.parked import added
from tvm_desktop.documents.parts.since import told
from tvm_desktop.documents.parts.source import Source
from tvm_desktop.documents.reading import texts_on
from tvm_desktop.domain.entities import Card
from tvm_desktop.formats import grid as rules
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.documents.audience import Audience
    from tvm_desktop.domain.entities import Shared
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat, Step

NO_GRID = msg("No kind of meeting here has a grid, so there is no form to fill in.")


def grid_step(fmt: MeetingFormat | None, formats: Iterable[MeetingFormat]) -> Step | None:
    """Return the step that gives the form its columns and rows: the meeting's own, or another format's."""
    every = (step for one in (fmt, *formats) if one for step in one.steps if step.panel is PanelKind.GRID)
    return next(every, None)


def grid_document(
    record: Record, fmt: MeetingFormat | None, step: Step, audience: Audience, language: str
) -> PlanDocument:
    """Return the form of the open meeting, whatever format it has; ``step`` says its columns and rows."""
    source = Source.of(record, fmt, audience, language)
    parts = (
        head(source),
        *_grid(source, step),
        _before(source, step),
        child(source),
        numbers(source),
        differences(source),
        added(source),
        contact(source),
        evaluation(source),
    )
    sections = corrected((section for section in parts if section), source)
    name = record.course.name.strip()
    return PlanDocument(
        language=language,
        title=source.say(msg("Form for {name}", name=name) if name else msg("Form from the meeting")),
        neutral_title=source.say(msg("Form from the meeting")),
        subtitle=source.left_out,
        sections=sections,
        footer=(
            *explained(source, texts_on(source.left_out, sections)),
            source.say(
                msg("The form is what was said and agreed. It is not a decision by the municipality.")
            ),
        ),
        page_of=say(msg("page {page} of {pages}", page="{page}", pages="{pages}"), language),
        wide=True,
    )


def _grid(source: Source, step: Step) -> Iterator[Section]:
    """Return the grid; a column that is not always there gets the whole width below it.

    What the child says has its own part, with its own care for who may read it.
    """

    def may(thing: Shared) -> bool:
        return source.may(thing) and not (isinstance(thing, Card) and thing.kind in CHILDS)

    found = rules.cells(source.record, step, may)
    columns = tuple(_column(one, source) for one in found if not one.column.optional)
    yield Section(SectionKind.GRID, "", Grid(_titles(source, step), columns))
    for one in found:
        texts = tuple(text for things in one.cells for thing in things for text in cell(thing, source))
        if one.column.optional and texts:
            title = one.column.title.say(source.language, source.child)
            yield Section(SectionKind.UNDERSTANDING, title, Paragraphs(texts, listed=True))


def _column(column: rules.GridColumn, source: Source) -> GridColumn:
    cells = tuple(tuple(text for thing in things for text in cell(thing, source)) for things in column.cells)
    return GridColumn(column.column.title.say(source.language, source.child), cells, column.common)


def _before(source: Source, step: Step) -> Section | None:
    """Return what became of earlier agreements, by those who were to do them; none when there are none."""
    rows = rules.since_last(source.record, step, source.may)
    cells = tuple(tuple(line for action in row if (line := told(action, source))) for row in rows)
    if not any(cells):
        return None
    title = source.say(msg("What became of earlier agreements"))
    return Section(SectionKind.BEFORE, title, Grid(_titles(source, step), (GridColumn("", cells),)))


def _titles(source: Source, step: Step) -> tuple[str, ...]:
    return tuple(row.title.say(source.language, source.child) for row in step.rows) or ("",)
