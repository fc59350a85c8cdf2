"""Hints about who does what: the own half, the family's wishes, and agreements that lack something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, Person, Wish
from tvm_desktop.domain.enums import Side, WishReply
from tvm_desktop.domain.hints.model import Finding
from tvm_desktop.domain.thread import live_actions
from tvm_desktop.domain.wording import shortened
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


def own_half(record: Record) -> list[Finding]:
    """Somebody is to do what another proposed, and has not said yes themselves."""
    return [
        Finding(msg("Ask {name}: is that a yes?", name=record.called(person)), (action.id, person))
        for action in live_actions(record)
        for person in unasked(record, action)
    ]


def unasked(record: Record, action: Action) -> tuple[str, ...]:
    """Return who is to do what somebody else proposed without having said yes."""
    if record.find(Person, action.proposed_by) is None:
        return ()
    settled = {action.proposed_by, *action.accepted_by}
    return tuple(p for p in action.who if p not in settled and record.find(Person, p))


def wish_unanswered(record: Record) -> list[Finding]:
    """A wish of the family must have an answer: yes, no because, or by when."""
    return [
        Finding(
            msg(
                "“{text}” needs an answer: yes, no because, or by when?",
                text=shortened(wish.text),
            ),
            (wish.id,),
        )
        for wish in record.all(Wish)
        if not answered(wish)
    ]


def answered(wish: Wish) -> bool:
    """Say whether a wish has its answer, whole."""
    match wish.reply:
        case WishReply.YES:
            return True
        case WishReply.NO:
            return bool(wish.because.strip())
        case WishReply.EXAMINED:
            return bool(wish.answered_by) and wish.due is not None
        case WishReply.NONE:
            return False


def mostly_professionals(record: Record) -> list[Finding]:
    """More than six of ten agreements are the professionals' alone."""
    owned = [action for action in live_actions(record) if action.who]
    theirs = [action for action in owned if all(_is_professional(record, p) for p in action.who)]
    if len(owned) < 3 or len(theirs) * 10 <= len(owned) * 6:
        return []
    said = msg(
        "{theirs} of {total} agreements are the professionals’. What will the family try themselves?",
        theirs=len(theirs),
        total=len(owned),
    )
    return [Finding(said)]


def action_unclear(record: Record) -> list[Finding]:
    """An agreement lacks who or when."""
    return [finding for action in live_actions(record) for finding in _unclear(action)]


def _unclear(action: Action) -> list[Finding]:
    text = shortened(action.what)
    if not action.who:
        return [Finding(msg("“{text}”: who does it?", text=text), (action.id,))]
    if not action.when.strip() and action.due is None:
        return [Finding(msg("“{text}”: when?", text=text), (action.id,))]
    return []


def _is_professional(record: Record, person_id: str) -> bool:
    person = record.find(Person, person_id)
    return person is not None and person.side is Side.PROFESSIONAL
