"""What the professionals at the table are called, from ``resources/reference/professions.toml``."""

from __future__ import annotations

from functools import cache

from tvm_desktop.errors import UserError
from tvm_desktop.formats.model import Phrase
from tvm_desktop.formats.reader import read_toml
from tvm_desktop.formats.table import Problems, Table
from tvm_desktop.resources import resource
from tvm_desktop.words import msg


@cache
def professions() -> tuple[Phrase, ...]:
    """Return the list one chooses from. Raises UserError when the file is broken."""
    problems = Problems("professions.toml")
    values = read_toml(resource("reference", "professions.toml").read_bytes(), problems)
    top = Table(values or {}, problems)
    found = tuple(_word(table) for table in top.tables("profession"))
    top.done()
    if problems.found:
        raise UserError(msg("The list of professions cannot be read."), problems.found)
    return found


def _word(table: Table) -> Phrase:
    table.ident()
    word = Phrase(table.text("da"), table.text("en"))
    table.done()
    return word
