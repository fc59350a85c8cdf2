"""What was told, how it is understood, and how each one sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tvm_desktop.domain.entities.base import InMeeting, Said, Shared
from tvm_desktop.domain.enums import CardKind, Stance


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
class Correction(Shared):
    """What somebody says is not right about something that was written down (``about``), beside the original."""

    about: str
    text: str
    voice: str = ""
    written: datetime | None = None
