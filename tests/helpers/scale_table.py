"""A table at the step from 0 to 10: what is typed there, and what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import ScaleRating
from tvm_desktop.session.frames.model import ScaleFrame
from tvm_desktop.ui.facilitator.panels.scale import ScalePanel

if TYPE_CHECKING:
    from helpers.table import Table


def panel(table: Table) -> ScalePanel:
    page = table.page.page
    assert isinstance(page, ScalePanel)
    return page


def give(table: Table, person: str, number: str) -> None:
    """Type a number from a slip."""
    panel(table).rows[person].field.setFocus()
    table.keys.type(number, "Return")


def values(table: Table) -> dict[str, int]:
    return {rating.person_id: rating.value for rating in table.record.all(ScaleRating)}


def state(table: Table, person: str) -> str:
    return panel(table).rows[person].state.text()


def wall(table: Table) -> ScaleFrame:
    body = table.page.session.projector.live_frame().body
    assert isinstance(body, ScaleFrame)
    return body
