"""Text made safe for the screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.ui.text import clean, escape_mnemonic, plain_tip


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Minh bor hos sin mor", "Minh bor hos sin mor"),
        ("en\r\nto\rtre", "en\nto\ntre"),
        ("en\u2028to", "en\nto"),
        ("bip\x07\x00\x1b[31m", "bip[31m"),
        ("exe.\u202egpj", "exe.gpj"),
        ("نور and 🙂", "نور and 🙂"),
        ("løber\tog\tleger", "løber\tog\tleger"),
    ],
)
def test_what_cannot_be_seen_is_left_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_one_line_stays_one_line() -> None:
    assert clean("en\nto\ttre", one_line=True) == "en to tre"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_an_ampersand_underlines_no_letter() -> None:
    assert escape_mnemonic("mor & far") == "mor && far"


def test_a_tool_tip_shows_markup_as_it_was_typed() -> None:
    assert plain_tip("<b>Minh</b> & co") == "<p>&lt;b&gt;Minh&lt;/b&gt; &amp; co</p>"
    assert plain_tip("") == ""
