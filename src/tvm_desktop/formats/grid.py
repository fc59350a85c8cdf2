"""The grid: the same things as on a board, by column and by who said them or is to do them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.domain.columns import anything, held
from tvm_desktop.domain.entities import Action, Person, Shared
from tvm_desktop.domain.enums import Holds
from tvm_desktop.domain.followup import from_before
from tvm_desktop.formats.model import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Row, Step

# What belongs to all at the table, whoever said it.
_COMMON = frozenset({Holds.GOAL, Holds.NEED, Holds.UNDERSTANDING, Holds.STATEMENT})
# Shorter words are looked for whole: AKT is not in "kontakt".
_SHORT = 4


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a grid: ``cells`` has one entry per row, or a single one for all rows when it is ``common``."""

    column: Column
    cells: tuple[tuple[Shared, ...], ...]
    common: bool = False


def cells(record: Record, step: Step, may: Callable[[Shared], bool] = anything) -> tuple[GridColumn, ...]:
    """Sort what the columns of a step hold into its rows, of things that ``may`` be there.

    Words stand in the row of whoever said them, an agreement in that of the first who is to do it. Goals, needs and
    how we understand the child are common.
    """
    return tuple(_column(record, step, column, may) for column in step.columns)


def _column(record: Record, step: Step, column: Column, may: Callable[[Shared], bool]) -> GridColumn:
    things = [thing for holds in column.holds for thing in held(record, holds) if may(thing)]
    if column.kind in _COMMON or not step.rows:
        return GridColumn(column, (tuple(things),), common=True)
    return GridColumn(column, _by_row(record, step.rows, things))


def since_last(
    record: Record, step: Step, may: Callable[[Shared], bool] = anything
) -> tuple[tuple[Action, ...], ...]:
    """Sort the agreements of earlier meetings into the rows of a step: those still open, or told about at this one."""
    found = [action for action in from_before(record) if may(action)]
    return tuple(tuple(a for a in found if row_of(record, step.rows, a) == n) for n in range(len(step.rows)))


def _by_row(record: Record, rows: tuple[Row, ...], things: list[Shared]) -> tuple[tuple[Shared, ...], ...]:
    places = [(row_of(record, rows, thing), thing) for thing in things]
    return tuple(tuple(thing for place, thing in places if place == n) for n in range(len(rows)))


def row_of(record: Record, rows: tuple[Row, ...], thing: Shared) -> int:
    """Return the row that a thing stands in: the first that fits its person, the last for nobody's."""
    who = thing.who[0] if isinstance(thing, Action) and thing.who else str(getattr(thing, "voice", ""))
    person = record.find(Person, who)
    last = len(rows) - 1
    return last if person is None else next((n for n, row in enumerate(rows) if fits(row, person)), last)


def fits(row: Row, person: Person) -> bool:
    """Say whether a person's words stand in a row: by their side, and by a word in what they are."""
    if row.sides and person.side not in row.sides:
        return False
    what = re.findall(r"\w+", f"{person.relation} {person.profession}".casefold())
    return not row.words or any(_is_in(word.casefold(), what) for word in row.words)


def _is_in(word: str, what: list[str]) -> bool:
    """Look for a word alone, or at either end of a longer one: "lærer" is in "dansklærer" and in "lærerstuderende"."""
    if len(word) < _SHORT:
        return word in what
    return any(one.startswith(word) or one.endswith(word) for one in what)
