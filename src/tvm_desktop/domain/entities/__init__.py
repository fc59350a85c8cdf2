"""Every thing a course holds, one frozen dataclass each. All ids are random texts; "" means nobody or nothing.

Each entity but :class:`Course`, :class:`Person` and :class:`Consent` belongs to one meeting (``meeting_id``).
``rank`` orders things of a kind; smaller comes first. Dates and times are the Python types; instants are aware and
in UTC.
"""

from __future__ import annotations

from tvm_desktop.domain.entities.base import Entity, InMeeting, Said, Shared
from tvm_desktop.domain.entities.meeting import (
    Closing,
    Evaluation,
    Filing,
    FramingAnswer,
    FramingSkip,
    Meeting,
    Missed,
    NextMeeting,
    PrivateNote,
    StepTime,
)
from tvm_desktop.domain.entities.people import Attendance, Consent, Course, Person
from tvm_desktop.domain.entities.plan import Action, FollowUp, Goal, Link, ParkedIdea, Sign, UnmetNeed, Wish
from tvm_desktop.domain.entities.story import (
    Card,
    Correction,
    Position,
    Scale,
    ScaleRating,
    Statement,
    Understanding,
)

__all__ = [
    "KINDS",
    "Action",
    "Attendance",
    "Card",
    "Closing",
    "Consent",
    "Correction",
    "Course",
    "Entity",
    "Evaluation",
    "Filing",
    "FollowUp",
    "FramingAnswer",
    "FramingSkip",
    "Goal",
    "InMeeting",
    "Link",
    "Meeting",
    "Missed",
    "NextMeeting",
    "ParkedIdea",
    "Person",
    "Position",
    "PrivateNote",
    "Said",
    "Scale",
    "ScaleRating",
    "Shared",
    "Sign",
    "Statement",
    "StepTime",
    "Understanding",
    "UnmetNeed",
    "Wish",
]

KINDS: dict[str, type[Entity]] = {
    cls.__name__: cls
    for cls in (
        Course,
        Person,
        Consent,
        Meeting,
        Attendance,
        FramingAnswer,
        FramingSkip,
        Card,
        Understanding,
        Statement,
        Position,
        UnmetNeed,
        Goal,
        Sign,
        Action,
        FollowUp,
        Scale,
        ScaleRating,
        Wish,
        Link,
        ParkedIdea,
        PrivateNote,
        Closing,
        NextMeeting,
        Evaluation,
        Missed,
        Filing,
        Correction,
        StepTime,
    )
}
