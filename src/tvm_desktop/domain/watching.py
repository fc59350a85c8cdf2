"""Looks in a text for what shows whom it is about: names, numbers, addresses. It advises, and never decides.

In a course with names only a civil registration number is too much; in one without names everything is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Consent, Entity, Person
from tvm_desktop.domain.enums import Side
from tvm_desktop.domain.wording import CPR
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tvm_desktop.domain.record import Record


class Seen(StrEnum):
    """What was seen."""

    CPR = "cpr"
    MAIL = "mail"
    PHONE = "phone"
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something that was seen, and where in the text it stands."""

    seen: Seen
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class NameList:
    """Which words are names, folded: surely, only inside a sentence with a capital, and never."""

    clear: frozenset[str] = frozenset()
    also_words: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """What was seen in one text of a course: in which thing, in which of its fields."""

    entity: Entity
    field: str
    sightings: tuple[Sighting, ...]


_SHOWN = 3
_LEAST_SMALL = 4
_NEAR = 16
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BETWEEN = " \t\u00a0\"“”„»«'‘’([–—-"
_ENDS = ".!?:;…\n\r\u2028\u2029•"

_DIGITS = re.compile(r"\d+")
_BEFORE, _AFTER = 100, 60
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_SPACE = "[ \u00a0\u202f]?"
_PHONE = re.compile(
    rf"(?<![\w.,:/-])(?!(?:19|20)\d\d (?:19|20)\d\d(?!\d))(?:(?:\+|00)45{_SPACE})?(?:\d\d{_SPACE}){{3}}\d\d(?![\d-])"
    rf"|(?<!\w)\+\d{{1,3}}(?:{_SPACE}\d{{2,4}}){{2,5}}(?!\d)"
)
_CAPITAL = "[A-ZÆØÅÄÖÜÉ]"
_ROAD = "(?:vej|gade|allé|alle|stræde|vænge)"
_ANY_ROAD = (
    "(?:vej|vejen|gade|gaden|allé|allee|alle|alléen|stræde|strædet|vænge|vænget|plads|pladsen|torv|torvet|boulevard"
    "|parken|park|toften|toft|bakken|bakke|haven|have|engen|marken|lunden|stien|vang|vangen|høj|kvarteret|gård|gården"
    "|brinken|skrænten|kær|krogen|ager|ageren)"
)
_UNIT = "(?:gange?|timer?|min|minutter|dage?|uger?|måneder|år|børn|voksne|elever|km|m|meter|kr|stk)"
_NUMBER = rf" \d{{1,3}}(?: ?[A-Za-z])?(?![\w%])(?! {_UNIT}\b)"
_ADDRESS = re.compile(
    rf"\b{_CAPITAL}[\w'’.-]{{1,40}} (?i:[^\W\d_]{{0,30}}{_ANY_ROAD}){_NUMBER}"
    rf"|\b{_CAPITAL}[\w'’.-]{{1,40}}{_ANY_ROAD}{_NUMBER}"
    rf"|\b[^\W\d_]{{3,40}}{_ROAD}{_NUMBER}"
    rf"|(?<![\d.,:-])(?<!kl\. )(?!19|20(?!00))[1-9]\d{{3}} "
    rf"{_CAPITAL}[a-zæøåéü]{{2,30}}(?:[ -]{_CAPITAL}[a-zæøå]{{0,20}})?\b"
)
# Fields that hold an id or a key, not what somebody typed.
_IDS = frozenset(
    {
        "id",
        "about",
        "upper",
        "lower",
        "voice",
        "own_voice",
        "instead_of",
        "follows",
        "statement",
        "step",
        "live_step",
    }
    | {
        "meeting_id",
        "person_id",
        "action_id",
        "scale_id",
        "need_id",
        "goal_id",
        "format_id",
        "format_hash",
        "sha256",
    }
    | {"proposed_by", "answered_by", "checked_by", "language", "zone"}
)

_LOOKS_LIKE: Mapping[Seen, Message] = MappingProxyType(
    {
        Seen.CPR: msg("Do not write a civil registration number here."),
        Seen.MAIL: msg("“{text}” looks like an e-mail address. The course is anonymous."),
        Seen.PHONE: msg("“{text}” looks like a phone number. The course is anonymous."),
        Seen.ADDRESS: msg("“{text}” looks like an address. The course is anonymous."),
        Seen.NAME: msg("“{text}” looks like a name. The course is anonymous."),
    }
)


@dataclass(frozen=True, slots=True)
class Watch:
    """What is looked for; nothing but civil registration numbers while the course has names.

    ``sure`` are words that are names wherever they have a capital, ``maybe`` inside a sentence only, ``small`` without
    a capital too. ``numbers`` are phone numbers that may stand here, digits only.
    """

    anonymous: bool = False
    sure: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @classmethod
    def over(cls, record: Record, names: NameList, people: Iterable[str]) -> Watch:
        """Watch over a course; ``people`` are the names of everybody in the file.

        The professionals at this table may be named, and called.
        """
        if not record.course.anonymous:
            return cls()
        return cls.without_names(names, people, record.every(Person))

    @classmethod
    def without_names(cls, names: NameList, people: Iterable[str], table: Iterable[Person] = ()) -> Watch:
        """Watch over a course without names, with these persons at its table."""
        here = [person for person in table if person.side is Side.PROFESSIONAL]
        theirs = name_words(f"{person.name} {person.called}" for person in here)
        known = name_words(people)
        return cls(
            anonymous=True,
            sure=(names.clear | known) - names.also_words - names.never - theirs,
            maybe=names.also_words - names.never - theirs,
            small=frozenset(name for name in names.clear - theirs if len(name) >= _LEAST_SMALL),
            numbers=frozenset(_digits(person.phone) for person in here if person.phone),
        )

    def sightings(self, text: str) -> tuple[Sighting, ...]:
        """Return what is seen in a text, in its order."""
        found = [_sighting(Seen.CPR, match) for match in CPR.finditer(text)]
        if self.anonymous:
            if "@" in text:
                _add(found, _MAIL.finditer(text), Seen.MAIL)
            for start, end in _near_digits(text):
                _add(found, _PHONE.finditer(text, start, end), Seen.PHONE)
                _add(found, _ADDRESS.finditer(text, start, end), Seen.ADDRESS)
            found = [s for s in found if s.seen is not Seen.PHONE or _digits(s.text) not in self.numbers]
            _add(found, self._named(text), Seen.NAME)
        return tuple(sorted(found, key=_start))

    def warning(self, text: str) -> Message | None:
        """Return the sentence about what is seen, or None."""
        found = self.sightings(text)
        if not found:
            return None
        if any(sighting.seen is Seen.CPR for sighting in found):
            return _LOOKS_LIKE[Seen.CPR]
        texts = list(dict.fromkeys(sighting.text for sighting in found))
        if len(texts) == 1:
            return Message(_LOOKS_LIKE[found[0].seen].text, {"text": texts[0]})
        listed = ", ".join(texts[:_SHOWN]) + (" …" if len(texts) > _SHOWN else "")
        return msg("This may show whom it is about: {listed}. The course is anonymous.", listed=listed)

    def of_label(self, text: str) -> Message | None:
        """Return the sentence about what somebody is called: there a capital at the beginning means a name."""
        return replace(self, sure=self.sure | self.maybe, maybe=frozenset()).warning(text)

    def _named(self, text: str) -> Iterator[re.Match[str]]:
        """Find the names; most texts hold none, and each word is looked up once."""
        sure, maybe = set(), set()
        for word in set(_WORD.findall(text)):
            forms = _forms(word)
            if not (self.small if word[0].islower() else self.sure).isdisjoint(forms):
                sure.add(word)
            elif not word[0].islower() and not self.maybe.isdisjoint(forms):
                maybe.add(word)
        for match in _WORD.finditer(text) if sure or maybe else ():
            word = match.group()
            if word in sure or (word in maybe and not _begins_sentence(text, match.start())):
                yield match


def places(entities: Iterable[Entity], watch: Watch) -> list[Place]:
    """List what is seen in a whole course; the professionals' own lines are theirs."""
    return [
        Place(entity, name, found)
        for entity in entities
        if not (isinstance(entity, Person) and entity.side is Side.PROFESSIONAL)
        for name, text in texts_of(entity)
        if (found := watch.sightings(text))
    ]


def texts_of(entity: Entity) -> Iterator[tuple[str, str]]:
    """Go through what somebody has typed in a thing: field and text."""
    for field in fields(entity):
        value = getattr(entity, field.name)
        typed = field.name not in _IDS or (field.name == "about" and isinstance(entity, Consent))
        if type(value) is str and value and typed:
            yield field.name, value


def name_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names, folded: "Samira El-Khatib", not the age in "Dreng, 9 år"."""
    found: set[str] = set()
    for name in names:
        for word in _WORD.findall(name.partition(",")[0]):
            if not word[0].islower() and len(word) > 1:
                found.add(word.casefold())
    return frozenset(found)


def _forms(word: str) -> set[str]:
    """Return what a word may be a form of: "Minhs" of Minh, "Anne-Marie" of both."""
    whole = word.casefold()
    forms = {whole, whole.removesuffix("s").rstrip("'’")}
    if "-" in whole:
        forms.update(part for part in whole.split("-") if len(part) > 2)
    return forms


def _begins_sentence(text: str, start: int) -> bool:
    """Say whether nothing but blanks and quotation marks stand between a place and the sentence's beginning."""
    before = text[max(0, start - _NEAR) : start].rstrip(_BETWEEN)
    return not before or before[-1] in _ENDS


def _digits(text: str) -> str:
    digits = "".join(sign for sign in text if sign.isdecimal())
    return digits[-8:]


def _sighting(seen: Seen, match: re.Match[str]) -> Sighting:
    return Sighting(seen, match.start(), match.end(), match.group())


def _start(sighting: Sighting) -> int:
    return sighting.start


def _add(found: list[Sighting], matches: Iterable[re.Match[str]], seen: Seen) -> None:
    """Add what does not lie in something that was seen already."""
    taken = [(one.start, one.end) for one in found]
    found += [
        _sighting(seen, match)
        for match in matches
        if not any(match.start() < end and start < match.end() for start, end in taken)
    ]


def _near_digits(text: str) -> Iterator[tuple[int, int]]:
    """Go through the stretches around digits, where numbers and addresses can stand."""
    begun = ended = -1
    for match in _DIGITS.finditer(text):
        if begun >= 0 and match.start() - _BEFORE > ended:
            yield begun, ended
            begun = -1
        if begun < 0:
            begun = max(0, match.start() - _BEFORE, ended)
        ended = match.end() + _AFTER
    if begun >= 0:
        yield begun, ended
