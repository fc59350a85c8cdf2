"""The allow-list itself: everything a projector can paint, in the meeting's own language, ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tvm_desktop.formats.model import Tint


class Progress(StrEnum):
    """Where a step of the agenda stands."""

    DONE = "done"
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step in the line at the top of the wall."""

    title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing but the question."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The calm pause screen."""

    title: str


@dataclass(frozen=True, slots=True)
class Statements:
    """Framing sentences, a few at a time; ``current`` is the one being read (-1: none)."""

    lines: tuple[str, ...]
    current: int = -1


@dataclass(frozen=True, slots=True)
class CardFrame:
    """One card: who says it, and the words (with quotation marks when they are verbatim)."""

    id: str
    voice: str
    text: str
    newest: bool = False


@dataclass(frozen=True, slots=True)
class ColumnFrame:
    """One column; ``waiting`` is said in it while it has no cards."""

    title: str
    tint: Tint
    cards: tuple[CardFrame, ...]
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Cards in columns."""

    columns: tuple[ColumnFrame, ...]


@dataclass(frozen=True, slots=True)
class GridColumnFrame:
    """One column of the grid: ``cells`` has one entry per row, or a single one for all rows when it is ``common``."""

    title: str
    tint: Tint
    cells: tuple[tuple[CardFrame, ...], ...]
    common: bool = False
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns in rows by who said it; ``since`` is what was agreed last time, one entry per row, or nothing."""

    rows: tuple[str, ...]
    columns: tuple[GridColumnFrame, ...]
    since_title: str = ""
    since: tuple[tuple[CardFrame, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What one person says about a thing."""

    voice: str
    text: str


@dataclass(frozen=True, slots=True)
class UnderstandingFrame:
    """One understanding with what it explains; ``others`` see it differently and stand beside it, equally large."""

    id: str
    view: View
    explains: tuple[str, ...] = ()
    others: tuple[View, ...] = ()
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Understandings:
    """Understandings, one below the other; differing views side by side."""

    items: tuple[UnderstandingFrame, ...]


@dataclass(frozen=True, slots=True)
class GoalFrame:
    """One row: what the child needs, what we want to reach, and what we will be able to see."""

    id: str
    need: str
    goal: str
    signs: tuple[str, ...]
    others: tuple[View, ...] = ()
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Goals:
    """Goals with their signs; the three titles are those of the columns."""

    titles: tuple[str, str, str]
    items: tuple[GoalFrame, ...]


@dataclass(frozen=True, slots=True)
class ActionFrame:
    """One agreement or wish: who, what, when. ``answer`` is what is said of it ("har sagt ja", "svar senest …")."""

    id: str
    who: str
    what: str
    when: str = ""
    answer: str = ""
    is_wish: bool = False
    others: tuple[View, ...] = ()
    newest: bool = False


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Agreements under one goal."""

    title: str
    items: tuple[ActionFrame, ...]


@dataclass(frozen=True, slots=True)
class Actions:
    """Who does what."""

    groups: tuple[ActionGroup, ...]


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """One station of a whole chain: "Vi så" and what we saw."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """One whole chain of the red thread."""

    links: tuple[ThreadLink, ...]
    index: int = 0
    total: int = 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement, alone on the wall: read aloud, or followed up with what became of it and what is said of that."""

    who: str
    what: str
    when: str
    with_whom: str = ""
    seen_by: str = ""
    index: int = 0
    total: int = 1
    answer: str = ""
    view: View | None = None


class Part(StrEnum):
    """Who somebody is at the table, as far as the wall says it."""

    CHILD = "child"
    FAMILY = "family"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's number that all may see."""

    name: str
    part: Part
    value: int


@dataclass(frozen=True, slots=True)
class ScaleFrame:
    """A line from 0 to 10 with words for its ends; ``earlier`` are last meeting's numbers, ``reasons`` what was said.

    There are no marks before the numbers are shown, so that nobody can tell one hidden number from another.
    """

    low: str
    high: str
    prompt: str = ""
    marks: tuple[Mark, ...] = ()
    earlier: tuple[Mark, ...] = ()
    reasons: tuple[ColumnFrame, ...] = ()


@dataclass(frozen=True, slots=True)
class BigLines:
    """A few large lines: the next meeting, or who tells the child what."""

    lines: tuple[str, ...]
    small: tuple[str, ...] = ()


Body = (
    Blank
    | Pause
    | Statements
    | Columns
    | Grid
    | Understandings
    | Goals
    | Actions
    | ScaleFrame
    | Thread
    | Agreement
    | BigLines
)


@dataclass(frozen=True, slots=True)
class ProjectorFrame:
    """One picture on the wall. ``question`` is its largest text."""

    language: str
    question: str
    body: Body
    crumbs: tuple[Crumb, ...] = ()
    foot_left: str = ""
    foot_right: str = ""
