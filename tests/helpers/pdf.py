"""What independent programs read in a PDF."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass

# Ascent and descent of Noto Sans, which poppler reports as the height of a word.
NOTO_HEIGHT = 1.362


@dataclass(frozen=True)
class FontRow:
    """One line of ``pdffonts``."""

    name: str
    embedded: bool


def text_of(pdf: bytes) -> str:
    """Return the text that ``pdftotext`` reads, with blanks and line ends as single blanks."""
    raw = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return " ".join(raw.decode("utf-8").split())


def fonts_of(pdf: bytes) -> list[FontRow]:
    """Return what ``pdffonts`` says about every font."""
    raw = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout
    lines = raw.decode("utf-8").splitlines()[2:]
    return [FontRow(line.split()[0], line[-25:].split()[0] == "yes") for line in lines]


def smallest_type(pdf: bytes) -> float:
    """Return the lowest font size in points that any word in Noto Sans is set in."""
    command = ["pdftotext", "-bbox-layout", "-", "-"]
    raw = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode("utf-8")
    words = re.findall(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', raw)
    return min(float(bottom) - float(top) for top, bottom in words) / NOTO_HEIGHT


def info_of(pdf: bytes) -> dict[str, str]:
    """Return what ``pdfinfo`` says about the file."""
    raw = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode("utf-8")
    pairs = (line.partition(":") for line in raw.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}
