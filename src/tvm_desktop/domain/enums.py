"""The closed sets of the field. Steps and formats are not here: they are data (``resources/formats``)."""

from __future__ import annotations

from enum import StrEnum


class Side(StrEnum):
    """Where a person stands at the table."""

    FAMILY = "family"
    PRIVATE = "private"
    PROFESSIONAL = "professional"


class Role(StrEnum):
    """What a person does at one meeting, beside being there."""

    FACILITATOR = "facilitator"
    CONVENER = "convener"
    MINUTE_TAKER = "minute_taker"
    COORDINATOR = "coordinator"
    CHILD_VOICE = "child_voice"
    SUPPORT_PERSON = "support_person"
    INTERPRETER = "interpreter"


class Presence(StrEnum):
    """Whether a person is in the room."""

    INVITED = "invited"
    PRESENT = "present"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    NETWORK = "network"
    PROFESSIONAL = "professional"
    PREP = "prep"
    FOLLOW_UP = "follow_up"


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    RUNNING = "running"
    CLOSED = "closed"


class CardKind(StrEnum):
    """What a card says; the columns of every format show cards by kind."""

    CHILD_WORDS = "child_words"
    WORRY = "worry"
    STRENGTH = "strength"
    LIFE_CONTEXT = "life_context"
    CHILD_WISH = "child_wish"
    NEXT = "next"


class Holds(StrEnum):
    """What a column of a view holds: cards of one kind, or one kind of the plan's things."""

    CHILD_WORDS = "child_words"
    WORRY = "worry"
    STRENGTH = "strength"
    LIFE_CONTEXT = "life_context"
    CHILD_WISH = "child_wish"
    NEXT = "next"
    UNDERSTANDING = "understanding"
    STATEMENT = "statement"
    NEED = "need"
    GOAL = "goal"
    ACTION = "action"
    WISH = "wish"


class CardSort(StrEnum):
    """What a card turns out to be when the board is sorted: three sorts of worry, two of what works."""

    NONE = "none"
    HAPPENED = "happened"
    MAY_HAPPEN = "may_happen"
    HARD = "hard"
    STRENGTH = "strength"
    PROTECTED = "protected"


class Share(StrEnum):
    """Who may see a text on the projector and on paper."""

    ALL = "all"
    NOT_TO = "not_to"
    FACILITATOR = "facilitator"


class FramingReply(StrEnum):
    """What somebody answers to a framing sentence. All three are equally right."""

    AGREE = "agree"
    QUESTION = "question"
    DISAGREE = "disagree"


class Stance(StrEnum):
    """Whether somebody sees a thing the same way."""

    AGREE = "agree"
    DISAGREE = "disagree"


class ActionStatus(StrEnum):
    """What became of an agreement."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    DROPPED = "dropped"


class WishReply(StrEnum):
    """The answer that a family's wish must have."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    EXAMINED = "examined"


class ParkedOutcome(StrEnum):
    """What became of a solution that was said too early."""

    WAITING = "waiting"
    TAKEN = "taken"
    DECLINED = "declined"


class ConsentForm(StrEnum):
    """How a consent was given."""

    WRITTEN = "written"
    ORAL = "oral"
