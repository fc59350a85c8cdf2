"""A paper as plain values, ready to read in its language. What is not here cannot be printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How strongly a few words are printed."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in one tone; a ``whole`` one is not broken over lines, as a phone number."""

    text: str
    tone: Tone = Tone.PLAIN
    whole: bool = False


Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Texts below each other; ``listed`` ones have a small dot in front."""

    items: tuple[Text, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class GoalItem:
    """One goal, and a tick box for every sign of it."""

    goal: str
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Goals:
    """What we want to reach."""

    items: tuple[GoalItem, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of who does what. A cell may hold several lines; what was ``corrected`` stands under what is done."""

    who: str
    what: str
    beside: str = ""
    when: str = ""
    seen: str = ""
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Promises:
    """Who does what; ``titles`` are those of the four columns."""

    titles: tuple[str, str, str, str]
    rows: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What one person says, in that person's own words."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is seen in several ways; every view has the same size."""

    about: str
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What we do not agree on."""

    items: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What the family looks for first: when we meet again and whom to call."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """Worries, each with the family's own version beside it, and the goals that answer them."""

    worries: tuple[Difference, ...]
    goals: tuple[GoalItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Aims:
    """What we are worried about, and what we want to reach."""

    items: tuple[Aim, ...]


@dataclass(frozen=True, slots=True)
class Reasons:
    """What was said about the numbers, under the question that it answers."""

    title: str
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question from 0 to 10: the words for both ends, everybody's number, and what was said about them."""

    text: str
    ends: tuple[str, ...]
    numbers: tuple[Text, ...]
    reasons: tuple[Reasons, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """Where we are now."""

    items: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a form's head: "Sted: Lærkeskolen"."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """The head of a form."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: ``cells`` has the texts of every row, or of all rows as one cell when it is ``common``."""

    title: str
    cells: tuple[tuple[Text, ...], ...]
    common: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns by rows; ``titles`` are those of the rows."""

    titles: tuple[str, ...]
    columns: tuple[GridColumn, ...]


Content = Paragraphs | Goals | Promises | Differences | Box | Aims | Questions | Facts | Grid


class SectionKind(StrEnum):
    """The parts of a paper, in order: those of the record for the file only, those of the form, those of the plan."""

    PARTICIPANTS = "participants"
    FRAMING = "framing"
    CONSENTS = "consents"
    WITHHELD = "withheld"
    STORY = "story"
    NOTE = "note"
    PERSON = "person"

    HEAD = "head"
    GRID = "grid"
    BEFORE = "before"
    UNDERSTANDING = "understanding"
    ADDED = "added"
    EVALUATION = "evaluation"

    STRENGTHS = "strengths"
    PROTECTED = "protected"
    CHILD = "child"
    SINCE = "since"
    HOPES = "hopes"
    WORRIES = "worries"
    GOALS = "goals"
    NUMBERS = "numbers"
    PROMISES = "promises"
    WISHES = "wishes"
    DIFFERENCES = "differences"
    CORRECTIONS = "corrections"
    CHILD_TOLD = "child_told"
    NEXT = "next"
    DOCUMENTATION = "documentation"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the plan."""

    kind: SectionKind
    title: str
    content: Content


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The whole paper. ``page_of`` holds ``{page}`` and ``{pages}``; ``neutral_title`` names nobody.

    A ``wide`` one lies on its side.
    """

    language: str
    title: str
    neutral_title: str
    subtitle: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    page_of: str
    wide: bool = False

    def section(self, kind: SectionKind) -> Section | None:
        """Return a part, or None when it is left out."""
        return next((section for section in self.sections if section.kind is kind), None)


BREAK = Span("\n")  # what follows stands on a new line


def strong(text: str) -> Span:
    """Return words that stand out."""
    return Span(text, Tone.STRONG)
