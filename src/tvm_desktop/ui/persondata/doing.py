"""Doing something in a course from a small window, where no meeting is open: its newest meeting takes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Meeting
from tvm_desktop.errors import UserError
from tvm_desktop.session.commands.base import Command
from tvm_desktop.session.session import MeetingSession
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.ui.context import UiContext

# Carries out a command and ends a draft; None when it was done, else why not.
Do = Callable[[Command, str], Message | None]


def in_session(session: MeetingSession) -> Do:
    """Return the way to do something in a meeting that is open."""

    def do(command: Command, done_draft: str) -> Message | None:
        try:
            session.do(command, done_draft=done_draft)
        except UserError as problem:
            return problem.message
        return None

    return do


def in_course(context: UiContext, record: Record) -> Do:
    """Return the way to do something in a course of which no meeting is open."""

    def do(command: Command, done_draft: str) -> Message | None:
        newest = max(
            record.every(Meeting), key=lambda m: (m.created is not None, m.created, m.id), default=None
        )
        if newest is None:
            return msg("This course has no meeting yet, so there is nothing to change.")
        try:
            session = MeetingSession.open(
                context.open_store, context.formats, newest.id, clock=context.clock, new_id=context.new_id
            )
        except (UserError, KeyError):
            return msg("This meeting is no longer here.")
        return in_session(session)(command, done_draft)

    return do
