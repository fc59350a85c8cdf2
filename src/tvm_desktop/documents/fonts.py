"""The fonts of the paper: files of ours, loaded by path and never looked up on the system."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tvm_desktop.resources import resource

# In the order in which they are asked for a letter.
FAMILIES = ("NotoSans", "NotoNaskhArabic", "NotoSansEthiopic")
FIRST = f"{FAMILIES[0]}-Regular"

# Set before a canvas is made: else ReportLab names Helvetica in every file and embeds it in none.
rl_config.canvas_basefontname = FIRST
# Streams as bytes, not as printable text: a fifth smaller and quicker.
rl_config.useA85 = 0


@dataclass(frozen=True, slots=True)
class Font:
    """One registered font and the letters it has."""

    name: str
    letters: frozenset[str]


def first_font(*, bold: bool) -> Font:
    """Return the font that has nearly every letter."""
    return _register(_name(FAMILIES[0], bold=bold))


@cache
def font_for(letter: str, *, bold: bool) -> Font | None:
    """Return the first font that has a letter, or None; a file is read when the ones before it lack a letter."""
    fonts = (_register(_name(family, bold=bold)) for family in FAMILIES)
    return next((font for font in fonts if letter in font.letters), None)


@cache
def register() -> None:
    """Make the first font and all families known to ReportLab."""
    for bold in (False, True):
        first_font(bold=bold)
    for family in FAMILIES:
        plain, heavy = _name(family, bold=False), _name(family, bold=True)
        pdfmetrics.registerFontFamily(family, normal=plain, bold=heavy, italic=plain, boldItalic=heavy)


def _name(family: str, *, bold: bool) -> str:
    return f"{family}-{'Bold' if bold else 'Regular'}"


@cache
def _register(name: str) -> Font:
    font = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return Font(name, frozenset(map(chr, font.face.charToGlyph)))
