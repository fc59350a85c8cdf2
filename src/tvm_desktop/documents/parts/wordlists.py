"""The closed sets in words, as they stand beside something that was said."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.enums import FramingReply, ParkedOutcome, Presence, Role, Side, Stance, WishReply
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDES: Mapping[Side, Message] = MappingProxyType(
    {
        Side.FAMILY: msg("family"),
        Side.PRIVATE: msg("private network"),
        Side.PROFESSIONAL: msg("professional"),
    }
)
ROLES: Mapping[Role, Message] = MappingProxyType(
    {
        Role.FACILITATOR: msg("meeting leader"),
        Role.CONVENER: msg("convener"),
        Role.MINUTE_TAKER: msg("minute taker"),
        Role.COORDINATOR: msg("coordinator"),
        Role.CHILD_VOICE: msg("brings the child’s voice"),
        Role.SUPPORT_PERSON: msg("support person"),
        Role.INTERPRETER: msg("interpreter"),
    }
)
PRESENCE: Mapping[Presence, Message] = MappingProxyType(
    {
        Presence.INVITED: msg("was invited"),
        Presence.PRESENT: msg("was there"),
        Presence.ABSENT: msg("could not come"),
        Presence.SUBSTITUTE: msg("came for somebody else"),
    }
)
STANCES: Mapping[Stance, Message] = MappingProxyType(
    {Stance.AGREE: msg("agrees"), Stance.DISAGREE: msg("sees it differently")}
)
ANSWERS: Mapping[FramingReply, Message] = MappingProxyType(
    {
        FramingReply.AGREE: msg("agrees"),
        FramingReply.QUESTION: msg("had a question"),
        FramingReply.DISAGREE: msg("sees it differently"),
    }
)
REPLIES: Mapping[WishReply, Message] = MappingProxyType(
    {
        WishReply.NONE: msg("not answered yet"),
        WishReply.YES: msg("yes"),
        WishReply.NO: msg("no"),
        WishReply.EXAMINED: msg("is being looked into"),
    }
)
OUTCOMES: Mapping[ParkedOutcome, Message] = MappingProxyType(
    {
        ParkedOutcome.WAITING: msg("kept for later"),
        ParkedOutcome.TAKEN: msg("taken into the plan"),
        ParkedOutcome.DECLINED: msg("we do not do that"),
    }
)
