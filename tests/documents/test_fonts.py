"""Our own fonts, and which of them has a letter."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tvm_desktop.documents.fonts import FAMILIES, first_font, font_for, register


@pytest.mark.parametrize(
    ("letters", "family"),
    [("æøåÆØÅé", 0), ("ąęłżź", 0), ("ğışİ", 0), ("ừệđơ", 0), ("їєґЖ", 0), ("مرحبا،", 1), ("ሰላም።", 2)],
)
@pytest.mark.parametrize("bold", [False, True])
def test_every_language_has_a_font(letters: str, family: int, bold: bool) -> None:
    found = {font.name if (font := font_for(letter, bold=bold)) else "" for letter in letters}
    assert found == {f"{FAMILIES[family]}-{'Bold' if bold else 'Regular'}"}


def test_a_letter_that_no_font_has_has_none() -> None:
    assert font_for("👍", bold=False) is None


def test_fonts_are_registered_once() -> None:
    register()
    assert first_font(bold=True) is first_font(bold=True)


def test_a_font_is_read_only_when_a_letter_needs_it() -> None:
    program = (
        "from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames\n"
        "from tvm_desktop.documents.fonts import font_for, register\n"
        "register()\n"
        "font_for('ø', bold=False)\n"
        "print(sorted(name for name in getRegisteredFontNames() if 'Noto' in name))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "['NotoSans-Bold', 'NotoSans-Regular']"
