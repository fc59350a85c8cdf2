"""Tables for spreadsheets, in which no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BEGINS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
# Where the comma stands in numbers, spreadsheets part their cells with semicolons.
_BETWEEN = {"da": ";"}


def csv_file(rows: Iterable[Sequence[str]], language: str) -> bytes:
    """Return rows as a file that spreadsheets open by a double click: UTF-8 with a mark, cells parted as is usual."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=_BETWEEN.get(language, ","), lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """Return a text that a spreadsheet shows instead of calculating it."""
    bare = cell.replace("\0", "")
    return (
        f"'{bare}" if bare.startswith(_BEGINS_FORMULA) or bare.lstrip().startswith(_BEGINS_FORMULA) else bare
    )
