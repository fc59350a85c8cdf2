"""What became of what we agreed last time: short, calm, what worked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text, Tone, strong
from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.documents.parts.sayings import by, says
from tvm_desktop.domain.entities import Action, FollowUp
from tvm_desktop.domain.enums import ActionStatus
from tvm_desktop.domain.followup import answer
from tvm_desktop.domain.wording import sentence
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.documents.parts.source import Source

_BECAME: dict[ActionStatus, Message] = {
    ActionStatus.DONE: msg("Done"),
    ActionStatus.PARTLY: msg("Partly done"),
    ActionStatus.NOT_DONE: msg("Not done yet"),
    ActionStatus.DROPPED: msg("No longer relevant"),
    ActionStatus.OPEN: msg("Goes on"),
}


def since(source: Source) -> Section | None:
    """Return the agreements that this meeting told about; none when it told about none."""
    order = list(_BECAME)
    found = sorted(_told(source), key=lambda pair: order.index(pair[0].status))
    if not found:
        return None
    items = tuple(_line(known, action, source) for known, action in found)
    return Section(SectionKind.SINCE, source.say(msg("Since last time")), Paragraphs(items, listed=True))


def told(action: Action, source: Source) -> Text | None:
    """Return an agreement with what this meeting says of it; None where that is kept back on this copy."""
    known = answer(source.record, action.id)
    if known is None:
        return _untold(action, source)
    return _line(known, action, source) if source.may(known) else None


def _told(source: Source) -> Iterator[tuple[FollowUp, Action]]:
    for known in source.all(FollowUp):
        action = source.record.find(Action, known.action_id)
        if action is not None and source.may(action) and action.what.strip():
            yield known, action


def _line(known: FollowUp, action: Action, source: Source) -> Text:
    who = all_named(source.record, action.who, source.language)
    status = strong(sentence(source.say(_BECAME[known.status])))
    return (*by(who), Span(f"{sentence(action.what)} "), status, *_difference(known, source))


def _untold(action: Action, source: Source) -> Text:
    who = all_named(source.record, action.who, source.language)
    status = Span(sentence(source.say(msg("Not talked about"))), Tone.QUIET)
    return (*by(who), Span(f"{sentence(action.what)} "), status)


def _difference(known: FollowUp, source: Source) -> tuple[Span, ...]:
    text = sentence(known.text)
    if not text:
        return ()
    said = f"{says(known.voice, source)} " if source.record.called(known.voice) else ""
    return (Span(f" {said}{text}"),)
