"""From the open meeting to a paper in memory."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.filename import form_file_name, plan_file_name
from tvm_desktop.documents.grid import grid_document, grid_step
from tvm_desktop.documents.paper import Paper, PaperOptions
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.documents.render import render
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.documents.model import PlanDocument
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext


class PaperKind(StrEnum):
    """What can be printed of a meeting."""

    PLAN = "plan"
    FORM = "form"


def kinds(context: UiContext, session: MeetingSession) -> tuple[PaperKind, ...]:
    """Return what can be printed: the form too where any kind of meeting has a grid."""
    step = grid_step(session.format, context.formats.formats)
    return (PaperKind.PLAN, PaperKind.FORM) if step else (PaperKind.PLAN,)


def document_of(
    context: UiContext, session: MeetingSession, kind: PaperKind, left_out: frozenset[str] = frozenset()
) -> PlanDocument:
    """Return the family's plan, or the form for the file, without what some people said."""
    step = grid_step(session.format, context.formats.formats)
    audience = _audience(context, frozenset(), left_out)
    if kind is PaperKind.PLAN or step is None:
        return plan_document(session.record, session.format, audience, session.language)
    return grid_document(session.record, session.format, step, audience, session.language)


def file_name(kind: PaperKind, day: date, language: str) -> str:
    """Return the name proposed for a saved paper; it names nobody."""
    return form_file_name(day, language) if kind is PaperKind.FORM else plan_file_name(day, language)


def plan_of(
    context: UiContext, session: MeetingSession, receivers: frozenset[str] = frozenset()
) -> PlanDocument:
    """Return what the plan says, in the meeting's own language."""
    return plan_document(session.record, session.format, _audience(context, receivers), session.language)


def make_plan(
    context: UiContext,
    session: MeetingSession,
    options: PaperOptions | None = None,
    receivers: frozenset[str] = frozenset(),
) -> Paper:
    """Return the plan on paper."""
    return render(plan_of(context, session, receivers), options or PaperOptions())


def _audience(
    context: UiContext, receivers: frozenset[str], left_out: frozenset[str] = frozenset()
) -> Audience:
    store = context.open_store
    return Audience(receivers, store.setting(OWN_NAME), store.setting(OWN_PHONE), left_out)
