"""The evaluation on the wall: the question alone. What each answers, and whom one missed, is not for the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.session.frames.model import Blank, Body

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import Step
    from tvm_desktop.session.frames.showing import Showing


def body(record: Record, step: Step, showing: Showing) -> Body:
    """Return nothing but the question."""
    return Blank()
