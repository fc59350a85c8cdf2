"""A meeting format as typed objects. No code knows a format's name; formats name panels, columns and hints by key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tvm_desktop.domain.enums import Holds, Side

_NAMELESS = {"da": "barnet", "en": "the child"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in both languages. ``{child}`` and ``{child_s}`` (genitive) are filled when shown."""

    da: str = ""
    en: str = ""

    def say(self, language: str, child: str = "") -> str:
        """Return the words in a language with the child's name in them; "the child" while there is none."""
        text = self.en if language == "en" and self.en else self.da
        name = child or _NAMELESS.get(language, _NAMELESS["da"])
        filled = text.replace("{child}", name).replace("{child_s}", genitive(name, language))
        return filled[:1].upper() + filled[1:] if text.startswith("{child") else filled

    def __bool__(self) -> bool:
        """Be true when there are words."""
        return bool(self.da)


def genitive(name: str, language: str) -> str:
    """Return a name's genitive: Minhs, Jonas’ / Minh’s, Jonas’."""
    if not name:
        return ""
    if name[-1].lower() in "sxz":
        return f"{name}’"
    return f"{name}s" if language == "da" else f"{name}’s"


class PanelKind(StrEnum):
    """What a step is worked with; few and general."""

    FRAMING = "framing"
    BOARD = "board"
    GRID = "grid"
    UNDERSTANDINGS = "understandings"
    STATEMENTS = "statements"
    SCALE = "scale"
    GOALS = "goals"
    ACTIONS = "actions"
    CLOSING = "closing"
    FOLLOW_UP = "follow_up"
    ROUND = "round"
    EVALUATION = "evaluation"


class Occasion(StrEnum):
    """At which meetings of a course a step is held."""

    ALWAYS = "always"
    FIRST = "first"
    FOLLOW_UP = "follow_up"


class Tint(StrEnum):
    """A column's soft colour; a word always says the same."""

    PLAIN = "plain"
    WORRY = "worry"
    WORKS = "works"
    NEXT = "next"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a board or grid, and what it holds; what is written in it becomes ``kind``.

    ``also`` stands below. ``waiting`` is said on the wall while it is empty. An ``optional`` one is there when it is
    chosen (``on``: from the start) or holds something.
    """

    kind: Holds
    title: Phrase
    tint: Tint = Tint.PLAIN
    also: tuple[Holds, ...] = ()
    waiting: Phrase = Phrase()
    optional: bool = False
    on: bool = True

    @property
    def holds(self) -> tuple[Holds, ...]:
        """Everything it holds."""
        return (self.kind, *self.also)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid: the people whose words stand in it.

    They are on one of these ``sides`` (none: any) and have one of these ``words`` in what they are (none: any). A
    person stands in the first row that fits.
    """

    id: str
    title: Phrase
    sides: tuple[Side, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ends:
    """What 0 and 10 stand for on a scale."""

    low: Phrase
    high: Phrase


@dataclass(frozen=True, slots=True)
class Statement:
    """One framing sentence, or a sentence of welcome."""

    id: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the agenda.

    ``number`` is printed before the title (0: none). ``lead`` is for the leader, ``question`` the largest words on the
    wall. ``hints`` are keys of ``domain/guidance.py``. ``at`` says at which meetings of a course it is held. A step
    ``for_child`` is worked with the child in the room; an ``optional`` one can be left out in Prepare, and is, unless
    ``on``, or unless it holds something already.
    """

    id: str
    panel: PanelKind
    title: Phrase
    short: Phrase
    lead: Phrase
    question: Phrase
    minutes: int
    number: int = 0
    columns: tuple[Column, ...] = ()
    statements: tuple[Statement, ...] = ()
    prompts: tuple[Phrase, ...] = ()
    hints: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    scale: Ends | None = None
    at: Occasion = Occasion.ALWAYS
    for_child: bool = False
    optional: bool = False
    on: bool = True


@dataclass(frozen=True, slots=True)
class MeetingFormat:
    """A kind of meeting; ``place`` orders the menu.

    ``hash`` is the SHA-256 of ``source``, the full text as stored with a held meeting.
    """

    id: str
    name: Phrase
    about: Phrase
    steps: tuple[Step, ...]
    credit: Phrase = Phrase()
    own_version: bool = False
    place: int = 99
    hash: str = ""
    source: str = ""

    def step(self, step_id: str) -> Step:
        """Return a step; the first one for an unknown id (a format may have changed since)."""
        return next((step for step in self.steps if step.id == step_id), self.steps[0])
