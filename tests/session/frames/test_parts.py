from __future__ import annotations

import pytest

from helpers.sessions import minh
from tvm_desktop.session.frames.parts import quoted, voice


@pytest.mark.parametrize("text", ["Jeg er bange", "”Jeg er bange”", '"Jeg er bange"', " “Jeg er bange” "])
def test_a_quote_has_its_marks_once(text: str) -> None:
    assert quoted(text, "da") == "”Jeg er bange”"
    assert quoted(text, "en") == "“Jeg er bange”"


def test_a_voice_is_a_name_and_a_tie_and_nobody_is_nothing() -> None:
    assert voice(minh(), "hoa", interpreted=True) == "Hoà, mor · gennem tolk"
    assert voice(minh(language="en"), "hoa", interpreted=True) == "Hoà, mor · through an interpreter"
    assert voice(minh(), "m") == "Minh"
    assert voice(minh(), "", interpreted=True) == ""
