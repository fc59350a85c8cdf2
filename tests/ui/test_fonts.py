"""Noto on the screen, for every script of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from tvm_desktop.ui.fonts import FAMILY, load_fonts, load_other_scripts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_noto_is_given_to_qt(qapp: QApplication) -> None:
    load_fonts()
    assert FAMILY in QFontDatabase.families()


@pytest.mark.parametrize("text", ["Ægløse åer", "Nguyễn", "Żółć", "Şığ", "Київ", "نور", "ሰላም"])
def test_every_script_has_letters(qapp: QApplication, text: str) -> None:
    load_other_scripts()
    layout = QTextLayout(text, QFont(FAMILY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs
