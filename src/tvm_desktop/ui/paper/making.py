"""From the open meeting to a plan in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.paper import Paper, PaperOptions
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.documents.render import render
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE

if TYPE_CHECKING:
    from tvm_desktop.documents.model import PlanDocument
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext


def plan_of(
    context: UiContext, session: MeetingSession, receivers: frozenset[str] = frozenset()
) -> PlanDocument:
    """Return what the plan says, in the meeting's own language."""
    store = context.open_store
    audience = Audience(receivers, store.setting(OWN_NAME), store.setting(OWN_PHONE))
    return plan_document(session.record, session.format, audience, session.language)


def make_plan(
    context: UiContext,
    session: MeetingSession,
    options: PaperOptions | None = None,
    receivers: frozenset[str] = frozenset(),
) -> Paper:
    """Return the plan on paper."""
    return render(plan_of(context, session, receivers), options or PaperOptions())
