"""A meeting format as typed objects. No code knows a format's name; formats name panels, columns and hints by key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tvm_desktop.domain.enums import CardKind

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
    UNDERSTANDINGS = "understandings"
    GOALS = "goals"
    ACTIONS = "actions"
    CLOSING = "closing"


class Tint(StrEnum):
    """A column's soft colour; a word always says the same."""

    PLAIN = "plain"
    WORRY = "worry"
    WORKS = "works"
    NEXT = "next"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a board: the cards of one kind."""

    kind: CardKind
    title: Phrase
    tint: Tint = Tint.PLAIN


@dataclass(frozen=True, slots=True)
class Statement:
    """One framing sentence, or a sentence of welcome."""

    id: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the agenda.

    ``number`` is printed before the title (0: none). ``lead`` is for the leader, ``question`` the largest words on the
    wall. ``hints`` are keys of ``domain/guidance.py``. A step ``for_child`` is worked with the child in the room; an
    ``optional`` one can be left out in Prepare, and is, unless ``on``.
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
    for_child: bool = False
    optional: bool = False
    on: bool = True


@dataclass(frozen=True, slots=True)
class MeetingFormat:
    """A kind of meeting. ``hash`` is the SHA-256 of ``source``, the full text as stored with a held meeting."""

    id: str
    name: Phrase
    about: Phrase
    steps: tuple[Step, ...]
    credit: Phrase = Phrase()
    own_version: bool = False
    hash: str = ""
    source: str = ""

    def step(self, step_id: str) -> Step:
        """Return a step; the first one for an unknown id (a format may have changed since)."""
        return next((step for step in self.steps if step.id == step_id), self.steps[0])
