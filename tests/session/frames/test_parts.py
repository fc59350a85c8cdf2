from __future__ import annotations

from helpers.sessions import minh
from tvm_desktop.session.frames.parts import voice


def test_a_voice_is_a_name_and_a_tie_and_nobody_is_nothing() -> None:
    assert voice(minh(), "hoa", interpreted=True) == "Hoà, mor · gennem tolk"
    assert voice(minh(language="en"), "hoa", interpreted=True) == "Hoà, mor · through an interpreter"
    assert voice(minh(), "m") == "Minh"
    assert voice(minh(), "", interpreted=True) == ""
