"""What became of what we agreed last time: short, calm, what worked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Paragraphs, Section, SectionKind, Span, Text, Tone, strong
from tvm_desktop.documents.parts.people import all_named
from tvm_desktop.documents.parts.sayings import by, says
from tvm_desktop.domain.entities import Action, FollowUp
from tvm_desktop.domain.enums import ActionStatus
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
    items = tuple(_line(answer, action, source) for answer, action in found)
    return Section(SectionKind.SINCE, source.say(msg("Since last time")), Paragraphs(items, listed=True))


def told(action: Action, source: Source) -> Text:
    """Return an agreement with what this meeting says of it, if anything."""
    answers = (one for one in source.all(FollowUp) if one.action_id == action.id)
    answer = next(answers, None)
    return _line(answer, action, source) if answer else _untold(action, source)


def _told(source: Source) -> Iterator[tuple[FollowUp, Action]]:
    for answer in source.all(FollowUp):
        action = source.record.find(Action, answer.action_id)
        if action is not None and source.may(action) and action.what.strip():
            yield answer, action


def _line(answer: FollowUp, action: Action, source: Source) -> Text:
    who = all_named(source.record, action.who, source.language)
    status = strong(sentence(source.say(_BECAME[answer.status])))
    return (*by(who), Span(f"{sentence(action.what)} "), status, *_difference(answer, source))


def _untold(action: Action, source: Source) -> Text:
    who = all_named(source.record, action.who, source.language)
    status = Span(sentence(source.say(msg("Not talked about"))), Tone.QUIET)
    return (*by(who), Span(f"{sentence(action.what)} "), status)


def _difference(answer: FollowUp, source: Source) -> tuple[Span, ...]:
    text = sentence(answer.text)
    if not text:
        return ()
    said = f"{says(answer.voice, source)} " if source.record.called(answer.voice) else ""
    return (Span(f" {said}{text}"),)
