"""Where a sentence ends, and what its words are.

A full stop, a question or exclamation mark ends a sentence, and so does the end of a line. A colon does so before a
capital letter or a list only; a semicolon never does.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tvm_desktop.domain.reading.lines import composed, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Always followed by what they belong to: their dot never ends a sentence.
_FIRST = """
adr afd ang approx bl.a ca cf dept dr dvs e.g ekskl eksp ekspl esp evt f.eks f.o.m fig fx hhv hr i.e ift inkl incl
jf kap kl lbk mht mr mrs ms nr obs opr p.g.a p.t pga ph pkt prof ref resp st stk t.o.m tel tidl tlf vedr vha vs
"""
# They may also come last; then a capital letter follows.
_LAST = """
a.m a.s al apr aug bl.a.m dec d etc feb inc jan jr jul jun kr ltd m.fl m.m m.v mar mia mio mv nov o.a o.l o.lign oct
okt osv p.m pct s sep sept sr
"""
_LEADING, _EITHER = frozenset(_FIRST.split()), frozenset(_LAST.split())
_LETTERED = frozenset(
    {"bilag", "class", "group", "gruppe", "hepatitis", "hold", "klasse", "plan", "team", "vitamin"}
)

_CLOSING = ")]\"'”“»«’"
_OPENING = "([\"'”“»«’‘„"
_END = re.compile(rf"(?:[.!?؟।。]+|…)[.!?…]*[{re.escape(_CLOSING)}]*(?=\s|$)|:(?=\s|$)")
_BEFORE = re.compile(rf"[^\s/{re.escape(_OPENING)}]*$")
_NUMBER = re.compile(r"[\d.,:–-]+")
_INITIALS = re.compile(r"[^\W\d_](\.-?[^\W\d_])*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’‑][^\W\d_]+)*")


def sentences(text: str) -> Iterator[str]:
    """Go through the sentences of a text, as they stand there."""
    for line in lines(text):
        yield from _sentences(line)


def words(sentence: str) -> list[str]:
    """List the words: letters with inner hyphens and apostrophes; numbers are none, a letter with its marks is one."""
    signs = (sign for sign in composed(sentence) if not unicodedata.category(sign).startswith("M"))
    return _WORD.findall("".join(signs))


def letters(word: str) -> int:
    """Count the letters of a word."""
    return sum(sign.isalpha() for sign in word)


def _sentences(line: str) -> Iterable[str]:
    found: list[str] = []
    start = 0
    for mark in _END.finditer(line):
        if _ends(line, mark) and _says_something(line[start : mark.end()]):
            found.append(line[start : mark.end()].strip())
            start = mark.end()
    rest = line[start:].strip()
    if rest and (_says_something(rest) or not found):
        found.append(rest)
    elif rest:
        found[-1] = f"{found[-1]} {rest}"
    return found


def _says_something(piece: str) -> bool:
    """Tell whether there is a word beside numbers and abbreviations: "Stk. 2." belongs to what follows."""
    return any(word.casefold() not in _LEADING for word in words(piece))


def _ends(line: str, mark: re.Match[str]) -> bool:
    rest = line[mark.end() :].lstrip()
    follows = rest.lstrip(_OPENING)[:1]
    bare = mark.group().rstrip(_CLOSING)
    if not rest:
        return True
    if bare == ":":
        return follows.isupper()
    if bare != mark.group() and follows.islower():
        return False  # ”Må jeg sige nej?” spurgte far.
    return bare != "." or _dot_ends(line[: mark.start()], follows)


def _dot_ends(before: str, follows: str) -> bool:
    """Tell whether a single dot with something after it ends a sentence."""
    found = _BEFORE.search(before)
    last = found.group() if found else ""
    if _NUMBER.fullmatch(last):
        return follows.isupper() or not follows.isalnum()  # 13. januar, 1.-2. klasse, stk. 2
    short = last.casefold()
    if short in _LEADING:
        return False
    if short in _EITHER:
        return follows.isupper()
    return not _INITIALS.fullmatch(last) or not last[0].isupper() or _lettered(before, last)


def _lettered(before: str, letter: str) -> bool:
    """Tell whether a capital letter is a word of its own: "7. A", "plan B", and the word I."""
    said = before[: -len(letter)].split()
    return letter == "I" or (
        bool(said) and (said[-1].rstrip(".").isdigit() or said[-1].casefold() in _LETTERED)
    )
