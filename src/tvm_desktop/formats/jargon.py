"""Words that a family may not know, from ``resources/reference/jargon.toml``, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from tvm_desktop.domain.reading.lines import composed
from tvm_desktop.errors import UserError
from tvm_desktop.formats.model import Phrase
from tvm_desktop.formats.reader import read_toml
from tvm_desktop.formats.table import Problems, Table
from tvm_desktop.resources import resource
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = "jargon.toml"
_ENDING = "|"
_NO_WORDS = Phrase()


class JargonKind(StrEnum):
    """What to do about a word."""

    SAY = "say"
    EXPLAIN = "explain"


@dataclass(frozen=True, slots=True)
class Jargon:
    """A word and what it means. ``forms`` are what is looked for, each with its endings after bars."""

    id: str
    kind: JargonKind
    forms: tuple[str, ...]
    plain: Phrase
    outdated: Phrase = _NO_WORDS


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that stands in a text, with the ways in which it does."""

    jargon: Jargon
    found: tuple[str, ...]

    @property
    def head(self) -> str:
        """The word as a list names it: without its ending when it stands there as the list's first form with one."""
        first, said = self.jargon.forms[0].partition(_ENDING)[0], self.found[0]
        return first if said.casefold().startswith(first.casefold()) else said


@cache
def jargon() -> tuple[Jargon, ...]:
    """Return the program's list. Raises UserError when the file is broken."""
    return read_jargon(resource("reference", FILE).read_bytes())


def read_jargon(data: bytes, file: str = FILE) -> tuple[Jargon, ...]:
    """Read a list. Raises UserError with every problem, by file and key."""
    problems = Problems(file)
    top = Table(read_toml(data, problems) or {}, problems)
    tables = top.tables("word")
    found = tuple(_word(table) for table in tables)
    _once([(table, "id", word.id) for table, word in zip(tables, found, strict=True)])
    _once(
        [
            (table, f"forms[{place}]", form.partition(_ENDING)[0])
            for table, word in zip(tables, found, strict=True)
            for place, form in enumerate(word.forms, 1)
        ]
    )
    top.done()
    if problems.found:
        raise UserError(msg("The list of words to explain cannot be read."), problems.found)
    return found


def find_jargon(texts: Iterable[str], words: tuple[Jargon, ...]) -> list[Hit]:
    """Find the words that stand in some texts, in the order in which they come."""
    found: dict[int, dict[str, None]] = {}
    pattern, places = _pattern(words)
    for text in texts:
        for match in pattern.finditer(composed(text)) if places else ():
            said = " ".join(match.group().split())
            found.setdefault(places[(match.lastindex or 1) - 1], {}).setdefault(said)
    return [Hit(words[place], tuple(said)) for place, said in found.items()]


def _word(table: Table) -> Jargon:
    word = Jargon(
        id=table.ident(),
        kind=table.choice("kind", JargonKind),
        forms=_forms(table),
        plain=table.phrase("plain"),
        outdated=table.phrase("outdated", _NO_WORDS),
    )
    table.done()
    return word


def _forms(table: Table) -> tuple[str, ...]:
    if table.missing("forms"):
        return ()
    forms = table.keys("forms", None)
    if not forms:
        table.wrong("forms", msg("is empty."))
    for place, form in enumerate(forms, 1):
        if not all(part.strip() == part != "" for part in form.split(_ENDING)):
            table.wrong(f"forms[{place}]", msg("is empty, or has a space beside a bar."))
    return forms


def _once(values: list[tuple[Table, str, str]]) -> None:
    seen: set[str] = set()
    for table, key, value in values:
        if value and value in seen:
            table.wrong(key, msg("“{value}” is there twice.", value=value))
        seen.add(value)


@cache
def _pattern(words: tuple[Jargon, ...]) -> tuple[re.Pattern[str], list[int]]:
    """Return one pattern with a group for every form, the longest first, and whose form each group is."""
    forms = [(form, place) for place, word in enumerate(words) for form in word.forms]
    forms.sort(key=_by_length, reverse=True)
    either = "|".join(f"({_form(form)})" for form, _ in forms)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)"), [place for _, place in forms]


def _by_length(form: tuple[str, int]) -> int:
    return len(form[0].partition(_ENDING)[0])


def _form(form: str) -> str:
    """Return what finds a form with its endings and a genitive; capitals matter where a word has two of them."""
    head, *endings = composed(form).split(_ENDING)
    said = r"\s+".join(re.escape(part) for part in head.split()).replace(r"§\s+", r"§\s*")
    abbreviated = sum(sign.isupper() for sign in head) > 1 and " " not in head
    if abbreviated:
        return rf"{said}(?:['’]?(?:s|en|er|et|erne))?"
    ending = "|".join(re.escape(end) for end in sorted(endings, key=len, reverse=True))
    genitive = "s?" if head[-1].isalpha() else ""
    return rf"(?i:{said}(?:{ending})?{genitive})"
