"""TOML text → typed format. Every error is a sentence with file and key; nothing is half read."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from tvm_desktop.domain.enums import Holds, Side
from tvm_desktop.errors import UserError
from tvm_desktop.formats.model import (
    Column,
    Ends,
    MeetingFormat,
    Occasion,
    PanelKind,
    Phrase,
    Row,
    Statement,
    Step,
    Tint,
)
from tvm_desktop.formats.table import Problems, Table, shortened
from tvm_desktop.words import msg

LONGEST_FILE = 1_000_000
MOST_COLUMNS = 5
LAST_PLACE = 99
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Blocks:
    """Steps that formats can take in by id; ``own`` are those of the user's folder."""

    steps: Mapping[str, Mapping[str, Any]]
    own: AbstractSet[str] = frozenset()


NO_BLOCKS = Blocks({})


def read_toml(data: bytes, problems: Problems) -> dict[str, Any] | None:
    """Return a file's values; None when it is no TOML, with the line in ``problems``."""
    if len(data) > LONGEST_FILE:
        problems.add("", msg("The file is too large to be a meeting format."))
        return None
    try:
        return tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add("", msg("Line {line} is not UTF-8 text. Save the file as UTF-8.", line=line))
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        if found:
            problems.add("", msg("Line {line} is not written as TOML.", line=found[1]))
        else:
            problems.add("", msg("The file ends too early: something is not closed."))
    except (RecursionError, ValueError):
        problems.add("", msg("The file is not written as TOML."))
    return None


def read_format(
    values: Mapping[str, Any],
    problems: Problems,
    *,
    blocks: Blocks = NO_BLOCKS,
    hints: Collection[str] | None = None,
    own_version: bool = False,
    stored: bool = False,
) -> MeetingFormat | None:
    """Build a format of a file's values; None when anything is wrong. ``hints`` None takes any hint key.

    One that is ``stored`` with a meeting is read even where it may leave a meeting without steps.
    """
    before = len(problems.found)
    top = Table(values, problems)
    ident = top.ident()
    name = top.phrase("name")
    about = top.phrase("about", Phrase())
    credit = top.phrase("credit", Phrase())
    place = top.number("place", 1, 99, LAST_PLACE)
    steps = [read_step(_filled_in(table, blocks), hints) for table in top.tables("step")]
    top.done()
    _check_steps(steps, top, stored=stored)
    if len(problems.found) > before:
        return None
    fmt = MeetingFormat(ident, name, about, tuple(steps), credit, own_version, place)
    source = canonical(fmt)
    return replace(fmt, source=source, hash=hashlib.sha256(source.encode()).hexdigest())


def read_source(source: str) -> MeetingFormat:
    """Read back what :func:`canonical` wrote. Raises UserError when it is something else."""
    problems = Problems("JSON")
    try:
        values = json.loads(source)
        own_version = isinstance(values, dict) and values.pop("own_version", False) is True
        fmt = None
        if isinstance(values, dict):
            fmt = read_format(values, problems, own_version=own_version, stored=True)
    except (ValueError, RecursionError):
        fmt = None
    if fmt is None:
        raise UserError(
            msg(
                "The meeting’s form cannot be read by this version of the program. Nothing has been changed. "
                "Install the newest version, or ask your IT support."
            ),
            problems.found,
        )
    return fmt


def canonical(fmt: MeetingFormat) -> str:
    """Write a format as the one JSON text that is stored with a held meeting; no blocks are left in it."""
    values: dict[str, Any] = {
        "id": fmt.id,
        "name": _words(fmt.name),
        "place": fmt.place,
        "step": [_step_values(step) for step in fmt.steps],
    }
    values |= {key: _words(said) for key, said in (("about", fmt.about), ("credit", fmt.credit)) if said}
    if fmt.own_version:
        values["own_version"] = True
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _filled_in(table: Table, blocks: Blocks) -> Table:
    if not table.has("use"):
        return table
    wanted = table.values["use"]
    block = blocks.steps.get(wanted) if isinstance(wanted, str) else None
    if block is None:
        table.wrong("use", msg("There is no sound block called “{value}”.", value=shortened(wanted)))
    return Table({**(block or {}), **table.values}, table.problems, table.path, {"use"})


def read_step(table: Table, hints: Collection[str] | None) -> Step:
    """Build one step; whatever is wrong is noted in the table's problems."""
    if table.has("use") and not table.has("panel"):
        return Step("", PanelKind.CLOSING, Phrase(), Phrase(), Phrase(), Phrase(), 0)
    title = table.phrase("title")
    step = Step(
        id=table.ident(),
        panel=table.choice("panel", PanelKind),
        title=title,
        short=table.phrase("short", title),
        lead=table.phrase("lead", Phrase()),
        question=table.phrase("question"),
        minutes=table.number("minutes", 1, 240),
        number=table.number("number", 0, 99, 0),
        columns=tuple(_column(column) for column in table.tables("column")),
        rows=tuple(_row(row) for row in table.tables("row")),
        scale=_ends(table),
        at=table.choice("at", Occasion, Occasion.ALWAYS),
        statements=tuple(_statement(statement) for statement in table.tables("statement")),
        prompts=table.phrases("prompts"),
        hints=table.keys("hints", hints),
        for_child=table.flag("for_child", default=False),
        optional=table.flag("optional", default=False),
        on=table.flag("on", default=True),
    )
    table.done()
    _check_step(step, table)
    return step


def _column(table: Table) -> Column:
    column = Column(
        table.choice("kind", Holds),
        table.phrase("title"),
        table.choice("tint", Tint, Tint.PLAIN),
        also=table.choices("also", Holds),
        waiting=table.phrase("waiting", Phrase()),
        optional=table.flag("optional", default=False),
        on=table.flag("on", default=True),
    )
    table.done()
    return column


def _row(table: Table) -> Row:
    row = Row(table.ident(), table.phrase("title"), table.choices("sides", Side), table.keys("words", None))
    table.done()
    return row


def _ends(table: Table) -> Ends | None:
    if not table.has("low") and not table.has("high"):
        return None
    return Ends(table.phrase("low"), table.phrase("high"))


def _statement(table: Table) -> Statement:
    statement = Statement(table.ident(), table.phrase("text"))
    table.done()
    return statement


def _check_step(step: Step, table: Table) -> None:
    if table.values.get("panel") == step.panel:
        _check_panel(step, table)
    if len(step.columns) > MOST_COLUMNS:
        table.wrong("column", msg("A board has at most {most} columns.", most=MOST_COLUMNS))
    if not step.on and not step.optional:
        table.wrong("on", msg("only a step with optional = true can be off."))
    _check_unique("column[{}].kind", (holds for column in step.columns for holds in column.holds), table)
    _check_unique("row[{}].id", (row.id for row in step.rows), table)
    _check_unique("statement[{}].id", (statement.id for statement in step.statements), table)


def _check_panel(step: Step, table: Table) -> None:
    in_columns = step.panel in {PanelKind.BOARD, PanelKind.GRID}
    if in_columns and not table.values.get("column"):
        table.wrong("column", msg("is missing: a board needs at least one column."))
    if step.columns and not in_columns:
        table.wrong("column", msg("belongs to a board only."))
    if step.panel is PanelKind.GRID and not table.values.get("row"):
        table.wrong("row", msg("is missing: a grid needs at least one row."))
    if step.panel is PanelKind.SCALE and step.scale is None:
        table.wrong("low", msg("is missing: a scale needs words for both its ends."))
    if step.panel is PanelKind.FRAMING and not table.values.get("statement"):
        table.wrong("statement", msg("is missing: the framing needs at least one sentence."))


def _check_steps(steps: list[Step], top: Table, *, stored: bool) -> None:
    if not steps and isinstance(top.values.get("step", []), list):
        top.wrong("step", msg("is missing: a meeting needs at least one step."))
    elif steps and not stored and not any(_is_always(step) for step in steps):
        top.wrong("step", msg("At least one step must be at every meeting: without optional and without at."))
    _check_unique("step[{}].id", (step.id for step in steps), top)


def _is_always(step: Step) -> bool:
    return step.at is Occasion.ALWAYS and not step.optional


def _check_unique(where: str, ids: Iterable[str], table: Table) -> None:
    seen: set[str] = set()
    for place, ident in enumerate(ids, 1):
        if ident and ident in seen:
            table.wrong(where.format(place), msg("“{value}” is there twice.", value=str(ident)))
        seen.add(ident)


def _words(said: Phrase) -> dict[str, str]:
    return {"da": said.da, "en": said.en}


def _step_values(step: Step) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": step.id,
        "panel": step.panel.value,
        "title": _words(step.title),
        "short": _words(step.short),
        "question": _words(step.question),
        "minutes": step.minutes,
        "number": step.number,
        "column": [_column_values(column) for column in step.columns],
        "row": [
            {"id": row.id, "title": _words(row.title), "sides": list(row.sides), "words": list(row.words)}
            for row in step.rows
        ],
        "at": step.at.value,
        "statement": [{"id": each.id, "text": _words(each.text)} for each in step.statements],
        "prompts": [_words(prompt) for prompt in step.prompts],
        "hints": list(step.hints),
        "for_child": step.for_child,
        "optional": step.optional,
        "on": step.on,
    }
    if step.scale:
        values |= {"low": _words(step.scale.low), "high": _words(step.scale.high)}
    return values | ({"lead": _words(step.lead)} if step.lead else {})


def _column_values(column: Column) -> dict[str, Any]:
    values: dict[str, Any] = {
        "kind": column.kind.value,
        "title": _words(column.title),
        "tint": column.tint.value,
        "also": list(column.also),
        "optional": column.optional,
        "on": column.on,
    }
    return values | ({"waiting": _words(column.waiting)} if column.waiting else {})
