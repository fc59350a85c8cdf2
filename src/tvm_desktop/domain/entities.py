"""Every thing a course holds, one frozen dataclass each. All ids are random texts; "" means nobody or nothing.

Each entity but :class:`Course` and :class:`Person` belongs to one meeting (``meeting_id``). ``rank`` orders things
of a kind; smaller comes first. Dates and times are the Python types; instants are aware and in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from tvm_desktop.domain.enums import (
    ActionStatus,
    CardKind,
    CardSort,
    ConsentForm,
    FramingReply,
    MeetingKind,
    MeetingStatus,
    ParkedOutcome,
    Presence,
    Role,
    Share,
    Side,
    Stance,
    WishReply,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One thing with an id."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Entity):
    """The file of one child or of siblings; ``name`` is what they are called: "Minh", "Freja og Anton"."""

    name: str
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """Somebody of the course. ``called`` is the everyday name on board and paper."""

    name: str
    called: str = ""
    side: Side = Side.FAMILY
    relation: str = ""
    profession: str = ""
    phone: str = ""
    has_custody: bool = False
    is_child: bool = False
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Entity):
    """What the family has said yes to sharing."""

    given_by: tuple[str, ...] = ()
    to_whom: str = ""
    about: str = ""
    given_on: date | None = None
    valid_until: date | None = None
    form: ConsentForm = ConsentForm.WRITTEN
    note: str = ""
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Entity):
    """One meeting. ``minutes`` holds (step id, minutes) where they differ from the format's.

    ``left_out`` names optional steps, and optional columns as "step/column", that this meeting does without;
    ``column_order`` names the columns that come first, in the same way.
    """

    kind: MeetingKind = MeetingKind.NETWORK
    format_id: str = ""
    format_hash: str = ""
    language: str = "da"
    purpose: str = ""
    place: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = "Europe/Copenhagen"
    status: MeetingStatus = MeetingStatus.PLANNED
    live_step: str = ""
    child_present: bool = False
    minutes: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()
    column_order: tuple[str, ...] = ()
    framing_per_person: bool = False
    evaluation_numbers: bool = False
    created: datetime | None = None
    closed: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InMeeting(Entity):
    """A thing that belongs to one meeting."""

    meeting_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(InMeeting):
    """One person at one meeting; ``instead_of`` is the person that a substitute comes for."""

    person_id: str
    roles: tuple[Role, ...] = ()
    mandate: str = ""
    presence: Presence = Presence.INVITED
    instead_of: str = ""
    arrives: time | None = None
    leaves: time | None = None
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingAnswer(InMeeting):
    """What one person, or everybody (``person_id`` ""), answers to one framing sentence."""

    statement: str
    person_id: str = ""
    reply: FramingReply = FramingReply.AGREE
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FramingSkip(InMeeting):
    """That the framing was not gone through, and why."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(InMeeting):
    """A text that may reach the wall and the paper, within its share scope."""

    share: Share = Share.ALL
    not_to: tuple[str, ...] = ()
    fit_for_child: bool = False
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Shared):
    """What somebody said. ``basis`` is what it builds on: somebody's knowledge, or the example that shows it."""

    text: str
    voice: str = ""
    verbatim: bool = False
    interpreted: bool = False
    prepared: bool = False
    seen_when: str = ""
    seen_where: str = ""
    basis: str = ""
    sort: CardSort = CardSort.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Said):
    """What somebody said, in the column where they say it belongs."""

    kind: CardKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding(Said):
    """One way to make sense of what was told; links say which cards it explains.

    It has all that a card has, so that a card can become one and go back without losing a word.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Shared):
    """A worry in three parts: who is worried, about what (``text``), and what may happen (``future``).

    ``own_words`` is the family's own version, unchanged, by ``own_voice``. Links say which cards it rests on.
    """

    text: str
    worried: tuple[str, ...] = ()
    future: str = ""
    own_words: str = ""
    own_voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(InMeeting):
    """That somebody agrees or sees it differently; ``about`` is the id of any entity, or of the meeting (the plan)."""

    about: str
    person_id: str = ""
    stance: Stance = Stance.DISAGREE
    text: str = ""
    rank: float = 0.0


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
class Scale(Shared):
    """One question from 0 to 10 with words for both ends.

    ``follows`` is the same question at an earlier meeting. Nobody's number is shown before it is ``revealed``.
    """

    text: str
    low: str = ""
    high: str = ""
    follows: str = ""
    revealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRating(InMeeting):
    """One person's number, 0 to 10; a child's is shown only with the child's yes (``may_show``)."""

    scale_id: str
    person_id: str
    value: int
    may_show: bool = True


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNote(InMeeting):
    """The leader's own note to one step: never projected, never printed."""

    step: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(InMeeting):
    """What the closing must settle: what the child is told, by whom and when, and whom the family calls.

    ``explain`` names the entries of the word list that the paper explains at its foot.
    """

    child_told_what: str = ""
    child_told_by: tuple[str, ...] = ()
    child_told_when: str = ""
    phone_hours: str = ""
    documentation: str = ""
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting(InMeeting):
    """When and where we meet again."""

    starts: datetime | None = None
    zone: str = "Europe/Copenhagen"
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(InMeeting):
    """Whether the meeting made sense to one person, in words, and 0 to 10 where numbers are asked for."""

    person_id: str
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed(InMeeting):
    """Somebody who was missed at the table; offered as a participant next time."""

    text: str
    voice: str = ""
    rank: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime(InMeeting):
    """Seconds the table has spent on one step."""

    step: str
    seconds: int = 0


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
        StepTime,
    )
}
