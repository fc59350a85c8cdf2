"""The one place that decides what is on the wall: a pure function of record, format and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tvm_desktop import dates
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.agenda import agenda
from tvm_desktop.formats.model import MeetingFormat, PanelKind, Step
from tvm_desktop.session.frames import (
    actions,
    board,
    closing,
    evaluation,
    followup,
    framing,
    goals,
    grid,
    scale,
    statements,
    thread,
    understandings,
)
from tvm_desktop.session.frames import round as turn
from tvm_desktop.session.frames.model import Body, Crumb, Pause, Progress, ProjectorFrame
from tvm_desktop.session.frames.parts import seen
from tvm_desktop.session.frames.showing import Scene, Showing
from tvm_desktop.words import msg, say

Builder = Callable[[Record, Step, Showing], Body]

BUILDERS: dict[PanelKind, Builder] = {
    PanelKind.FRAMING: framing.body,
    PanelKind.BOARD: board.body,
    PanelKind.GRID: grid.body,
    PanelKind.UNDERSTANDINGS: understandings.body,
    PanelKind.STATEMENTS: statements.body,
    PanelKind.SCALE: scale.body,
    PanelKind.GOALS: goals.body,
    PanelKind.ACTIONS: actions.body,
    PanelKind.CLOSING: closing.body,
    PanelKind.FOLLOW_UP: followup.body,
    PanelKind.ROUND: turn.body,
    PanelKind.EVALUATION: evaluation.body,
}


def projector_frame(record: Record, fmt: MeetingFormat, showing: Showing) -> ProjectorFrame:
    """Return the picture of the live step."""
    meeting = record.meeting
    language = meeting.language
    steps = agenda(record, fmt, seen(record))
    step = next((one for one in steps if one.id == meeting.live_step), fmt.step(meeting.live_step))
    if showing.scene is Scene.THREAD:
        body: Body = thread.body(record, showing)
        question = say(msg("Does it hang together?"), language)
    else:
        body = BUILDERS[step.panel](record, step, showing)
        question = _question(record, step, showing)
    return ProjectorFrame(
        language=language,
        question=question,
        body=body,
        crumbs=crumbs(steps, step, language),
        # Nobody has said that the purpose is fit for the child, so it is not there while the child is.
        foot_left="" if meeting.child_present else meeting.purpose,
        foot_right=_until(record),
    )


def _question(record: Record, step: Step, showing: Showing) -> str:
    if step.panel is PanelKind.SCALE:  # a prompt stands below it
        return scale.question(record, step, showing)
    question = closing.question(record, showing) if step.panel is PanelKind.CLOSING else ""
    return showing.prompt or question or step.question.say(record.meeting.language, record.course.name)


def pause_frame(language: str) -> ProjectorFrame:
    """Return the calm pause screen."""
    return ProjectorFrame(
        language=language, question="", body=Pause(say(msg("We are taking a break"), language))
    )


def crumbs(steps: Sequence[Step], live: Step, language: str) -> tuple[Crumb, ...]:
    """Return the line of steps at the top of the wall."""
    now = next((n for n, step in enumerate(steps) if step.id == live.id), -1)
    states = (
        Progress.NOW if n == now else Progress.DONE if n < now else Progress.NEXT for n in range(len(steps))
    )
    return tuple(Crumb(step.short.say(language), state) for step, state in zip(steps, states, strict=True))


def _until(record: Record) -> str:
    meeting = record.meeting
    if meeting.ends is None:
        return ""
    ends = dates.clock(dates.local(meeting.ends, meeting.zone), meeting.language)
    return say(msg("We finish at {clock}", clock=ends), meeting.language)
