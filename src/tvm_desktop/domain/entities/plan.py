"""What is needed, wanted and agreed, and the thread between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvm_desktop.domain.entities.base import InMeeting, Shared
from tvm_desktop.domain.enums import ActionStatus, ParkedOutcome, WishReply


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetNeed(Shared):
    """What the child, a parent or the family is missing."""

    text: str
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Shared):
    """What we want to reach, for one need (``need_id`` may be "")."""

    text: str
    need_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Shared):
    """What we will be able to see when a goal is reached."""

    goal_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Shared):
    """Who does what, when. ``accepted_by`` are those of ``who`` that have said yes."""

    what: str
    who: tuple[str, ...] = ()
    with_whom: tuple[str, ...] = ()
    when: str = ""
    due: date | None = None
    seen_by: str = ""
    checked_by: str = ""
    proposed_by: str = ""
    accepted_by: tuple[str, ...] = ()
    status: ActionStatus = ActionStatus.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Shared):
    """What became of an earlier meeting's agreement, as said at this one; ``text``: what made the difference."""

    action_id: str
    status: ActionStatus = ActionStatus.OPEN
    text: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Shared):
    """What the family wishes of others, and the answer it got: yes, no because, or examined by a date."""

    text: str
    voice: str = ""
    reply: WishReply = WishReply.NONE
    answered_by: str = ""
    because: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(InMeeting):
    """One piece of the red thread: ``upper`` rests on ``lower`` (action → goal, need → understanding → card)."""

    upper: str
    lower: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedIdea(InMeeting):
    """A solution said too early; it comes back at the step about effort."""

    text: str
    voice: str = ""
    outcome: ParkedOutcome = ParkedOutcome.WAITING
    rank: float = 0.0
