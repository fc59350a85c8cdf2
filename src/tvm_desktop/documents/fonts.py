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


@cache
def fonts(*, bold: bool) -> tuple[Font, ...]:
    """Return the fonts of one weight, registered on first use."""
    return tuple(_register(f"{family}-{'Bold' if bold else 'Regular'}") for family in FAMILIES)


@cache
def font_for(letter: str, *, bold: bool) -> Font | None:
    """Return the first font that has a letter, or None."""
    return next((font for font in fonts(bold=bold) if letter in font.letters), None)


def register() -> None:
    """Make all fonts and their families known to ReportLab."""
    fonts(bold=False)
    fonts(bold=True)
    _families()


@cache
def _families() -> None:
    for family in FAMILIES:
        plain, heavy = f"{family}-Regular", f"{family}-Bold"
        pdfmetrics.registerFontFamily(family, normal=plain, bold=heavy, italic=plain, boldItalic=heavy)


@cache
def _register(name: str) -> Font:
    font = TTFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return Font(name, frozenset(map(chr, font.face.charToGlyph)))
