"""A meeting's own agenda: its format's steps and columns as it has chosen them, with a place for everything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.columns import anything, filled
from tvm_desktop.domain.entities import Entity, Evaluation, FollowUp, Missed, Scale, Shared
from tvm_desktop.domain.enums import Holds, MeetingKind
from tvm_desktop.domain.followup import LASTING, answer, from_before
from tvm_desktop.domain.scales import of_last_meeting
from tvm_desktop.formats.model import Column, Occasion, PanelKind, Phrase, Step
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tvm_desktop.domain.entities import Meeting
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat

_ALSO_SAID = msg("Also said")
# Panels that are worked for the same end in different kinds of meeting.
_KIN: dict[PanelKind, frozenset[PanelKind]] = {
    kind: kin
    for kin in (
        frozenset({PanelKind.BOARD, PanelKind.GRID}),
        frozenset({PanelKind.UNDERSTANDINGS, PanelKind.STATEMENTS}),
    )
    for kind in kin
}
# What is answered at a panel.
_ANSWERS: dict[PanelKind, tuple[type[Entity], ...]] = {
    PanelKind.SCALE: (Scale,),
    PanelKind.FOLLOW_UP: (FollowUp,),
    PanelKind.EVALUATION: (Evaluation, Missed),
}
# What a panel shows without being told by columns.
_SHOWN_BY: dict[PanelKind, frozenset[Holds]] = {
    PanelKind.UNDERSTANDINGS: frozenset({Holds.UNDERSTANDING}),
    PanelKind.STATEMENTS: frozenset({Holds.STATEMENT}),
    PanelKind.GOALS: frozenset({Holds.NEED, Holds.GOAL}),
    PanelKind.ACTIONS: frozenset({Holds.ACTION, Holds.WISH}),
}


def agenda(record: Record, fmt: MeetingFormat, may: Callable[[Shared], bool] = anything) -> tuple[Step, ...]:
    """Return the steps of the open meeting.

    An optional step or column is there when it was chosen, and always when it holds something. What no step of this
    format has a place for stands in a column of its own on the first board or grid, so nothing that was said goes out
    of sight. On the wall only what ``may`` be seen there counts. It is never empty.
    """
    there = filled(record, may)
    fitting = _fitting(record, fmt, may, there)
    held = [step for step in fitting if _is_held(step, record, there, may)]
    sure = _housed((c for step in held for c in step.columns if not c.optional), held)
    steps = [_with_columns(step, record, there - sure, there) for step in held or fitting]
    homeless = _homeless(steps, there)
    boards = [step for step in steps if step.columns and not step.for_child]
    if not homeless or not boards:
        return tuple(steps)
    return tuple(_with_rest(step, homeless) if step is boards[0] else step for step in steps)


def _is_held(step: Step, record: Record, there: frozenset[Holds], may: Callable[[Shared], bool]) -> bool:
    if step.optional and step.id in record.meeting.left_out and step.id != record.meeting.live_step:
        return _holds(step, record, there, may)
    return True


def _holds(step: Step, record: Record, there: frozenset[Holds], may: Callable[[Shared], bool]) -> bool:
    answers = any(_may(thing, may) for kind in _ANSWERS.get(step.panel, ()) for thing in record.all(kind))
    return answers or not there.isdisjoint(_SHOWN_BY.get(step.panel, frozenset()))


def choices(record: Record, fmt: MeetingFormat) -> tuple[Step, ...]:
    """Return the steps that the open meeting can have, chosen or not: those of other occasions are not among them."""
    return tuple(_fitting(record, fmt, anything, filled(record)))


def _fitting(
    record: Record, fmt: MeetingFormat, may: Callable[[Shared], bool], there: frozenset[Holds]
) -> list[Step]:
    """List the steps of this occasion, where the table is, and what holds something that no other step shows."""
    if all(step.at is Occasion.ALWAYS for step in fmt.steps):
        return list(fmt.steps)
    fits = (Occasion.ALWAYS, Occasion.FOLLOW_UP if _follows(record, may) else Occasion.FIRST)
    panels = {step.panel for step in fmt.steps if step.at in fits}
    found = [
        step
        for step in fmt.steps
        if step.at in fits
        or step.id == record.meeting.live_step
        or (step.panel not in panels and _holds(step, record, there, may))
    ]
    return found or list(fmt.steps)


def _follows(record: Record, may: Callable[[Shared], bool]) -> bool:
    """Say whether something was agreed, or answered in numbers, at an earlier meeting; its kind may say so by itself.

    What is settled counts only where its answer does, so that an answer that is kept back leaves no trace.
    """
    if record.meeting.kind is MeetingKind.FOLLOW_UP:
        return True
    if of_last_meeting(record, may):
        return True
    found = ((action, answer(record, action.id)) for action in from_before(record) if may(action))
    return any(action.status in LASTING or (told is not None and may(told)) for action, told in found)


def _may(thing: Entity, may: Callable[[Shared], bool]) -> bool:
    return not isinstance(thing, Shared) or may(thing)


def column_key(step: Step, column: Column) -> str:
    """Return how a meeting names a column of its own: "board/worry"."""
    return f"{step.id}/{column.kind}"


def _with_columns(step: Step, record: Record, homeless: frozenset[Holds], there: frozenset[Holds]) -> Step:
    """Leave out the optional columns that were not chosen, are empty, and whose rest has its place elsewhere.

    So what the child said in its own time does not come to the adults' board by itself.
    """
    if not step.columns:
        return step
    meeting = record.meeting
    kept = [
        column
        for column in step.columns
        if not column.optional
        or column_key(step, column) not in meeting.left_out
        or column.kind in there
        or not homeless.isdisjoint(column.also)
    ]
    return replace(step, columns=in_order(meeting, step, kept))


def in_order(meeting: Meeting, step: Step, columns: Iterable[Column]) -> tuple[Column, ...]:
    """Return columns of a step in the order that the meeting wishes, then those it has no wish for."""
    wished = {key: place for place, key in enumerate(meeting.column_order)}
    return tuple(sorted(columns, key=lambda column: wished.get(column_key(step, column), len(wished))))


def moved_column(meeting: Meeting, step: Step, kind: Holds, by: int) -> tuple[str, ...] | None:
    """Return the meeting's order after a column of a step has changed places; None where it cannot go further.

    The step's columns are as they stand now.
    """
    keys = [column_key(step, column) for column in step.columns]
    at = next((n for n, column in enumerate(step.columns) if column.kind is kind), -1)
    if at < 0 or not 0 <= at + by < len(keys):
        return None
    keys.insert(at + by, keys.pop(at))
    return (*keys, *(key for key in meeting.column_order if key not in keys))


def _homeless(steps: Iterable[Step], there: frozenset[Holds]) -> tuple[Holds, ...]:
    steps = list(steps)
    housed = _housed((column for step in steps for column in step.columns), steps)
    return tuple(holds for holds in Holds if holds in there and holds not in housed)


def _housed(columns: Iterable[Column], steps: Iterable[Step]) -> frozenset[Holds]:
    """Return what stands in these columns, or is shown by the panels of these steps."""
    shown = (_SHOWN_BY.get(step.panel, frozenset()) for step in steps)
    return frozenset(holds for column in columns for holds in column.holds).union(*shown)


def _with_rest(step: Step, homeless: tuple[Holds, ...]) -> Step:
    title = Phrase(say(_ALSO_SAID, "da"), say(_ALSO_SAID, "en"))
    return replace(step, columns=(*step.columns, Column(homeless[0], title, also=homeless[1:])))


def left_out_at_first(fmt: MeetingFormat) -> tuple[str, ...]:
    """Name the optional steps and columns that a new meeting does without until they are chosen."""
    return tuple(key for key, on in _optional(fmt) if not on)


def kept_choices(
    left_out: tuple[str, ...], first: tuple[str, ...], old: MeetingFormat, new: MeetingFormat
) -> tuple[str, ...]:
    """Return what a meeting does without in another form: what it chose where both let it choose, else ``first``."""
    both = {key for key, _ in _optional(old)} & {key for key, _ in _optional(new)}
    same = [key for key in first if key not in both or key in left_out]
    return (*same, *(key for key in left_out if key in both and key not in first))


def _optional(fmt: MeetingFormat) -> list[tuple[str, bool]]:
    """List what a meeting can choose in a form, and whether it has it from the start: steps, then columns."""
    steps = [(step.id, step.on) for step in fmt.steps if step.optional]
    columns = [
        (column_key(step, column), column.on)
        for step in fmt.steps
        for column in step.columns
        if column.optional
    ]
    return [*steps, *columns]


def step_like(step: Step, steps: tuple[Step, ...], old: tuple[Step, ...]) -> str:
    """Return where the table goes on when the kind of meeting changes: the same step, a like one, or as far along."""
    if any(other.id == step.id for other in steps):
        return step.id
    kin = _KIN.get(step.panel, {step.panel})
    like = [other for other in steps if other.panel in kin and other.for_child == step.for_child]
    same = [other for other in like if other.panel is step.panel]
    if like:
        return (same or like)[0].id
    at = next((n for n, other in enumerate(old) if other.id == step.id), 0)
    return steps[min(at * len(steps) // max(len(old), 1), len(steps) - 1)].id
