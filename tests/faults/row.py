"""One line of the table: what was done to the program, how often, what came of it and what must come of it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from pathlib import Path

HEAD = "what | tried | result | must be"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A fault, how often it was tried, and what was found. ``met``: whether that is what must be."""

    what: str
    tried: str
    result: str
    must: str
    met: bool

    def line(self) -> str:
        """Say it in one line."""
        return f"{self.what} | {self.tried} | {self.result} | {self.must}{'' if self.met else ' | NOT MET'}"


def where(error: BaseException) -> str:
    """Say what was raised and in which line, never what the error says."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
