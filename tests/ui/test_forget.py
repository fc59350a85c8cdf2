"""Laid-out texts go when the file is locked."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from tvm_desktop.documents.text import Look, longest_word
from tvm_desktop.ui.forget import forget_texts
from tvm_desktop.ui.projector.typeset import Style, typeset

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Kept:
    """Something that holds on to itself, as windows do."""

    def __init__(self) -> None:
        self.itself = self


def test_texts_for_wall_and_paper_are_dropped(qapp: QApplication) -> None:
    typeset("Han sover ikke.", Style(36), 400)
    longest_word("Han sover ikke.", Look(12, 15, "#000000"))
    forget_texts()
    assert typeset.cache_info().currsize == 0
    assert longest_word.cache_info().currsize == 0


def test_what_nothing_needs_is_let_go() -> None:
    gc.disable()
    kept = weakref.ref(Kept())
    forget_texts()
    gc.enable()
    assert kept() is None
