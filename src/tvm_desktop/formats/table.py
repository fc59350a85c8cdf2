"""One table of a format file, read key by key; whatever is wrong becomes a sentence with file and key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from tvm_desktop.formats.model import Phrase
from tvm_desktop.words import LANGUAGES, Message, msg

C = TypeVar("C", bound=StrEnum)

LONGEST_PHRASE = 300
_BOTH = '{ da = "…", en = "…" }'
_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_PLACEHOLDER = re.compile(r"\{child(_s)?\}")


@dataclass(slots=True)
class Problems:
    """The sentences about one file, in the order of the file."""

    file: str
    found: list[Message] = field(default_factory=list)

    def add(self, key: str, problem: Message) -> None:
        """Note what is wrong at a key; "" is the file as a whole."""
        if key:
            self.found.append(msg("{file}: {key}: {problem}", file=self.file, key=key, problem=problem))
        else:
            self.found.append(msg("{file}: {problem}", file=self.file, problem=problem))


@dataclass(slots=True)
class Table:
    """A table and where it stands ("step[2]"; the first is 1). Each getter notes problems and gives a stand-in."""

    values: Mapping[str, Any]
    problems: Problems
    path: str = ""
    asked: set[str] = field(default_factory=set)

    def wrong(self, key: str, problem: Message) -> None:
        """Note what is wrong at a key of this table."""
        self.problems.add(self.at(key), problem)

    def at(self, key: str) -> str:
        """Say where a key of this table stands in the file."""
        return f"{self.path}.{key}" if self.path and key else self.path or key

    def has(self, key: str) -> bool:
        """Say whether the key is there."""
        self.asked.add(key)
        return key in self.values

    def missing(self, key: str) -> bool:
        """Note that a key is missing, if it is."""
        if self.has(key):
            return False
        self.wrong(key, msg("is missing."))
        return True

    def done(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.values:
            if key not in self.asked:
                self.wrong(
                    key, msg("is not a key here. Choose one of {choices}.", choices=listed(self.asked))
                )

    def ident(self, key: str = "id") -> str:
        """Read an id: small letters, digits and hyphens."""
        if self.missing(key):
            return ""
        value = self.values[key]
        if not isinstance(value, str):
            self.wrong(key, msg("must be text in quotation marks."))
        elif not _ID.fullmatch(value) or len(value) > 60:
            self.wrong(key, msg("must be small letters a–z, digits and hyphens, at most 60."))
        else:
            return value
        return ""

    def choice(self, key: str, kind: type[C], default: C | None = None) -> C:
        """Read one of a closed set."""
        first = next(iter(kind))
        if not self.has(key) and default is not None:
            return default
        if self.missing(key):
            return first
        value = self.values[key]
        if isinstance(value, str) and value in list(kind):
            return kind(value)
        self.wrong(
            key,
            msg(
                "“{value}” does not exist here. Choose one of {choices}.",
                value=shortened(value),
                choices=listed(kind),
            ),
        )
        return first

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Read a whole number."""
        if not self.has(key) and default is not None:
            return default
        if self.missing(key):
            return low
        value = self.values[key]
        if type(value) is int and low <= value <= high:
            return value
        self.wrong(key, msg("must be a whole number from {low} to {high}.", low=low, high=high))
        return low

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self.values[key] if self.has(key) else default
        if isinstance(value, bool):
            return value
        self.wrong(key, msg("must be true or false."))
        return default

    def phrase(self, key: str, default: Phrase | None = None) -> Phrase:
        """Read words in both languages."""
        if not self.has(key) and default is not None:
            return default
        if self.missing(key):
            return Phrase()
        return self._phrase(key, self.values[key])

    def phrases(self, key: str) -> tuple[Phrase, ...]:
        """Read a list of words in both languages; none when the key is not there."""
        found = enumerate(self._list(key), 1)
        return tuple(self._phrase(f"{key}[{place}]", value) for place, value in found)

    def keys(self, key: str, known: Iterable[str] | None) -> tuple[str, ...]:
        """Read a list of keys; ``known`` None takes any."""
        found = self._list(key)
        for place, value in enumerate(found, 1):
            if not isinstance(value, str):
                self.wrong(f"{key}[{place}]", msg("must be text in quotation marks."))
            elif known is not None and value not in known:
                self.wrong(
                    f"{key}[{place}]",
                    msg(
                        "“{value}” does not exist here. Choose one of {choices}.",
                        value=shortened(value),
                        choices=listed(known),
                    ),
                )
        return tuple(str(value) for value in found)

    def choices(self, key: str, kind: type[C]) -> tuple[C, ...]:
        """Read a list out of a closed set; none when the key is not there."""
        return tuple(kind(value) for value in self.keys(key, list(kind)) if value in list(kind))

    def tables(self, key: str) -> list[Table]:
        """Read a list of tables; none when the key is not there."""
        result = []
        for place, value in enumerate(self._list(key), 1):
            where = f"{key}[{place}]"
            if isinstance(value, Mapping):
                result.append(Table(value, self.problems, self.at(where)))
            else:
                self.wrong(where, msg("must be a table with keys and values."))
        return result

    def _list(self, key: str) -> list[Any]:
        value = self.values[key] if self.has(key) else []
        if isinstance(value, list):
            return value
        self.wrong(key, msg("must be a list."))
        return []

    def _phrase(self, key: str, value: object) -> Phrase:
        if not isinstance(value, Mapping):
            self.wrong(key, msg("must be words in both languages: {example}", example=_BOTH))
            return Phrase()
        words = Table(value, self.problems, self.at(key))
        said = {language: words.text(language) for language in LANGUAGES}
        words.done()
        return Phrase(**said)

    def text(self, key: str) -> str:
        """Read words in one language."""
        if self.missing(key):
            return ""
        value = self.values[key]
        problem = text_problem(value)
        if problem:
            self.wrong(key, problem)
            return ""
        return str(value)


def text_problem(value: object) -> Message | None:
    """Say what is wrong with words that will be shown, or nothing."""
    if not isinstance(value, str):
        return msg("must be text in quotation marks.")
    if not value.strip():
        return msg("is empty.")
    if len(value) > LONGEST_PHRASE:
        return msg("is longer than {most} characters.", most=LONGEST_PHRASE)
    if any(not c.isprintable() for c in value):
        return msg("holds a line break or an invisible character. Write it on one line.")
    if set("{}") & set(_PLACEHOLDER.sub("", value)):
        return msg("may only hold {allowed} in curly brackets.", allowed="{child}, {child_s}")
    return None


def listed(choices: Iterable[str]) -> str:
    """Write choices one after the other."""
    return ", ".join(sorted(str(choice) for choice in choices))


def shortened(value: object) -> str:
    """Write a value short enough to stand in a sentence."""
    text = "".join(c if c.isprintable() else " " for c in str(value))
    return text if len(text) <= 40 else f"{text[:39]}…"
