"""The grid on the wall: the same cards as on a board, in rows by who said them, and what was agreed last time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.formats.grid import cells, since_last
from tvm_desktop.session.frames import followup
from tvm_desktop.session.frames.actions import names
from tvm_desktop.session.frames.board import card_frame
from tvm_desktop.session.frames.model import Blank, Body, CardFrame, Grid, GridColumnFrame
from tvm_desktop.session.frames.parts import seen
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Action
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.grid import GridColumn
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return the columns in rows; one of them alone when the leader lets it stand so."""
    language, child = record.meeting.language, record.course.name
    found = cells(record, step, seen(record))
    columns = [column for column in found if showing.only in {"", column.column.kind}]
    if not columns:
        return Blank()
    told = {action.id for action in followup.stops(record)}
    rows = since_last(record, step, lambda thing: thing.id in told) if not showing.only else ()
    since = tuple(tuple(_since(record, action) for action in row) for row in rows)
    return Grid(
        rows=tuple(row.title.say(language, child) for row in step.rows),
        columns=tuple(_column(record, column, showing) for column in columns),
        since_title=say(msg("Since last time"), language),
        since=since if any(since) else (),
    )


def _column(record: Record, found: GridColumn, showing: Showing) -> GridColumnFrame:
    column, language, child = found.column, record.meeting.language, record.course.name
    return GridColumnFrame(
        title=column.title.say(language, child),
        tint=column.tint,
        cells=tuple(tuple(card_frame(record, thing, showing) for thing in cell) for cell in found.cells),
        common=found.common,
        waiting=column.waiting.say(language, child),
    )


def _since(record: Record, action: Action) -> CardFrame:
    known = followup.told(record, action)
    status = followup.said(record, known.status) if known else ""
    heading = " · ".join(part for part in (names(record, action.who), status) if part)
    return CardFrame(id=action.id, voice=heading, text=action.what)
