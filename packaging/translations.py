"""Keep the Danish words in step with the source: ``python packaging/translations.py extract|compile|check``.

``extract`` writes every sentence of ``src`` that is marked with ``msg`` or ``msgs`` into ``da.po`` and drops those that
are gone. ``compile`` makes the ``.mo`` that the program reads. ``check`` says what is wrong and ends with status 1.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PO = ROOT / "resources" / "i18n" / "da.po"
MO = PO.parent / "da" / "LC_MESSAGES" / "tvm_desktop.mo"
KEYWORDS = {"msg": 1, "msgs": 2}
TITLE = "# The Danish words of tvm_desktop. Sentences come from src; packaging/translations.py keeps them in step."


HEADERS = [
    ("Project-Id-Version", "tvm_desktop"),
    ("Language", "da"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit\n"),
]


class Book(Catalog):
    """A catalogue whose header does not change with the clock or the version of Babel."""

    mime_headers = HEADERS


def extracted(source: Path = SOURCE) -> Book:
    """Return every marked sentence of the source, untranslated.

    Read as a syntax tree: Babel's own reader passes over a mark within another mark or within an f-string.
    """
    book = Book(header_comment=TITLE, fuzzy=False)
    for path in sorted(source.rglob("*.py")):
        place = f"src/{path.relative_to(source).as_posix()}"
        # The empty sentence is the head of a catalogue, never something to say.
        for sentence in marked(ast.parse(path.read_text(encoding="utf-8"))):
            if sentence:
                book.add(sentence, locations=[(place, 0)])
    return book


def marked(tree: ast.Module) -> list[str | tuple[str, str]]:
    """Return the sentences of one module in the order of its lines; a pair is singular and plural."""
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    found: list[str | tuple[str, str]] = []
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        texts = [a.value for a in call.args[: KEYWORDS.get(name, 0)] if isinstance(a, ast.Constant)]
        if name == "msg" and texts:
            found.append(str(texts[0]))
        elif name == "msgs" and len(texts) == KEYWORDS[name]:
            found.append((str(texts[0]), str(texts[1])))
    return found


def translated(po: Path = PO) -> dict[str, Message]:
    """Return what ``da.po`` says, by the English (singular) sentence."""
    if not po.exists():
        return {}
    with po.open("rb") as file:
        return {key_of(message): message for message in read_po(file, locale="da") if message.id}


def in_step(source: Path = SOURCE, po: Path = PO) -> Book:
    """Return the source's sentences with the Danish that there is for them."""
    book, danish = extracted(source), translated(po)
    for message in sentences(book):
        known = danish.get(key_of(message))
        if known and isinstance(known.id, str) == isinstance(message.id, str):
            message.string, message.flags = (
                known.string,
                known.flags - {"python-format", "python-brace-format"},
            )
            message.user_comments = known.user_comments
    return book


def as_po(book: Book) -> bytes:
    """Return a catalogue as the text of a ``.po``."""
    file = io.BytesIO()
    write_po(file, book, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return file.getvalue()


def as_mo(book: Book) -> bytes:
    """Return a catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, book)
    return file.getvalue()


def problems(source: Path = SOURCE, po: Path = PO, mo: Path = MO) -> list[str]:
    """List what is missing, unused, fuzzy, untranslated, filled in differently or not compiled; one line each."""
    book, danish = extracted(source), translated(po)
    wanted = {key_of(message) for message in sentences(book)}
    found = [f"missing: {key}" for key in sorted(wanted - danish.keys())]
    found += [f"unused: {key}" for key in sorted(danish.keys() - wanted)]
    for key in sorted(wanted & danish.keys()):
        found += [f"{trouble}: {key}" for trouble in troubles(danish[key])]
    if not mo.exists() or mo.read_bytes() != as_mo(in_step(source, po)):
        found.append("not compiled: run python packaging/translations.py compile")
    return found


def troubles(message: Message) -> Iterator[str]:
    """Say what is wrong with one translated sentence."""
    if message.fuzzy:
        yield "fuzzy"
    if not all(forms(message.string)):
        yield "untranslated"
    elif len(forms(message.string)) != len(forms(message.id)):
        yield "singular or plural only"
    elif len({blanks(form) for form in (*forms(message.id), *forms(message.string))}) > 1:
        yield "other {blanks} than the English"


def blanks(sentence: str) -> frozenset[str]:
    """Return the names of what is filled into a sentence, but ``count``, which "one card" may leave out."""
    return frozenset(
        name for _, name, _, _ in string.Formatter().parse(sentence) if name not in {None, "count"}
    )


def forms(words: object) -> tuple[str, ...]:
    """Return a sentence's one form, or its singular and plural."""
    return tuple(words) if isinstance(words, tuple | list) else (str(words or ""),)


def key_of(message: Message) -> str:
    """Return the English sentence in the singular."""
    return forms(message.id)[0]


def sentences(book: Catalog) -> list[Message]:
    """List a catalogue's messages without its header."""
    return [message for message in book if message.id]


def main(task: str) -> int:
    """Do one of the three tasks and return the exit status."""
    if task == "extract":
        PO.write_bytes(as_po(in_step()))
    elif task == "compile":
        MO.parent.mkdir(parents=True, exist_ok=True)
        MO.write_bytes(as_mo(in_step()))
    elif task == "check":
        found = problems()
        print("\n".join(found) or "The Danish words are whole.")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [""]))
