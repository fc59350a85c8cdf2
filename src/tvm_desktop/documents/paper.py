"""What is printed and how, as plain values: the choices before, and the file after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Size(Enum):
    """A sheet of paper: width and height in points."""

    A4 = (595.276, 841.89)
    A3 = (841.89, 1190.551)


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """How a plan is printed. A3 is the A4 page, enlarged for a wall."""

    large: bool = False
    size: Size = Size.A4


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF, and the letters that could not be printed: to be told to the user before printing."""

    pdf: bytes
    missing: tuple[str, ...]
